// Package stytchx hands over codes in every way in which a function can.
package stytchx

import (
	"errors"
	"iter"
	"net/http"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Type keeps the SDK's type.
func Type(err error) stytcherror.Type {
	var e stytcherror.Error
	errors.As(err, &e)
	return e.ErrorType
}

// Named has named results and an early return.
func Named(err error) (code string, status int) {
	if err == nil {
		return "", 200
	}
	var e stytcherror.Error
	if errors.As(err, &e) {
		code, status = string(e.ErrorType), e.StatusCode
	}
	return
}

// Early returns early, and from a loop.
func Early(errs ...error) string {
	for _, err := range errs {
		if e, ok := errors.AsType[stytcherror.Error](err); ok {
			return string(e.ErrorType)
		}
		if code, _ := Named(err); code != "" {
			return code
		}
	}
	return ""
}

// Pointer returns nil for other errors.
func Pointer(err error) *string {
	code, _ := Named(err)
	if code == "" {
		return nil
	}
	return &code
}

// Details is a struct with an exported field.
type Details struct {
	Code   string
	Status int
	Text   string
}

// Describe returns it by value.
func Describe(err error) Details {
	code, status := Named(err)
	return Details{code, status, err.Error()}
}

// DescribeAll returns pointers in a slice.
func DescribeAll(errs []error) (list []*Details) {
	for _, err := range errs {
		d := Describe(err)
		list = append(list, &d)
	}
	return list
}

// All returns a slice of codes.
func All(errs []error) []string {
	codes := make([]string, 0, len(errs))
	for _, err := range errs {
		codes = append(codes, string(Type(err)))
	}
	return codes
}

// Counts returns a map whose keys are codes.
func Counts(errs []error) map[string]int {
	counts := make(map[string]int)
	for _, code := range All(errs) {
		counts[code]++
	}
	return counts
}

// ByName returns a map whose elements are codes.
func ByName(errs map[string]error) (map[string]stytcherror.Type, error) {
	m := make(map[string]stytcherror.Type)
	for name, err := range errs {
		m[name] = Type(err)
	}
	return m, nil
}

// Getter returns a function that returns the code.
func Getter(err error) func() string {
	return func() string { return Early(err) }
}

// Matcher returns a function that compares with the code.
func Matcher(err error) func(code string) bool {
	return func(code string) bool { return Early(err) == code }
}

// With calls a function with the code.
func With(err error, do func(code string, status int) bool) bool {
	code, status := Named(err)
	return do(code, status)
}

// Seq yields codes.
func Seq(errs []error) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, err := range errs {
			if !yield(Early(err)) {
				return
			}
		}
	}
}

// Fill stores the code where a pointer says.
func Fill(err error, code *string) bool {
	*code = Early(err)
	return *code != ""
}

// What may be anything else as well is no code.

// OrText returns the text of other errors.
func OrText(err error) string {
	if code := Early(err); code != "" {
		return code
	}
	return err.Error()
}

// OrHeader prefers what the client sent.
func OrHeader(r *http.Request, err error) (code string, known bool) {
	if code = r.Header.Get("X-Error-Code"); code != "" {
		return code, true
	}
	return Early(err), false
}

// OrEnv can be overridden.
func OrEnv(err error) string {
	code, _ := Named(err)
	if forced, ok := os.LookupEnv("FORCED_CODE"); ok {
		code = forced
	}
	return code
}

// OrDefault returns what the caller wants for other errors.
func OrDefault(err error, other string) string {
	if code := Early(err); code != "" {
		return code
	}
	return other
}

// Label is a text with a code in it.
func Label(err error) string { return "stytch." + Early(err) }

// Pair is a record of a code and a text.
func Pair(err error) [2]string { return [2]string{Early(err), err.Error()} }
