// Package authx wraps the SDK for the packages of a team.
package authx

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func Is(err error, code string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

func IsAny(err error, codes ...string) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if string(e.ErrorType) == c {
			return true
		}
	}
	return false
}

func Code(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return "network_failure"
}

func CodeOK(err error) (code string, ok bool) {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType), true
	}
	return
}

type Failure struct {
	Code   string
	Status int
	Own    string
}

func (f *Failure) Error() string { return f.Code }

func (f *Failure) Is(code string) bool { return f.Code == code }

func From(err error) *Failure {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return nil
	}
	return &Failure{Code: string(e.ErrorType), Status: e.StatusCode, Own: err.Error()}
}

func Normal(code string) string { return strings.ToLower(strings.TrimSpace(code)) }

func Same(a, b string) bool { return a == b }

func Text(err error) string { return err.Error() }

func WriteError(status int, code string) int { return status + len(code) }

func Fail(err error) int { return WriteError(500, Code(err)) }

var Retryable = map[string]bool{"too_many_requests": true}

func CanRetry(err error) bool { return Retryable[Code(err)] }
