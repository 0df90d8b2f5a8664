package sources

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// apiError embeds the SDK's error.
type apiError struct {
	stytcherror.Error
	Op string
}

// apiErrorPointer embeds a pointer to it.
type apiErrorPointer struct {
	*stytcherror.Error
	Op string
}

// apiErrorField has it as a field.
type apiErrorField struct {
	Cause stytcherror.Error
}

// renamed is a type of its own with the SDK's fields.
type renamed stytcherror.Error

// same is the SDK's error under another name.
type same = stytcherror.Error

// shadowing hides the promoted field behind one of the program's own.
type shadowing struct {
	stytcherror.Error
	ErrorType string
}

func embedded(a apiError, p *apiErrorPointer, f apiErrorField, s same) bool {
	return a.ErrorType == "sesion_not_found" || // want `"session_not_found"`
		a.Error.ErrorType == "weak_pasword" || // want `"weak_password"`
		p.ErrorType == "user_notfound" || // want `"user_not_found"`
		f.Cause.ErrorType == "otp_code_notfound" || // want `"otp_code_not_found"`
		s.ErrorType == "captcha_faild" // want `"captcha_failed"`
}

// a type that is defined from the SDK's still holds its codes
func definedFrom(r renamed) bool {
	return r.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// the field that shadows the SDK's is the program's own
func shadowed(s shadowing) bool {
	return s.ErrorType == "sesion_not_found"
}

// and the one behind it is the SDK's
func behindShadow(s shadowing) bool {
	return s.Error.ErrorType == "sesion_not_found" // want `"session_not_found"`
}
