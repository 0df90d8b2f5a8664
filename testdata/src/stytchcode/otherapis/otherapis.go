// Package otherapis uses other services beside Stytch, whose codes look alike.
package otherapis

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// an error of another service, decoded by hand
type authError struct {
	Code string `json:"error_code"`
	Msg  string `json:"msg"`
}

func (a *authError) Error() string { return a.Msg }

func decode(body []byte) error {
	a := new(authError)
	if err := json.Unmarshal(body, a); err != nil {
		return err
	}
	return a
}

// both in one function
func classify(err error) string {
	var a *authError
	if errors.As(err, &a) {
		switch a.Code {
		case "session_expired", "user_banned", "sesion_not_found":
			return "other"
		}
	}
	var e stytcherror.Error
	if errors.As(err, &e) {
		switch e.ErrorType {
		case "session_expired": // want `"session_not_found"`
			return "stytch"
		}
	}
	return ""
}

// the text of an error that may be anybody's
func text(err error) bool {
	return strings.Contains(err.Error(), "sesion_not_found") || err.Error() == "users_not_found"
}

// one variable for the codes of both
func either(err error) bool {
	var code string
	var a *authError
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		code = string(e.ErrorType)
	case errors.As(err, &a):
		code = a.Code
	}
	return code == "session_expired" || code == "sesion_not_found" || code == "user_banned"
}

// one helper for both
func matches(code string, codes ...string) bool {
	for _, c := range codes {
		if c == code {
			return true
		}
	}
	return false
}

func helper(a authError, e stytcherror.Error) bool {
	return matches(a.Code, "session_expired", "sesion_not_found") ||
		matches(string(e.ErrorType), "session_not_found", "sesion_not_found") // want `"sesion_not_found" is not`
}

// one table for both
var retry = map[string]bool{
	"too_many_requests": true,
	"too_many_request":  true,
	"throttled":         true,
}

func table(a authError, e stytcherror.Error) bool { return retry[a.Code] || retry[string(e.ErrorType)] }

// one constant for both
const notFound = "sesion_not_found"

func constant(a authError, e stytcherror.Error) bool {
	return a.Code == notFound || e.ErrorType == notFound // want `"session_not_found"`
}
