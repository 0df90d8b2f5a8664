package faketests

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/mock"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a method that returns a pointer
type fake struct {
	err  error
	code int
}

func (f *fake) Authenticate(string) (string, error) {
	return "", &stytcherror.Error{StatusCode: f.code} // want `drop the &`
}

// one that fills a variable first
func (f *fake) Revoke() error {
	e := &stytcherror.Error{} // want `drop the &`
	e.StatusCode = f.code
	return e
}

// one that returns the address of a variable
func (f *fake) Renew() error {
	var e stytcherror.Error
	e.StatusCode = f.code
	return &e // want `make it a value|drop the &`
}

// a function that makes the pointer, returned as an error elsewhere
func notFound() *stytcherror.Error { return &stytcherror.Error{StatusCode: 404} }

func (f *fake) Get() error { return notFound() } // want `a \*stytcherror.Error is no error of the SDK's making.*make it a value`

func ptr[T any](v T) *T { return &v }

func (f *fake) Put() error { return ptr(stytcherror.Error{}) } // want `make it a value`

// a table
func TestTable(t *testing.T) {
	for _, tc := range []struct {
		name string
		err  error
	}{
		{"first", &stytcherror.Error{StatusCode: 404}},      // want `drop the &`
		{name: "second", err: &stytcherror.Error{}},         // want `drop the &`
		{name: "third", err: new(stytcherror.OAuth2Error)},  // want `make it a value`
		{name: "fourth", err: stytcherror.Error{}},          // a value
		{name: "fifth", err: errors.New("no such session")}, // another error
	} {
		_ = tc
	}
}

// maps, slices and arrays of errors
var byName = map[string]error{
	"a": &stytcherror.Error{}, // want `drop the &`
	"b": stytcherror.Error{},
}

var list = []error{&stytcherror.Error{}, 2: &stytcherror.Error{}} // want `drop the &` `drop the &`

func TestAppend(t *testing.T) {
	var errs []error
	errs = append(errs, &stytcherror.Error{}) // want `drop the &`
	byName["c"] = &stytcherror.Error{}        // want `drop the &`
	ch := make(chan error, 1)
	ch <- &stytcherror.Error{} // want `drop the &`
	_ = errs
}

// a table of pointers, which become errors when they are used
func TestPointers(t *testing.T) {
	for _, tc := range []struct {
		err *stytcherror.Error
	}{
		{&stytcherror.Error{}}, // want `drop the &`
	} {
		f := &fake{}
		f.err = tc.err
	}
}

// wrapped and joined
func TestWrapped(t *testing.T) {
	_ = fmt.Errorf("authenticate: %w", &stytcherror.Error{}) // want `drop the &`
	_ = errors.Join(nil, &stytcherror.Error{})               // want `drop the &`
	_ = error(&stytcherror.Error{})                          // want `drop the &`
}

// a mock's result
func TestMock(t *testing.T) {
	var m mock.Mock
	m.On("Authenticate").Return("", &stytcherror.Error{}) // want `drop the &`
	m.On("Authenticate").Return("", stytcherror.Error{})
}

// a closure as a fake
func TestClosure(t *testing.T) {
	f := func() (string, error) { return "", &stytcherror.Error{} } // want `drop the &`
	_ = f
}

// pointers that are no errors there
func TestOther(t *testing.T) {
	e := &stytcherror.Error{StatusCode: 404}
	fmt.Println(e.StatusCode, e)
	use := func(e *stytcherror.Error) {}
	use(e)
	use(&stytcherror.Error{})
	assert.Equal(t, "x", e.Error())
}

// what a fake fails with is equal to it
func TestEqual(t *testing.T) {
	_, err := new(fake).Authenticate("")
	assert.Equal(t, &stytcherror.Error{}, err)
	assert.IsType(t, &stytcherror.Error{}, err)
}

// the type itself is checked
var _ error = (*stytcherror.Error)(nil)
