// Package lookalikes holds types that are named like the SDK's and are others.
package lookalikes

import (
	"errors"

	sdk "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchcode/lookalikes/stytcherror"
)

// a package named stytcherror that is not the SDK's
func local(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && (e.ErrorType == "sesion_not_found" || e.ErrorType == stytcherror.Type("foo_bar_baz"))
}

// beside the SDK's
func both(err error) bool {
	var e sdk.Error
	return errors.As(err, &e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// types named Error and OAuth2Error
type Error struct{ ErrorType string }

type OAuth2Error struct{ ErrorType sdk.URL }

func named(e Error, o OAuth2Error) bool {
	return e.ErrorType == "sesion_not_found" || o.ErrorType == "invalid_grnt"
}

// a variable, a function and a method named ErrorType
var ErrorType = "sesion_not_found"

type response struct{ body string }

func (r response) ErrorType() string { return r.body }

func others(r response) bool {
	return ErrorType == "sesion_not_found" || r.ErrorType() == "sesion_not_found"
}

// a struct that is written out, with the same field
func anonymous(e struct{ ErrorType string }) bool { return e.ErrorType == "sesion_not_found" }

// a struct of the program with a field of the code's type, which others may fill
type Report struct{ Kind sdk.Type }

func report(r Report) bool {
	return r.Kind == "foo_bar_baz" || r.Kind == "sesion_not_found" // want `"session_not_found"`
}
