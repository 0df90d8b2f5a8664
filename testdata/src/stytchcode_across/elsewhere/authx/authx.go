// Package authx is named like a wrapper of Stytch's SDK and has nothing to do
// with it.
package authx

import "errors"

type Failure struct {
	Code      string
	ErrorType string
}

func (f *Failure) Error() string { return f.Code }

func (f *Failure) Is(code string) bool { return f.Code == code || f.ErrorType == code }

func Is(err error, code string) bool {
	var f *Failure
	return errors.As(err, &f) && f.Is(code)
}

func Code(err error) string {
	var f *Failure
	if errors.As(err, &f) {
		return f.Code
	}
	return "session_not_found"
}

var Retryable = map[string]bool{"too_many_requests": true}
