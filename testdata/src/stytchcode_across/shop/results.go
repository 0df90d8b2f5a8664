// Package shop uses the helpers of other packages and never sees the SDK.
package shop

import (
	"net/http"
	"slices"

	"stytchcode_across/stytchx"
)

func results(r *http.Request, err error, errs []error, byName map[string]error, own string) {
	// a result of the SDK's type
	_ = stytchx.Type(err) == "sesion_not_found" // want `"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"\?$`
	_ = stytchx.Type(err) == "foo_bar_baz"      // want `"foo_bar_baz" is not in the Stytch catalog`

	// one of several results, in a switch with an initialiser
	switch code, status := stytchx.Named(err); code {
	case "session_not_found":
	case "member_not_foud": // want `"member_not_found"`
	default:
		_ = status
	}

	// early returns
	if code := stytchx.Early(err, nil); code != "" && code != "captcha_faild" { // want `"captcha_failed"`
		return
	}

	// a pointer
	if p := stytchx.Pointer(err); p != nil && *p == "weak_pasword" { // want `"weak_password"`
		return
	}

	// a struct, by value; its other fields are no codes
	d := stytchx.Describe(err)
	_ = d.Code == "user_notfound" // want `"user_not_found"`
	_ = d.Text == "user_notfound"
	_ = d.Code == "cart_is_empty" // anybody may make such a struct

	// a struct, by pointer in a slice
	for _, d := range stytchx.DescribeAll(errs) {
		_ = d.Code == "otp_code_notfound" // want `"otp_code_not_found"`
	}

	// a slice of codes
	codes := stytchx.All(errs)
	_ = slices.Contains(codes, "duplicate_emial") // want `"duplicate_email"`
	for _, code := range codes {
		_ = code == "foo_bar_baz" // want `"foo_bar_baz" is not in the Stytch catalog`
	}

	// maps with codes as keys, and as elements
	_ = stytchx.Counts(errs)["too_many_request"] // want `"too_many_requests"`
	m, _ := stytchx.ByName(byName)
	_ = m["login"] == "reset_pasword" // want `"reset_password"`
	for name, code := range m {
		_ = code == "reset_pasword" // want `"reset_password"`
		_ = name == "reset_pasword"
	}

	// functions that are returned: one that returns the code
	_ = stytchx.Getter(err)() == "sesion_not_found" // want `"session_not_found"`

	// and one that compares with it
	is := stytchx.Matcher(err)
	_ = is("user_notfound") // want `"user_not_found"`

	// a function that is called with it
	stytchx.With(err, func(code string, status int) bool {
		return code == "weak_pasword" && status == 400 // want `"weak_password"`
	})
	stytchx.With(err, func(code string, _ int) bool { return code == own })

	// iterators
	for code := range stytchx.Seq(errs) {
		_ = code == "member_not_foud" // want `"member_not_found"`
	}

	// a pointer that is stored through
	var filled string
	_ = stytchx.Fill(err, &filled) && filled == "captcha_faild" // want `"captcha_failed"`
}

func notOnlyCodes(r *http.Request, err error) {
	// results that may be anything else as well
	_ = stytchx.OrText(err) == "sesion_not_found"
	code, _ := stytchx.OrHeader(r, err)
	_ = code == "sesion_not_found"
	_ = stytchx.OrEnv(err) == "sesion_not_found"
	_ = stytchx.Label(err) == "stytch.sesion_not_found"

	// the caller's own name for other errors
	other := stytchx.OrDefault(err, "network_failure")
	_ = other == "network_failure"
	_ = other == "sesion_not_found" // want `"session_not_found"`
	_ = stytchx.OrDefault(err, r.URL.Path) == "sesion_not_found"

	// a record
	_ = stytchx.Pair(err)[1] == "sesion_not_found"
}
