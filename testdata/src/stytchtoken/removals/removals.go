// Package removals holds second calls of which nothing is kept, so that they can
// go, and some that cannot.
package removals

import (
	"context"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	stytch *stytchapi.API
}

func (s *server) between(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}

	_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}

	return resp.SessionToken, nil
}

func (s *server) without(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	_, _ = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return resp.SessionToken, nil
}

func (s *server) sameVariable(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	return resp.SessionToken, nil
}

func (s *server) lines(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{
		Token: token,
	})
	if err != nil {
		return "", err
	}
	return resp.SessionToken, nil
}

func (s *server) atEnd(ctx context.Context, token string) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return
	}
	log.Print(resp.UserID)

	_, _ = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func (s *server) checkAtEnd(ctx context.Context, token string) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return
	}
	log.Print(resp.UserID)

	_, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err2 != nil {
		log.Print(err2)
	}
}

// From here on: no fix.

// A comment speaks of what would go.
func (s *server) remarked(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		// It was used.
		return "", err
	}
	return resp.SessionToken, nil
}

// The second error is kept.
func (s *server) kept(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	_, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return resp.SessionToken, err2
}

// It is another variable, of which others may know.
func (s *server) named(ctx context.Context, token string) (last error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return err
	}
	log.Print(resp.UserID)
	_, last = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return last
}

// The first error is something else by then.
func (s *server) overwritten(ctx context.Context, token string) error {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return err
	}
	err = log.Output(1, resp.UserID)
	log.Print(err)
	_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return err
	}
	return nil
}

// The test is of another kind.
func (s *server) otherTest(ctx context.Context, token string) string {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	_, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err2 == nil {
		log.Print("again")
	}
	return resp.SessionToken
}

func (s *server) withElse(ctx context.Context, token string) string {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	_, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err2 != nil {
		log.Print(err2)
	} else {
		log.Print("again")
	}
	return resp.SessionToken
}

// The response has another name there.
func (s *server) shadowed(ctx context.Context, token string) string {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	if resp := resp.SessionToken; resp != "" {
		again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil {
			return ""
		}
		return again.SessionToken
	}
	return ""
}

// The variable that is assigned to is of another type.
func (s *server) otherType(ctx context.Context, token string) (last any) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return nil
	}
	log.Print(resp.UserID)
	last, _ = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return last
}

// The first response is dropped, or declared by var.
func (s *server) dropped(ctx context.Context, token string) string {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	return resp.SessionToken
}

func (s *server) declared(ctx context.Context, token string) string {
	var resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return resp.UserID
	}
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	return again.SessionToken
}

// The call is in the init of an if.
func (s *server) inInit(ctx context.Context, token string) string {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return ""
	}
	if _, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return ""
	}
	return resp.SessionToken
}
