package helper

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// An opError says what was tried.
type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return fmt.Sprintf("%s: %v", e.op, e.err) }
func (e *opError) Unwrap() error { return e.err }

// A kindError is the same as errNobody if its code says so.
type kindError struct{ code string }

func (e kindError) Error() string { return e.code }

func (e kindError) Is(target error) bool {
	return target == errNobody && e.code == "email_not_found"
}

// A constError is a constant.
type constError string

func (e constError) Error() string { return string(e) }

const (
	errUnknown constError = "unknown"
	errBusy    constError = "busy"
)

func (s *service) unwrapped(ctx context.Context, address string) error {
	err := s.op(ctx, address) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode == 404 {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) op(ctx context.Context, address string) error {
	if _, err := s.client.MagicLinks.Email.Send(ctx, link(address)); err != nil {
		return &opError{op: "send", err: err}
	}
	return nil
}

func (s *service) unwrappedType(ctx context.Context, address string) error {
	err := s.op(ctx, address) // want `created by hand`
	if e, ok := errors.AsType[stytcherror.Error](fmt.Errorf("login: %w", err)); ok && e.ErrorType == "email_not_found" {
		return s.create(ctx, address)
	}
	return err
}

// What an error says of itself by a method is not followed.
func (s *service) ownIs(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address))
	var e stytcherror.Error
	if errors.As(err, &e) {
		err = kindError{code: string(e.ErrorType)}
	}
	if errors.Is(err, errNobody) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) constant(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	switch codeOf(err) {
	case "email_not_found":
		err = errUnknown
	case "too_many_requests":
		err = errBusy
	}
	if errors.Is(err, errUnknown) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) otherConstant(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address))
	switch codeOf(err) {
	case "email_not_found":
		err = errUnknown
	case "too_many_requests":
		err = errBusy
	}
	if errors.Is(err, errBusy) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) methodValue(ctx context.Context, address string) error {
	send := s.client.MagicLinks.Email.Send
	create := s.client.Users.Create
	_, err := send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if is(err, "email_not_found") {
		_, err = create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) attempts(ctx context.Context, address string) (err error) {
	for attempt := 0; attempt < 2; attempt++ {
		_, err = s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
		if attempt == 0 && is(err, "email_not_found") {
			if err = s.create(ctx, address); err == nil {
				continue
			}
		}
		break
	}
	return err
}

func (s *service) result(ctx context.Context, address string) error {
	r := s.try(ctx, address) // want `created by hand`
	if r.unknown {
		return s.create(ctx, address)
	}
	return r.err
}

type tried struct {
	unknown bool
	err     error
}

func (s *service) try(ctx context.Context, address string) (r tried) {
	_, err := s.client.MagicLinks.Email.Send(ctx, ptr(email.SendParams{Email: address}))
	r.err = err
	r.unknown = is(err, "email_not_found")
	return r
}

func ptr[T any](v T) *T { return &v }
