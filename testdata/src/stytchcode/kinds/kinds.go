// Package kinds holds one name for each thing that can be wrong with it, and
// the whole of the message about it.
package kinds

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func kinds(e stytcherror.Error) {
	switch e.ErrorType {
	// misspelt
	case "sesion_not_found": // want `^"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"\?$`
	// in the wrong case, with hyphens or spaces, in camel case
	case "SESSION_NOT_FOUND": // want `^"SESSION_NOT_FOUND" is not a Stytch error code; did you mean "session_not_found"\?$`
	case "session-not-found": // want `"session_not_found"`
	case "session not found": // want `"session_not_found"`
	case "sessionNotFound": // want `"session_not_found"`
	// with its words in another order
	case "not_found_session": // want `"session_not_found"`
	// renamed
	case "idp_client_not_found": // want `^"idp_client_not_found" is not a Stytch error code any more; it was renamed to "connected_app_not_found"$`
	// removed
	case "too_restrictive_organization_settings": // want `^"too_restrictive_organization_settings" is not a Stytch error code; .*dropped`
	// raised by another SDK only
	case "missing_scopes": // want `^"missing_scopes" is not a Stytch error code; .*"m2m_authorization_error"`
	// invented, with one code for it
	case "session_expired": // want `^"session_expired" is not a Stytch error code; an expired or revoked session is reported as "session_not_found"$`
	case "magic_link_token_expired": // want `^"magic_link_token_expired" is not a Stytch error code; .*"unable_to_auth_magic_link"$`
	// invented, with several
	case "account_not_found": // want `^"account_not_found" is not a Stytch error code; .*"user_not_found" for users and "member_not_found" for members$`
	// unknown
	case "foo_bar_baz": // want `^"foo_bar_baz" is not in the Stytch catalog \(checked 20\d\d-\d\d-\d\d\); if it is new, add -stytchcode.known=foo_bar_baz$`
	// unknown, and no name that a code could have: there is nothing to add to the flag
	case "Foo: bar!": // want `^"Foo: bar!" is not in the Stytch catalog \(checked 20\d\d-\d\d-\d\d\)$`
	// real
	case "session_not_found", "unknown_error", "twitter_401", "invalid_x509_certificate":
	}
}
