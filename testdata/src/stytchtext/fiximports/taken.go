package fiximports

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
)

func taken(ctx context.Context, errors []error) bool {
	_, err := API.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return true
	}
	return strings.Contains("a", "b")
}
