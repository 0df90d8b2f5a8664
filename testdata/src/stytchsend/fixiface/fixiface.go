// Package fixiface has interfaces of its own, of which one has the twin.
package fixiface

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type sender interface {
	Send(context.Context, *email.SendParams) (*email.SendResponse, error)
}

type links interface {
	sender
	LoginOrCreate(context.Context, *email.LoginOrCreateParams) (*email.LoginOrCreateResponse, error)
}

type creator interface {
	Create(context.Context, *users.CreateParams) (*users.CreateResponse, error)
}

func has(ctx context.Context, l links, c creator, address string) error {
	_, err := l.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func lacks(ctx context.Context, l sender, c creator, address string) error {
	_, err := l.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// other has a method with the name of the twin.
type other interface {
	sender
	LoginOrCreate(*email.LoginOrCreateParams) error
}

func differs(ctx context.Context, l other, c creator, address string) error {
	_, err := l.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// byValue takes the parameters by value.
type byValue interface {
	sender
	LoginOrCreate(context.Context, email.LoginOrCreateParams) (*email.LoginOrCreateResponse, error)
}

func values(ctx context.Context, l byValue, c creator, address string) error {
	_, err := l.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
