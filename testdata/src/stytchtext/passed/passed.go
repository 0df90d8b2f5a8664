// Package passed passes errors on before it looks at their text.
package passed

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"regexp"
	"strings"

	wrap "github.com/pkg/errors"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func authenticate(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err
}

// The same error in another interface.
func timeout(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	if e, ok := err.(net.Error); ok && strings.Contains(e.Error(), "504") { // want `the text of an SDK error is searched for "504"`
		return true
	}
	return strings.Contains(err.(interface{ Error() string }).Error(), "404") // want `the text of an SDK error is searched for "404"`
}

// The same error in a conversion.
func converted(ctx context.Context, api *stytchapi.API) bool {
	return strings.Contains(error(authenticate(ctx, api)).Error(), "404") // want `the text of an SDK error is searched for "404"`
}

// An error that is wrapped again and again.
func again(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	for range 3 {
		err = fmt.Errorf("again: %w", err)
	}
	return strings.Contains(err.Error(), "404") // want `the text of an SDK error is searched for "404"`
}

// A text around it is the program's own.
func messages(ctx context.Context, api *stytchapi.API) bool {
	err := wrap.Wrap(authenticate(ctx, api), "user_not_found")
	if strings.Contains(err.Error(), "user_not_found") {
		return false
	}
	return strings.Contains(err.Error(), "session_not_found") // want `the text of an SDK error is searched for "session_not_found"`
}

func arguments(ctx context.Context, api *stytchapi.API) bool {
	err := fmt.Errorf("%s: %w", "user_not_found", authenticate(ctx, api))
	if strings.Contains(err.Error(), "user_not_found") {
		return false
	}
	return strings.Contains(err.Error(), "session_not_found") // want `the text of an SDK error is searched for "session_not_found"`
}

// What comes out of a map or a channel may be anything.
func elements(errs map[string]error, ch chan error) bool {
	err, ok := errs["session"]
	if ok && strings.Contains(err.Error(), "session_not_found") {
		return true
	}
	err, ok = <-ch
	return ok && strings.Contains(err.Error(), "session_not_found")
}

// The result is never anything but nil.
func nothing() (err error) { return }

func none() bool {
	err := nothing()
	return strings.Contains(err.Error(), "session_not_found")
}

// A deferred function sets the result.
func recovered(ctx context.Context, api *stytchapi.API) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("404: session_not_found")
		}
	}()
	err = authenticate(ctx, api)
	return
}

func deferred(ctx context.Context, api *stytchapi.API) bool {
	err := recovered(ctx, api)
	return strings.Contains(err.Error(), "404") || strings.Contains(err.Error(), "session_not_found")
}

// A call passes the results of another one.
func load(path string) (string, error) {
	b, err := os.ReadFile(path)
	return string(b), err
}

func note(text string, err error) bool {
	return err != nil && strings.Contains(err.Error(), "404")
}

func notes(ctx context.Context, api *stytchapi.API) bool {
	return note("", authenticate(ctx, api)) || note(load("/etc/hosts"))
}

func describe(err error) (string, int) { return err.Error(), 1 }

func mention(text string, n int) bool {
	return n > 0 && strings.Contains(text, "404") // want `the text of an SDK error is searched for "404"`
}

func mentions(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	return mention(err.Error(), 1) || mention(describe(err))
}

// The error and its message are two texts.
func both(ctx context.Context, api *stytchapi.API, verbose bool) bool {
	err := authenticate(ctx, api)
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	if strings.Contains(fmt.Sprintf("%v: %s", err, e.ErrorMessage), "session_not_found") {
		return true
	}
	text := err.Error()
	if verbose {
		text = string(e.ErrorMessage)
	}
	return strings.Contains(text, "session_not_found")
}

// Either of two errors.
func either(ctx context.Context, api *stytchapi.API, last bool) bool {
	first, second := authenticate(ctx, api), authenticate(ctx, api)
	text := first.Error()
	if last {
		text = second.Error()
	}
	return strings.Contains(text, "404") // want `the text of an SDK error is searched for "404"`
}

// A regular expression that is not in view, or that does not search.
var status = regexp.MustCompile("404")

type rules struct{ gone *regexp.Regexp }

func patterns(ctx context.Context, api *stytchapi.API, r rules) string {
	err := authenticate(ctx, api)
	if r.gone.MatchString(err.Error()) {
		return ""
	}
	return status.ReplaceAllString(err.Error(), "not found")
}
