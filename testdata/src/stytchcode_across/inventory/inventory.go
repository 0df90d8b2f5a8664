// Package inventory uses the generic helpers of another package.
package inventory

import "stytchcode_across/generic"

func helpers(err error, name string) {
	code := generic.Code(err)

	// pointers to and fro
	_ = *generic.Ptr(code) == "sesion_not_found"               // want `"session_not_found"`
	_ = generic.Deref(generic.Ptr(code)) == "user_notfound"    // want `"user_not_found"`
	_ = generic.Deref(generic.Ptr(name)) == "user_notfound"    // anybody's
	_ = generic.Deref(generic.Ptr("user_notfound")) == code    // want `"user_not_found"`
	_ = generic.Must(generic.Code(err), nil) == "weak_pasword" // want `"weak_password"`

	// one of several
	_ = generic.Or(code, "unknown") == "unknown"
	_ = generic.Or(code, "unknown") == "weak_pasword" // want `"weak_password"`
	_ = generic.Or(code, name) == "weak_pasword"

	// containers
	_ = generic.Contains([]string{"session_not_found", "captcha_faild"}, code) // want `"captcha_failed"`
	_ = generic.Contains([]string{"session_not_found", "captcha_faild"}, name)
	table := map[string]int{"member_not_foud": 1} // want `"member_not_found"`
	for _, k := range generic.Keys(table) {
		_ = k == code
	}

	// a function that is called with every element
	generic.Map([]string{code}, func(c string) bool { return c == "otp_code_notfound" }) // want `"otp_code_not_found"`
	generic.Map([]string{name}, func(c string) bool { return c == "otp_code_notfound" })

	// a generic type, whose values share a field: nothing is known of them
	_ = generic.SetOf("session_not_found", "session_expird").Has(code)
	_ = generic.SetOf("session_not_found", "duplicate_emial").Has(name)
}

func results(r generic.Result[int]) {
	_ = r.Code() == "reset_pasword" // want `"reset_password"`
	_ = r.Is("reset_pasword")       // want `"reset_password"`
}
