// Package account uses the error types of another package.
package account

import (
	"errors"

	"stytchcode_across/apierr"
)

// LoginError embeds a type of another package.
type LoginError struct {
	apierr.Base
	Email string
}

// SignupError embeds one that embeds another.
type SignupError struct{ *apierr.Wide }

func methods(err error) {
	// a function, a method and a variadic method of an exported type
	_ = apierr.Is(err, "sesion_not_found")      // want `did you mean "session_not_found"\? \(apierr.Is compares it with ErrorType\)$`
	_ = apierr.Is(err, "foo_bar_baz")           // want `"foo_bar_baz" is not in the Stytch catalog`
	_ = apierr.IsFound(err, "sesion_not_found") // want `"session_not_found"`
	var e *apierr.Error
	if errors.As(err, &e) {
		_ = e.Is("sesion_not_found")                        // want `"session_not_found"\? \(Is compares it with ErrorType\)$`
		_ = e.HasCode("session_not_found", "user_notfound") // want `"user_not_found"\? \(HasCode compares it with ErrorType\)$`
		_ = e.HasCode([]string{"weak_pasword"}...)          // want `"weak_password"\?$`
		_ = e.Code() == "member_not_foud"                   // want `"member_not_found"\?$`
		_ = e.Code() == "foo_bar_baz"                       // want `"foo_bar_baz" is not in the Stytch catalog`
		_ = e.Error() == "sesion_not_found"                 // want `"session_not_found"`
	}

	// methods of an unexported type
	_ = apierr.From(err).HasKind("otp_code_notfound") // want `"otp_code_not_found"`
	f := apierr.From(err)
	_ = f.Kind() == "captcha_faild" // want `"captcha_failed"`

	// a method expression and a method value
	hasCode := (*apierr.Error).Is
	_ = hasCode
}

func embedded(err error) {
	var l *LoginError
	if errors.As(err, &l) {
		_ = l.Code == "weak_pasword"     // want `"weak_password"`
		_ = l.IsCode("sesion_not_found") // want `"session_not_found"`
		_ = l.Text == "weak_pasword"
		_ = l.Email == "weak_pasword"
		_ = l.IsCode("cart_is_empty") // anybody may fill the field
	}
	var s SignupError
	if errors.As(err, &s) {
		_ = s.Code == "duplicate_emial"   // want `"duplicate_email"`
		_ = s.IsCode("duplicate_emial")   // want `"duplicate_email"`
		_ = s.Wide.Base.Code == "no_such" // anybody may fill the field
	}
}

// an interface of the other package, which has all of its implementations
func through(err error) {
	if c := apierr.Find(err); c != nil {
		_ = c.Code() == "user_notfound" // want `"user_not_found"`
		_ = c.Code() == "cart_is_empty" // anybody may implement it
	}
	var c apierr.Coder
	_ = errors.As(err, &c) && c.Code() == "user_notfound" // want `"user_not_found"`
}

// a field and its method that serve others, too
func mixed(p *apierr.Problem) {
	_ = p.Code == "sesion_not_found"
	_ = p.Is("sesion_not_found")
	_ = apierr.FromText("sesion_not_found", "x")
}

// constants of another package
func constants(err error) {
	_ = apierr.Is(err, apierr.Gone)                   // want `"sesion_not_found" is not`
	_ = apierr.From(err).Kind() == apierr.Gone        // want `"sesion_not_found" is not`
	_ = apierr.Is(err, string(apierr.Locked))         // want `"user_lock_limit_reached"`
	_ = apierr.FromText(apierr.Gone, "x").Title == "" // no code here
}
