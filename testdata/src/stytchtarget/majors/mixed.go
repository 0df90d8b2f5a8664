package majors

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/stytch"
	v17 "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	v18 "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a helper tries the right version
func isNew(err error) bool {
	_, ok := errors.AsType[v18.Error](err)
	return ok
}

func helped(ctx context.Context, api *stytchapi.API) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if isNew(err) {
		return 1
	}
	var e v17.Error
	if errors.As(err, &e) {
		return 2
	}
	return 0
}

// pointers of two versions in one switch
func assertions(err error) int {
	switch err := err.(type) {
	case *stytch.Error: // want `the case \*stytch.Error is never taken`
		return err.StatusCode
	case *v17.Error: // want `the case \*stytcherror.Error is never taken`
		return err.StatusCode
	}
	return 0
}

// an assertion to the first version's value
func ofFirst(err error) int {
	return err.(stytch.Error).StatusCode // want `the assertion to stytch.Error panics`
}
