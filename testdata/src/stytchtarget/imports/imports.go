// Package imports names the SDK's errors by all the names that Go allows.
package imports

import (
	. "errors"
	stderrors "errors"

	. "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
	se "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a name for the package
func named(err error) bool {
	var e *se.Error
	return stderrors.As(err, &e) // want `errors.As never finds a \*stytcherror.Error`
}

// no name
func dotted(err error) bool {
	var e *Error
	return As(err, &e) // want `errors.As never finds a \*stytcherror.Error`
}

// type arguments without the packages' names
func dottedType(err error) bool {
	_, ok := AsType[*OAuth2Error](err) // want `never finds a \*stytcherror.OAuth2Error`
	return ok
}

// aliases of the value and of the pointer
type (
	apiError    = se.Error
	apiErrorPtr = *se.Error
	again       = apiErrorPtr
)

func aliased(err error) bool {
	var e *apiError
	return stderrors.As(err, &e) // want `never finds`
}

func aliasedPointer(err error) bool {
	var e again
	return stderrors.As(err, &e) // want `never finds`
}

func aliasedAssertion(err error) bool {
	_, ok := err.(apiErrorPtr) // want `the assertion to \*stytcherror.Error never holds`
	return ok
}

func aliasedRight(err error) bool {
	var e apiError
	return stderrors.As(err, &e)
}

// a defined type has none of the methods, and is no error at all
type defined se.Error

func (*defined) Error() string { return "" }

func definedType(err error) bool {
	var e *defined
	return stderrors.As(err, &e)
}
