// Package hidden imports a package that has a code among what it hides, which
// go vet does not see.
package hidden

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtext/hidden/limits"
)

func wait(err error) bool {
	return limits.Reached("") || strings.Contains(err.Error(), "too_many_requests") // want `may come from the SDK`
}

func url(e stytcherror.Error) stytcherror.URL { return e.ErrorURL }
