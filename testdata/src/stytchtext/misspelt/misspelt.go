package misspelt

import (
	"context"
	"regexp"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func search(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	switch {
	case strings.Contains(err.Error(), "sesion_not_found"): // want `^the text of an SDK error is searched for "sesion_not_found", which is no error code; compare ErrorType of a stytcherror.Error \(found with errors.As\) with "session_not_found" instead$`
	case strings.Contains(err.Error(), "session_expired"): // want `"session_expired", which is no error code; .* with "session_not_found" instead`
	case strings.Contains(err.Error(), "SESSION_NOT_FOUND"): // want `"SESSION_NOT_FOUND", which is no error code`
	case strings.Contains(err.Error(), "type: user_notfound"): // want `"user_notfound", which is no error code; .* with "user_not_found"`
	case strings.Contains(err.Error(), "session not found"): // want `"session not found", which is no error code; .* with "session_not_found"`
	case err.Error() == "too-many-requests": // want `compared with "too-many-requests", which is no error code`
	case regexp.MustCompile("session_not_fuond").MatchString(err.Error()): // want `"session_not_fuond", which is no error code`

	case strings.Contains(err.Error(), "access_denied"): // want `"access_denied", which is no error code; .* with "session_authorization_error" or "unauthorized_action" instead`
	case strings.Contains(err.Error(), "deeplink_missing_token"): // want `"deeplink_missing_token", which is no error code; compare ErrorType .*errors.As\) instead`

	// Unknown, or a word of the text.
	case strings.Contains(err.Error(), "INTERNAL_ERROR"):
	case strings.Contains(err.Error(), "our_gateway_is_down"):
	case strings.Contains(err.Error(), "error_type: "):
	case strings.Contains(err.Error(), "not found"):
	case strings.Contains(err.Error(), "unauthorized"):
	case strings.Contains(err.Error(), "no such host"):
	case strings.Contains(err.Error(), "i/o timeout"):
	}
	return false
}

// Of an error of unknown origin, no more than exact names are judged.
func anyError(err error) bool {
	return strings.Contains(err.Error(), "sesion_not_found") || strings.Contains(err.Error(), "session not found")
}
