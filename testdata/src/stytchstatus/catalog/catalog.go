// Package catalog is checked with a catalog of its own.
package catalog

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func own(e stytcherror.Error) {
	_ = e.StatusCode == 404 && e.ErrorType == "teapot" // want `"teapot" always comes with status 418, so this is never true together with 404`
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && e.ErrorType == "kettle"
}
