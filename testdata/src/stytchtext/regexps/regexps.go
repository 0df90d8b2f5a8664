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

type rule struct {
	re   *regexp.Regexp
	text string
}

// Several that one call matches are reported where they stand.
var rules = []rule{
	{regexp.MustCompile("session_not_found"), "gone"}, // want `searched for "session_not_found"`
	{regexp.MustCompile("^too_many_"), "later"},
	{regexp.MustCompile("too_many_requests"), "later"}, // want `searched for "too_many_requests"`
}

func table(ctx context.Context, api *stytchapi.API, own rule) string {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err == nil {
		return ""
	}
	for _, r := range rules {
		if r.re.MatchString(err.Error()) {
			return r.text
		}
	}
	return ""
}

type matcher struct{ gone *regexp.Regexp }

func (m matcher) field(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err != nil && m.gone.MatchString(err.Error()) // want `searched for "session_not_found"`
}

var gones = matcher{regexp.MustCompile("session_not_found")}

// Others are not about errors of the SDK.
func lines(m matcher, text string) bool { return m.gone.MatchString(text) }
