// Package humas answers with huma.
package humas

import (
	"context"
	"errors"

	"github.com/danielgtaylor/huma/v2"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type handler struct{ api *stytchapi.API }

type input struct{ Session string }

func (h *handler) user(ctx context.Context, in *input) (*sessions.AuthenticateResponse, error) {
	res, err := h.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: in.Session})
	if err != nil {
		return nil, huma.Error500InternalServerError("session", err) // want `an expired or revoked session`
	}
	return res, nil
}

func (h *handler) good(ctx context.Context, in *input) (*sessions.AuthenticateResponse, error) {
	res, err := h.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: in.Session})
	switch {
	case unauthorized(err):
		return nil, huma.Error401Unauthorized("session")
	case err != nil:
		return nil, huma.Error500InternalServerError("session")
	}
	return res, nil
}

func unauthorized(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "session_not_found"
}
