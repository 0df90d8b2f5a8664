// Package fixkeep has branches that would stay behind, although they would never
// run any more; and so the call stays, too.
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

func unused(ctx context.Context, c *stytchapi.API, address string) {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if codeOf(err) == "email_not_found" {
		_, _ = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
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

// A comment tells of the guard.
func guarded(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	// Whoever has signed up is done.
	if codeOf(err) != "email_not_found" {
		return err
	}
	_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

// A comment tells of the beginning of a chain.
func chained(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	// Nobody has signed up with this address.
	if codeOf(err) == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if err != nil {
		return errors.New("later")
	}
	return err
}

// What is declared in the condition is used in what follows.
func declaredIn(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	} else if code := codeOf(err); code == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if code == "too_many_requests" {
		return errors.New("later")
	}
	return err
}

// The alternative is a block.
func alternative(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else {
		println("sent")
	}
	return err
}

// The guard stands in a branch that has an alternative.
func between(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err != nil {
		if !unknown(err) {
			return err
		}
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else {
		return nil
	}
	return err
}

// A guard with a literal of several lines.
func literal(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if !unknown(err) {
		println(`sent
	or not`)
		return err
	}
	_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

// A variable is set elsewhere, too.
func reset(ctx context.Context, c *stytchapi.API, address string) error {
	found := true
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	found = !unknown(err)
	if !found {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// A variable holds the result of something that is done.
func busy(ctx context.Context, c *stytchapi.API, address string, st interface{ Known(error) bool }) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	e, ok := err.(stytcherror.Error)
	known := st.Known(err)
	if ok && e.ErrorType == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		println(known)
	}
	return err
}

// A variable is declared with another one.
func together(ctx context.Context, c *stytchapi.API, address string) error {
	e, wait := parse(codeOf)
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		println(e)
	}
	if wait {
		return nil
	}
	return err
}

func parse(f func(error) string) (string, bool) { return f(nil), true }

func group(ctx context.Context, c *stytchapi.API, address string) error {
	var (
		user *users.CreateResponse
		err  error
	)
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		println(user.UserID)
	}
	return err
}

// The branch leaves a loop by name.
func labelled(ctx context.Context, c *stytchapi.API, addresses []string) error {
all:
	for _, address := range addresses {
		for range 3 {
			_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
			if unknown(err) {
				if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
					return err
				}
				continue all
			}
		}
	}
	return nil
}

// The guard stands in a loop.
func loop(ctx context.Context, c *stytchapi.API, address string) error {
	for {
		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
		if !unknown(err) {
			return err
		}
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
	}
}

// A comment stands behind a chain.
func behindChain(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	} else if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} // else it was not sent
	return err
}

// The branch is in another function.
func deferred(ctx context.Context, c *stytchapi.API, address string) (err error) {
	defer func() {
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}()
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	return err
}

// Something is decided before the user is created.
func decided(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		if len(address) > 80 {
			println("a long address")
		}
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// Something else asks for an error before.
func askedBefore(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err != nil {
		switch codeOf(err) {
		case "too_many_requests":
			return errors.New("later")
		}
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}
	return err
}

// Nothing else stands beside the branch.
func only(ctx context.Context, c *stytchapi.API, address string) error {
	// want +1 `created by hand`
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err != nil {
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}
	return err
}
