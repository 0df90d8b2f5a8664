// Package constants holds codes that have a name.
package constants

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// an untyped and a typed constant of the package, reported where they are used
const untypedGone = "sesion_not_found"

const typedGone stytcherror.Type = "user_notfound"

// a block of constants, some of them right
const (
	codeSession          = "session_not_found"
	codeMagicLink        = "magic_link_not_fond"
	codeOTP       string = "otp_code_notfound"
	codeConverted        = stytcherror.Type("duplicate_emial")
	codeEmpty            = ""
)

// constants that are put together
const (
	notFound    = "_not_found"
	joined      = "sesion" + notFound
	joinedRight = "session" + notFound
)

// a typed constant that nothing uses is still meant to be a code
const unusedTyped stytcherror.Type = "weak_pasword" // want `"weak_password"`

// an untyped one that nothing uses may be anything
const unusedUntyped = "weak_pasword"

// a constant that other things than codes use
const topic = "member_not_foud"

func publish(topic string) {}

func uses(e stytcherror.Error) bool {
	publish(topic)

	// a constant of the function
	const local = "captcha_faild"

	switch e.ErrorType {
	case untypedGone: // want `"sesion_not_found" is not .*"session_not_found"`
	case typedGone: // want `"user_not_found"`
	case codeSession, codeEmpty:
	case codeMagicLink: // want `"magic_link_not_found"`
	case codeConverted: // want `"duplicate_email"`
	case local: // want `"captcha_failed"`
	}
	return string(e.ErrorType) == codeOTP || // want `"otp_code_not_found"`
		e.ErrorType == joined || // want `"session_not_found"`
		e.ErrorType == joinedRight ||
		e.ErrorType == "sesion"+notFound || // want `"session_not_found"`
		e.ErrorType == topic // want `"member_not_found"`
}

// every use is reported
func usesAgain(e stytcherror.Error) bool {
	return e.ErrorType == untypedGone // want `"session_not_found"`
}

// a string type of the program with its own constants
type outcome string

const (
	outcomeGone  outcome = "sesion_not_found"
	outcomeOther outcome = "sesion_lost"
)

func outcomes(e stytcherror.Error, own outcome) bool {
	return own == outcomeOther || outcome(e.ErrorType) == outcomeGone // want `"session_not_found"`
}
