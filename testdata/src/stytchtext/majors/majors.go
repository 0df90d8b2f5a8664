package majors

import (
	"context"
	"strings"

	v1 "github.com/stytchauth/stytch-go/stytch"
	v11sessions "github.com/stytchauth/stytch-go/v11/stytch/consumer/sessions"
	v11 "github.com/stytchauth/stytch-go/v11/stytch/consumer/stytchapi"
	v17sessions "github.com/stytchauth/stytch-go/v17/stytch/consumer/sessions"
	v17 "github.com/stytchauth/stytch-go/v17/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	b2bsessions "github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
)

func all(ctx context.Context, old v1.Error, eleven *v11.API, seventeen *v17.API, b2b *b2bstytchapi.API) bool {
	if strings.Contains(old.Error(), "session_not_found") { // want `compare its ErrorType`
		return true
	}
	if _, err := eleven.Sessions.Authenticate(ctx, &v11sessions.AuthenticateParams{}); err != nil {
		return strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
	}
	if _, err := seventeen.Sessions.Authenticate(ctx, &v17sessions.AuthenticateParams{}); err != nil {
		return strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
	}
	_, err := b2b.Sessions.Authenticate(ctx, &b2bsessions.AuthenticateParams{})
	return strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
}

// The error may come from either, so neither is named.
func either(ctx context.Context, eleven *v11.API, b2b *b2bstytchapi.API, old bool) bool {
	var err error
	if old {
		_, err = eleven.Sessions.Authenticate(ctx, &v11sessions.AuthenticateParams{})
	} else {
		_, err = b2b.Sessions.Authenticate(ctx, &b2bsessions.AuthenticateParams{})
	}
	return strings.Contains(err.Error(), "session_not_found") // want `compare ErrorType of a stytcherror.Error \(found with errors.As\) instead$`
}
