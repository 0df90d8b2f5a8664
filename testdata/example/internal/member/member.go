// Package member keeps the members of the shop's loyalty programme.
package member

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// The programme's own codes.
const (
	codeNotFound = "member_not_found"
	codeExpired  = "membership_expired"
)

// An Error is what the programme answers.
type Error struct {
	Code string
	Err  error
}

func (e *Error) Error() string { return "member: " + e.Code }
func (e *Error) Unwrap() error { return e.Err }

// FromAuth turns a refused sign-in into the programme's own error.
func FromAuth(err error) error {
	var refused stytcherror.Error
	if !errors.As(err, &refused) {
		return err
	}
	if refused.ErrorType == "user_not_found" {
		return &Error{Code: codeNotFound, Err: err}
	}
	return err
}

// MayJoin reports whether the customer could still become a member.
func MayJoin(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Code == codeNotFound || e.Code == codeExpired || e.Code == "member_suspended")
}
