// Package slackmix uses Slack beside Stytch.
package slackmix

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"

	"stytchtext/slackapi"
)

type Sync struct {
	stytch *stytchapi.API
	slack  *slackapi.Client
}

func (s *Sync) Run(ctx context.Context) bool {
	err := s.slack.GetUser("U1")
	if err != nil && strings.Contains(err.Error(), "user_not_found") {
		return false
	}
	if _, err := s.stytch.Users.Get(ctx, &users.GetParams{}); err != nil {
		return strings.Contains(err.Error(), "user_not_found") // want `the text of an SDK error`
	}
	return missing(err) || s.slack.GetUser("U2").Error() == "user_not_found"
}

func missing(err error) bool { return strings.Contains(err.Error(), "user_not_found") }

func Missing(err error) bool { return strings.Contains(err.Error(), "user_not_found") }
