package fiximports

import (
	"context"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
)

func first(ctx context.Context) int {
	_, err := API.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		return 401
	}
	return 0
}

func second(ctx context.Context) int {
	_, err := API.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "session_not_found") { // want `searched for "session_not_found"`
		fmt.Println(err)
		return 401
	}
	return 0
}
