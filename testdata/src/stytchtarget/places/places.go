// Package places keeps pointer targets in all the places that a variable has.
package places

import (
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// in the head of an if
func inIf(err error) int {
	if e := new(stytcherror.Error); errors.As(err, &e) { // want `errors.As never finds a \*stytcherror.Error`
		return e.StatusCode
	}
	return 0
}

// an else-if chain, each with its own target
func chain(err error) int {
	var own *ownError
	var e *stytcherror.Error
	if errors.As(err, &own) {
		return 1
	} else if errors.As(err, &e) { // want `never finds`
		return 2
	} else if o := (*stytcherror.OAuth2Error)(nil); errors.As(err, &o) { // want `\*stytcherror.OAuth2Error`
		return 3
	}
	return 0
}

type ownError struct{}

func (*ownError) Error() string { return "" }

// in a switch without a tag
func inSwitch(err error) int {
	var e *stytcherror.Error
	switch {
	case err == nil:
		return 200
	case errors.As(err, &e): // want `never finds`
		return e.StatusCode
	}
	return 500
}

// in a closure, with the target outside it
func closure(err error) func() bool {
	var e *stytcherror.Error
	return func() bool { return errors.As(err, &e) } // want `never finds`
}

// in a closure that a package variable holds
var classify = func(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 0
}

// in a method
type handler struct{ last *stytcherror.Error }

func (h *handler) handle(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) // want `never finds`
}

// a field
func (h *handler) keep(err error) bool {
	return errors.As(err, &h.last) // want `never finds`
}

// a variable of the package
var last *stytcherror.Error

func keep(err error) bool {
	return errors.As(err, &last) // want `never finds`
}

// a parameter
func parameter(err error, e *stytcherror.Error) bool {
	return errors.As(err, &e) // want `never finds`
}

// a pointer to a pointer that comes from the caller
func double(err error, e **stytcherror.Error) bool {
	return errors.As(err, e) // want `never finds`
}

// a pointer that comes from the caller is a target for the value
func single(err error, e *stytcherror.Error) bool {
	return errors.As(err, e)
}

// a named result
func find(err error) (e *stytcherror.Error, ok bool) {
	ok = errors.As(err, &e) // want `never finds`
	return
}

func useFind(err error) error {
	if e, ok := find(err); ok {
		return e
	}
	return nil
}

// targets that are made on the spot
func onTheSpot(err error) bool {
	return errors.As(err, new(*stytcherror.Error)) // want `never finds`
}

func onTheSpotRight(err error) bool {
	return errors.As(err, new(stytcherror.Error))
}

// an empty literal, whose address is the target, is one for the value
func literal(err error) int {
	e := &stytcherror.Error{}
	if errors.As(err, e) {
		return e.StatusCode
	}
	return 0
}

// the address of the same
func addressOfLiteral(err error) int {
	e := &stytcherror.Error{}
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 0
}

// the address in a variable of its own
func addressKept(err error) bool {
	var e *stytcherror.Error
	target := &e
	return errors.As(err, target) // want `never finds`
}

// a pointer that is nil panics
func nilTarget(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, e) // want `errors.As panics: e is a nil \*stytcherror.Error`
}

// one that is set in a branch may not be
func perhapsSet(err error, yes bool) bool {
	var e *stytcherror.Error
	if yes {
		e = new(stytcherror.Error)
	}
	return errors.As(err, e)
}

// one of an array and of a map
func elements(err error, list []*stytcherror.Error) bool {
	return errors.As(err, &list[0]) // want `never finds`
}

// in a loop over joined errors
func loop(errs []error) (n int) {
	for _, err := range errs {
		var e *stytcherror.Error
		if errors.As(err, &e) { // want `never finds`
			n++
		}
	}
	return n
}

// in a goroutine and in a deferred call
func later(err *error) {
	defer func() {
		var e *stytcherror.Error
		if errors.As(*err, &e) { // want `never finds`
			fmt.Println(e.ErrorMessage)
		}
	}()
}

// in parentheses
func parens(err error) bool {
	var e *stytcherror.Error
	return (errors.As)((err), (&(e))) // want `never finds`
}

// in a generic function that is about other things
func generic[T any](err error, v T) (T, bool) {
	var e *stytcherror.Error
	return v, errors.As(err, &e) // want `never finds`
}

// negated, with an early return
func negated(err error) error {
	var e *stytcherror.Error
	if !errors.As(err, &e) { // want `never finds`
		return err
	}
	return e
}

// a local type
func local(err error) bool {
	type target = *stytcherror.Error
	var e target
	return errors.As(err, &e) // want `never finds`
}

// assertions on an error's cause, and in a switch without a variable
func causes(err error) int {
	if _, ok := errors.Unwrap(err).(*stytcherror.Error); ok { // want `never holds`
		return 1
	}
	switch errors.Unwrap(err).(type) {
	case nil:
		return 0
	case *ownError, *stytcherror.OAuth2Error: // want `the case \*stytcherror.OAuth2Error is never taken`
		return 2
	default:
		return 3
	}
}

// an assertion that always panics
func mustBe(err error) int {
	return err.(*stytcherror.Error).StatusCode // want `the assertion to \*stytcherror.Error always panics.*check the result`
}

// an interface that extends error
type coded interface {
	error
	Code() int
}

// values of any type say nothing about errors
func anything(v any) int {
	switch v := v.(type) {
	case *stytcherror.Error:
		return v.StatusCode
	}
	return 0
}

// an assertion about the interface that the SDK's errors fulfil
func byInterface(err error) bool {
	_, ok := err.(interface{ Error() string })
	return ok
}
