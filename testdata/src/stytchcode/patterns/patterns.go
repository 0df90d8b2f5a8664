// Package patterns matches codes with regular expressions.
package patterns

import (
	"regexp"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var (
	gone   = regexp.MustCompile(`^(session_not_found|sesion_not_found)$`) // want `"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"`
	group  = regexp.MustCompile("^(?:user_not_found|user_notfound)$")     // want `"user_not_found"`
	begins = regexp.MustCompile(`^sesion_`)                               // want `no Stytch error code begins with "sesion_"`
	ends   = regexp.MustCompile(`_not_fuond$`)                            // want `no Stytch error code ends with "_not_fuond"`
	some   = regexp.MustCompile(`session|sesion`)                         // want `no Stytch error code contains "sesion"`
	one    = regexp.MustCompile(`^session|sesion$`)                       // want `no Stytch error code ends with "sesion"`
	more   = regexp.MustCompile(`^sesion_.*_(found|expired)$`)
	folded = regexp.MustCompile(`(?i)^Sesion_Not_Found$`) // want `"session_not_found"`
	either = regexp.MustCompile(`(?i)sesion_not_found`)
	unused = regexp.MustCompile(`^(sesion_not_found)$`)
	later  = regexp.MustCompile(`^sesion_not_found$`) // want `"sesion_not_found" is not`
)

func match(e stytcherror.Error, other string) bool {
	code := string(e.ErrorType)
	later = regexp.MustCompile(other)
	ok, _ := regexp.MatchString("weak_pasword|weak_password", code) // want `no Stytch error code contains "weak_pasword"`
	own := regexp.MustCompile("^captcha_faild$")                    // want `"captcha_failed"`
	return ok || gone.MatchString(code) || group.MatchString(code) || begins.MatchString(code) || ends.MatchString(code) ||
		some.MatchString(code) || one.MatchString(code) || more.MatchString(code) || own.MatchString(code) || later.MatchString(code) ||
		folded.MatchString(code) || either.MatchString(code) || unused.MatchString(other) || regexp.MustCompile(other).MatchString(code)
}

const (
	pattern = `^(user_not_found|user_not_fuond)$` // want `"user_not_fuond" is not`
	word    = "^duplicate_emial$"                 // want `"duplicate_email"`
	made    = "^sesion" + "_not_found$"
)

var named = regexp.MustCompile(pattern)

func constants(e stytcherror.Error) bool {
	ok, _ := regexp.MatchString(word, string(e.ErrorType))
	other, _ := regexp.MatchString(made, string(e.ErrorType))
	return ok || other || named.MatchString(string(e.ErrorType))
}
