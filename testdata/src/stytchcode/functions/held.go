package functions

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var (
	sameFold  = strings.EqualFold
	errorsAs  = errors.As
	beginning = strings.HasPrefix // which init replaces
)

func init() { beginning = func(string, string) bool { return false } }

// functions of the standard library that variables hold
func held(err error) bool {
	var e stytcherror.Error
	begins := strings.HasPrefix
	return errorsAs(err, &e) &&
		(sameFold(string(e.ErrorType), "Sesion_Not_Found") || // want `"session_not_found"`
			begins(string(e.ErrorType), "invalid-") || // want `no Stytch error code begins with "invalid-"`
			beginning(string(e.ErrorType), "invalid-"))
}
