// Package main is a program: nobody imports it, so that what is exported in it
// is all in view.
package main

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Gone is exported to nobody: its declaration may be changed.
const Gone = "sesion_not_found"

// Messages is nobody else's.
var Messages = map[string]string{
	"foo_bar_baz":  "unknown", // want `"foo_bar_baz" is not in the Stytch catalog`
	"weak_pasword": "weak",    // want `"weak_password"`
}

// Failure is filled here alone.
type Failure struct{ Code string }

// IsBlocked is called here alone.
func IsBlocked(code string) bool {
	return code == "foo_bar_bay" || // want `"foo_bar_bay"`
		code == "session_expired" // want `"session_not_found"`
}

func main() {
	var e stytcherror.Error
	if !errors.As(run(), &e) {
		return
	}
	f := Failure{Code: string(e.ErrorType)}
	if IsBlocked(f.Code) || f.Code == "foo_bar_bax" || e.ErrorType == Gone { // want `"foo_bar_bax"` `"session_not_found"`
		println(Messages[f.Code])
	}
}

func run() error { return nil }
