package values

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Of what is not there, nothing is spent.
func nothing(ctx context.Context, api *stytchapi.API) error {
	if _, err := api.OAuth.Authenticate(ctx, nil); err != nil {
		return err
	}
	if _, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{}); err != nil {
		return err
	}
	if _, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{}); err != nil {
		return err
	}
	_, err := api.OAuth.Authenticate(ctx, nil)
	return err
}
