// Package portal is three packages away from the SDK.
package portal

import (
	"net/http"

	"stytchcode_across/httpx"
)

func handle(w http.ResponseWriter, err error, name string) {
	// helpers that pass codes on
	_ = httpx.Is(err, "sesion_not_found")                       // want `did you mean "session_not_found"\? \(httpx.Is compares it with ErrorType\)$`
	_ = httpx.IsAny(err, "session_not_found", "weak_pasword")   // want `"weak_password"`
	_ = httpx.Code(err) == "user_notfound"                      // want `"user_not_found"`
	_ = httpx.Code(err) == "network_failure"                    // which it may really be
	code, status := httpx.CodeAndStatus(err)                    //
	_ = code == "captcha_faild" && status == 400                // want `"captcha_failed"`
	_ = httpx.Canon(code) == "captcha_faild"                    // want `"captcha_failed"`
	_ = httpx.Canon(name) == "captcha_faild"                    //
	_ = httpx.Equal(code, "otp_code_notfound")                  // want `"otp_code_not_found"`
	_ = httpx.Equal("otp_code_notfound", httpx.Canon(code))     // want `"otp_code_not_found"`
	_ = httpx.Equal(name, "otp_code_notfound")                  //
	_ = httpx.Equal(httpx.Canon(name), httpx.Canon("no_such"))  //
	_ = httpx.Equal(httpx.Canon(code), httpx.Canon("no_sesio")) // want `"no_sesio" is not`

	// a field that is copied from another
	a := httpx.NewAnswer(err)
	_ = a.Reason == "member_not_foud"   // want `"member_not_found"`
	_ = a.HasReason("member_not_foud")  // want `"member_not_found"`
	_ = a.Detail == "member_not_foud"   //
	_ = a.HasReason("cart_is_empty")    // anybody may fill it
	_ = a.Reason == "session_not_found" //

	// types of packages that are not imported here
	e, f := httpx.Find(err)
	_ = e.Is("reset_pasword") || e.Code() == "weak_pasword"      // want `"reset_password"` `"weak_password"`
	_ = f.Code == "sesion_not_found" || f.Is("user_notfound")    // want `"session_not_found"` `"user_not_found"`
	_ = f.Code == "cart_is_empty" || f.Own == "sesion_not_found" //

	// routes, in structs that a method takes
	h := new(httpx.Handler).Add(
		httpx.Route{Code: "session_not_found", Status: 401},
		httpx.Route{Code: "duplicate_emial", Status: 409}, // want `"duplicate_email"`
		httpx.Route{"too_many_request", 429},              // want `"too_many_requests"`
	)
	h.Serve(w, err)

	// tables of the other package that are extended, or replaced
	httpx.Statuses["otp_code_notfound"] = 404                  // want `"otp_code_not_found"`
	httpx.Statuses = map[string]int{"reset_pasword": 400}      // want `"reset_password"`
	httpx.Expected = append(httpx.Expected, "weak_pasword")    // want `"weak_password"`
	httpx.Expected = []string{"session_not_found", "no_sesio"} // merely unknown, and others may use it

	// a writer for everybody's codes
	httpx.WriteError(w, 404, "sesion_not_found")
	httpx.WriteError(w, 404, "cart_is_empty")
	httpx.WriteError(w, 500, httpx.Code(err))
}
