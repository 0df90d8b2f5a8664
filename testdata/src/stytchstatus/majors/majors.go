// Package majors uses several versions of the SDK.
package majors

import (
	first "github.com/stytchauth/stytch-go/stytch"
	eleven "github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
	latest "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	five "github.com/stytchauth/stytch-go/v5/stytch/stytcherror"
)

func all(a first.Error, b five.Error, c eleven.Error, d latest.Error, e latest.OAuth2Error) {
	_ = a.StatusCode == 401 && a.ErrorType == "session_not_found" // want `never true`
	_ = b.StatusCode == 401 && b.ErrorType == "session_not_found" // want `never true`
	_ = c.StatusCode == 401 && c.ErrorType == "session_not_found" // want `never true`
	_ = d.StatusCode == 401 && d.ErrorType == "session_not_found" // want `never true`
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"
	_ = first.Error{StatusCode: 401, ErrorType: "session_not_found"} // want `never with 401`
}
