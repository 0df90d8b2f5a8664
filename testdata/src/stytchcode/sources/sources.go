// Package sources holds the ways to get at an error of the SDK.
package sources

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// errors.As with a variable
func as(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// errors.As with a pointer target: another check's finding, but the code is wrong, too
func asPointer(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// errors.As with new
func asNew(err error) bool {
	e := new(stytcherror.Error)
	return errors.As(err, e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// errors.AsType
func asType(err error) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// a type assertion, checked
func assertion(err error) bool {
	if e, ok := err.(stytcherror.Error); ok {
		return e.ErrorType == "sesion_not_found" // want `"session_not_found"`
	}
	return false
}

// a type assertion, unchecked
func unchecked(err error) bool {
	return err.(stytcherror.Error).ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// a type switch, with other errors beside it
func typeSwitch(err error) string {
	switch e := err.(type) {
	case stytcherror.Error:
		if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
			return "gone"
		}
	case *stytcherror.Error:
		switch e.ErrorType {
		case "user_notfound": // want `"user_not_found"`
		}
	case interface{ Code() string }:
		if e.Code() == "sesion_not_found" { // anybody's code
			return "other"
		}
	}
	return ""
}

// a parameter, by value and by pointer
func parameter(e stytcherror.Error, p *stytcherror.Error) bool {
	return e.ErrorType == "sesion_not_found" || // want `"session_not_found"`
		p.ErrorType == "user_notfound" || // want `"user_not_found"`
		(*p).ErrorType == "weak_pasword" // want `"weak_password"`
}

func fromStytch(err error) *stytcherror.Error {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return &e
	}
	return nil
}

// the result of a helper
func result(err error) bool {
	if e := fromStytch(err); e != nil && e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	return fromStytch(err).ErrorType == "session_not_found"
}

// out of slices, maps and channels of errors
func containers(list []stytcherror.Error, byID map[string]*stytcherror.Error, ch <-chan stytcherror.Error) bool {
	for _, e := range list {
		if e.ErrorType == "user_notfound" { // want `"user_not_found"`
			return true
		}
	}
	return list[0].ErrorType == "sesion_not_found" || // want `"session_not_found"`
		byID["x"].ErrorType == "weak_pasword" || // want `"weak_password"`
		(<-ch).ErrorType == "otp_code_notfound" // want `"otp_code_not_found"`
}

// joined and wrapped errors
func joined(err error) bool {
	if u, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range u.Unwrap() {
			if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
				return true
			}
		}
	}
	return false
}
