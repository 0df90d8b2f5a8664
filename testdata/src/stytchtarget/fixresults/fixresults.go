// Package fixresults holds searches whose result is the error.
package fixresults

import (
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a type argument
func asType(err error) int {
	e, ok := errors.AsType[*stytcherror.Error](err) // want `never finds`
	if ok {
		return e.StatusCode
	}
	return 0
}

// in a var, so nothing is mended
func inVar(err error) int {
	var e, ok = errors.AsType[*stytcherror.Error](err) // want `never finds`
	if !ok {
		return 0
	}
	return e.StatusCode
}

// without the error
func blank(err error) bool {
	_, ok := errors.AsType[*stytcherror.Error](err) // want `never finds`
	return ok
}

// the error alone, asked whether it is nil
func alone(err error) int {
	if e, _ := errors.AsType[*stytcherror.Error](err); e != nil { // want `never finds`
		return e.StatusCode
	}
	return 0
}

// an assertion with a test for nil, so nothing is mended
func assertion(err error) int {
	if e, ok := err.(*stytcherror.Error); ok && e != nil { // want `never holds`
		return e.StatusCode
	}
	return 0
}

// an assertion of which only the test for nil uses the error
func onlyNil(err error) bool {
	e, ok := err.(*stytcherror.Error) // want `never holds`
	return ok && e != nil
}

// an assertion to what was declared before
func before(err error) int {
	var e *stytcherror.Error
	var ok bool
	if e, ok = err.(*stytcherror.Error); ok { // want `never holds`
		return e.StatusCode
	}
	return 0
}

// an assertion whose error is only set through its pointer
func onlySet(err error) bool {
	e, ok := err.(*stytcherror.Error) // want `never holds`
	if ok {
		*e = stytcherror.Error{}
	}
	return ok
}

// passed as an error
func passed(err error) error {
	if e, ok := errors.AsType[*stytcherror.Error](err); ok { // want `never finds`
		return fmt.Errorf("%d: %w", e.StatusCode, e)
	}
	return err
}

// returned as it is, so nothing is mended
func returned(err error) (*stytcherror.Error, bool) {
	return errors.AsType[*stytcherror.Error](err) // want `never finds`
}

// a case
func inCase(err error) (string, error) {
	switch e := err.(type) {
	case nil:
		return "", nil
	case *stytcherror.Error: // want `is never taken`
		copied := *e
		return string(e.ErrorType + copied.ErrorType), e
	default:
		return "", e
	}
}

// a case of two types
func twoTypes(err error) error {
	switch e := err.(type) {
	case *stytcherror.Error, *stytcherror.OAuth2Error: // want `is never taken` `is never taken`
		return e
	}
	return nil
}

// a case that asks whether the error is nil
func caseNil(err error) int {
	switch e := err.(type) {
	case *stytcherror.Error: // want `is never taken`
		if e == nil {
			return 0
		}
		return e.StatusCode
	}
	return 0
}

// a case that needs the pointer, so nothing is mended
func casePointer(err error, use func(*stytcherror.Error)) {
	switch e := err.(type) {
	case *stytcherror.Error: // want `is never taken`
		use(e)
	}
}

// a case of a switch without a variable
func noVariable(err error) int {
	switch err.(type) {
	case *stytcherror.Error: // want `is never taken`
		return 1
	}
	return 0
}

// a helper with a type argument
func find[T error](err error) (T, bool) {
	var target T
	ok := errors.As(err, &target)
	return target, ok
}

func helper(err error) int {
	if e, ok := find[*stytcherror.Error](err); ok { // want `find never finds`
		return e.StatusCode
	}
	return 0
}

// a helper that takes only pointers, so nothing is mended
func narrow[T interface {
	error
	*stytcherror.Error | *stytcherror.OAuth2Error
}](err error) (T, bool) {
	var target T
	ok := errors.As(err, &target)
	return target, ok
}

func narrowed(err error) bool {
	_, ok := narrow[*stytcherror.Error](err) // want `narrow never finds`
	return ok
}

// a helper that infers its type from the target
func fill[T error](err error, target *T) bool { return errors.As(err, target) }

func filled(err error) int {
	var e *stytcherror.Error
	if fill(err, &e) { // want `fill never finds`
		return e.StatusCode
	}
	return 0
}

// a helper whose other results depend on the type, so nothing is mended
func all[T error](err error) []T {
	var list []T
	if e, ok := errors.AsType[T](err); ok {
		list = append(list, e)
	}
	return list
}

func allOf(err error) []*stytcherror.Error {
	list := all[*stytcherror.Error](err) // want `all never finds`
	return list
}

// a helper with a single result
func get[T error](err error) T {
	e, _ := errors.AsType[T](err)
	return e
}

// kept alone, so ok says nothing
func keptAlone(err error) int {
	e := get[*stytcherror.Error](err) // want `get never finds`
	return e.StatusCode
}

// one of several values, so nothing is mended
func oneOfSeveral(err error) int {
	n, e := 1, get[*stytcherror.Error](err) // want `get never finds`
	return n + e.StatusCode
}

// kept as an error, so nothing is mended
func keptAsError(err error) error {
	var e error = get[*stytcherror.Error](err) // want `get never finds`
	return e
}

// a variable of the package as the target, so nothing is mended
var latest *stytcherror.Error

func filledLatest(err error) bool {
	return fill(err, &latest) // want `fill never finds`
}

// a target that has a name itself, so nothing is mended
func filledTarget(err error) int {
	var e *stytcherror.Error
	target := &e
	if fill(err, target) { // want `fill never finds`
		return e.StatusCode
	}
	return 0
}

// in a closure of the package, so nothing is mended
var classify = func(err error) int {
	e, ok := err.(*stytcherror.Error) // want `never holds`
	if ok {
		return e.StatusCode
	}
	return 0
}

// an alias hides the star, so nothing is mended
type pointer = *stytcherror.Error

func aliasCase(err error) bool {
	switch err.(type) {
	case pointer: // want `never taken`
		return true
	}
	return false
}
