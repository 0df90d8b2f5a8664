// Package exported has functions, variables and fields of which importers have to
// know what flows through them.
package exported

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func Is(err error, code string) bool { // want Is:`^expects 1$`
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && string(e.ErrorType) == code
}

func Code(err error) string { // want Code:`^carries 0$`
	e, _ := errors.AsType[stytcherror.Error](err)
	return string(e.ErrorType)
}

func First(a, b string) string { // want First:`^passes 0$`
	if a != "" {
		return a
	}
	return b
}

func Fill(code *string, err error) { *code = Code(err) } // want Fill:`^fills 0$`

// Each calls functions with a code and with a name.
func Each(err error, named func(name, code string), coded func(code string)) { // want Each:`^calls 1, calls 2$`
	named("session_not_found", Code(err))
	coded(Code(err))
}

func Either(code, a, b string) bool { return code == a || code == b } // want Either:`^compares 1 0, compares 2 0$`

func Length(code string) int { return len(code) }

func unexported(err error) string { return Code(err) }

// Retried is a list of codes, and Names a table of them.
var (
	Retried = []string{"too_many_requests"}                  // want Retried:`^expects 0$`
	Names   = map[string]string{"session_not_found": "gone"} // want Names:`^expects 0$`
	Texts   = map[string]string{"a": "b"}
)

func retry(err error) bool {
	for _, code := range Retried {
		if code == Code(err) {
			return true
		}
	}
	return Names[Code(err)] != ""
}

// Failure is what an API answers.
type Failure struct {
	StatusCode int    `json:"status_code"` // want StatusCode:`^status of answer$`
	ErrorType  string `json:"error_type"`  // want ErrorType:`^error_type$`
	Message    string `json:"error_message"`
}

// Problem has a code of the SDK.
type Problem struct {
	Code string // want Code:`^carries 0$`
	Text string
}

func From(err error) Problem { return Problem{Code: Code(err), Text: err.Error()} }

func use(f func(a, b string), err error) {
	f(unexported(err), "x")
}

func Matcher(err error) func(code string) bool { // want Matcher:`^returns 0: expects 0$`
	return func(code string) bool { return Code(err) == code }
}

var Held = Is // want Held:`^holds expects 1$`
