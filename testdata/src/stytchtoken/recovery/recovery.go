// Package recovery holds recovery codes, which work once in either product.
package recovery

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/recoverycodes"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/totps"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	stytch *stytchapi.API
	b2b    *b2bstytchapi.API
}

func (s *server) user(ctx context.Context, user, code string) error {
	if _, err := s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}); err != nil {
		return err
	}
	_, err := s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{RecoveryCode: code, UserID: user}) // want `^this recovery code was already used on line \d+; it works once, so this call fails; use the first result$`
	return err
}

func (s *server) member(ctx context.Context, org, member, code string) error {
	if _, err := s.b2b.RecoveryCodes.Recover(ctx, &recoverycodes.RecoverParams{OrganizationID: org, MemberID: member, RecoveryCode: code}); err != nil {
		return err
	}
	_, err := s.b2b.RecoveryCodes.Recover(ctx, &recoverycodes.RecoverParams{OrganizationID: org, MemberID: member, RecoveryCode: code}) // want `^this recovery code was already used on line \d+; .* ends with "unable_to_authenticate_recovery_code"; use the first result$`
	return err
}

// Any failure is tried again, also one of the API.
func (s *server) loop(ctx context.Context, user, code string) error {
	var err error
	for range 3 {
		if _, err = s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}); err == nil { // want `^this recovery code works once, so a retry after an answer of the API fails; `
			return nil
		}
	}
	return err
}

// The code may be another user's.
func (s *server) otherUser(ctx context.Context, first, second, code string) {
	s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: first, RecoveryCode: code})
	s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: second, RecoveryCode: code})
}

// Each code works once.
func (s *server) eachOnce(ctx context.Context, user string, codes []string) {
	for _, code := range codes {
		if _, err := s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}); err == nil {
			return
		}
	}
}

// What the API answers is not tried again.
func (s *server) unreached(ctx context.Context, user, code string) error {
	var err error
	for range 3 {
		if _, err = s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}); err == nil {
			return nil
		}
		var refused stytcherror.Error
		if errors.As(err, &refused) {
			return err
		}
	}
	return err
}

// A TOTP is no recovery code.
func (s *server) totp(ctx context.Context, user, code string) {
	s.stytch.TOTPs.Authenticate(ctx, &totps.AuthenticateParams{UserID: user, TOTPCode: code})
	s.stytch.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code})
}
