package generated

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

//line template.tmpl:7
func line(ctx context.Context, api *stytchapi.API, token string) (string, error) {
	resp, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	again, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	return again.UserID + resp.UserID, nil
}
