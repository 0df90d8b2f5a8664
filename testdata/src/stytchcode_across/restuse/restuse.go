// Package restuse uses the hand-written client of another package.
package restuse

import (
	"encoding/json"
	"errors"

	"stytchcode_across/rest"
)

func errorsOf(err error, b []byte) {
	// the field, a method and functions
	var e *rest.Error
	if errors.As(err, &e) {
		_ = e.Kind == "sesion_not_found" // want `"session_not_found"`
		_ = e.Kind == "foo_bar_baz"      // want `"foo_bar_baz" is not in the Stytch catalog`
		_ = e.Message == "sesion_not_found"
		_ = e.Is("weak_pasword") // want `"weak_password"`
	}
	_ = rest.Code(err) == "user_notfound"                   // want `"user_not_found"`
	_ = rest.Has(err, "session_not_found", "captcha_faild") // want `"captcha_failed"`

	// decoded here
	var s rest.Short
	_ = json.Unmarshal(b, &s)
	_ = s.Type == "otp_code_notfound" // want `"otp_code_not_found"`

	// an error that is made here, such as for a test
	_ = &rest.Error{Kind: "member_not_foud", Message: "member_not_foud"} // want `"member_not_found"`
	_ = &rest.Error{Kind: "teapot"}

	// structs of another shape
	var bare rest.Bare
	var status rest.Status
	_ = json.Unmarshal(b, &bare) == nil && bare.Type == "sesion_not_found"
	_ = json.Unmarshal(b, &status) == nil && status.Type == "sesion_not_found"
}

// the same shape in a package that has nothing to do with Stytch but that it
// uses one that has
type apiError struct {
	Status  int    `json:"status_code"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func other(b []byte) bool {
	var e apiError
	return json.Unmarshal(b, &e) == nil && e.Type == "sesion_not_found"
}
