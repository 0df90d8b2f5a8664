package bothways // want package:"looks for both: true"

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A helper that asks twice, and one that asks it twice: a caller that looks for
// the value as well makes all of that right.

func pointer(err error) string {
	var a, b *stytcherror.Error
	if errors.As(err, &a) {
		return a.RequestID
	}
	if errors.As(errors.Unwrap(err), &b) {
		return b.RequestID
	}
	return ""
}

func again(err error) string {
	if id := pointer(err); id != "" {
		return id
	}
	return pointer(errors.Unwrap(err))
}

func requestID(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.RequestID
	}
	return again(err)
}
