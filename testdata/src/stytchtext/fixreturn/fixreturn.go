package fixreturn

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	stytch "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func authenticate(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil && (isGone(err) || isLimited(err) || oneLine(err) || second(err)) {
		return errors.New("no")
	}
	if err != nil {
		_ = isLost(fmt.Errorf("x: %v", err))
	}
	var e stytch.Error
	if errors.As(err, &e) {
		return nil
	}
	return err
}

func isGone(err error) bool {
	return strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
}

func isLimited(err error) bool {
	return err != nil && strings.Contains(err.Error(), "too_many_requests") // want `searched for "too_many_requests"`
}

func oneLine(err error) bool { return strings.Contains(err.Error(), "session_not_found") } // want `searched for "session_not_found"`

// errors.As would not find it.
func isLost(err error) bool {
	return strings.Contains(err.Error(), "session_not_found") // want `wrap it with %w`
}

// Who calls it may have wrapped it without %w.
func Exported(err error) bool {
	return strings.Contains(err.Error(), "session_not_found") // want `may come from the SDK`
}

// Another result comes first.
func withName(err error) (string, bool) {
	return "session", strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
}

func second(err error) bool {
	_, gone := withName(err)
	return gone
}
