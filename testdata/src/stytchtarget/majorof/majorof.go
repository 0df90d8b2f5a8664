// Package majorof hands on an error of one major version of the SDK.
package majorof

import (
	"context"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func Session(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return fmt.Errorf("session: %w", err)
}
