// Package signup has tests that use the helpers of others.
package signup

import (
	"stytchcode_across/apierr"
	"stytchcode_across/authx"
)

func taken(err error) bool {
	return authx.Is(err, "duplicate_email") || isCode(err, "duplicate_emial") // want `"duplicate_email"`
}

func isCode(err error, code string) bool { return apierr.Is(err, code) }

// Taken is for the tests of others.
func Taken(err error) string { return authx.Code(err) }
