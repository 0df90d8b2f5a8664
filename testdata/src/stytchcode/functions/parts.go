package functions

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func parts(e stytcherror.Error) {
	code := string(e.ErrorType)
	// prefixes
	_ = strings.HasPrefix(code, "invalid_")
	_ = strings.HasPrefix(code, "")
	_ = strings.HasPrefix(code, "invalid-")       // want `no Stytch error code begins with "invalid-"`
	_ = strings.HasPrefix(code, "Invalid_")       // want `no Stytch error code begins with "Invalid_"; .*"invalid_"`
	_ = strings.HasPrefix(code, "session_not_fo") // a real code begins with it
	_, _ = strings.CutPrefix(code, "oauth-")      // want `no Stytch error code begins with "oauth-"`
	// suffixes
	_ = strings.HasSuffix(code, "_not_found")
	_ = strings.HasSuffix(code, "_notfound")   // want `no Stytch error code ends with "_notfound"`
	_, _ = strings.CutSuffix(code, "_expried") // want `no Stytch error code ends with "_expried"`
	// substrings
	_ = strings.Contains(code, "not_found")
	_ = strings.Contains(code, "expired")
	_ = strings.Contains(code, "sesion")              // want `no Stytch error code contains "sesion"`
	_ = strings.Index(code, "sesion") >= 0            // want `no Stytch error code contains "sesion"`
	_ = strings.LastIndex(code, "notfound") >= 0      // want `no Stytch error code contains "notfound"`
	_ = strings.Contains(code, "magic_link_not_fond") // want `no Stytch error code contains "magic_link_not_fond"; did you mean "magic_link_not_found"\?`
	_ = strings.Contains(strings.ToLower(code), "not_found")
	_ = strings.Contains(strings.ToUpper(code), "NOT_FOUND")
	// parts that only OAuth 2.0 has
	_ = strings.HasPrefix(code, "slow_") // want `no Stytch error code begins with "slow_"`
}

// codes of OAuth 2.0
func partsOfOAuth2(e stytcherror.OAuth2Error) {
	_ = strings.HasPrefix(string(e.ErrorType), "slow_")
	_ = strings.HasPrefix(string(e.ErrorType), "magic_link") // want `no OAuth 2.0 error code begins with "magic_link"`
}

// the code is looked for in a text, not the other way round
func reversed(e stytcherror.Error) {
	_ = strings.Contains("sesion_not_found,user_notfound", string(e.ErrorType))
	_ = strings.HasPrefix("sesion_not_found: gone", string(e.ErrorType))
}

// a helper that tests prefixes for anybody
func begins(s, prefix string) bool { return strings.HasPrefix(s, prefix) }

func helper(e stytcherror.Error, path string) {
	_ = begins(path, "sesion")
	_ = begins(string(e.ErrorType), "sesion") // want `no Stytch error code begins with "sesion"`
}

// any of several parts
func anyPart(e stytcherror.Error) bool {
	for _, part := range []string{"not_found", "notfound", "gone"} { // want `no Stytch error code contains "notfound"` `no Stytch error code contains "gone"`
		if strings.Contains(string(e.ErrorType), part) {
			return true
		}
	}
	return false
}
