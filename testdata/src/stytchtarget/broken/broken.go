// Package broken does not compile.
package broken

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func found(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) // want `never finds`
}

func lookFor[T missing](err error) (T, bool) {
	var t T
	return t, errors.As(err, &t)
}

func looks(err error) bool {
	e, ok := lookFor[*stytcherror.Error](err) // want `never finds`
	return ok && e.StatusCode == 404
}

func few(err error) bool {
	errors.As()
	errors.As(err)
	errors.AsType[*stytcherror.Error]() // want `never finds`
	_, ok := errors.AsType[*stytcherror.Erorr](err)
	return ok || errors.Is(err)
}

func undefined(err error) {
	e := missing.(*stytcherror.Error)
	errors.As(err, &missing)
	errors.As(missing, &e)
	switch x := nothing.(type) {
	case *stytcherror.Error, stytcherror.Nothing:
	}
	return &stytcherror.Error{Missing: 1}, 2
}

func wrong(err error, list []error) {
	errors.Join(err, &stytcherror.Error{}...)
	_ = map[string]error{&stytcherror.Error{}}
	list.add(&stytcherror.Error{})
	_ = struct{ err error }{err, &stytcherror.Error{}}
}

func twice(err error) {}
func twice(err error) { err.(stytcherror.Error).Missing() } // want `panics`

var a, b = &stytcherror.Error{}
var c error = &stytcherror.Error{}, 1
