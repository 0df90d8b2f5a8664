package letinquiet

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// A helper with a loop is not looked into: what it answers of the error is a question
// about that all the same.

type words []string

func (ws words) match(err error) bool {
	for _, w := range ws {
		if strings.Contains(err.Error(), w) {
			return true
		}
	}
	return false
}

func (ws words) index(err error) int {
	for i, w := range ws {
		if strings.Contains(err.Error(), w) {
			return i
		}
	}
	return -1
}

func isRefused(ctx context.Context, api *stytchapi.API, refusals words) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return refusals.match(err)
}

func isWell(ctx context.Context, api *stytchapi.API, refusals words) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if refusals.match(err) {
		return false
	}
	return true
}

func isUnrefused(ctx context.Context, api *stytchapi.API, refusals words) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if refusals.index(err) >= 0 {
		return false
	}
	return true
}
