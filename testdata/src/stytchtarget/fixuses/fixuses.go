// Package fixuses holds what is done with a pointer that becomes a value.
package fixuses

import (
	"errors"
	"fmt"
	"log/slog"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func use(err error) {}

// a test for nil after the search, at the end and in the middle of a chain
func chains(err error) int {
	var e *stytcherror.Error
	if err != nil && errors.As(err, &e) && e != nil && e.StatusCode == 404 { // want `never finds`
		return 1
	}
	return 0
}

// a test for nil within the branch, so nothing is mended
func inner(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		if e != nil && e.StatusCode == 404 {
			return 1
		}
	}
	return 0
}

// a test for nil in the place of the result
func instead(err error) int {
	var e *stytcherror.Error
	errors.As(err, &e) // want `never finds`
	if e != nil {
		return e.StatusCode
	}
	return 0
}

// the same in the head of the if
func insteadInHead(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e); e != nil { // want `never finds`
		return e.StatusCode
	}
	return 0
}

// a test for nil that is alone, and asks more than the search said
func alone(err error) int {
	var e *stytcherror.Error
	ok := errors.As(err, &e) // want `never finds`
	fmt.Println(ok)
	if e != nil {
		return e.StatusCode
	}
	return 0
}

// a test for nil, negated
func negated(err error) int {
	var e *stytcherror.Error
	errors.As(err, &e) // want `never finds`
	if e == nil {
		return 0
	}
	return e.StatusCode
}

// stars
func stars(err error) (stytcherror.Error, int) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		copied := *e
		return *e, (*e).StatusCode + copied.StatusCode
	}
	return stytcherror.Error{}, 0
}

// an error that is passed, printed and returned
func passed(err error) error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		use(e)
		fmt.Printf("%v %s\n", e, e.ErrorMessage)
		slog.Error("failed", "error", e)
		return fmt.Errorf("status %d: %w", e.StatusCode, e)
	}
	return err
}

// returned itself
func returned(err error) error {
	var e *stytcherror.Error
	if !errors.As(err, &e) { // want `never finds`
		return err
	}
	return e
}

// returned as a pointer, so nothing is mended
func returnedPointer(err error) *stytcherror.Error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e
	}
	return nil
}

// reassigned, so nothing is mended
func reassigned(err error, fallback *stytcherror.Error) int {
	var e *stytcherror.Error
	if !errors.As(err, &e) { // want `never finds`
		e = fallback
	}
	return e.StatusCode
}

// used in a closure
func closure(err error) func() int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return func() int { return e.StatusCode }
	}
	return nil
}

// shared by two searches
func shared(err, second error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	if errors.As(second, &e) && e != nil { // want `never finds`
		return e.StatusCode + 1
	}
	return 0
}

// one of a group of variables
func group(err error) int {
	var (
		e *stytcherror.Error
		n int
	)
	if errors.As(err, &e) { // want `never finds`
		n = e.StatusCode
	}
	return n
}

// declared with another in one line, so nothing is mended
func oneLine(err error) bool {
	var e, second *stytcherror.Error
	return errors.As(err, &e) || errors.As(errors.Unwrap(err), &second) // want `never finds` `never finds`
}

// in the head of an if, so nothing is mended
func head(err error) int {
	if e := new(stytcherror.Error); errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	if e := (&stytcherror.OAuth2Error{}); errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 0
}

// made by new, and by an empty literal
func made(err error) int {
	e := new(stytcherror.Error)
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	o := &stytcherror.OAuth2Error{}
	if errors.As(err, &o) { // want `never finds`
		return o.StatusCode
	}
	var v = new(stytcherror.Error)
	if errors.As(errors.Unwrap(err), &v) { // want `never finds`
		return v.StatusCode
	}
	return 0
}

// with a value to begin with
func begun(err error) int {
	e := &stytcherror.Error{StatusCode: 500}
	errors.As(err, &e) // want `never finds`
	return e.StatusCode
}

// a field is set
func set(err error) error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		e.ErrorMessage = "no"
		return e
	}
	return nil
}

// kept in an error that was declared before
func kept(err error) (result error) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		result = e
	}
	return
}

// an alias hides the star, so nothing is mended
type pointer = *stytcherror.Error

func aliased(err error) bool {
	var e pointer
	return errors.As(err, &e) // want `never finds`
}

// the address is passed on, so nothing is mended
func address(err error, f func(**stytcherror.Error)) bool {
	var e *stytcherror.Error
	f(&e)
	return errors.As(err, &e) // want `never finds`
}

// a method's value
func method(err error) func() string {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.Error
	}
	return nil
}

// a generic function takes any type
func id[T any](v T) T { return v }

func generic(err error) *stytcherror.Error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return id(e)
	}
	return nil
}

// a star between parentheses and comments
func comments(err error) int {
	var e /* the error */ *stytcherror.Error        // of Stytch
	if errors.As(err, &e) /* found */ && e != nil { // want `never finds`
		return (*e).StatusCode
	}
	return 0
}

// a list of pointers, so nothing is mended
func listed(err error) (list []*stytcherror.Error) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		list = append(list, e)
	}
	return list
}

// a comparison of pointers, so nothing is mended
func compared(err error, known *stytcherror.Error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) && e == known // want `never finds`
}

// the star on the left, so nothing is mended
func assignedThrough(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		*e = stytcherror.Error{StatusCode: 1}
		return e.StatusCode
	}
	return 0
}

// a test for nil around more
func parens(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) && (e != nil) && (e.StatusCode == 404) { // want `never finds`
		return 1
	}
	return 0
}

// nil on the left
func yoda(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) && nil != e { // want `never finds`
		return 1
	}
	return 0
}

// a parameter of a loop, so nothing is mended
func ranged(err error, known []*stytcherror.Error) (n int) {
	for _, e := range known {
		if errors.As(err, &e) { // want `never finds`
			n += e.StatusCode
		}
	}
	return n
}

// begun with what another function gives, so nothing is mended
func begunElsewhere(err error, fallback func() *stytcherror.Error) int {
	var e = fallback()
	errors.As(err, &e) // want `never finds`
	return e.StatusCode
}

// begun with the address of another variable, so nothing is mended
func begunWithAddress(err error, fallback stytcherror.Error) int {
	e := &fallback
	errors.As(err, &e) // want `never finds`
	return e.StatusCode
}

// a star before parentheses
func starOfParens(err error) stytcherror.Error {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return *(e)
	}
	return stytcherror.Error{}
}

// a test for nil that asks more than the search said, with others
func aloneWithMore(err error) int {
	var e *stytcherror.Error
	errors.As(err, &e) // want `never finds`
	if e != nil && e.StatusCode == 404 {
		return 1
	}
	return 0
}

// a test for nil after another answer
func afterOther(err error, done bool) int {
	var e *stytcherror.Error
	errors.As(err, &e) // want `never finds`
	if !done && e != nil {
		return e.StatusCode
	}
	return 0
}

// a test for nil after another search
func afterOtherSearch(err error) int {
	var e *stytcherror.Error
	var o stytcherror.OAuth2Error
	errors.As(err, &e) // want `never finds`
	if errors.As(err, &o) && e != nil {
		return e.StatusCode
	}
	return 0
}
