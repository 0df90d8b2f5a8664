// Package broken does not compile, as it never does while someone types.
package broken

import (
	"stytchcode_across/authx"
	"stytchcode_across/generic"
	"stytchcode_across/httpx"
	"stytchcode_across/rules"
	"stytchcode_across/stytchx"
)

func typing(err error) {
	_ = authx.Is(err, "sesion_not_found") // want `"session_not_found"`
	_ = authx.Is(err)
	_ = authx.Is("weak_pasword")
	_ = authx.Is(err, "weak_pasword", "x") // want `"weak_password"`
	_ = authx.IsAny()
	_ = authx.IsAny(err, 1, "user_notfound") // want `"user_not_found"`
	_ = authx.Same("a")
	_ = authx.Unknown(err, "sesion_not_found")
	_ = authx.From(err).Unknown == "sesion_not_found"
	_ = authx.Code() == "captcha_faild" // want `"captcha_failed"`
	_ = generic.Ptr[int, int]("x")
	_ = generic.Deref(nil)
	_ = generic.Contains[undefined](nil, "x")
	_ = rules.Rule{"otp_code_notfound"} // want `"otp_code_not_found"`
	_ = rules.Rule{Cod: "otp_code_notfound", 1: 2}
	a, b, c := stytchx.Named(err)
	_, _, _ = a == "sesion_not_found", b, c
	for x, y, z := range stytchx.Counts(nil) {
	}
	httpx.Statuses[] = 1
	httpx.Is(err, "sesion_not_found" // want `"session_not_found"`
}
