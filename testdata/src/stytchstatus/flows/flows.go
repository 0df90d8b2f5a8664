// Package flows has statuses and codes that get to errors by other ways.
package flows

import (
	"encoding/json"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A failure carries both fields of an error, by assignments.
type failure struct {
	status int
	code   string
}

func (f *failure) Error() string { return f.code }

func failureOf(err error) *failure {
	f := new(failure)
	var e stytcherror.Error
	if errors.As(err, &e) {
		f.status = e.StatusCode
		f.code = string(e.ErrorType)
	}
	return f
}

func signedOut(f *failure) bool {
	return f.status == 401 && f.code == "session_not_found" // want `never true together with 401`
}

func isSignedOut(f *failure) bool { return f.status == 404 && f.code == "session_not_found" }

// A sum is of two errors.
type sum struct {
	status int
	code   string
}

func sumOf(e, f stytcherror.Error) (s sum) {
	s.status = e.StatusCode
	s.code = string(f.ErrorType)
	return s
}

func isSum(s sum) bool { return s.status == 401 && s.code == "session_not_found" }

// A counted one is changed.
type counted struct {
	status int
	code   string
}

func countedOf(e stytcherror.Error) counted {
	c := counted{status: e.StatusCode, code: string(e.ErrorType)}
	c.status++
	return c
}

func isCounted(c counted) bool { return c.status == 401 && c.code == "session_not_found" }

var byStatus = map[int][]string{
	404: {"session_not_found", "user_not_found"},
	401: {
		"session_not_found", // want `never with 401`
		"unauthorized_credentials",
	},
}

func known(e stytcherror.Error) bool {
	for status, codes := range byStatus {
		for _, code := range codes {
			if e.StatusCode == status && string(e.ErrorType) == code {
				return true
			}
		}
	}
	return false
}

// What the program answers.
var toStatus = map[int][]string{
	401: {"session_not_found"},
	422: {"weak_password"},
}

func answer(e stytcherror.Error) int {
	for status, codes := range toStatus {
		for _, code := range codes {
			if string(e.ErrorType) == code {
				return status
			}
		}
	}
	return 500
}

var pages = map[stytcherror.Type]struct {
	status int
	page   string
}{
	"session_not_found": {404, "sign-in"},
	"weak_password":     {401, "password"}, // want `^"weak_password" always comes with status 400, never with 401$`
}

func page(e stytcherror.Error) string {
	p := pages[e.ErrorType]
	if p.status != e.StatusCode {
		return ""
	}
	return p.page
}

func decoded() (e stytcherror.Error) {
	_ = json.Unmarshal([]byte(`{"status_code": 401, "error_type": "session_not_found", "error_message": "no"}`), &e) // want `never with 401`
	return e
}
