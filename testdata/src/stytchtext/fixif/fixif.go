//go:build go1.26

package fixif

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func plain(ctx context.Context, api *stytchapi.API) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
	if err != nil && strings.Contains(err.Error(), "too_many_requests") { // want `searched for "too_many_requests"`
		return 429
	} else if strings.Contains(err.Error(), "internal_server_error") { // want `searched for "internal_server_error"`
		return 502
	}
	return 0
}

func names(ctx context.Context, api *stytchapi.API, e, ok bool) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil && strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		if e || ok {
			return 1
		}
		return 401
	}
	return 0
}

func wrapped(ctx context.Context, api *stytchapi.API) int {
	if err := authenticate(ctx, api); err != nil {
		if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
			return 401
		}
	}
	return 0
}

func authenticate(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err
}

// What one edit cannot do.
func none(ctx context.Context, api *stytchapi.API) int {
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if !strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(err.Error(), "session_not_found") || strings.Contains(err.Error(), "too_many_requests") { // want `searched for "session_not_found"` `searched for "too_many_requests"`
		return 1
	}
	if strings.Contains(err.Error(), "sesion_not_found") || strings.HasPrefix(err.Error(), "session_not_found") { // want `"sesion_not_found", which is no error code` `searched for "session_not_found"`
		return 1
	}
	if strings.Contains(err.Error(), "session_not") { // want `searched for "session_not"`
		return 1
	}
	if strings.Contains(strings.ToLower(err.Error()), "session_not_found") { // want `searched for "session_not_found"`
		return 1
	}
	return 0
}
