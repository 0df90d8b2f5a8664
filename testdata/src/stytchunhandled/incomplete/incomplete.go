// Package incomplete handles some codes.
package incomplete

import (
	"context"
	"errors"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type client struct{ api *stytchapi.API }

var errBusy = errors.New("busy")

func (c *client) switched(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		log.Println(e.RequestID)
		switch e.ErrorType { // want `^the codes handled here do not include "session_not_found", which means an expired or revoked session; handle it, too, or add a default$`
		case "too_many_requests", "internal_server_error":
			return errBusy
		case "invalid_session_token":
			return errors.New("malformed")
		}
	}
	return err
}

func (c *client) text(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		switch string(e.ErrorType) { // want `the codes handled here do not include "session_not_found"`
		case "too_many_requests":
			return errBusy
		}
	}
	return err
}

func (c *client) chain(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if e, ok := err.(stytcherror.Error); ok {
		if e.ErrorType == "too_many_requests" { // want `the codes handled here do not include "session_not_found"`
			return errBusy
		} else if e.ErrorType == "invalid_session_token" {
			return errors.New("malformed")
		}
	}
	return err
}

// Right:

func (c *client) complete(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		switch e.ErrorType {
		case "too_many_requests":
			return errBusy
		case "session_not_found":
			return errors.New("sign in")
		}
	}
	return err
}

func (c *client) before(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		if e.ErrorType == "session_not_found" {
			return errors.New("sign in")
		}
		switch e.ErrorType {
		case "too_many_requests":
			return errBusy
		}
	}
	return err
}

func (c *client) withDefault(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		switch e.ErrorType {
		case "too_many_requests":
			return errBusy
		default:
			return errors.New("sign in")
		}
	}
	return err
}

func (c *client) byStatus(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		switch e.ErrorType {
		case "too_many_requests":
			return errBusy
		}
		if e.StatusCode == 404 {
			return errors.New("sign in")
		}
	}
	return err
}

func (c *client) single(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "too_many_requests" {
		return errBusy
	}
	return err
}

func (c *client) handedOn(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		switch e.ErrorType {
		case "too_many_requests":
			return errBusy
		}
		return mapped(e)
	}
	return err
}

func mapped(e stytcherror.Error) error { return e }
