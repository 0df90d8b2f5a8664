package fixdrop

import (
	stdctx "context"

	mail "github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

// Imports that stay have names.
func named(ctx stdctx.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &mail.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
