// Package fixparts holds what is written in the place of a part of a code.
package fixparts

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func parts(e stytcherror.Error) {
	code := string(e.ErrorType)
	// in the wrong case
	_ = strings.HasPrefix(code, "Invalid_") // want `"invalid_"`
	_ = strings.Contains(code, `NOT_FOUND`) // want `"not_found"`
	// a whole code
	_ = strings.Contains(code, "magic_link_not_fond") // want `"magic_link_not_found"`
	// unknown: nothing to write
	_ = strings.HasPrefix(code, "sesion_") // want `begins with "sesion_"`
}
