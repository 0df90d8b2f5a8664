// Package unknownoff is checked with unknown names switched off.
package unknownoff

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func unknown(e stytcherror.Error) bool {
	switch e.ErrorType {
	// unknown
	case "foo_bar_baz":
	// wrong for sure
	case "sesion_not_found": // want `"session_not_found"`
	case "session_expired": // want `"session_not_found"`
	}
	// unknown parts, and wrong ones
	return strings.HasPrefix(string(e.ErrorType), "fox_") ||
		strings.HasPrefix(string(e.ErrorType), "Invalid_") // want `"invalid_"`
}

// a comment that silences an unknown name is of use elsewhere
func suppressed(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode our gateway adds it
	return e.ErrorType == "foo_bar_baz"
}

// one that silences nothing is not
func unused(e stytcherror.Error) bool {
	//stytchlint:ignore stytchcode our gateway added it // want `silences nothing`
	return e.ErrorType == "session_not_found"
}
