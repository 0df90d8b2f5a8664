// Package fixsuppressed holds a constant of which one use is meant as it is:
// its declaration must stay.
package fixsuppressed

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

const gone = "magic_link_not_fond"

func uses(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode the old proxy spells it like this
	if e.ErrorType == gone {
		return true
	}
	return e.ErrorType == gone // want `"magic_link_not_found"`
}

// a literal is nobody else's
func literal(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode the old proxy spells it like this
	if e.ErrorType == "sesion_not_found" {
		return true
	}
	return e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}
