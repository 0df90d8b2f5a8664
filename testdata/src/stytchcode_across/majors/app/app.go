// Package app moves from one version of the SDK to another.
package app

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchcode_across/majors/five"
	"stytchcode_across/majors/old"
	"stytchcode_across/majors/seventeen"
)

func all(err error) {
	// four versions side by side
	var e stytcherror.Error
	_ = errors.As(err, &e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
	_ = five.Is(err, "sesion_not_found")                        // want `"session_not_found"\? \(five.Is compares it with ErrorType\)$`
	_ = five.Code(err) == "weak_pasword"                        // want `"weak_password"`
	_ = old.Code(err) == "user_notfound"                        // want `"user_not_found"`
	_ = string(e.ErrorType) == five.Code(err)

	// the codes of OAuth 2.0 are others
	_ = seventeen.IsOAuth2(err, "invalid_grnt")        // want `"invalid_grnt" is not an OAuth 2.0 error code; did you mean "invalid_grant"`
	_ = seventeen.IsOAuth2(err, "session_not_found")   // want `is an error code of Stytch's API`
	_ = seventeen.OAuth2Code(err) == "invalid_clientt" // want `"invalid_client"`
	_ = seventeen.Any(err) == "invalid_grant" || seventeen.Any(err) == "session_not_found"
	_ = seventeen.Any(err) == "sesion_not_found" // want `"session_not_found"`
}
