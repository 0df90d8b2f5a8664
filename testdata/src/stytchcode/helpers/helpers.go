// Package helpers holds functions that stand between a code and the constant
// that it is compared with.
package helpers

import (
	"errors"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a helper with the code as an argument
func is(err error, code string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

// a helper that calls another
func isNot(err error, code string) bool { return !is(err, code) }

// a helper with the code's type
func hasType(err error, want stytcherror.Type) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && e.ErrorType == want
}

// a variadic helper
func isAny(err error, codes ...string) bool {
	for _, c := range codes {
		if is(err, c) {
			return true
		}
	}
	return false
}

// a variadic helper that searches
func isOneOf(err error, codes ...stytcherror.Type) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && slices.Contains(codes, e.ErrorType)
}

// a helper that is too long to be looked at for each of its calls
func isLong(err error, code string) bool {
	for depth := 0; err != nil && depth < 10; depth++ {
		switch e := err.(type) {
		case stytcherror.Error:
			if string(e.ErrorType) == code {
				return true
			}
			if strings.EqualFold(string(e.ErrorType), code) {
				return true
			}
		case interface{ Unwrap() error }:
			err = e.Unwrap()
			continue
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				if isLong(inner, code) {
					return true
				}
			}
			return false
		}
		if u := errors.Unwrap(err); u != nil {
			err = u
			continue
		}
		return false
	}
	return false
}

var notMine = []string{"member_not_foud"} // want `"member_not_found"`

func calls(err error) bool {
	return is(err, "session_not_found") || is(err, "") ||
		is(err, "sesion_not_found") || // want `"session_not_found"`
		isNot(err, "user_notfound") || // want `"user_not_found"`
		hasType(err, "weak_pasword") || // want `"weak_password"`
		isAny(err, "session_not_found", "otp_code_notfound", "captcha_faild") || // want `"otp_code_not_found"` `"captcha_failed"`
		isAny(err, notMine...) ||
		isAny(err) ||
		isOneOf(err, "duplicate_emial", "duplicate_email") || // want `"duplicate_emial" is not`
		isLong(err, "magic_link_not_fond") || // want `"magic_link_not_found"`
		is(err, "foo_bar_baz") // want `"foo_bar_baz" is not in the Stytch catalog`
}

// a helper that returns the code
func codeOf(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

// the same with a second result, both named
func lookupCode(err error) (code stytcherror.Type, ok bool) {
	var e stytcherror.Error
	if ok = errors.As(err, &e); ok {
		code = e.ErrorType
	}
	return
}

// the same with an answer of its own for other errors
func codeOrOther(err error) string {
	if code := codeOf(err); code != "" {
		return code
	}
	return "not_stytch"
}

// the same with a text of unknown origin for other errors
func codeOrText(err error) string {
	if code := codeOf(err); code != "" {
		return code
	}
	return err.Error()
}

// the same through a pointer
func fillCode(err error, code *string) {
	*code = codeOf(err)
}

func results(err error) bool {
	if code, ok := lookupCode(err); ok && code == "user_notfound" { // want `"user_not_found"`
		return true
	}
	var filled string
	fillCode(err, &filled)
	return codeOf(err) == "sesion_not_found" || // want `"session_not_found"`
		strings.HasPrefix(codeOf(err), "sesion_") || // want `begins with "sesion_"`
		codeOrOther(err) == "not_stytch" ||
		codeOrOther(err) == "weak_pasword" || // want `"weak_password"`
		codeOrText(err) == "weak_pasword" || // anybody's text
		filled == "captcha_faild" // want `"captcha_failed"`
}

// helpers that compare for everybody
func eq(a, b string) bool                    { return a == b }
func equal[T comparable](a, b T) bool        { return a == b }
func contains[T comparable](s []T, x T) bool { return slices.Index(s, x) >= 0 }

func generic(e stytcherror.Error, name string, n int) bool {
	return eq(name, "sesion_not_found") ||
		eq(string(e.ErrorType), "sesion_not_found") || // want `"session_not_found"`
		eq("user_notfound", string(e.ErrorType)) || // want `"user_not_found"`
		equal(n, 1) || equal(name, "weak_pasword") ||
		equal(e.ErrorType, "weak_pasword") || // want `"weak_password"`
		contains([]string{"captcha_faild"}, name) ||
		contains([]string{"captcha_faild"}, string(e.ErrorType)) // want `"captcha_failed"`
}

// pointers
func Ptr[T any](v T) *T { return &v }

func ptrTo(s string) *string { return &s }

func pointers(e stytcherror.Error) bool {
	code := Ptr(string(e.ErrorType))
	other := ptrTo(string(e.ErrorType))
	return *code == "sesion_not_found" || // want `"session_not_found"`
		*other == "user_notfound" || // want `"user_not_found"`
		*code == *Ptr("weak_pasword") || // want `"weak_password"`
		*Ptr("captcha_faild") == "captcha"
}

// a helper that keeps its second argument for somebody else
func logCode(code, component string) bool {
	return code == "session_not_found" && component == "member_not_foud"
}

func components(e stytcherror.Error) bool { return logCode(string(e.ErrorType), "user_notfound") }
