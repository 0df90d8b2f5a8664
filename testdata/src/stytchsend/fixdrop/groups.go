package fixdrop

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func groups(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
