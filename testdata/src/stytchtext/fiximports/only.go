package fiximports

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
)

func only(ctx context.Context) int {
	_, err := API.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
	return 0
}
