package broken

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// What compiles is followed.
func sound(ctx context.Context, api *stytchapi.API, token string) {
	var unused int
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	typeErrors(ctx, api, token)
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line 13`
}

// What does not compile is not.
func typeErrors(ctx context.Context, api *stytchapi.API, token string) {
	var n int = "no"
	undefined.Call(token)
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	missing(token)
	for x, y := range nothing {
		x.y(y, token)
	}
	switch z := unknown.(type) {
	case oauth.Missing:
		z.Token = token
	}
	_ = api.Nothing.Authenticate(ctx, &oauth.Nothing{Token: token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, Nothing: n, nothing})
	api.OAuth.Authenticate(ctx)
	api.OAuth.Authenticate()
	a, b, c := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: undefinedToken})
	return a, b, c
}

func (missing) method(token string) { return token }

func noResult(token string) (string, error) {
	return token
	x := &oauth.AuthenticateParams{Token: token
}
