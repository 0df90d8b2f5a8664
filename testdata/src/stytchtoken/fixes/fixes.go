// Package fixes holds calls whose result is at hand already, and calls for
// which that is not certain.
package fixes

import (
	"context"
	"errors"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	stytch *stytchapi.API
}

func (s *server) newVariable(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) otherError(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{
		Token:                  token,
		SessionDurationMinutes: 60,
	})
	if err != nil {
		return "", err
	}
	if resp.UserID == "" {
		again, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60}) // want `already authenticated`
		if err2 != nil {
			return "", err2
		}
		return again.SessionJWT, nil
	}
	return resp.SessionToken, nil
}

func (s *server) assigned(ctx context.Context, token string) (last *magiclinks.AuthenticateResponse, err error) {
	resp, err := s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	if err != nil {
		return nil, err
	}
	log.Print(resp.UserID)
	last, err = s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `already authenticated`
	return last, err
}

func (s *server) params(ctx context.Context, token string) (string, error) {
	p := &oauth.AuthenticateParams{Token: token}
	resp, err := s.stytch.OAuth.Authenticate(ctx, p)
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, p) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) partKept(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(seen{id: resp.UserID})
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) partCopied(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	id := resp.UserID
	log.Print(id)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) declaredBefore(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	last := &oauth.AuthenticateResponse{UserID: resp.UserID}
	log.Print(last.UserID)
	last, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err2 != nil {
		return "", err2
	}
	return last.SessionToken, nil
}

type seen struct {
	id   string
	resp *oauth.AuthenticateResponse
}

// From here on: no fix.

func (s *server) wholeKept(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(seen{resp: resp})
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) pointerCopied(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	session := resp.UserSession
	session.UserID = ""
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.UserSession.UserID, nil
}

func (s *server) otherParams(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) otherClient(ctx context.Context, t *server, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := t.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) maybeFailed(ctx context.Context, token string) string {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		log.Print(err, resp.StatusCode)
	}
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return ""
	}
	return again.SessionToken
}

func (s *server) maybeFirst(ctx context.Context, token string, early bool) (string, error) {
	if early {
		resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil {
			return "", err
		}
		log.Print(resp.UserID)
	}
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) changed(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	resp.UserID = ""
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.UserID, nil
}

func (s *server) counted(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	resp.StatusCode++
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) addressed(ctx context.Context, token string, set func(*string)) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	set(&resp.SessionToken)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) onlyUse(ctx context.Context, token string) (string, error) {
	p := &oauth.AuthenticateParams{Token: token}
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, p) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) errorUsed(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err2 != nil {
		return "", err2
	}
	return again.SessionToken, errors.Join(err, err2)
}

func (s *server) remark(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Print(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		// This happens all the time.
		return "", err
	}
	return again.SessionToken, nil
}

func (s *server) outOfScope(ctx context.Context, token string) (string, error) {
	if resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return resp.UserID, err
	}
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}
