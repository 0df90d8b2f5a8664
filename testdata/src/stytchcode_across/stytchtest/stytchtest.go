// Package stytchtest makes errors for tests.
package stytchtest

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Error makes one.
func Error(code string) error {
	return stytcherror.Error{StatusCode: 400, ErrorType: stytcherror.Type(code)}
}

// Typed has a parameter of the SDK's type.
func Typed(status int, code stytcherror.Type) *stytcherror.Error {
	return &stytcherror.Error{StatusCode: status, ErrorType: code}
}

// A Failure is turned into an error.
type Failure struct {
	Code   string
	Status int
}

// Err makes it.
func (f Failure) Err() error {
	var e stytcherror.Error
	e.ErrorType = stytcherror.Type(f.Code)
	e.StatusCode = f.Status
	return e
}

// Handler answers with a code, as a map.
func Handler(code string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{"status_code": 400, "error_type": code, "error_message": ""})
	}
}

// Require fails the test unless the error has the code.
func Require(t testing.TB, err error, code string) {
	t.Helper()
	if e, ok := err.(stytcherror.Error); !ok || string(e.ErrorType) != code {
		t.Fatalf("%v is not %s", err, code)
	}
}
