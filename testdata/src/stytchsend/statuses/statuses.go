// Package statuses is checked with a catalog in which email_not_found comes with
// 404, and by one source with 400.
package statuses

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func first(ctx context.Context, api *stytchapi.API, address string) error {
	_, err := api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode == 404 {
		_, err = api.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func second(ctx context.Context, api *stytchapi.API, address string) error {
	_, err := api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode == 400 {
		_, err = api.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func both(ctx context.Context, api *stytchapi.API, address string) error {
	_, err := api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode < 500 {
		_, err = api.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// This never runs, which is another check's matter.
func neither(ctx context.Context, api *stytchapi.API, address string) error {
	_, err := api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode == 401 {
		_, err = api.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
