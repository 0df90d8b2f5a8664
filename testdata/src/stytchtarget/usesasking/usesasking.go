// Package usesasking calls helpers around errors.As.
package usesasking

import (
	"errors"
	"net"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/asking"
)

// a type argument
func typeArg(err error) bool {
	_, ok := asking.Find[*stytcherror.Error](err) // want `asking.Find never finds a \*stytcherror.Error`
	return ok
}

// a helper of a helper
func through(err error) bool {
	return asking.Through[*stytcherror.Error](err) // want `never finds`
}

// an inferred type
func inferred(err error) bool {
	var e *stytcherror.Error
	return asking.Fill(err, &e) // want `asking.Fill never finds.*declare the target without the \*`
}

// the target, at its place
func target(err error) bool {
	var e *stytcherror.Error
	return asking.Set(err, &e) // want `never finds`
}

func reversed(err error) bool {
	var e *stytcherror.Error
	return asking.Reversed(&e, err) // want `never finds`
}

// an assertion in a helper
func asserted(err error) bool {
	_, ok := asking.Asserted[*stytcherror.Error](err) // want `never finds`
	return ok
}

// a method
func method(a asking.Asker, err error) bool {
	var e *stytcherror.Error
	return a.Ask(err, &e) // want `Ask never finds`
}

// a helper that only looks as if it asked
func keep(err error) bool {
	var e *stytcherror.Error
	return asking.Keep(err, &e)
}

// the value and others' pointers
func right(err error) bool {
	_, ok := asking.Find[stytcherror.Error](err)
	var e stytcherror.Error
	return ok || asking.Set(err, &e) || asking.Fill(err, &e) || asking.Has[*net.OpError](err)
}

// a helper here that returns the pointer alone
func asStytch(err error) *stytcherror.Error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e
	}
	return nil
}

func status(err error) int {
	if e := asStytch(err); e != nil {
		return e.StatusCode
	}
	return 0
}

// a helper with a type parameter that is the value
func pointerTo[T error](err error) *T {
	var t *T
	_ = t
	var v T
	if errors.As(err, &v) {
		return &v
	}
	return nil
}

func usePointerTo(err error) int {
	if e := pointerTo[stytcherror.Error](err); e != nil {
		return e.StatusCode
	}
	return 0
}

// a recursive helper
func deep[T error](err error) (t T, ok bool) {
	if t, ok = err.(T); ok {
		return t, true
	}
	if u := errors.Unwrap(err); u != nil {
		return deep[T](u)
	}
	return t, false
}

func useDeep(err error) bool {
	_, ok := deep[*stytcherror.Error](err) // want `deep never finds`
	return ok
}

// a method of a generic type, whose arguments are not looked at
type finder[T error] struct{}

func (finder[T]) find(err error) (t T, ok bool) {
	ok = errors.As(err, &t)
	return t, ok
}

func useFinder(f *finder[*stytcherror.Error], err error) bool {
	_, ok := f.find(err)
	return ok
}

// two types
func pair(err error) bool {
	_, _, ok := asking.Pair[*stytcherror.Error, int](err, 1) // want `asking.Pair never finds a \*stytcherror.Error`
	return ok
}

func pairRight(err error) bool {
	_, _, ok := asking.Pair[stytcherror.Error, *stytcherror.Error](err, nil)
	return ok
}

// a pointer to the type
func pointerToType(err error) bool {
	_, ok := asking.PointerTo[stytcherror.Error](err) // want `asking.PointerTo never finds a \*stytcherror.Error`
	return ok
}

// what a call gives, and nothing at all
func targets(err error) (error, any) { return err, new(*stytcherror.Error) }

func passed(err error) bool { return asking.Set(targets(err)) || asking.Set(err, nil) }
