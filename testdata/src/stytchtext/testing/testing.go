package testing

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func authenticate(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err
}
