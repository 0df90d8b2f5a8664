// Package trickyuse uses functions that need a second look.
package trickyuse

import (
	"errors"
	"io"

	"stytchcode_across/apierr"
	"stytchcode_across/authx"
	"stytchcode_across/tricky"
)

type answer struct{ Code string }

func secondLook(r io.Reader, err error, name string) {
	// a helper that changes the case at times
	_ = tricky.Case(authx.Code(err), true) == "SESSION_NOT_FOUND"

	// names of this package's own for other errors
	_ = tricky.OrFirst(authx.Code(err), []string{"cart_is_empty"}) == "cart_is_empty"
	_ = tricky.OrNamed(authx.Code(err), map[string]string{"other": "cart_is_empty"}) == "cart_is_empty"
	_ = tricky.Translate(err, map[string]string{"session_not_found": "signed_out"}) == "signed_out"

	// a variable that is stored to
	code := authx.Code(err)
	_ = tricky.Override(err, &code, name) == "sesion_not_found" // want `"session_not_found"`
	_ = code == "sesion_not_found"

	// a struct that is decoded
	a := answer{authx.Code(err)}
	_ = tricky.ReadInto(r, &a, err) == "weak_pasword" // want `"weak_password"`
	_ = a.Code == "weak_pasword"

	// functions that are called with the code, or with more
	_ = tricky.Apply(err, func(string) string { return "cart_is_empty" }) == "cart_is_empty"
	_ = tricky.Apply(err, func(string) string { return name }) == "sesion_not_found"
	tricky.Each(err, func(s string) { _ = s == "sesion_not_found" })
	tricky.Both(err, func(code, text string) bool {
		return code == "user_notfound" || text == "user_notfound" // want `"user_not_found"`
	})

	// codes that are printed and sorted first
	_ = tricky.Log(err, "session_not_found", "captcha_faild") // want `"captcha_failed"`

	// one of the names that are passed
	if code, ok := tricky.Only(err, "session_not_found", "otp_code_notfound"); ok { // want `"otp_code_not_found"`
		_ = code == "session_not_found"
	}

	// the code among other names
	_ = tricky.Write(nil, "sesion_not_found", "member_not_foud", "user_notfound", err) // want `"member_not_found"`
}

// cartError implements an interface of a package that has only Stytch's errors.
type cartError struct{ text string }

func (c cartError) Error() string { return c.text }

func (c cartError) Code() string { return c.text }

func newCartError(name string) error { return cartError{name} }

func coded(err error) bool {
	var c apierr.Coder
	return errors.As(err, &c) && c.Code() == "sesion_not_found"
}

// visitor implements an interface whose methods are called with codes.
type visitor struct{}

func (visitor) Stytch(code string) bool { return code == "session_not_found" }

func (visitor) Other(text string) bool { return text == "sesion_not_found" }

func visit(err error) bool { return tricky.Visit(err, visitor{}) }
