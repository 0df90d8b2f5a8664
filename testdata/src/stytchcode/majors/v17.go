package majors

import (
	"errors"

	"github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
)

// v17 of the SDK
func v17(err error) int {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return 500
	}
	switch e.ErrorType {
	case "session_not_found":
		return 401
	case "sesion_not_found": // want `"sesion_not_found" is not .*"session_not_found"`
		return 401
	}
	if string(e.ErrorType) == "foo_bar_baz" { // want `"foo_bar_baz" is not in the Stytch catalog`
		return 400
	}
	return 500
}
