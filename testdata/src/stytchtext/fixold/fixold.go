package fixold

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v11/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/stytchapi"
)

func plain(ctx context.Context, api *stytchapi.API) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
			return 401
		}
		if strings.Contains(err.Error(), "too_many_requests") { // want `searched for "too_many_requests"`
			return 429
		}
	}
	return 0
}

func inCase(ctx context.Context, api *stytchapi.API, n int) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	switch n {
	case 1:
		if err != nil && strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
			return 401
		}
	}
	return 0
}

func inElse(ctx context.Context, api *stytchapi.API, n int) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if n == 0 {
		return 1
	} else if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
	return 0
}

func named(ctx context.Context, api *stytchapi.API, e, stytchErr int) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
	return 0
}

// A goto may not jump over the variable that a fix declares.
func labelled(ctx context.Context, api *stytchapi.API) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err == nil {
		goto end
	}
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
end:
	return 0
}
