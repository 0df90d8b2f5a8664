// Package web knows the SDK by other packages alone.
package web

import (
	"context"
	"errors"
	"net/http"

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
