package broken

import (
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"paths/asked"
	"paths/nothing"
)

var missing, _ = undefined(), stytcherror.Error{}

var literal = func(x string) {
	asked.Ask(x)
	asked.Ask(x) // want `unknown`
}

var brokenLiteral = func(x string) { asked.Ask(x); asked.Ask(x); y }

type twice struct{ x int; x string }

func (t twice) method(x string) {
	asked.Ask(x)
	asked.Ask(x) // want `unknown`
}

func (u unknown) method(x string) { asked.Ask(x); asked.Ask(x) }

func sound(x string) {
	asked.Ask(x)
	unsound(x)
	nothing.Call(x)
}

func soundCaller(x string) {
	unused := 1
	asked.Ask(x)
	unsound(x, x)
}

func fine(x string) {
	asked.Ask(x)
	unsound(x)
	asked.Ask(x) // want `unknown`
}

func unsound(x string) error {
	asked.Ask(x)
	asked.Ask(x)
}

func duplicate(x string) { asked.Ask(x); asked.Ask(x) }
func duplicate(x string) { asked.Ask(x); asked.Ask(x) }

func generic[T any](x T) string { return x }

func unclosed(x string) {
	asked.Ask(x)
	asked.Ask(x // want `unknown`
