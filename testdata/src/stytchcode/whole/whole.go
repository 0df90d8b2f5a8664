// Package whole compares lists as a whole, and calls methods as values.
package whole

import (
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// lists of codes
func lists(a, b stytcherror.Error) bool {
	got := []string{string(a.ErrorType), string(b.ErrorType)}
	return slices.Equal(got, []string{"session_not_found", "user_notfound"}) // want `"user_not_found"`
}

// lists in which codes stand beside other texts
func records(e stytcherror.Error) bool {
	got := []string{"stytch", string(e.ErrorType)}
	return slices.Equal(got, []string{"stytsch", "user_notfound"})
}

type checker struct{ code string }

func (c checker) is(want string) bool { return c.code == want }

// a method value
func method(e stytcherror.Error) bool {
	is := checker{string(e.ErrorType)}.is
	return is("weak_pasword") // want `"weak_password"`
}

type anything struct{ text string }

func (a anything) is(want string) bool { return a.text == want }

// of a type that holds no codes
func other(name string) bool {
	is := anything{name}.is
	return is("weak_pasword")
}
