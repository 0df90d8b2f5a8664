// Package retries holds tokens that are spent in what a helper calls again.
package retries

import (
	"context"
	"errors"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	sethvargo "github.com/sethvargo/go-retry"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	stytch *stytchapi.API
}

func (s *server) avast(ctx context.Context, token string) (resp *oauth.AuthenticateResponse, err error) {
	err = retry.Do(func() error {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `this OAuth token works once, so a retry after an answer of the API ends with "oauth_token_not_found"; retry only failures that are not a stytcherror.Error`
		return err
	}, retry.Attempts(3))
	return resp, err
}

func (s *server) avastData(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) {
	return retry.DoWithData(func() (*oauth.AuthenticateResponse, error) {
		return s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	})
}

func (s *server) avastUnrecoverable(ctx context.Context, token string) error {
	return retry.Do(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return retry.Unrecoverable(err)
		}
		return err
	})
}

func (s *server) avastRetryIf(ctx context.Context, token string) error {
	return retry.Do(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, retry.RetryIf(func(err error) bool {
		var e stytcherror.Error
		return !errors.As(err, &e)
	}))
}

func (s *server) cenkalti(ctx context.Context, token string) error {
	op := func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		if err != nil {
			return err
		}
		return nil
	}
	return backoff.Retry(op, backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3))
}

func (s *server) cenkaltiNotify(ctx context.Context, token string) error {
	return backoff.RetryNotify(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}, backoff.NewExponentialBackOff(), func(error, time.Duration) {})
}

func (s *server) cenkaltiPermanent(ctx context.Context, token string) error {
	return backoff.Retry(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if _, ok := errors.AsType[stytcherror.Error](err); ok {
			return backoff.Permanent(err)
		}
		return err
	}, backoff.NewExponentialBackOff())
}

func (s *server) cenkaltiData(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) {
	return backoff.RetryWithData(func() (*oauth.AuthenticateResponse, error) {
		resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return resp, err
	}, backoff.NewExponentialBackOff())
}

// The first error ends it.
func (s *server) sethvargo(ctx context.Context, token string) error {
	return sethvargo.Do(ctx, sethvargo.NewConstant(time.Second), func(ctx context.Context) error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *server) sethvargoAll(ctx context.Context, token string) error {
	return sethvargo.Do(ctx, sethvargo.NewConstant(time.Second), func(ctx context.Context) error {
		if _, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil { // want `so a retry`
			return sethvargo.RetryableError(err)
		}
		return nil
	})
}

func (s *server) sethvargoOthers(ctx context.Context, token string) error {
	return sethvargo.Do(ctx, sethvargo.NewConstant(time.Second), func(ctx context.Context) error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if err != nil && !errors.As(err, &e) {
			return sethvargo.RetryableError(err)
		}
		return err
	})
}

// An answer of the API is no error for the helper.
func (s *server) kept(ctx context.Context, token string) (answer error) {
	err := retry.Do(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			answer = err
			return nil
		}
		return err
	})
	return errors.Join(answer, err)
}

// The token is spent, and then something else fails.
func (s *server) more(ctx context.Context, token string, save func(string) error) error {
	return retry.Do(func() error {
		resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		if err != nil {
			return retry.Unrecoverable(err)
		}
		return save(resp.UserID)
	})
}

// A new token each time.
func (s *server) renewed(ctx context.Context, next func() string) error {
	token := next()
	err := retry.Do(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: next()})
		return err
	})
	if err != nil {
		return err
	}
	return retry.Do(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		token = next()
		return err
	})
}

// The program's own helper.
func again(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func careful(f func() error) (err error) {
	for range 3 {
		var e stytcherror.Error
		if err = f(); err == nil || errors.As(err, &e) {
			break
		}
	}
	return err
}

func onlyOnce(f func() error) error { return f() }

func through(f func() error) error { return again(3, f) }

func generic[T any](f func() (T, error)) (v T, err error) {
	for range 3 {
		if v, err = f(); err == nil {
			break
		}
	}
	return v, err
}

func (s *server) own(ctx context.Context, token string) error {
	err := again(3, func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
	return err
}

func (s *server) ownThrough(ctx context.Context, token string) error {
	return through(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *server) ownGeneric(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) {
	return generic(func() (*oauth.AuthenticateResponse, error) {
		return s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	})
}

func (s *server) ownCareful(ctx context.Context, token string) error {
	return careful(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *server) ownOnce(ctx context.Context, token string) error {
	return onlyOnce(func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

type attempt struct {
	server *server
	token  string
}

func (a *attempt) run() error {
	_, err := a.server.stytch.OAuth.Authenticate(context.Background(), &oauth.AuthenticateParams{Token: a.token}) // want `so a retry`
	return err
}

func (s *server) method(token string) error {
	a := &attempt{server: s, token: token}
	return retry.Do(a.run)
}

func (s *server) handed(ctx context.Context, token string) error {
	return retry.Do(func() error { return s.login(ctx, token) }) // want `so a retry`
}

func (s *server) login(ctx context.Context, token string) error {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

func (s *server) permanentError(ctx context.Context, token string) error {
	return backoff.Retry(func() error {
		if err := s.login(ctx, token); err != nil {
			return &backoff.PermanentError{Err: err}
		}
		return nil
	}, backoff.NewExponentialBackOff())
}

// A helper that asks which failures to try again.
func asking(f func() error, again func(error) bool) (err error) {
	for range 3 {
		if err = f(); err == nil || !again(err) {
			break
		}
	}
	return err
}

func (s *server) ownAsking(ctx context.Context, token string) error {
	return asking(func() error { return s.login(ctx, token) }, func(error) bool { return false })
}

// Another function makes what is tried again.
func (s *server) operation(ctx context.Context, token string) func() error {
	return func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}
}

func (s *server) operated(ctx context.Context, token string) error {
	return backoff.Retry(s.operation(ctx, token), backoff.NewExponentialBackOff())
}

func (s *server) final(ctx context.Context, token string) backoff.Operation {
	return func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return backoff.Permanent(err)
		}
		return err
	}
}

func (s *server) operatedOnce(ctx context.Context, token string) error {
	return backoff.Retry(s.final(ctx, token), backoff.NewExponentialBackOff())
}

func (s *server) once(ctx context.Context, token string) func() error {
	return func() error {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}
}

func (s *server) runOnce(ctx context.Context, token string) error {
	return onlyOnce(s.once(ctx, token))
}
