// Package asking asks errors on behalf of others, in the ways that people
// write this.
package asking

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Find returns the target.
func Find[T error](err error) (target T, ok bool) { // want Find:"asks for type 0"
	ok = errors.As(err, &target)
	return target, ok
}

// Has only says yes or no.
func Has[T error](err error) bool { // want Has:"asks for type 0"
	var target T
	return errors.As(err, &target)
}

// Through calls another.
func Through[T error](err error) bool { return Has[T](err) } // want Through:"asks for type 0"

// Fill infers the type from its target.
func Fill[T error](err error, target *T) bool { // want Fill:"asks for type 0"
	e, ok := Find[T](err)
	if ok {
		*target = e
	}
	return ok
}

// Set hands its target on.
func Set(err error, target interface{}) bool { return errors.As(err, target) } // want Set:"asks for target 1"

// Reversed takes its target first.
func Reversed(target any, err error) bool { return errors.As(err, target) } // want Reversed:"asks for target 0"

// Asserted uses an assertion.
func Asserted[T error](err error) (T, bool) { // want Asserted:"asks for type 0"
	e, ok := err.(T)
	return e, ok
}

// Asker has a method.
type Asker struct{}

func (Asker) Ask(err error, target any) bool { return errors.As(err, target) } // want Ask:"asks for target 1"

// IsValue looks for the value alone.
func IsValue(err error) bool { return Has[stytcherror.OAuth2Error](err) } // want IsValue:"asks for .*OAuth2Error"

// Keep looks at an error of its own, so its target may be of any kind.
func Keep(err error, target any) bool {
	var own *ownError
	return errors.As(err, &own) && target != nil
}

type ownError struct{}

func (*ownError) Error() string { return "" }

// IsPointer looks for what never is there.
func IsPointer(err error) bool { // want IsPointer:"asks for \\*.*OAuth2Error"
	var e *stytcherror.OAuth2Error
	return errors.As(err, &e) // want `never finds`
}

// PointerTo looks for a pointer to its type.
func PointerTo[T error](err error) (*T, bool) { // want PointerTo:"asks for \\*type 0"
	var e *T
	ok := errors.As(err, &e)
	return e, ok
}

// Pair has a type besides.
func Pair[T error, V any](err error, v V) (T, V, bool) { // want Pair:"asks for type 0"
	e, ok := errors.AsType[T](err)
	return e, v, ok
}

// Closure gives its closure a target of its own.
func Closure(err error) bool {
	return func(target any) bool { return errors.As(err, target) }(new(*ownError))
}
