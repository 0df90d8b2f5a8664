package silent

import (
	"context"
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

// Not everybody may sign up: LoginOrCreate would not ask.

type policy interface {
	Allows(address string) bool
	Check(ctx context.Context, address string) error
}

type gate struct {
	service
	open   bool
	policy policy
}

func (g *gate) flag(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if g.open && unknown(err) {
		_, err = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (g *gate) flagBehind(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) && g.open {
		_, err = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (g *gate) invited(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		if !g.policy.Allows(address) {
			return errNoAccount
		}
		_, err = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (g *gate) checked(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if !unknown(err) {
		return err
	}
	if err := g.policy.Check(ctx, address); err != nil {
		return err
	}
	_, err = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

func (g *gate) domain(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	switch {
	case unknown(err) && strings.HasSuffix(address, "@example.com"):
		_, err = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
		return err
	case unknown(err):
		return errors.New("ask your administrator")
	}
	return err
}

func (g *gate) helper(ctx context.Context, address string) error {
	_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		return g.maybeCreate(ctx, address)
	}
	return err
}

func (g *gate) maybeCreate(ctx context.Context, address string) error {
	if !g.open {
		return errNoAccount
	}
	_, err := g.client.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

// The loop has no end, and each round another address.
func (g *gate) forever(ctx context.Context, addresses chan string) {
	for {
		address := <-addresses
		_, err := g.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
		if unknown(err) {
			if !g.policy.Allows(address) {
				continue
			}
			_, _ = g.client.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}
}
