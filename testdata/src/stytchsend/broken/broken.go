// Package broken does not compile.
package broken

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func whole(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// What does not compile is left out.
func start(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address, Gone: missing()})
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		undefined(e)
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err, err
}

func other(ctx context.Context, c *stytchapi.API, address nothing) (string, error) {
	x, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}, 5)
	var e stytcherror.Nothing
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		return c.Users.Create(ctx, &users.CreateParams{address})
	}
	switch y := x.(type) {
	case missing:
		return y.foo
	}
	for i := range missing {
		c.Nothing.Send(i)
	}
	return undefined[5](err...), x.y.z
}
