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

func unknown(err error) bool { return codeOf(err) == "email_not_found" }

// A comment stands behind the branch.
func ended(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} // else it was sent
	return err
}

// A comment stands alone.
func alone(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`

	// Perhaps it was sent.

	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// A comment stands before a declaration.
func commented(ctx context.Context, c *stytchapi.API, address string) error {
	// The user is shown.
	var user *users.CreateResponse
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		println(user.UserID)
	}
	return err
}

// Another case goes on in the next.
func fallsThrough(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch codeOf(err) {
	case "invalid_email":
		println("invalid")
		fallthrough
	case "too_many_requests":
		return errors.New("later")
	case "email_not_found":
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The branch is another one's.
func elseIf(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	} else if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// A comment may belong to the case.
func commentBehind(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch codeOf(err) {
	case "email_not_found":
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	// The others wait.
	case "too_many_requests":
		return errors.New("later")
	}
	return err
}

// Comments in a column stay there, so nothing is mended.
func column(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	wait := codeOf(err) == "too_many_requests"                                // for a moment
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	if wait {
		return nil
	}
	return err
}
