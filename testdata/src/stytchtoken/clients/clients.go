// Package clients holds tokens that are spent on one client or on two.
package clients

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"stytchtoken/authn"
)

type app struct {
	api   *stytchapi.API
	other *stytchapi.API
	byID  map[string]*stytchapi.API
	list  []*stytchapi.API
}

func (a *app) client() *stytchapi.API                    { return a.api }
func (a *app) clientOf(name string) *stytchapi.API       { return a.byID[name] }
func client() *stytchapi.API                             { return shared }
func auth(c *consumer.OAuthClient) *consumer.OAuthClient { return c }
func params(token string) *oauth.AuthenticateParams      { return &oauth.AuthenticateParams{Token: token} }

var shared, spare *stytchapi.API

// After a failure, the same client is asked the same once more.
func (a *app) field(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.api.OAuth.Authenticate(ctx, p); err != nil {
		a.api.OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func (a *app) otherField(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.api.OAuth.Authenticate(ctx, p); err != nil {
		a.other.OAuth.Authenticate(ctx, p)
	}
}

func (a *app) call(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.client().OAuth.Authenticate(ctx, p); err != nil {
		a.client().OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func (a *app) callOfOther(ctx context.Context, b *app, token string) {
	p := params(token)
	if _, err := a.client().OAuth.Authenticate(ctx, p); err != nil {
		b.client().OAuth.Authenticate(ctx, p)
	}
}

func (a *app) callWith(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.clientOf("live").OAuth.Authenticate(ctx, p); err != nil {
		a.clientOf("live").OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func (a *app) callWithOther(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.clientOf("live").OAuth.Authenticate(ctx, p); err != nil {
		a.clientOf("test").OAuth.Authenticate(ctx, p)
	}
}

func function(ctx context.Context, token string) {
	p := params(token)
	if _, err := client().OAuth.Authenticate(ctx, p); err != nil {
		client().OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func functionOrVariable(ctx context.Context, token string) {
	p := params(token)
	if _, err := client().OAuth.Authenticate(ctx, p); err != nil {
		shared.OAuth.Authenticate(ctx, p)
	}
}

func (a *app) element(ctx context.Context, name, token string) {
	p := params(token)
	if _, err := a.byID[name].OAuth.Authenticate(ctx, p); err != nil {
		a.byID[name].OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func (a *app) otherElement(ctx context.Context, name, token string) {
	p := params(token)
	if _, err := a.byID[name].OAuth.Authenticate(ctx, p); err != nil {
		a.byID["spare"].OAuth.Authenticate(ctx, p)
	}
}

func (a *app) numbered(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.list[0].OAuth.Authenticate(ctx, p); err != nil {
		a.list[1].OAuth.Authenticate(ctx, p)
		return
	}
}

func pointer(ctx context.Context, c **stytchapi.API, token string) {
	p := params(token)
	if _, err := (*c).OAuth.Authenticate(ctx, p); err != nil {
		(*c).OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func global(ctx context.Context, token string) {
	p := params(token)
	if _, err := shared.OAuth.Authenticate(ctx, p); err != nil {
		shared.OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func globals(ctx context.Context, token string) {
	p := params(token)
	if _, err := shared.OAuth.Authenticate(ctx, p); err != nil {
		spare.OAuth.Authenticate(ctx, p)
	}
}

func ofPackage(ctx context.Context, token string) {
	p := params(token)
	if _, err := authn.Client.OAuth.Authenticate(ctx, p); err != nil {
		authn.Client.OAuth.Authenticate(ctx, p) // want `so a retry`
	}
}

func ofPackages(ctx context.Context, token string) {
	p := params(token)
	if _, err := authn.Client.OAuth.Authenticate(ctx, p); err != nil {
		authn.Spare.OAuth.Authenticate(ctx, p)
	}
}

func wrapped(ctx context.Context, a *app, token string) {
	p := params(token)
	if _, err := auth(a.api.OAuth).Authenticate(ctx, p); err != nil {
		auth(a.api.OAuth).Authenticate(ctx, p) // want `so a retry`
	}
}

func wrappedOther(ctx context.Context, a *app, token string) {
	p := params(token)
	if _, err := auth(a.api.OAuth).Authenticate(ctx, p); err != nil {
		auth(a.other.OAuth).Authenticate(ctx, p)
	}
}

// A function value leads to no client that could be told.
func value(ctx context.Context, a *app, token string) {
	p := params(token)
	f := a.api.OAuth.Authenticate
	if _, err := f(ctx, p); err != nil {
		f(ctx, p)
	}
}

// The field is another by then.
func (a *app) rotated(ctx context.Context, token string) {
	p := params(token)
	if _, err := a.api.OAuth.Authenticate(ctx, p); err != nil {
		a.api = a.other
		a.api.OAuth.Authenticate(ctx, p)
	}
}
