// Package checkout brings the codes that another package compares.
package checkout

import "stytchcode_across/rules"

// a rule of the package, in a variable
var locked = rules.Rule{Code: "user_lock_limit_reachd", Title: "user_lock_limit_reachd"} // want `"user_lock_limit_reached"`

// rules in a table
var table = []*rules.Rule{
	{Code: "session_not_found", Status: 401},
	{Code: "sesion_not_found", Status: 401},              // want `"session_not_found"\?$`
	{Codes: []string{"weak_password", "weak_pasword"}},   // want `"weak_password"`
	{"otp_code_notfound", nil, 404, "otp_code_notfound"}, // want `"otp_code_not_found"`
}

func options(err error) {
	// a struct with options, in place and changed later
	_ = rules.Check(err, locked) ||
		rules.Check(err, rules.Rule{Code: "captcha_faild"}) // want `"captcha_failed"`
	r := rules.Rule{Title: "captcha_faild"}
	r.Code = "member_not_foud"                 // want `"member_not_found"`
	r.Codes = append(r.Codes, "user_notfound") // want `"user_not_found"`
	r.Title = "user_notfound"
	_ = rules.First(err, append(table, &r)...)

	// a builder
	b := rules.New().
		On("session_not_found", 401).
		On("sesion_not_found", 401).                  // want `"session_not_found"\? \(On compares it with ErrorType\)$`
		OnType(400, "weak_password", "weak_pasword"). // want `"weak_password"`
		On("foo_bar_baz", 400)                        // want `"foo_bar_baz" is not in the Stytch catalog`
	_ = b.Status(err)

	// a table that is handed over
	_ = rules.Title(err, map[string]string{
		"default":           "Something went wrong", // which is looked up by itself
		"session_not_found": "Please sign in again",
		"sesion_not_found":  "Please sign in again", // want `"session_not_found"`
	})
}

// options as functions
var opts = []rules.Option{
	rules.Ignore("session_not_found", "sesion_not_found"),           // want `"session_not_found"`
	rules.Rename(map[string]string{"weak_pasword": "weak_pasword"}), // want `"weak_password"`
}

// a set of another package's type, and one that never meets a code
func sets(err error, own string) {
	codes := rules.Of("session_not_found", "sesion_not_found") // want `"session_not_found"`
	_ = codes.HasErr(err)
	names := rules.Of("session_not_found", "cart_is_empty")
	_ = names.Has(own)
	_ = rules.Equal(own, "sesion_not_found")
}
