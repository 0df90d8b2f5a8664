// Package oauth2 holds codes of stytcherror.OAuth2Error, which draws from
// another set than stytcherror.Error.
package oauth2

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func oauth2(err error) int {
	var e stytcherror.OAuth2Error
	if !errors.As(err, &e) {
		return 500
	}
	switch e.ErrorType {
	case "invalid_grant", "slow_down", "invalid_request": // registered codes
		return 400
	case "invalid_grnt": // want `"invalid_grnt" is not an OAuth 2.0 error code; did you mean "invalid_grant"\?`
		return 400
	case "foo_bar_baz": // want `"foo_bar_baz" is not in the catalog of OAuth 2.0 error codes`
		return 400
	case "session_not_found": // want `"session_not_found" is an error code of Stytch's API, but OAuth2Error carries those of OAuth 2.0`
		return 404
	}
	// a converted code
	if string(e.ErrorType) == "slow_donw" { // want `"slow_donw" is not an OAuth 2.0 error code; did you mean "slow_down"\?`
		return 429
	}
	return 500
}

// the other way round: what only OAuth 2.0 has is no code of the API
func api(e stytcherror.Error) bool {
	return e.ErrorType == "invalid_grant" || // want `"invalid_grant".*not in the Stytch catalog`
		e.ErrorType == "invalid_request_uri" || // want `"invalid_request_uri".*not in the Stytch catalog`
		e.ErrorType == "invalid_client" // both sets have it
}

// known inventions of one set are real codes of the other
func inventedHere(e stytcherror.Error, o stytcherror.OAuth2Error) bool {
	return e.ErrorType == "access_denied" || // want `"access_denied" is not a Stytch error code.*"session_authorization_error"`
		o.ErrorType == "access_denied"
}

// either of the two errors: a code of either set will do
func either(err error) bool {
	var code stytcherror.Type
	var e stytcherror.Error
	var o stytcherror.OAuth2Error
	switch {
	case errors.As(err, &e):
		code = e.ErrorType
	case errors.As(err, &o):
		code = o.ErrorType
	}
	return code == "invalid_grant" || code == "session_not_found" ||
		code == "sesion_not_found" || // want `"session_not_found"`
		code == "foo_bar_baz" // want `"foo_bar_baz"`
}

// a helper for both sets is judged by both
func isExpired(code stytcherror.Type) bool {
	return code == "expired_token" || code == "session_not_found"
}

func both(e stytcherror.Error, o stytcherror.OAuth2Error) bool {
	return isExpired(e.ErrorType) || isExpired(o.ErrorType)
}
