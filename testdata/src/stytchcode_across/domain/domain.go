// Package domain has error codes of its own, and turns Stytch's into them.
package domain

import (
	"encoding/json"
	"errors"
	"net"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Code is a code of the program's own.
type Code string

const (
	SessionGone  Code = "sesion_not_found"
	CartIsEmpty  Code = "cart_is_empty"
	UserNotFound Code = "user_notfound"
)

// Error is an error of the program.
type Error struct {
	Code Code
	Text string
}

func (e *Error) Error() string { return string(e.Code) }

// Is compares its code.
func Is(err error, code Code) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}

// FromStytch names the situation anew.
func FromStytch(err error) *Error {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return &Error{Code: CartIsEmpty}
	}
	switch e.ErrorType {
	case "session_not_found":
		return &Error{Code: SessionGone}
	}
	return &Error{Code: UserNotFound, Text: string(e.ErrorMessage)}
}

// Failure is named like one of authx, and is filled by callers.
type Failure struct{ Code string }

// Is compares it.
func (f *Failure) Is(code string) bool { return f.Code == code }

// Network compares with the names of the operations of package net, too.
func Network(err error, name string) bool {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType) == name
	}
	var op *net.OpError
	return errors.As(err, &op) && op.Op == name
}

// SlackError is of another system, and is decoded here.
type SlackError struct{ Code string }

func (s *SlackError) Error() string { return s.Code }

// ReadSlack decodes it.
func ReadSlack(b []byte) error {
	s := new(SlackError)
	if err := json.Unmarshal(b, s); err != nil {
		return err
	}
	return s
}

// Slack compares with its code, too.
func Slack(err error, code string) bool {
	var s *SlackError
	if errors.As(err, &s) && code == s.Code {
		return true
	}
	var e stytcherror.Error
	return errors.As(err, &e) && code == string(e.ErrorType)
}

// StripeError is of another system. Other packages make it.
type StripeError struct{ Code string }

func (s *StripeError) Error() string { return s.Code }

// Either compares with the codes of two systems.
func Either(err error, code string) bool {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType) == code
	}
	var s *StripeError
	return errors.As(err, &s) && s.Code == code
}

// EitherOf does so for several.
func EitherOf(err error, codes ...string) bool {
	for _, code := range codes {
		if Either(err, code) {
			return true
		}
	}
	return false
}

// CodeOf returns the code of one of two systems.
func CodeOf(err error) string {
	var s *StripeError
	if errors.As(err, &s) {
		return s.Code
	}
	var e stytcherror.Error
	errors.As(err, &e)
	return string(e.ErrorType)
}

// Statuses is indexed with the codes of both.
var Statuses = map[string]int{"card_declined": 402, "sesion_not_found": 401}

// Status looks them up.
func Status(err error) int { return Statuses[CodeOf(err)] }

// IsGone is handed a code, by whomever.
func IsGone(code string) bool { return code == "sesion_not_found" || code == "session_not_found" }

// Gone hands it one of Stytch's.
func Gone(w http.ResponseWriter, err error) { _ = IsGone(CodeOf(err)) }
