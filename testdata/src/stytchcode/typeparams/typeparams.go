// Package typeparams holds generic code that serves codes and other things.
package typeparams

import (
	"cmp"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a set for everybody
type set[T comparable] map[T]struct{}

func newSet[T comparable](items ...T) set[T] {
	s := make(set[T])
	for _, i := range items {
		s[i] = struct{}{}
	}
	return s
}

func (s set[T]) has(x T) bool {
	_, ok := s[x]
	return ok
}

var (
	roles = newSet("sesion_not_found", "admin")
	gone  = newSet("session_not_found", "magic_link_not_found")
)

func sets(e stytcherror.Error, role string) bool {
	return roles.has(role) || gone.has(string(e.ErrorType))
}

// functions for everybody
func oneOf[T comparable](x T, list ...T) bool { return slices.Contains(list, x) }

func orElse[T any](ok bool, a, b T) T {
	if ok {
		return a
	}
	return b
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func functions(e stytcherror.Error, role string, n int) bool {
	return oneOf(role, "sesion_not_found", "admin") || oneOf(n, 1, 2) ||
		oneOf(e.ErrorType, "session_not_found", "sesion_not_found") || // want `"sesion_not_found" is not`
		orElse(n > 1, string(e.ErrorType), role) == "weak_pasword" ||
		orElse(n > 1, string(e.ErrorType), "") == "weak_pasword" || // want `"weak_password"`
		must(string(e.ErrorType), nil) == "user_notfound" // want `"user_not_found"`
}

// a constraint of string types
type text interface{ ~string }

func same[T, U text](a T, b U) bool { return string(a) == string(b) }

func texts(e stytcherror.Error, role string) bool {
	return same(role, "sesion_not_found") ||
		same(e.ErrorType, "sesion_not_found") // want `"session_not_found"`
}

// numbers and order
func biggest[T cmp.Ordered](a, b T) T { return max(a, b) }

func order(e stytcherror.Error) bool {
	return biggest(1, 2) == 2 && e.ErrorType < "sesion_not_found"
}
