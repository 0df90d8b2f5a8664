package wrap

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func wrapped(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		err = fmt.Errorf("authenticate: %w", err)
	}
	return strings.Contains(err.Error(), "session_not_found") // want `found with errors.As\) instead$`
}

func lost(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = fmt.Errorf("authenticate: %v", err)
	return strings.Contains(err.Error(), "session_not_found") // want `; wrap it with %w and compare ErrorType of a stytcherror.Error \(found with errors.As\) instead$`
}

func lostByText(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = errors.New("authenticate: " + err.Error())
	return strings.Contains(err.Error(), "session_not_found") // want `; wrap it with %w`
}

func lostByFormat(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = fmt.Errorf("authenticate: %s", err.Error())
	return strings.Contains(err.Error(), "session_not_found") // want `; wrap it with %w`
}

// The text is the program's own.
func ownText(ctx context.Context, api *stytchapi.API, step int) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	switch step {
	case 1:
		err = fmt.Errorf("session_not_found: %w", err)
	case 2:
		err = fmt.Errorf("404: %w", err)
	}
	return strings.Contains(err.Error(), "session_not_found") || strings.Contains(err.Error(), "404")
}

func ownPrefix(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return strings.Contains(fmt.Sprintf("session_not_found %v", err), "session_not_found")
}

func all(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	_, other := api.Sessions.Get(ctx, &sessions.GetParams{})
	both := errors.Join(err, other)
	return strings.Contains(both.Error(), "session_not_found") // want `searched for "session_not_found"`
}

func unwrapped(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return strings.Contains(errors.Unwrap(fmt.Errorf("x: %w", err)).Error(), "session_not_found") // want `searched for "session_not_found"`
}

type failure struct{ cause error }

func (f failure) Error() string { return "failure: " + f.cause.Error() }

// What a type of the program's own says is its own matter, unless it unwraps.
func typed(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = failure{err}
	return strings.Contains(err.Error(), "404")
}

type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + ": " + e.err.Error() }
func (e *opError) Unwrap() error { return e.err }

func authenticate(ctx context.Context, api *stytchapi.API) error {
	if _, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{}); err != nil {
		return &opError{"authenticate", err}
	}
	return nil
}

func byOp(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	return err != nil && strings.Contains(err.Error(), "session_not_found") // want `found with errors.As\) instead$`
}

func byWord(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	return err != nil && strings.HasPrefix(err.Error(), "authenticate") // the program's own
}

type coded struct {
	code string
	err  error
}

func (e *coded) Error() string {
	if e.err == nil {
		return e.code
	}
	return e.code + ": " + e.err.Error()
}
func (e *coded) Unwrap() error { return e.err }

func newCoded(code string, err error) *coded { return &coded{code: code, err: err} }

// The code in front is the program's own.
func byOwnCode(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = newCoded("session_expired", err)
	return strings.Contains(err.Error(), "session_expired")
}

type step struct {
	err  error
	n    int
	kept error
}

func (s step) Error() string { return fmt.Sprintf("step %d: %v", s.n, s.err) }
func (s step) Unwrap() error { return s.err }

func byStep(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var made error = step{n: 1, err: err}
	return strings.Contains(made.Error(), "session_not_found") // want `found with errors.As\) instead$`
}

// It is not said.
func byKept(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	var made error = step{kept: err}
	return strings.Contains(made.Error(), "session_not_found")
}

type silent struct{ err error }

func (s silent) Error() string { return "no session" }
func (s silent) Unwrap() error { return s.err }

func bySilent(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	err = silent{err}
	return strings.Contains(err.Error(), "session_not_found")
}
