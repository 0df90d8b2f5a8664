package regexps

import (
	"context"
	"regexp"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var (
	gone = regexp.MustCompile(`(session|user)_not_found|session_not_found`)
	word = regexp.MustCompile(`\w+`)
)

func match(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if ok, _ := regexp.MatchString("too_many_requests", err.Error()); ok { // want `searched for "too_many_requests"`
		return true
	}
	if regexp.MustCompile(`^.*session_not_found`).MatchString(err.Error()) { // want `searched for "session_not_found"`
		return true
	}
	if gone.FindString(err.Error()) != "" { // want `searched for "session_not_found"`
		return true
	}
	limited := regexp.MustCompile("too_many_requests")
	if limited.Match([]byte(err.Error())) { // want `searched for "too_many_requests"`
		return true
	}
	return word.MatchString(err.Error())
}
