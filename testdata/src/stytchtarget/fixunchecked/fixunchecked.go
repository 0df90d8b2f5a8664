// Package fixunchecked holds assertions without a check.
package fixunchecked

import (
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// an error is returned
func plain(err error) error {
	e := err.(stytcherror.Error) // want `panics`
	if e.StatusCode == 404 {
		return nil
	}
	return e
}

// with other results
func results(err error) (s string, n int, d time.Duration, list []string, _ error) {
	if err != nil {
		e := err.(stytcherror.Error) // want `panics`
		return string(e.ErrorType), 0, 0, nil, e
	}
	return
}

// a result that needs a name, so nothing is mended
func structs(err error) (time.Time, error) {
	e := err.(stytcherror.Error) // want `panics`
	return time.Time{}, e
}

// no error is returned, so nothing is mended
func none(err error) int {
	e := err.(stytcherror.Error) // want `panics`
	return e.StatusCode
}

// ok is another thing
func taken(err error) (ok bool, _ error) {
	e := err.(stytcherror.Error) // want `panics`
	return e.StatusCode == 404, nil
}

// in a closure
func closure(err error) func() error {
	return func() error {
		e := err.(stytcherror.Error) // want `panics`
		return e
	}
}

// in a closure whose function returns no error
func inner(err error) error {
	f := func() int {
		e := err.(stytcherror.Error) // want `panics`
		return e.StatusCode
	}
	f()
	return nil
}

// part of an expression, so nothing is mended
func expression(err error) (int, error) {
	code := err.(stytcherror.Error).StatusCode // want `panics`
	return code, nil
}

// two in a row
func two(err, second error) error {
	a := err.(stytcherror.Error)    // want `panics`
	b := second.(stytcherror.Error) // want `panics`
	if a.StatusCode == b.StatusCode {
		return a
	}
	return b
}

// on one line
func oneLine(err error) error { e := err.(stytcherror.Error); return e } // want `panics`

// in a case
func inCase(err error, n int) error {
	switch n {
	case 1:
		e := err.(stytcherror.Error) // want `panics`
		return e
	}
	return nil
}

// with an answer
func answered(err error) (bool, error) {
	e := err.(stytcherror.Error) // want `panics`
	return e.StatusCode == 404, e
}

// a result of any type, so nothing is mended
func anyResult[T any](err error) (v T, _ error) {
	e := err.(stytcherror.Error) // want `panics`
	return v, e
}
