package silent

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func (s *service) create(ctx context.Context, address string) error {
	_, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

func isCode(err error, codes ...string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && slices.Contains(codes, string(e.ErrorType))
}

// No code is asked for.
func (s *service) noCodes(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if isCode(err) {
		return s.create(ctx, address)
	}
	return err
}

// A status decides that is not in view.
func (s *service) status(ctx context.Context, address string, want int) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode == want {
		return s.create(ctx, address)
	}
	return err
}

// The code is no longer that of the answer.
func (s *service) replaced(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) {
		e.ErrorType = stytcherror.Type(address)
		if e.ErrorType == "email_not_found" {
			return s.create(ctx, address)
		}
	}
	return err
}

// Two failures have the same code, whichever it is.
func (s *service) sameCode(ctx context.Context, address, other string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	_, second := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: other})
	a, ok := err.(stytcherror.Error)
	b, found := second.(stytcherror.Error)
	if ok && found && a.ErrorType == b.ErrorType {
		return s.create(ctx, address)
	}
	return err
}

// A case has several types.
func (s *service) types(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	switch e := err.(type) {
	case stytcherror.Error, *url.Error:
		fmt.Println(e)
		return s.create(ctx, address)
	}
	return err
}

// The whole text is never a code.
func (s *service) wholeText(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err != nil && strings.EqualFold(err.Error(), "email_not_found") {
		return s.create(ctx, address)
	}
	return err
}

// An error of the program's own holds the code, not the error.
type coded struct{ code string }

func (c *coded) Error() string { return c.code }

func (s *service) lost(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		err = &coded{"email_not_found"}
	}
	if unknown(err) {
		return s.create(ctx, address)
	}
	return err
}

// An error is asked for that is not in view, or it may be in another one.
func (s *service) mark(ctx context.Context, address string, target error) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if errors.Is(err, target) {
		return s.create(ctx, address)
	}
	return err
}

func (s *service) mixed(ctx context.Context, address string, cause func() error) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		err = fmt.Errorf("send: %w", cause())
	}
	if errors.Is(err, errNoAccount) {
		return s.create(ctx, address)
	}
	return err
}

// On this path the call went well.
func (s *service) wentWell(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err == nil && unknown(err) {
		return s.create(ctx, address)
	}
	return err
}

// A type that is not in view is looked for.
func into(err error, target any) bool { return errors.As(err, target) }

func (s *service) anyTarget(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if into(err, &e) && e.ErrorType == "invalid_email" {
		return s.create(ctx, address)
	}
	return err
}

// A type of another package holds the error.
func (s *service) foreign(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err != nil {
		err = &url.Error{Op: "send", URL: address, Err: err}
	}
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "invalid_email" {
		return s.create(ctx, address)
	}
	return err
}

// A constant that is an error may be in an error that is not in view.
type constError string

func (e constError) Error() string { return string(e) }

const errBusy constError = "busy"

func (s *service) constant(ctx context.Context, address string, cause func() error) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		err = fmt.Errorf("send: %w", cause())
	}
	if errors.Is(err, errBusy) {
		return s.create(ctx, address)
	}
	return err
}

// An error of the program's own may be what it is asked for.
func (s *service) asked(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		own := &coded{"email_not_found"}
		if own == nil {
			return s.create(ctx, address)
		}
		err = own
	}
	if t, ok := err.(interface{ Temporary() bool }); ok && t.Temporary() {
		return s.create(ctx, address)
	}
	return err
}

// The program ends for them.
func refuse(err error) {
	if unknown(err) {
		fmt.Println("no such account")
		os.Exit(1)
	}
}

func (s *service) refused(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	refuse(err)
	if unknown(err) {
		return s.create(ctx, address)
	}
	return err
}

// The program waits for good.
func wait(err error) {
	if unknown(err) {
		select {}
	}
}

func (s *service) waits(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	wait(err)
	if unknown(err) {
		return s.create(ctx, address)
	}
	return err
}
