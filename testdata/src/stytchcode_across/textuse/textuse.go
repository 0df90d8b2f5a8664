// Package textuse compares parts of codes by another package's functions.
package textuse

import (
	"stytchcode_across/authx"
	"stytchcode_across/textx"
)

func parts(err error, text string) {
	// without regard to case
	_ = textx.Fold(err, "SESSION_NOT_FOUND") || textx.Fold(err, "Session_Not_Found")
	_ = textx.Fold(err, "SESION_NOT_FOUND")                     // want `"session_not_found"`
	_ = textx.FoldAny(err, "SESSION_NOT_FOUND", "weak_pasword") // want `"weak_password"`

	// beginnings, ends and parts
	_ = textx.StartsWith(err, "session_") || textx.StartsWith(err, "invalid_")
	_ = textx.StartsWith(err, "sesion_") // want `no Stytch error code begins with "sesion_"`
	_ = textx.EndsWith(err, "_not_found") || textx.EndsWith(err, "found")
	_ = textx.EndsWith(err, "_not_fond") // want `no Stytch error code ends with "_not_fond"`
	_ = textx.Mentions(err, "password", "otp")
	_ = textx.Mentions(err, "pasword")             // want `no Stytch error code contains "pasword"`
	_ = textx.Contains(authx.Code(err), "pasword") // want `no Stytch error code contains "pasword"`
	_ = textx.Contains(text, "pasword")

	// upper case
	_ = textx.Upper(err) == "SESSION_NOT_FOUND"
	_ = textx.Upper(err) == "SESION_NOT_FOUND" // want `"session_not_found"`
	_ = textx.Shout(authx.Code(err)) == "SESSION_NOT_FOUND"
	_ = textx.IsUpper(err, "SESSION_NOT_FOUND")
	_ = textx.Loud(authx.Code(err), "session_not_found")

	// what is no code any more
	_ = textx.Clean(authx.Code(err)) == "session-not-found"
	_ = textx.Short(err) == "emial"
}
