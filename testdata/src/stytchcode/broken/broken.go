// Package broken is being written: it does not compile yet.
package broken

import (
	"errors"
	"slices"
	"strings"

	"example.com/not/there"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// what can be told is told
func told(err error) bool {
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return undefined
	}
	return is(err, "user_notfound") // want `"user_not_found"`
}

func is(err error, code string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

// what cannot is left alone, and nothing falls over
func unfinished(e stytcherror.Error, x Unknown) (int, error) {
	code := e.ErrType
	var a, b = string(e.ErrorType)
	if code == "sesion_not_found" || x.ErrorType == "sesion_not_found" || there.Code == "sesion_not_found" {
		return 1
	}
	switch e.ErrorType {
	case "sesion_not_found" + 1, a, "session_not_found", "session_not_found":
	}
	for c := range 7.5 {
		_ = c == string(e.ErrorType)
	}
	_ = slices.ContainsFunc([]stytcherror.Error{e}, nosuch.f)
	_ = slices.ContainsFunc([]stytcherror.Error{e})
	_ = slices.Contains(strings.Split(), string(e.ErrorType))
	_ = slices.Contains(strings.Fields(), string(e.ErrorType))
	m := map[string]missing{"sesion_not_found": 1} // want `"session_not_found"`
	_ = m[string(e.ErrorType)]
	stytcherror.Error{"a", "b"}.ErrorType == b
	is(err)
	is(err, "session_not_found", "b", e.ErrorType...)
	f := func(c string) { return c == e.ErrorType }
	f(1, 2)(3)
	return is, stytcherror.Error{ErrorType: f, Nope: "sesion_not_found", 3}
}

func twice() {}
func twice() {}

func (e stytcherror.Error) method() bool { return e.ErrorType == "sesion_not_found" } // want `"session_not_found"`

func (u Unknown) method(code string) bool { return code == string(u.ErrorType) }

type cycle struct {
	cycle
	code string
}

func (c cycle) is(e stytcherror.Error) bool { return c.code == string(e.ErrorType) }

func generic[T nowhere](t T, e stytcherror.Error) bool {
	return t == e.ErrorType && generic[int, int](1)
}

const loop = loop + "x"

func constant(e stytcherror.Error) bool { return e.ErrorType == loop }
