// Package held hands out functions as values.
package held

import "stytchcode_across/authx"

// A function of another package.
var Is = authx.Is

// One that is made for an error.
func Matcher(err error) func(code string) bool {
	return func(code string) bool { return authx.Code(err) == code }
}

// One that tells the code.
func Coder(err error) func() string {
	return func() string { return authx.Code(err) }
}

// A Checker has one in a field.
type Checker struct {
	Is func(err error, code string) bool
}

func NewChecker() *Checker { return &Checker{Is: authx.Is} }

// Either of two says nothing.
func Some(err error, whole bool) func(code string) bool {
	if whole {
		return func(code string) bool { return authx.Code(err) == code }
	}
	return func(code string) bool { return err.Error() == code }
}

// One that asks for any text.
func Texter(err error) func(text string) bool {
	return func(text string) bool { return err.Error() == text }
}

// A function that makes a function that makes one.
func Outer() func(err error) func(code string) bool { return Matcher }

// A variable that others may set to a function that tells something else.
var CodeOf = func(err error) string { return authx.Code(err) }

// A method that knows its error.
func Bound(err error) func(code string) bool { return authx.From(err).Is }

// The same of a type of this package.
func Own(err error) func(code string) bool { return failure{authx.Code(err)}.is }

type failure struct{ code string }

func (f failure) is(code string) bool { return f.code == code }

// A table whose texts are its own.
var Texts = map[string]string{"session_not_found": "signed_out"}

func Text(err error) string { return Texts[authx.Code(err)] }
