// Package fixnone has calls that cannot be exchanged without another change.
package fixnone

import (
	"context"
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type store interface{ Insert(id string) error }

func unknown(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "email_not_found"
}

// The program keeps a record of every user.
func record(ctx context.Context, c *stytchapi.API, s store, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, err := c.Users.Create(ctx, &users.CreateParams{Email: address})
		if err != nil {
			return err
		}
		return s.Insert(user.UserID)
	}
	return err
}

// New users get another answer.
func answer(c *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	_, err := c.MagicLinks.Email.Send(r.Context(), &email.SendParams{Email: r.FormValue("email")}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(r.Context(), &users.CreateParams{Email: r.FormValue("email")})
		w.WriteHeader(http.StatusCreated)
	}
	if err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
	}
}

// The caller is told.
func told(ctx context.Context, c *stytchapi.API, address string) (created bool, err error) {
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		return true, err
	}
	return false, err
}

// The caller wants Send's response.
func response(ctx context.Context, c *stytchapi.API, address string) (*email.SendResponse, error) {
	resp, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return resp, err
}

func shared(ctx context.Context, c *stytchapi.API, p *email.SendParams) error {
	_, err := c.MagicLinks.Email.Send(ctx, p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: p.Email})
	}
	return err
}

// Something else is done for them before.
func before(ctx context.Context, c *stytchapi.API, address string, count *int) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		*count++
	}
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// New users are pending.
func pending(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address, CreateUserAsPending: true})
	}
	return err
}

// New users get another link.
func welcome(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address, LoginMagicLinkURL: "https://example.com/welcome"})
	}
	return err
}

func inviteLink(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `invited by hand`
	if unknown(err) {
		_, err = c.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: address, InviteMagicLinkURL: "https://example.com/invite"})
	}
	return err
}

// The parameters are made elsewhere.
func made(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func link(address string) *email.SendParams { return &email.SendParams{Email: address} }
