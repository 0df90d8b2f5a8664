package recursion

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Functions that call each other ask what each of them asks, whichever is looked at
// first.

func even(n int, err error, target any) bool {
	return n == 0 && errors.As(err, target) || n > 0 && odd(n-1, err, target)
}

func odd(n int, err error, target any) bool {
	return n > 0 && even(n-1, err, target)
}

func throughEven(err error) string {
	var e *stytcherror.Error
	if even(2, err, &e) { // want `even never finds a \*stytcherror.Error: the SDK returns stytcherror.Error values; declare the target without the \*`
		return e.RequestID
	}
	return ""
}

func throughOdd(err error) string {
	var e *stytcherror.Error
	if odd(3, err, &e) { // want `odd never finds a \*stytcherror.Error: the SDK returns stytcherror.Error values; declare the target without the \*`
		return e.RequestID
	}
	return ""
}

func right(err error) string {
	var e stytcherror.Error
	if odd(3, err, &e) {
		return e.RequestID
	}
	return ""
}

// A circle of three, in which the errors change places.

func first(a, b error, target any) bool {
	return errors.As(a, target) || second(b, a, target)
}

func second(a, b error, target any) bool {
	return third(b, a, target)
}

func third(a, b error, target any) bool {
	return first(b, a, target)
}

func throughThird(a, b error) string {
	var e *stytcherror.Error
	if third(a, b, &e) { // want `third never finds a \*stytcherror.Error`
		return e.RequestID
	}
	return ""
}

// One that calls itself twice.
func twice(n int, err error, target any) bool {
	if n == 0 {
		return errors.As(err, target)
	}
	return twice(n-1, errors.Unwrap(err), target) || twice(n-1, err, target)
}

func throughTwice(err error) string {
	var e *stytcherror.Error
	if twice(3, err, &e) { // want `twice never finds a \*stytcherror.Error`
		return e.RequestID
	}
	return ""
}
