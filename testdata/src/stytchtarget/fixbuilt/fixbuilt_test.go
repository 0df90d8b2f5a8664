package fixbuilt

import (
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type fake struct {
	err  error
	code int
}

// returned
func (f *fake) returned() (string, error) {
	return "", &stytcherror.Error{StatusCode: f.code} // want `drop the &`
}

// made by new
func (f *fake) byNew() error {
	return new(stytcherror.Error) // want `make it a value`
}

// passed, wrapped, kept
func (f *fake) kept() []error {
	f.err = &stytcherror.Error{}                           // want `drop the &`
	err := fmt.Errorf("failed: %w", &stytcherror.Error{})  // want `drop the &`
	list := []error{err, &stytcherror.Error{}}             // want `drop the &`
	list = append(list, errors.Join(&stytcherror.Error{})) // want `drop the &`
	return list
}

// in a table
var table = []struct {
	err  error
	code int
}{
	{&stytcherror.Error{StatusCode: 404}, 404},            // want `drop the &`
	{err: &stytcherror.Error{StatusCode: 500}, code: 500}, // want `drop the &`
	{
		err: &stytcherror.Error{ // want `drop the &`
			StatusCode: 401,
		},
		code: 401,
	},
}

// in a variable
func (f *fake) variable() error {
	e := &stytcherror.Error{StatusCode: 404} // want `drop the &`
	return e
}

// in a variable whose fields are set first
func (f *fake) filled() error {
	e := &stytcherror.Error{} // want `drop the &`
	e.StatusCode = f.code
	return e
}

// in a variable whose fields are set later, so nothing is mended: the error
// would be a copy
func (f *fake) filledLater() {
	e := &stytcherror.Error{} // want `drop the &`
	f.err = e
	e.StatusCode = f.code
}

// the address of a variable, which may be changed later, so nothing is mended
func (f *fake) address() error {
	e := stytcherror.Error{StatusCode: f.code}
	return &e // want `drop the &`
}

// a condition's head
func (f *fake) head() int {
	if err := error(&stytcherror.Error{}); err != nil { // want `drop the &`
		return 1
	}
	switch err := error(&stytcherror.Error{StatusCode: 1}); err { // want `drop the &`
	case nil:
		return 2
	}
	return 0
}

func accept(err error) bool { return err != nil }

// a literal in the head of a statement
func (f *fake) passedInHead() bool {
	if accept(&stytcherror.Error{}) { // want `drop the &`
		return true
	}
	return false
}

// pointers that are compared, so nothing is mended
func (f *fake) compared() bool {
	e := &stytcherror.Error{} // want `drop the &`
	f.err = e
	return f.err == error(e)
}

// a pointer that is also needed as one, so nothing is mended
func (f *fake) needed(use func(*stytcherror.Error)) error {
	e := &stytcherror.Error{} // want `drop the &`
	use(e)
	return e
}

// in arrays
var array = [...]error{&stytcherror.Error{StatusCode: 404}} // want `drop the &`

var keyedArray = [...]error{1: &stytcherror.Error{StatusCode: 500}} // want `drop the &`

// set twice, so nothing is mended
func (f *fake) twice() error {
	e := &stytcherror.Error{StatusCode: 404} // want `drop the &`
	if f.code > 0 {
		e = &stytcherror.Error{StatusCode: f.code} // want `drop the &`
	}
	return e
}

// declared with its type, so nothing is mended
func (f *fake) typed() error {
	var e *stytcherror.Error = &stytcherror.Error{StatusCode: 404} // want `drop the &`
	return e
}

// the address of an element, so nothing is mended
func (f *fake) element(list []stytcherror.Error) error {
	return &list[0] // want `drop the &`
}

// looked for among others, so nothing is mended
func (f *fake) isGone(err error) bool {
	gone := error(&stytcherror.Error{StatusCode: 410}) // want `drop the &`
	return errors.Is(err, gone)
}
