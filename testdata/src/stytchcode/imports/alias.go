// Package imports holds imports under other names.
package imports

import (
	"errors"

	serr "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// the package has another name here
func alias(err error) bool {
	var e serr.Error
	return errors.As(err, &e) && (e.ErrorType == "sesion_not_found" || e.ErrorType == serr.Type("weak_pasword")) // want `"session_not_found"` `"weak_password"`
}
