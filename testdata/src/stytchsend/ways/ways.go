// Package ways has less common ways of the same mistake.
package ways

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type service struct{ client *stytchapi.API }

var errNobody = errors.New("nobody has this address")

func unknown(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "email_not_found"
}

func as[T error](err error) (T, bool) { return errors.AsType[T](err) }

// One function calls another in which both is done, and it is shown once.
func (s *service) outer(ctx context.Context, address string) error {
	return s.inner(ctx, address)
}

func (s *service) inner(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		s.create(ctx, address)
	}
	return err
}

// It has no result, and ends behind a branch.
func (s *service) create(ctx context.Context, address string) {
	_, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address, Name: nil})
	if err != nil {
		log.Print(err)
	}
}

// A call passes the results of another one.
func request(ctx context.Context, address string) (context.Context, *email.SendParams) {
	return ctx, &email.SendParams{Email: address}
}

func (s *service) passed(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(request(ctx, address)) // want `created by hand`
	if unknown(err) {
		s.create(ctx, address)
	}
	return err
}

// Functions are values.
func (s *service) values(ctx context.Context, address string) error {
	check := unknown
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if check(err) {
		s.create(ctx, address)
	}
	return err
}

func (s *service) generic(ctx context.Context, address string) error {
	find := as[stytcherror.Error]
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := find(err); ok && e.ErrorType == "email_not_found" {
		s.create(ctx, address)
	}
	return err
}

func run(f func()) { f() }

func (s *service) callback(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		run(func() { s.create(ctx, address) })
	}
	return err
}

type attempt struct{ err error }

func (a attempt) unknown() bool { return unknown(a.err) }

func (s *service) try(ctx context.Context, address string) (a attempt) {
	_, a.err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	return a
}

func (s *service) methods(ctx context.Context, address string) error {
	a := s.try(ctx, address) // want `created by hand`
	if a.unknown() {
		s.create(ctx, address)
	}
	return a.err
}

func (s *service) methodValues(ctx context.Context, address string) error {
	a := s.try(ctx, address) // want `created by hand`
	check := a.unknown
	if check() {
		s.create(ctx, address)
	}
	return a.err
}

// Through pointers.
func (s *service) target(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	target := &e
	if errors.As(err, target) && (target.ErrorType == "email_not_found" || (*target).ErrorType == "email_not_found") {
		s.create(ctx, address)
	}
	return err
}

func (s *service) pointers(ctx context.Context, address string) error {
	var to string
	p := &to
	*p = address
	params := email.SendParams{}
	q := &params
	q.Email = to
	_, err := s.client.MagicLinks.Email.Send(ctx, q) // want `created by hand`
	if unknown(err) {
		s.create(ctx, address)
	}
	return err
}

// An address that is made of several parts.
func (s *service) parts(ctx context.Context, name string) error {
	to := name
	to += "@example.com"
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: to}) // want `created by hand`
	if unknown(err) {
		s.create(ctx, to)
	}
	return err
}

// Statuses that say the same.
func (s *service) status(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode >= 400 && 500 > e.StatusCode && 404 == e.StatusCode && e.ErrorType == "email_not_found" {
		s.create(ctx, address)
	}
	return err
}

// The error is embedded in another one.
type annotated struct {
	stytcherror.Error
	op string
}

func (s *service) embedded(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) {
		if a := (annotated{Error: e, op: "send"}); a.ErrorType == "email_not_found" {
			s.create(ctx, address)
		}
	}
	return err
}

// It is wrapped, as a value.
func (s *service) wrapped(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok {
		err = fmt.Errorf("send: %w", e)
	}
	if unknown(err) {
		s.create(ctx, address)
	}
	return err
}

// It is printed.
func (s *service) printed(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err != nil && strings.Contains(fmt.Sprint(err), "email_not_found") {
		s.create(ctx, address)
	}
	return err
}

func (s *service) printedCode(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && fmt.Sprintf("%s", e.ErrorType) == "email_not_found" {
		s.create(ctx, address)
	}
	return err
}

// An error of the program's own stands for it, on either side.
func translate(err error) error {
	if unknown(err) {
		return errNobody
	}
	return err
}

func (s *service) yoda(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if errNobody == translate(err) {
		s.create(ctx, address)
	}
	return err
}

// It is within an error with a type of its own.
type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + ": " + e.err.Error() }

func (e *opError) Unwrap() error { return e.err }

func (s *service) within(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		err = &opError{"send", errNobody}
	}
	if errors.Is(err, errNobody) {
		s.create(ctx, address)
	}
	return err
}

// It is told in what is deferred.
func (s *service) deferred(ctx context.Context, address string) (err error) {
	defer func() {
		if unknown(err) {
			s.create(ctx, address)
		}
	}()
	_, err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	return err
}
