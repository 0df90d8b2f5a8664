package broken

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func gone(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	undefined(err)
	var n int = "text"
	_, other := api.Sessions.Nothing(ctx)
	if other != nil && strings.Contains(other.Error(), "session_not_found") {
		return false
	}
	return err != nil && strings.Contains(err.Error(), "session_not_found") // want `searched for "session_not_found"`
}

// A text is no error.
func Text(err error) error { return err.Error() }

func text(err error) bool { return strings.Contains(Text(err).Error(), "session_not_found") }

func (s missing) method(err error, e undefinedType) error {
	if strings.Contains(err.Error(), "session_not_found") { // want `may come from the SDK`
		return
	}
	if strings.Contains(e.Error(), "session_not_found") || strings.Contains() || strings.Contains(err.) {
	}
}
