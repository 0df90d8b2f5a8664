// Package fixmore holds further uses of a pointer that becomes a value.
package fixmore

import (
	"encoding/json"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a test for nil in the place of the result, so nothing is mended
func instead(err error) int {
	var e *stytcherror.Error
	/* want `never finds` */ errors.As(err, &e)
	if e != nil {
		return e.StatusCode
	}
	return 0
}

// the same in two branches of which one has an else
func insteadElse(err error) int {
	var e *stytcherror.Error
	/* want `never finds` */ errors.As(err, &e)
	if e != nil {
		return e.StatusCode
	} else {
		return 0
	}
}

// the same, with another test for nil later
func insteadTwice(err error) (n int) {
	var e *stytcherror.Error
	/* want `never finds` */ errors.As(err, &e)
	if e != nil {
		n++
	}
	if e != nil {
		n++
	}
	return n
}

// the result of the search has a name
func withOk(err error) int {
	var e *stytcherror.Error
	if ok := errors.As(err, &e); ok && e != nil { // want `never finds`
		return e.StatusCode
	}
	return 0
}

type wrapper struct {
	err  error
	code int
}

func take(errs ...error) {}

// sent, appended, kept in structs and maps
func kept(err error, ch chan error, byName map[string]error) (list []error, w wrapper) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		ch <- e
		byName["a"] = e
		list = append(list, e)
		list = []error{e}
		byName = map[string]error{"a": e}
		w = wrapper{e, (e).StatusCode}
		w = wrapper{err: e, code: (*e).StatusCode}
		take(err, e)
		err = errors.Join(err, e)
		return list, w
	}
	return nil, wrapper{}
}

// a key of a map, which a value that holds a map cannot be
func key(err error, seen map[error]bool) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && seen[e] // want `never finds`
}

// compared with an error, which a value that holds a map cannot be
func compared(err, known error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && known == e // want `never finds`
}

// a switch over it
func switched(err, known error) bool {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		switch known {
		case e:
			return true
		}
	}
	return false
}

// looked for in another error
func is(err, known error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && errors.Is(known, e) // want `never finds`
}

// given to what takes any type
func marshal(err error) []byte {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		b, _ := json.Marshal(e)
		return b
	}
	return nil
}

// thrown
func thrown(err error) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		panic(e)
	}
}

// declared with nil
func declaredNil(err error) bool {
	var e *stytcherror.Error = nil
	return errors.As(err, &e) // want `never finds`
}

// in the head of a for and under a label, so nothing is mended
func heads(err error) (n int) {
	for e := new(stytcherror.Error); errors.As(err, &e); err = errors.Unwrap(err) { // want `never finds`
		n++
	}
again:
	e := new(stytcherror.Error)
	if errors.As(err, &e) && n < 3 { // want `never finds`
		n++
		goto again
	}
	return n
}

// in a case of a switch without a tag
func cases(err error) int {
	var e *stytcherror.Error
	switch {
	case errors.As(err, &e) && e != nil && e.StatusCode > 499: // want `never finds`
		return 2
	case e != nil:
		return 1
	}
	return 0
}

// the same name in two scopes
func scopes(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		var e *stytcherror.OAuth2Error
		if errors.As(err, &e) { // want `never finds`
			return e.StatusCode
		}
		return e.StatusCode
	}
	return 0
}

// a value with the address taken again
func address(err error, use func(*stytcherror.Error)) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		use(&*e)
	}
}

// copied to another pointer
func copied(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		f := e
		return f.StatusCode
	}
	return 0
}

// in a generic function
func generic[T any](err error, v T) (T, error) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return v, e
	}
	return v, err
}

// swapped with another variable
func swapped(err error) int {
	var a *stytcherror.Error
	b := &stytcherror.Error{}
	if errors.As(err, &a) { // want `never finds`
		a, b = b, a
	}
	return b.StatusCode
}

// the only use but the search is a test for nil
func onlyNil(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && e != nil // want `never finds`
}

// a test for nil in the branch where nothing was found
func inElse(err error) bool {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return true
	} else if e != nil {
		return false
	}
	return false
}

// a test for nil after a search that is one of two
func oneOfTwo(err error) int {
	var e *stytcherror.Error
	var own *ownError
	if errors.As(err, &own) || errors.As(err, &e) { // want `never finds`
		if e != nil {
			return e.StatusCode
		}
	}
	return 0
}

type ownError struct{}

func (*ownError) Error() string { return "" }

// a defer that asks what was found
func deferred(err error) {
	var e *stytcherror.Error
	defer func() {
		if e != nil {
			println(e.StatusCode)
		}
	}()
	errors.As(err, &e) // want `never finds`
}

// a test for nil within the part of a chain, so nothing is mended
func innerPart(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && (e != nil && e.StatusCode == 404) // want `never finds`
}

// an array, and a pointer to a struct in a list
func (w wrapper) lists(err error) ([1]error, [2]error, []*wrapper) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return [1]error{e}, [2]error{1: e}, []*wrapper{{e, 1}, {err: e}}
	}
	return [1]error{}, [2]error{}, nil
}

// a test for nil in a function that runs later, after another answer
func deferredAnswer(err error, verbose bool) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		defer func() {
			if verbose && e != nil {
				println(e.StatusCode)
			}
		}()
	}
}
