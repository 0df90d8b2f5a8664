// Package recursive has functions that call each other.
package recursive

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Is and IsJoined call each other.
func Is(err error, code string) bool {
	if e, ok := err.(stytcherror.Error); ok {
		return string(e.ErrorType) == code
	}
	return IsJoined(err, code) || err != nil && Is(errors.Unwrap(err), code)
}

func IsJoined(err error, code string) bool {
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range j.Unwrap() {
			if Is(err, code) {
				return true
			}
		}
	}
	return false
}

// Code and last do, too.
func Code(errs ...error) string {
	if len(errs) == 0 {
		return ""
	}
	if e, ok := errs[0].(stytcherror.Error); ok {
		return string(e.ErrorType)
	}
	return last(errs[1:])
}

func last(errs []error) string {
	if len(errs) > 1 {
		return last(errs[1:])
	}
	return Code(errs...)
}

// Swap changes places.
func Swap(n int, a, b string) (string, string) {
	if n == 0 {
		return a, b
	}
	return Swap(n-1, b, a)
}

// Tree is a type that holds itself.
type Tree struct {
	Code  string
	Below []*Tree
}

// Grow makes one.
func Grow(e stytcherror.Error, n int) *Tree {
	t := &Tree{Code: string(e.ErrorType)}
	if n > 0 {
		t.Below = append(t.Below, Grow(e, n-1))
	}
	return t
}

// Find searches it.
func (t *Tree) Find(code string) *Tree {
	if t.Code == code {
		return t
	}
	for _, b := range t.Below {
		if found := b.Find(code); found != nil {
			return found
		}
	}
	return nil
}
