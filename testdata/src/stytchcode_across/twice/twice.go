// Package twice passes a wrong code beside the right one to functions of other
// packages: where those only look for it among the others, it goes.
package twice

import (
	"stytchcode_across/authx"
	"stytchcode_across/rest"
	"stytchcode_across/rules"
)

func arguments(err error) bool {
	return authx.IsAny(err, "session_not_found", "session_expired") || // want `"session_not_found"`
		authx.IsAny(err, "session_expired", "member_not_found", "session_not_found") || // want `"session_not_found"`
		rest.Has(err, "session_revoked", "session_expired") // want `"session_revoked"` `"session_expired"`
}

// It keeps what it gets.
var option = rules.Ignore("session_not_found", "session_expired") // want `"session_not_found"`
