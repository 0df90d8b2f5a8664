// Package found imports a package that may make errors with the name of a code.
package found

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtext/found/kinds"
)

func Gone(err error) bool {
	return kinds.Is("") || strings.Contains(err.Error(), "session_not_found")
}

func Limited(err error) bool {
	return strings.Contains(err.Error(), "too_many_requests") // want `may come from the SDK`
}

func url(e stytcherror.Error) stytcherror.URL { return e.ErrorURL }
