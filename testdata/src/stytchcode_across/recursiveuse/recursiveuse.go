// Package recursiveuse uses functions that call each other.
package recursiveuse

import "stytchcode_across/recursive"

func use(err error, name string, t *recursive.Tree) {
	_ = recursive.Is(err, "sesion_not_found") || recursive.IsJoined(err, "weak_pasword") // want `"session_not_found"` `"weak_password"`
	_ = recursive.Code(err) == "user_notfound"                                           // want `"user_not_found"`
	_ = t.Find("captcha_faild").Below[0].Code == "otp_code_notfound"                     // want `"captcha_failed"` `"otp_code_not_found"`

	// either may be the other
	a, b := recursive.Swap(3, recursive.Code(err), name)
	_ = a == "sesion_not_found" || b == "sesion_not_found"
	a, b = recursive.Swap(3, recursive.Code(err), "none")
	_ = a == "none" || b == "none"
	_ = a == "member_not_foud" // want `"member_not_found"`
}
