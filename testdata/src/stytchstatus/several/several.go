// Package several asks for a code that comes with two statuses, by two sources.
package several

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var made = []error{
	stytcherror.Error{StatusCode: http.StatusNotFound, ErrorType: "oauth_token_not_found"},
	stytcherror.Error{StatusCode: http.StatusBadRequest, ErrorType: "oauth_token_not_found"},
	stytcherror.Error{StatusCode: http.StatusUnauthorized, ErrorType: "oauth_token_not_found"}, // want `^"oauth_token_not_found" comes with status 404 or 400, never with 401$`
}

func spent(e stytcherror.Error) bool {
	switch e.StatusCode {
	case http.StatusBadRequest:
		return e.ErrorType == "oauth_token_not_found"
	case http.StatusNotFound:
		return e.ErrorType == "oauth_token_not_found" || e.ErrorType == "magic_link_not_found"
	case http.StatusUnauthorized:
		return e.ErrorType == "oauth_token_not_found" // want `^"oauth_token_not_found" comes with status 404 or 400, so this is never true together with 401$`
	}
	return false
}
