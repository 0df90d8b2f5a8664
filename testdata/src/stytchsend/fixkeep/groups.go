package fixkeep

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"

	"log"
)

// Two groups would be empty.
func groups(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		log.Print("new")
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
