// Package structkeys looks up codes beside something else.
package structkeys

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type key struct {
	code   string
	status int
}

var messages = map[key]string{
	{"session_not_found", 404}:                    "signed out",
	{"sesion_not_found", 404}:                     "signed out", // want `"sesion_not_found" is not a Stytch error code`
	{code: "unable_to_auth_otp_cod", status: 401}: "wrong",      // want `"unable_to_auth_otp_cod" is not`
	key{code: "too_many_requests", status: 429}:   "later",
	{status: 500}: "",
}

func message(err error) string {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return ""
	}
	return messages[key{string(e.ErrorType), e.StatusCode}]
}

// The key is made elsewhere, and has other names.
var retry = map[struct{ Code, Product string }]bool{
	{"session_not_fuond", "b2b"}: true, // want `"session_not_fuond" is not`
	{"too_many_requests", "any"}: true,
}

type problem struct{ code, message string }

var seen = make(map[problem]int)

func keyOf(e stytcherror.Error) (k struct{ Code, Product string }) {
	k.Code = string(e.ErrorType)
	k.Product = "b2b"
	return k
}

func mayRetry(e stytcherror.Error) bool { return retry[keyOf(e)] }

// What is stored, and what is compared as a whole.
func count(e stytcherror.Error) bool {
	p := problem{code: string(e.ErrorType)}
	seen[problem{code: "sesion_expired"}] = 0 // want `"sesion_expired" is not`
	seen[p]++
	return p == problem{"user_not_fuond", "unknown"} || // want `"user_not_fuond" is not`
		p == (problem{"user_not_found", "user_not_fuond"})
}

// Keys that are visited are compared one by one.
type reason struct{ code, text string }

var reasons = map[reason]int{
	{"sesion_not_found", "expird"}: 401, // want `"sesion_not_found" is not`
}

func status(e stytcherror.Error) int {
	for r, status := range reasons {
		if r.code == string(e.ErrorType) {
			return status
		}
	}
	return 500
}

// Keys of other systems, and some for both.
type other struct{ code, system string }

var others = map[other]bool{{"sesion_not_found", "ours"}: true}

func known(code string) bool { return others[other{code, "ours"}] }

type shared struct{ code string }

var both = map[shared]bool{{"sesion_not_found"}: true}

func isShared(code string, e stytcherror.Error) bool {
	return both[shared{code}] || both[shared{string(e.ErrorType)}]
}

// Nobody looks up codes here.
type unasked struct{ code string }

var list = map[unasked]bool{{"sesion_not_found"}: true}

func made(e stytcherror.Error) unasked { return unasked{string(e.ErrorType)} }

func size() int { return len(list) }
