// Package web asks Stytch by other packages alone.
package web

import (
	"context"
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"

	"stytchsend/layers/accounts"
	"stytchsend/layers/authx"
)

type server struct{ accounts *accounts.Service }

func (s server) is(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `an unknown email address is created by hand`
	if authx.Is(err, "email_not_found") {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) isUnknown(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	if authx.IsUnknown(err) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) code(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	switch authx.Code(err) {
	case "email_not_found":
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) codes(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	if authx.Unknown(authx.Code(err)) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) as(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	if e, ok := authx.As(err); ok && e.ErrorType == "email_not_found" {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) mark(w http.ResponseWriter, r *http.Request) {
	account := accounts.Account{Address: r.FormValue("email")}
	err := s.accounts.Login(r.Context(), account) // want `created by hand`
	if errors.Is(err, authx.ErrUnknownAddress) {
		err = s.accounts.Create(r.Context(), &account)
	}
	authx.Log(err)
}

func (s server) given(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	return s.accounts.CreateIfUnknown(ctx, address, err)
}

func (s server) otherCode(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address)
	if authx.Is(err, "user_not_found") {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) otherAddress(ctx context.Context, address, inviter string) error {
	err := s.accounts.Send(ctx, address)
	if authx.IsUnknown(err) {
		return s.accounts.Create(ctx, &accounts.Account{Address: inviter})
	}
	return err
}

func (s server) rejected(ctx context.Context, address string) error {
	err := s.accounts.Login(ctx, accounts.Account{Address: address})
	if errors.Is(err, authx.ErrUnknownAddress) {
		return errors.New("sign up first")
	}
	return err
}

func (s server) resent(ctx context.Context, address string) error {
	err := s.accounts.Resend(ctx, address) // want `created by hand`
	if authx.IsUnknown(err) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

// The account comes from the caller.
func (s server) account(ctx context.Context, a accounts.Account) error {
	err := s.accounts.Login(ctx, a) // want `created by hand`
	if errors.Is(err, authx.ErrUnknownAddress) {
		return s.accounts.Create(ctx, &a)
	}
	return err
}

// An error of the program's own is no answer of Stytch.
var errBusy = errors.New("busy")

func (s server) own(ctx context.Context, address string) error {
	if err := s.accounts.Send(ctx, address); err != nil {
		if authx.IsUnknown(errBusy) {
			return s.accounts.Create(ctx, &accounts.Account{Address: address})
		}
		return err
	}
	return nil
}

// On these paths the call went well, or failed with another code.
func (s server) wentWell(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address)
	if err == nil && authx.IsUnknown(err) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) twice(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address)
	if authx.IsUnknown(err) {
		if authx.Is(err, "too_many_requests") {
			return s.accounts.Create(ctx, &accounts.Account{Address: address})
		}
		return errors.New("sign up first")
	}
	return err
}

// It is wrapped before it is asked.
func (s server) wrapped(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	if err != nil {
		err = errors.Join(errors.New("send"), err)
	}
	if authx.IsUnknown(err) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) fails(ctx context.Context, address string) error {
	if s.accounts.Fails(ctx, address, "email_not_found") { // want `created by hand`
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return nil
}

func (s server) failsOtherwise(ctx context.Context, address string) error {
	if s.accounts.Fails(ctx, address, "invalid_email") {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return nil
}

// The code is not in view.
func (s server) failsFor(ctx context.Context, address string) error {
	if s.accounts.FailsFor(ctx, address, "email_not_found", nil) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return nil
}

func (s server) failsAgain(ctx context.Context, address string) error {
	if s.accounts.Fails(ctx, address, authx.Last.ErrorType) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return nil
}

// The codes are gone once the function is left that names them.
func (s server) send(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address)
	if authx.OneOf(err, "email_not_found", "user_not_found") {
		return errUnknown
	}
	return err
}

var errUnknown = errors.New("unknown")

func (s server) sentinel(ctx context.Context, address string) error {
	err := s.send(ctx, address) // want `created by hand`
	if errors.Is(err, errUnknown) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) sendOtherwise(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address)
	if authx.OneOf(err, "invalid_email", "user_not_found") {
		return errUnknown
	}
	return err
}

func (s server) sentinelOtherwise(ctx context.Context, address string) error {
	err := s.sendOtherwise(ctx, address)
	if errors.Is(err, errUnknown) {
		return s.accounts.Create(ctx, &accounts.Account{Address: address})
	}
	return err
}

func (s server) isNew(ctx context.Context, address string) error {
	err := s.accounts.Send(ctx, address) // want `created by hand`
	if authx.IsUnknown(err) {
		return s.accounts.New(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s server) isNewWithName(ctx context.Context, address, name string) error {
	err := s.accounts.Send(ctx, address)
	if authx.IsUnknown(err) {
		return s.accounts.New(ctx, &users.CreateParams{Email: address, Name: &users.Name{FirstName: name}})
	}
	return err
}
