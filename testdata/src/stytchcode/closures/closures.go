// Package closures holds codes that travel through function values and channels.
package closures

import (
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a predicate that remembers the constant
func codeIs(code string) func(stytcherror.Error) bool {
	return func(e stytcherror.Error) bool { return string(e.ErrorType) == code }
}

var isGone = codeIs("sesion_not_found") // want `"session_not_found"`

// a predicate that remembers the error
func matcher(e stytcherror.Error) func(...stytcherror.Type) bool {
	return func(codes ...stytcherror.Type) bool {
		for _, c := range codes {
			if c == e.ErrorType {
				return true
			}
		}
		return false
	}
}

func predicates(e stytcherror.Error) bool {
	is := matcher(e)
	local := func(code string) bool { return string(e.ErrorType) == code }
	return isGone(e) || codeIs("session_not_found")(e) ||
		codeIs("user_notfound")(e) || // want `"user_not_found"`
		is("weak_password", "weak_pasword") || // want `"weak_pasword" is not`
		local("captcha_faild") || // want `"captcha_failed"`
		func(c string) bool { return c == "otp_code_notfound" }(string(e.ErrorType)) // want `"otp_code_not_found"`
}

// predicates in a table
var table = []struct {
	match  func(code string) bool
	status int
}{
	{func(c string) bool { return c == "session_not_found" }, 401},
	{func(c string) bool { return c == "magic_link_not_fond" }, 404}, // want `"magic_link_not_found"`
	{match: isDuplicate, status: 409},
}

func isDuplicate(code string) bool { return code == "duplicate_emial" } // want `"duplicate_email"`

func status(e stytcherror.Error) int {
	for _, row := range table {
		if row.match(string(e.ErrorType)) {
			return row.status
		}
	}
	return 500
}

// a callback
func withCode(e stytcherror.Error, f func(code stytcherror.Type)) { f(e.ErrorType) }

func callback(e stytcherror.Error) (gone bool) {
	withCode(e, func(code stytcherror.Type) {
		gone = code == "reset_pasword" // want `"reset_password"`
	})
	return gone
}

// a callback that others call as well
func withText(s string, f func(string)) { f(s) }

func sharedCallback(e stytcherror.Error, path string) (gone bool) {
	check := func(s string) { gone = s == "reset_pasword" }
	withText(string(e.ErrorType), check)
	withText(path, check)
	return gone
}

// a variable that a closure sets
func captured(e stytcherror.Error) bool {
	var code string
	set := func() { code = string(e.ErrorType) }
	set()
	return code == "breached_pasword" // want `"breached_password"`
}

// a channel
func channel(list []stytcherror.Error) int {
	codes := make(chan string)
	go func() {
		defer close(codes)
		for _, e := range list {
			codes <- string(e.ErrorType)
		}
	}()
	if <-codes == "pkce_missmatch" { // want `"pkce_mismatch"`
		return 1
	}
	for code := range codes {
		if code == "invalid_emial" { // want `"invalid_email"`
			return 2
		}
	}
	select {
	case code, ok := <-codes:
		if ok && code == "member_not_foud" { // want `"member_not_found"`
			return 3
		}
	default:
	}
	return 0
}

// a channel that others send to as well
func sharedChannel(e stytcherror.Error, codes chan string) bool {
	codes <- string(e.ErrorType)
	return <-codes == "member_not_foud"
}

// a method value and a method expression
type checker struct{ e stytcherror.Error }

func (c checker) is(code string) bool { return string(c.e.ErrorType) == code }

func methods(c checker) bool {
	is := c.is
	return c.is("user_notfound") || // want `"user_not_found"`
		checker.is(c, "session_not_found") ||
		is("session_not_found")
}

// sync.OnceValue and the like: out of view, and no panic
func once(e stytcherror.Error) bool {
	code := sync.OnceValue(func() string { return string(e.ErrorType) })
	return code() == "session_not_found"
}
