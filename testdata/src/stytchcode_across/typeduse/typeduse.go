// Package typeduse uses the SDK's type by the names of another package.
package typeduse

import "stytchcode_across/typed"

// constants with the type of another package
const (
	unused typed.Code = "sesion_not_found" // want `"session_not_found"`
	locked typed.Code = "user_lock_limit_reachd"
)

func uses(err error) {
	// parameters of the type, compared or not
	_ = typed.Has(err, typed.Gone, typed.Weak, "captcha_faild", locked) // want `"captcha_failed"` `"user_lock_limit_reached"`
	typed.Log("user_notfound", "user_notfound")                         // want `"user_not_found"\?$`
	typed.Log("foo_bar_baz", "foo_bar_baz")

	// a type that is defined by it
	_ = typed.HasKind(err, typed.Absent)        // want `"member_not_found"`
	_ = typed.HasKind(err, "otp_code_notfound") // want `"otp_code_not_found"`

	// fields and keys of the type
	_ = typed.Event{Type: "duplicate_emial", Text: "duplicate_emial"} // want `"duplicate_email"`
	typed.Titles["too_many_request"] = "Please wait"                  // want `"too_many_requests"`
}
