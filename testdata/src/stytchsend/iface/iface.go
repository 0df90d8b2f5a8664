// Package iface sends through interfaces of its own.
package iface

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type links interface {
	Send(context.Context, *email.SendParams) (*email.SendResponse, error)
}

type userMaker interface {
	Create(context.Context, *users.CreateParams) (*users.CreateResponse, error)
}

// signer is implemented once.
type signer interface {
	SignUp(ctx context.Context, address string) error
}

type maker struct{ users userMaker }

func (m *maker) SignUp(ctx context.Context, address string) error { // want SignUp:`creates`
	_, err := m.users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

// other is implemented twice.
type other interface {
	Enter(ctx context.Context, address string) error
}

type one struct{ users userMaker }

func (o one) Enter(ctx context.Context, address string) error { // want Enter:`creates`
	_, err := o.users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

type two struct{}

func (two) Enter(context.Context, string) error { return nil }

type service struct {
	links links
	users userMaker
	sign  signer
	other other
}

func unknown(err error) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && e.ErrorType == "email_not_found"
}

func (s service) direct(ctx context.Context, address string) error {
	_, err := s.links.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = s.users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s service) through(ctx context.Context, address string) error {
	_, err := s.links.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		return s.sign.SignUp(ctx, address)
	}
	return err
}

func (s service) notCertain(ctx context.Context, address string) error {
	_, err := s.links.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		return s.other.Enter(ctx, address)
	}
	return err
}

// A generic type implements signer, too, but nothing is known of it.
type box[T any] struct{ value T }

func (box[T]) SignUp(context.Context, string) error { return nil }
