// Package majors uses several major versions of the SDK.
package majors

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/stytch"
	v11 "github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
	v17 "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	v18 "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	v5 "github.com/stytchauth/stytch-go/v5/stytch/stytcherror"
)

// pointers of every major version, the first of which has another package
func first(err error) bool {
	var e *stytch.Error
	return errors.As(err, &e) // want `errors.As never finds a \*stytch.Error: the SDK returns stytch.Error values`
}

func fifth(err error) bool {
	var e *v5.Error
	return errors.As(err, &e) // want `never finds`
}

func eleventh(err error) bool {
	_, ok := errors.AsType[*v11.OAuth2Error](err) // want `never finds`
	return ok
}

// the value of each
func values(err error) bool {
	var a stytch.Error
	var b v5.Error
	var c v11.Error
	return errors.As(err, &a) || errors.As(err, &b) || errors.As(err, &c)
}

// a value of one and a pointer of another are not both forms of it
func mixed(err error) bool {
	var a v17.Error
	var b *v18.Error
	return errors.As(err, &a) || errors.As(err, &b) // want `never finds`
}

// the error of one, asked for that of another
func other(ctx context.Context, api *stytchapi.API) int {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var e v17.Error
	if errors.As(err, &e) { // want `errors.As never finds a stytcherror.Error of stytch-go v17 here: the error comes from stytch-go v18`
		return e.StatusCode
	}
	return 0
}

// the same in the head of an if
func otherInIf(ctx context.Context, api *stytchapi.API) int {
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		if e, ok := err.(v17.Error); ok { // want `of stytch-go v17 here: the error comes from stytch-go v18`
			return e.StatusCode
		}
	}
	return 0
}

// the first version's client
func old(c *stytch.Client) bool {
	_, err := c.AuthenticateMagicLink("", nil)
	_, ok := errors.AsType[v5.Error](err) // want `of stytch-go v5 here: the error comes from stytch-go v1; look for its stytch.Error`
	return ok
}

// the right version
func same(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var e v18.Error
	return errors.As(err, &e)
}

// a program on its way from one to the other tries both
func migrating(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var e v18.Error
	var o v17.Error
	return errors.As(err, &o) || errors.As(err, &e)
}

// an error that may come from either
func either(ctx context.Context, api *stytchapi.API, c *stytch.Client, old bool) bool {
	var err error
	if old {
		_, err = c.AuthenticateMagicLink("", nil)
	} else {
		_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	}
	var e stytch.Error
	return errors.As(err, &e)
}

// an error that is set anew in between
func anew(ctx context.Context, api *stytchapi.API, f func() error) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err == nil {
		err = f()
	}
	var e v17.Error
	return errors.As(err, &e)
}

// an error that a callback sets
func callback(ctx context.Context, api *stytchapi.API, f func() error) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	func() { err = f() }()
	var e v17.Error
	return errors.As(err, &e)
}

// in a loop, the error of the turn before, which is one of the SDK's or nil
func turns(ctx context.Context, api *stytchapi.API, f func() error) (n int) {
	var err error
	for range 3 {
		var e v17.Error
		if errors.As(err, &e) { // want `of stytch-go v17 here: the error comes from stytch-go v18`
			n++
		}
		_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	}
	return n
}

// a pointer to that of another
func otherPointer(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var e *v17.Error
	return errors.As(err, &e) // want `never finds a \*stytcherror.Error of stytch-go v17 here: the error comes from stytch-go v18`
}

// declared with a value
func declared(ctx context.Context, api *stytchapi.API) bool {
	var _, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var e v17.Error
	return errors.As(err, &e) // want `of stytch-go v17 here: the error comes from stytch-go v18`
}

// what is not certain: an error of a group, of a closure, of one of two results,
// or one that a function or a closure may set
func uncertain(ctx context.Context, api *stytchapi.API, f func() (error, bool), set func(*error)) bool {
	var e v17.Error
	var (
		n      = 1
		_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	)
	if errors.As(err, &e) {
		return n > 0
	}
	err = func() error { return nil }()
	if errors.As(err, &e) {
		return true
	}
	err, ok := f()
	if errors.As(err, &e) {
		return ok
	}
	_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	set(&err)
	if errors.As(err, &e) {
		return true
	}
	_, err = api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var reset = func() { err, _ = f() }
	reset()
	return errors.As(err, &e)
}
