// Package authx tells errors apart for others.
package authx

import (
	"errors"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// ErrUnknownAddress says that nobody has an address.
var ErrUnknownAddress = errors.New("nobody has this address")

func Is(err error, code string) bool { // want Is:`tells .1`
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

func IsUnknown(err error) bool { // want IsUnknown:`tells email_not_found`
	return Is(err, "email_not_found")
}

func Code(err error) string { // want Code:``
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

func As(err error) (stytcherror.Error, bool) { // want As:``
	var e stytcherror.Error
	ok := errors.As(err, &e)
	return e, ok
}

func Unknown(code string) bool { // want Unknown:`tells email_not_found, tells phone_number_not_found`
	switch code {
	case "email_not_found", "phone_number_not_found":
		return true
	}
	return false
}

func Translate(err error) error { // want Translate:`tells email_not_found`
	if IsUnknown(err) {
		return ErrUnknownAddress
	}
	return err
}

func Log(err error) {}

// Last is the error of the last request.
var Last stytcherror.Error

func OneOf(err error, codes ...string) bool { // want OneOf:``
	return slices.Contains(codes, Code(err))
}
