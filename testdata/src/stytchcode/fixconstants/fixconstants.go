// Package fixconstants holds wrong codes that have a name: the fix goes to the
// literal, if nothing else needs its value.
package fixconstants

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// every use is a comparison with a code
const gone = "sesion_not_found"

// with a type, in a block
const (
	weak stytcherror.Type = "weak_pasword"
	ok   stytcherror.Type = "weak_password"
)

// with a conversion around it
const duplicate = stytcherror.Type("duplicate_emial")

// raw
const raw = `user_notfound`

// put together from literals, and from a constant that others use
const (
	added    = "captcha" + "_faild"
	notfound = "_notfound"
	partly   = "otp_code" + notfound
)

// another use needs the old value
const topic = "member_not_foud"

// so does another constant
const (
	base    = "magic_link_not_fond"
	derived = base + "/v1"
)

// repeated by the line below it, which is used otherwise
const (
	first = "pkce_missmatch"
	second
)

// Exported is for other packages, too.
const Exported = "reset_pasword"

// a constant of another file is left alone
func uses(e stytcherror.Error, publish func(string)) bool {
	const local = "breached_pasword"
	publish(topic)
	publish(derived)
	publish(second)
	switch e.ErrorType {
	case gone: // want `"session_not_found"`
	case weak: // want `"weak_password"`
	case duplicate: // want `"duplicate_email"`
	case raw: // want `"user_not_found"`
	case added: // want `"captcha_failed"`
	case partly: // want `"otp_code_not_found"`
	case topic: // want `"member_not_found"`
	case base: // want `"magic_link_not_found"`
	case first: // want `"pkce_mismatch"`
	case Exported: // want `"reset_password"`
	case local: // want `"breached_password"`
	case elsewhere: // want `"too_many_requests"`
	}
	return string(e.ErrorType) == gone // want `"session_not_found"`
}

func right(e stytcherror.Error) bool { return e.ErrorType == ok }

// a typed constant that nothing uses
const unused stytcherror.Type = "totp_notfound" // want `"totp_not_found"`
