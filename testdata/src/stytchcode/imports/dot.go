package imports

import (
	"errors"

	. "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// the package has no name here
func dot(err error) bool {
	var e Error
	return errors.As(err, &e) && (e.ErrorType == "sesion_not_found" || e.ErrorType == Type("weak_pasword")) // want `"session_not_found"` `"weak_password"`
}

// a type alias for the code
type Code = Type

const gone Code = "magic_link_not_fond"

func typeAlias(e Error) bool {
	return e.ErrorType == gone // want `"magic_link_not_found"`
}
