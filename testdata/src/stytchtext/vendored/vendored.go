// Package vendored uses a vendored copy of testify.
package vendored

import (
	"context"

	"github.com/stretchr/testify/assert"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func signedOut(ctx context.Context, api *stytchapi.API, t assert.TestingT) {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	assert.ErrorContains(t, err, "session_not_found") // want `the text of an SDK error is searched for "session_not_found"`
}
