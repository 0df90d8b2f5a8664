// Package inview compares errors with invented names that may mean several
// codes: the call in view tells which.
package inview

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	memberpasswords "github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/recoverycodes"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/totps"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type service struct {
	users   *stytchapi.API
	members *b2bstytchapi.API
}

func (s *service) password(ctx context.Context, email, password string) bool {
	_, err := s.users.Passwords.Authenticate(ctx, &passwords.AuthenticateParams{Email: email, Password: password})
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "wrong_password" // want `^"wrong_password" is not a Stytch error code; consumer Passwords.Authenticate reports it as "unauthorized_credentials"$`
}

// No source shows what it ends with.
func (s *service) memberPassword(ctx context.Context, password string) bool {
	_, err := s.members.Passwords.Authenticate(ctx, &memberpasswords.AuthenticateParams{Password: password})
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "unable_to_auth_password" // want `^"unable_to_auth_password" is not a Stytch error code$`
}

func (s *service) oauth(ctx context.Context, token string) bool {
	_, err := s.users.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "token_expired" // want `^"token_expired" is not a Stytch error code; consumer OAuth.Authenticate reports it as "oauth_token_not_found"$`
}

func (s *service) recover(ctx context.Context, code string) bool {
	_, err := s.members.RecoveryCodes.Recover(ctx, &recoverycodes.RecoverParams{RecoveryCode: code})
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "recovery_code_not_found" // want `^"recovery_code_not_found" is not a Stytch error code; b2b RecoveryCodes.Recover reports it as "unable_to_authenticate_recovery_code"$`
}

// Nor is it shown here, but neither code is one of every call.
func (s *service) recoverUser(ctx context.Context, code string) bool {
	_, err := s.users.TOTPs.Recover(ctx, &totps.RecoverParams{RecoveryCode: code})
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "recovery_code_not_found" // want `; a wrong recovery code is reported as "unable_to_authenticate_recovery_code", a user who has none as "recovery_codes_not_found"$`
}

// Two calls tell nothing.
func (s *service) either(ctx context.Context, token string) bool {
	_, err := s.users.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		_, err = s.users.Passwords.Authenticate(ctx, &passwords.AuthenticateParams{Email: token})
	}
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "token_expired" // want `; a spent token of a magic link is reported as "unable_to_auth_magic_link", one of OAuth as "oauth_token_not_found"$`
}

// Nor does none.
func reason(e stytcherror.Error) bool {
	return e.ErrorType == "recovery_code_not_found" || // want `; a wrong recovery code is reported as "unable_to_authenticate_recovery_code", a user who has none as "recovery_codes_not_found"$`
		e.ErrorType == "wrong_password" // want `"unauthorized_credentials" and "password_does_not_match"$`
}
