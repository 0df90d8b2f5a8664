package search

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var contains = strings.Contains

func byHeld(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err != nil && contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
}
