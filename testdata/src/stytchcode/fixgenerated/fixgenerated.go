// Package fixgenerated holds files that are not for people to change.
package fixgenerated

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// a constant that is declared in the generated file is not changed either
func written(e stytcherror.Error) bool {
	return e.ErrorType == generatedCode || // want `"weak_password"`
		e.ErrorType == "user_notfound" // want `"user_not_found"`
}
