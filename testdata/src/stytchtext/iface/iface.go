package iface

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
)

// What programs declare to test themselves.
type authenticator interface {
	Authenticate(ctx context.Context, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error)
}

type store interface {
	Load(ctx context.Context, id string) (*sessions.Session, error)
}

func gone(ctx context.Context, a authenticator, s store) bool {
	if _, err := a.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		return strings.Contains(err.Error(), "session_not_found") // want `the text of an SDK error`
	}
	_, err := s.Load(ctx, "x")
	return strings.Contains(err.Error(), "session_not_found")
}
