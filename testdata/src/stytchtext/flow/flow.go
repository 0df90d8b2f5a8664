package flow

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

// Another value of the same variable.
func later(ctx context.Context, api *stytchapi.API, path string) bool {
	_, err := os.ReadFile(path)
	if err != nil && strings.Contains(err.Error(), "session_not_found") {
		return false
	}
	_, err = api.Users.Get(ctx, &users.GetParams{})
	if err != nil && strings.Contains(err.Error(), "user_not_found") { // want `the text of an SDK error`
		return true
	}
	_, err = os.ReadFile(path)
	return err != nil && strings.Contains(err.Error(), "user_not_found")
}

// All assignments are calls of the SDK.
func branches(ctx context.Context, api *stytchapi.API, kind string) bool {
	var err error
	switch kind {
	case "user":
		_, err = api.Users.Get(ctx, &users.GetParams{})
	case "session":
		_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	}
	return err != nil && strings.Contains(err.Error(), "404") // want `searched for "404"; compare StatusCode`
}

// Only some of them are.
func mixed(ctx context.Context, api *stytchapi.API, path string) bool {
	var err error
	if path != "" {
		_, err = os.ReadFile(path)
	} else {
		_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	}
	if err != nil && strings.Contains(err.Error(), "404") {
		return true
	}
	return err != nil && strings.Contains(err.Error(), "session_not_found") // want `^the text of an error that may come from the SDK is searched for "session_not_found"; compare`
}

func loop(ctx context.Context, api *stytchapi.API) error {
	var err error
	for range 3 {
		if _, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err == nil {
			return nil
		}
		if strings.Contains(err.Error(), "too_many_requests") { // want `the text of an SDK error is searched`
			continue
		}
		break
	}
	if strings.Contains(err.Error(), "session_not_found") { // want `the text of an SDK error is searched`
		return errors.New("signed out")
	}
	return err
}

func closure(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	is := func(name string) bool { return strings.Contains(err.Error(), "session_not_found") } // want `the text of an SDK error`
	return is("")
}

func assignedInClosure(ctx context.Context, api *stytchapi.API) bool {
	var err error
	do(func() { _, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}) })
	return err != nil && strings.Contains(err.Error(), "session_not_found") // want `the text of an SDK error`
}

func do(f func()) { f() }

func throughPointer(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	replaceError(&err)
	return strings.Contains(err.Error(), "session_not_found")
}

func replaceError(err *error) { *err = errors.New("mine") }

func twoTexts(ctx context.Context, api *stytchapi.API, path string) bool {
	msg := ""
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		msg = err.Error()
	}
	return strings.Contains(msg, "status code: 404") // want `searched for "status code: 404"`
}

func textOfOther(ctx context.Context, api *stytchapi.API, header string) bool {
	msg := header
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		msg = err.Error()
	}
	return strings.Contains(msg, "404")
}

func named(ctx context.Context, api *stytchapi.API) (err error) {
	defer func() {
		if err != nil && strings.Contains(err.Error(), "404") { // want `the text of an SDK error is searched for "404"`
			err = nil
		}
	}()
	_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err
}

// The function returns an error of another sort as well.
func returned(ctx context.Context, api *stytchapi.API, path string) (data []byte, err error) {
	defer func() {
		if err != nil && strings.Contains(err.Error(), "404") {
			err = nil
		}
	}()
	if _, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

type result struct{ err error }

// A field may hold anything.
func field(ctx context.Context, api *stytchapi.API, r *result) bool {
	_, r.err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return strings.Contains(r.err.Error(), "session_not_found")
}

func channel(errs chan error) bool {
	err := <-errs
	return strings.Contains(err.Error(), "session_not_found")
}

func local(api *stytchapi.API, token string) bool {
	_, err := api.Sessions.AuthenticateJWTLocal(token, 0)
	return err != nil && (strings.Contains(err.Error(), "token is expired") || strings.Contains(err.Error(), "401"))
}
