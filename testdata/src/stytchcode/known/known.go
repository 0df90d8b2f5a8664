// Package known holds codes that the flag known names.
package known

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func known(e stytcherror.Error) bool {
	switch e.ErrorType {
	// named by the flag: unknown to the catalog, near a code, and invented
	case "foo_bar_baz", "sesion_not_found", "session_expired":
		return true
	// not named
	case "foo_bar_bay": // want `"foo_bar_bay" is not in the Stytch catalog`
		return true
	case "user_notfound": // want `"user_not_found"`
		return true
	}
	// parts of what is named
	return strings.HasPrefix(string(e.ErrorType), "foo_") ||
		strings.HasPrefix(string(e.ErrorType), "fox_") || // want `begins with "fox_"`
		strings.EqualFold(string(e.ErrorType), "FOO_BAR_BAZ")
}

// codes of OAuth 2.0, too
func oauth2(e stytcherror.OAuth2Error) bool { return e.ErrorType == "foo_bar_baz" }
