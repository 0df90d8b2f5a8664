// Package fixduplicates holds wrong codes whose correction would stand twice
// in a switch or a map literal, which does not compile.
package fixduplicates

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

const sessionNotFound = "session_not_found"

const wrongSession = "sesion_not_found"

func switches(e stytcherror.Error) {
	// the right code is there already
	switch e.ErrorType {
	case "session_not_found", "sesion_not_found": // want `"sesion_not_found" is not`
	}
	// in another clause, behind
	switch string(e.ErrorType) {
	case "user_notfound": // want `"user_notfound" is not`
	case "weak_password", "user_not_found":
	}
	// under a name
	switch string(e.ErrorType) {
	case sessionNotFound:
	case "session_expired": // want `"session_expired" is not`
	}
	// with a conversion
	switch e.ErrorType {
	case stytcherror.Type("captcha_failed"):
	case stytcherror.Type("captcha_faild"): // want `"captcha_faild" is not`
	}
	// in parentheses
	switch e.ErrorType {
	case "duplicate_email":
	case ("duplicate_emial"): // want `"duplicate_emial" is not`
	}
}

// two wrong ones of the same code: only one of them
func two(e stytcherror.Error) {
	switch e.ErrorType {
	case "weak_pasword": // want `"weak_pasword" is not`
	case "weak_passwrod": // want `"weak_passwrod" is not`
	}
}

func others(e stytcherror.Error) {
	// a constant, which would stand twice here
	switch e.ErrorType {
	case wrongSession: // want `"sesion_not_found" is not`
	case sessionNotFound:
	}
	// an inner switch is another one, and asks the same
	switch e.ErrorType {
	case "otp_code_not_found":
		switch e.ErrorType {
		case "otp_code_notfound": // want `"otp_code_notfound" is not`
		}
	}
	// a condition
	switch {
	case e.ErrorType == "duplicate_email":
	case e.ErrorType == "duplicate_emial": // want `"duplicate_emial" is not`
	}
}

// the same key, of a string and of the code's type
var (
	status = map[string]int{
		"session_not_found":    401,
		"sesion_not_found":     401, // want `"sesion_not_found" is not`
		"magic_link_not_fond":  404, // want `"magic_link_not_fond" is not`
		"magic_link_not_foudn": 404, // want `"magic_link_not_foudn" is not`
	}
	text = map[stytcherror.Type]string{
		stytcherror.Type("reset_password"): "reset",
		"reset_pasword":                    "reset", // want `"reset_pasword" is not`
		"pkce_missmatch":                   "pkce",  // want `"pkce_missmatch" is not`
	}
)

func maps(e stytcherror.Error) (int, string) {
	return status[string(e.ErrorType)], text[e.ErrorType]
}

// a map that is filled: the second value would win
func filled(e stytcherror.Error) int {
	m := map[string]int{}
	m["captcha_failed"] = 1
	m["captcha_faild"] = 2 // want `"captcha_faild" is not`
	return m[string(e.ErrorType)]
}
