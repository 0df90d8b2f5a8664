// Package helper tells, sends and creates with helpers of its own.
package helper

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/avast/retry-go/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type service struct {
	client *stytchapi.API
	mail   string
}

func isCode(err error, codes ...string) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, code := range codes {
		if string(e.ErrorType) == code {
			return true
		}
	}
	return false
}

func is(err error, code string) bool { return codeOf(err) == code }

func codeOf(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

func asStytch(err error) (*stytcherror.Error, bool) {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return &e, true
	}
	return nil, false
}

func as[T error](err error) (T, bool) {
	var e T
	ok := errors.As(err, &e)
	return e, ok
}

func into(err error, target *stytcherror.Error) bool { return errors.As(err, target) }

type outcome int

const (
	fine outcome = iota
	nobody
	broken
)

func classify(err error) outcome {
	switch codeOf(err) {
	case "":
		return fine
	case "email_not_found":
		return nobody
	}
	return broken
}

type apiError struct {
	Code   string
	Status int
}

func (e *apiError) Error() string { return e.Code }

func translate(err error) error {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return &apiError{Code: string(e.ErrorType), Status: e.StatusCode}
	}
	return err
}

var (
	errNobody = errors.New("nobody has this address")
	errOther  = errors.New("something else")
)

func translateToMark(err error) error {
	if is(err, "email_not_found") {
		return fmt.Errorf("translate: %w", errNobody)
	}
	return err
}

func (s *service) create(ctx context.Context, address string) error {
	return s.createUser(ctx, user{address})
}

type user struct{ address string }

func (s *service) createUser(ctx context.Context, u user) error {
	_, err := s.client.Users.Create(ctx, paramsFor(u))
	return err
}

func paramsFor(u user) *users.CreateParams {
	return &users.CreateParams{Email: u.address}
}

func link(address string) *email.SendParams {
	return &email.SendParams{Email: address, LoginMagicLinkURL: "https://example.com"}
}

func (s *service) send(ctx context.Context, address string) error {
	if _, err := s.client.MagicLinks.Email.Send(ctx, link(address)); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func (s *service) withIs(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if is(err, "email_not_found") {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withAs(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if e, ok := asStytch(err); ok && e.ErrorType == "email_not_found" {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withGeneric(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if e, ok := as[stytcherror.Error](err); ok && e.ErrorType == "email_not_found" {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withPointer(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	var e stytcherror.Error
	if into(err, &e) && e.ErrorType == "email_not_found" {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withOutcome(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	switch classify(err) {
	case fine:
		return nil
	case nobody:
		return s.create(ctx, address)
	default:
		return err
	}
}

func (s *service) otherOutcome(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address))
	if classify(err) == broken {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withOwnError(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	var own *apiError
	if errors.As(translate(err), &own) && own.Code == "email_not_found" {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withMark(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if err := translateToMark(err); errors.Is(err, errNobody) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) withOtherMark(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address))
	if err := translateToMark(err); errors.Is(err, errOther) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) wrapper(ctx context.Context, address string) error {
	err := s.send(ctx, address) // want `created by hand`
	if is(err, "email_not_found") {
		if err := s.create(ctx, address); err != nil {
			return err
		}
		return s.send(ctx, address)
	}
	return err
}

func (s *service) login(ctx context.Context, address string) error {
	err := s.send(ctx, address)
	if is(err, "email_not_found") {
		return errNobody
	}
	return err
}

func (s *service) handled(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if err != nil {
		return s.recover(ctx, address, err)
	}
	return nil
}

func (s *service) recover(ctx context.Context, address string, err error) error {
	if !is(err, "email_not_found") {
		return err
	}
	return s.create(ctx, address)
}

func (s *service) layered(ctx context.Context, address string) error {
	err := s.login(ctx, address) // want `created by hand`
	if errors.Is(err, errNobody) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) closure(ctx context.Context, address string) error {
	unknown := func(err error) bool { return is(err, "email_not_found") }
	signUp := func() error { return s.create(ctx, address) }
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if unknown(err) {
		return signUp()
	}
	return err
}

// What a variable around the literal holds is not known.
func (s *service) handler() http.HandlerFunc {
	unknown := func(err error) bool { return is(err, "email_not_found") }
	return func(w http.ResponseWriter, r *http.Request) {
		_, err := s.client.MagicLinks.Email.Send(r.Context(), link(r.FormValue("email")))
		if unknown(err) {
			err = s.create(r.Context(), r.FormValue("email"))
		}
		if err != nil {
			http.Error(w, "try again", http.StatusInternalServerError)
		}
	}
}

func (s *service) otherField(w http.ResponseWriter, r *http.Request) {
	_, err := s.client.MagicLinks.Email.Send(r.Context(), link(r.FormValue("email")))
	if is(err, "email_not_found") {
		err = s.create(r.Context(), r.FormValue("inviter"))
	}
	if err != nil {
		http.Error(w, "try again", http.StatusInternalServerError)
	}
}

func (s *service) retried(ctx context.Context, address string) error {
	err := retry.Do(func() error {
		_, err := s.client.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
		return err
	})
	if is(err, "email_not_found") {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) own(ctx context.Context) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(s.mail)) // want `created by hand`
	if is(err, "email_not_found") {
		return s.create(ctx, s.mail)
	}
	return err
}

func (s *service) rest(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, link(address))
	if isCode(err, "user_not_found", "invalid_email") {
		return s.create(ctx, address)
	}
	return err
}
