// Package lines holds calls whose findings name the right line.
package lines

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func twice(ctx context.Context, api *stytchapi.API, token string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line 12;`
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line 12;`
}

func long(ctx context.Context, api *stytchapi.API, token string) {
	api.
		OAuth.
		Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	helper(ctx, api, token) // want `already authenticated on line 20;`
}

func helper(ctx context.Context, api *stytchapi.API, token string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func failed(ctx context.Context, api *stytchapi.API, token string, early bool) {
	var err error
	if early {
		_, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	} else {
		_, err = api.OAuth.AuthenticateWithClaims(ctx, &oauth.AuthenticateParams{Token: token}, nil)
	}
	if early && err != nil {
		return
	}
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line (31|33);`
}
