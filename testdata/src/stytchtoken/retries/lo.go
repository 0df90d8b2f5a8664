package retries

import (
	"context"
	"errors"
	"time"

	"github.com/samber/lo"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func (s *server) loAttempt(ctx context.Context, token string) (resp *oauth.AuthenticateResponse, err error) {
	_, err = lo.Attempt(3, func(int) error {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
	return resp, err
}

func (s *server) loAttemptWithDelay(ctx context.Context, token string) error {
	_, _, err := lo.AttemptWithDelay(3, time.Second, func(int, time.Duration) error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return nil // the API has answered
		}
		return err
	})
	return err
}
