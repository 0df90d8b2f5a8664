// Package interfaces holds codes behind interfaces, where anybody's may be.
package interfaces

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// coder is what the program asks of errors.
type coder interface {
	error
	Code() string
}

type stytchError struct{ stytcherror.Error }

func (s stytchError) Code() string { return string(s.ErrorType) }

type cartError struct{ code string }

func (c cartError) Error() string { return c.code }
func (c cartError) Code() string  { return c.code }

// through the interface, any code may come
func byInterface(err error) bool {
	var c coder
	return errors.As(err, &c) && (c.Code() == "sesion_not_found" || c.Code() == "cart_is_empty")
}

// of the type itself, only Stytch's
func byType(err error) bool {
	var s stytchError
	return errors.As(err, &s) && s.Code() == "sesion_not_found" // want `"session_not_found"`
}

// a method that is called through an interface may get anybody's constants
type matcher interface{ Match(code string) bool }

type exact string

func (x exact) Match(code string) bool { return code == string(x) }

type gone struct{}

func (gone) Match(code string) bool { return code == "sesion_not_found" }

func run(m matcher, e stytcherror.Error, name string) bool {
	return m.Match(name) || m.Match(string(e.ErrorType))
}

var matchers = []matcher{exact("member_not_foud"), gone{}}

// values of type any
func anything(v any, e stytcherror.Error) bool {
	switch v := v.(type) {
	case string:
		return v == "sesion_not_found"
	case stytcherror.Type:
		return v == "sesion_not_found" // want `"session_not_found"`
	}
	v = e.ErrorType
	return v == stytcherror.Type("session_not_found")
}

// where all that is behind an interface are codes, one comes
type teller interface{ Tell() string }

type byValue struct{ stytcherror.Error }

func (v byValue) Tell() string { return string(v.ErrorType) }

type byPointer struct{ e *stytcherror.Error }

func (p *byPointer) Tell() string { return string(p.e.ErrorType) }

func tells(t teller) bool { return t.Tell() == "weak_pasword" } // want `"weak_password"`

// an exported one may be implemented elsewhere, by what has names of its own
type Teller interface{ TellAll() string }

func (v byValue) TellAll() string { return v.Tell() }

func tellsAll(t Teller) bool {
	return t.TellAll() == "captcha_faild" || // want `"captcha_failed"`
		t.TellAll() == "session_expired"
}

// a method that is given names of the program as well as codes
type asker interface{ ask(code string) bool }

type ended struct{}

func (ended) ask(code string) bool { return code == "sesion_not_found" }

func asks(a asker, e stytcherror.Error) bool {
	return a.ask("fast") || a.ask(string(e.ErrorType))
}
