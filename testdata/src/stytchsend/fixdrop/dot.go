package fixdrop

import (
	"context"

	. "github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// The type has no qualifier, and the group of an import goes.
func dotted(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
