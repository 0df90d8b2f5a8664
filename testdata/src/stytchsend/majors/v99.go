package majors

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v99/stytch/consumer"
	"github.com/stytchauth/stytch-go/v99/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v99/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v99/stytch/stytcherror"
)

// There is nothing else to call.
func linkV99(ctx context.Context, c *consumer.MagicLinksEmailClient, u *consumer.UsersClient, address string) error {
	_, err := c.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = u.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
