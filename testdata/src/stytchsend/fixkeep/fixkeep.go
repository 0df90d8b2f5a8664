// Package fixkeep has branches that stay behind, although they never run.
package fixkeep

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func codeOf(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

func guard(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if codeOf(err) != "email_not_found" {
		return err
	}
	if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
		return err
	}
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	return err
}

func cases(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch codeOf(err) {
	case "too_many_requests":
		return errors.New("later")
	case "email_not_found":
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func otherwise(ctx context.Context, c *stytchapi.API, address string) (err error) {
	if _, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}); codeOf(err) == "email_not_found" { // want `created by hand`
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if err != nil {
		return errors.New("later")
	}
	return err
}

func unused(ctx context.Context, c *stytchapi.API, address string) {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if codeOf(err) == "email_not_found" {
		_, _ = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
}

func flag(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	found := codeOf(err) != "email_not_found"
	if !found {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
