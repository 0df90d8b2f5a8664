package majors

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v11/stytch/consumer"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
)

func linkV11(ctx context.Context, c *consumer.MagicLinksEmailClient, u *consumer.UsersClient, address string) error {
	_, err := c.Send(ctx, &email.SendParams{Email: address}) // want `MagicLinks.Email.LoginOrCreate sends the link`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = u.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
