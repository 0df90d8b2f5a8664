// Package indirect holds constants that take a longer way to the code that
// they are compared with, and codes that take a longer way to a constant.
package indirect

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a function that returns the constant
func gone() string { return "sesion_not_found" } // want `"session_not_found"`

// a setting with a default
type settings struct {
	retryOn  string
	ignore   []string
	fallback struct{ code stytcherror.Type }
}

var defaults = settings{
	retryOn: "too_many_request",        // want `"too_many_requests"`
	ignore:  []string{"user_notfound"}, // want `"user_not_found"`
}

func init() {
	defaults.fallback.code = "weak_pasword" // want `"weak_password"`
}

// names in a struct without a type of its own
var codes = struct{ Session, Captcha string }{
	Session: "session_not_found",
	Captcha: "captcha_faild", // want `"captcha_failed"`
}

func uses(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	for _, c := range defaults.ignore {
		if strings.EqualFold(c, code) {
			return true
		}
	}
	return code == gone() || code == defaults.retryOn || e.ErrorType == defaults.fallback.code ||
		code == codes.Session || code == codes.Captcha
}

// a setter
type failure struct{ code string }

func (f *failure) setCode(code string) { f.code = code }

func set(e stytcherror.Error) bool {
	f := new(failure)
	f.setCode(string(e.ErrorType))
	return f.code == "otp_code_notfound" // want `"otp_code_not_found"`
}

// functional options
type filter struct{ codes []string }

type option func(*filter)

func withCodes(codes ...string) option {
	return func(f *filter) { f.codes = append(f.codes, codes...) }
}

func newFilter(opts ...option) *filter {
	f := &filter{}
	for _, o := range opts {
		o(f)
	}
	return f
}

func (f *filter) match(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range f.codes {
		if c == string(e.ErrorType) {
			return true
		}
	}
	return false
}

var standard = newFilter(withCodes("session_not_found", "magic_link_not_fond")) // want `"magic_link_not_found"`

// a builder
func (f *filter) and(code string) *filter {
	f.codes = append(f.codes, code)
	return f
}

var more = newFilter().and("duplicate_email").and("duplicate_emial") // want `"duplicate_emial" is not`

// a generic helper that finds the error
func as[T error](err error) (target T, ok bool) {
	ok = errors.As(err, &target)
	return target, ok
}

func found(err error) bool {
	e, ok := as[stytcherror.Error](err)
	return ok && e.ErrorType == "reset_pasword" // want `"reset_password"`
}

// a curried helper
func expect(err error) func(code string) bool {
	return func(code string) bool {
		e, ok := as[stytcherror.Error](err)
		return ok && string(e.ErrorType) == code
	}
}

func curried(err error) bool { return expect(err)("pkce_missmatch") } // want `"pkce_mismatch"`

// arguments of deferred calls and goroutines
func later(e stytcherror.Error, log func(bool)) {
	defer func(code string) {
		log(code == "breached_pasword") // want `"breached_password"`
	}(string(e.ErrorType))
	go check(e.ErrorType, log)
}

func check(code stytcherror.Type, log func(bool)) {
	log(code == "invalid_emial") // want `"invalid_email"`
}

// nested functions
func nested(e stytcherror.Error) func() func() bool {
	code := e.ErrorType
	return func() func() bool {
		return func() bool { return code == "member_not_foud" } // want `"member_not_found"`
	}
}

// a struct that is copied and passed on
func copied(e stytcherror.Error) bool {
	f := failure{string(e.ErrorType)}
	g := f
	h := &g
	list := []*failure{h}
	return list[0].code == "totp_notfound" // want `"totp_not_found"`
}

// comma-ok forms
func commaOK(e stytcherror.Error, ch chan stytcherror.Type) bool {
	byID := map[int]string{e.StatusCode: string(e.ErrorType)}
	if code, ok := byID[404]; ok && code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	var v any = string(e.ErrorType)
	if code, ok := v.(string); ok && code == "user_notfound" { // want `"user_not_found"`
		return true
	}
	ch <- e.ErrorType
	code, ok := <-ch
	return ok && code == "weak_pasword" // want `"weak_password"`
}
