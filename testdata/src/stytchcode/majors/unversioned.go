package majors

import (
	"errors"

	"github.com/stytchauth/stytch-go/stytch"
)

// the first two majors, which have neither a version in their path nor a package of errors
func unversioned(err error) int {
	var e stytch.Error
	if !errors.As(err, &e) {
		return 500
	}
	switch e.ErrorType {
	case "magic_link_not_found":
		return 404
	case "magic_link_not_fond": // want `"magic_link_not_found"`
		return 404
	}
	if e.ErrorType == stytch.ErrorType("foo_bar_baz") { // want `"foo_bar_baz" is not in the Stytch catalog`
		return 400
	}
	if stytch.EnvTest == "tset" { // another string type of the SDK
		return 0
	}
	return 500
}

// a constant of the code's type that nothing uses yet
const magicLinkGone stytch.ErrorType = "magic_link_notfound" // want `"magic_link_not_found"`
