// Package twice passes a wrong code beside the right one to functions of other
// packages, which may do more than to look for it.
package twice

import (
	"stytchcode_across/authx"
	"stytchcode_across/rest"
	"stytchcode_across/rules"
)

func arguments(err error) bool {
	return authx.IsAny(err, "session_not_found", "session_expired") || // want `"session_not_found"`
		authx.IsAny(err, "session_expired", "member_not_found", "session_not_found") // want `"session_not_found"`
}

func invented(err error) bool {
	return rest.Has(err, "session_revoked", "session_expired") // want `"session_revoked"` `"session_expired"`
}

var option = rules.Ignore("session_not_found", "session_expired") // want `"session_not_found"`
