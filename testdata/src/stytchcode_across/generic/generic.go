// Package generic has helpers for everybody, and hands over codes as well.
package generic

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Code is where codes come from.
func Code(err error) string {
	e, _ := errors.AsType[stytcherror.Error](err)
	return string(e.ErrorType)
}

// Ptr returns a pointer.
func Ptr[T any](v T) *T { return &v }

// Deref returns what p points to.
func Deref[T any](p *T) (v T) {
	if p != nil {
		return *p
	}
	return v
}

// Or returns the first that is not zero.
func Or[T comparable](vs ...T) T {
	var zero T
	for _, v := range vs {
		if v != zero {
			return v
		}
	}
	return zero
}

// Contains searches.
func Contains[S ~[]E, E comparable](s S, v E) bool {
	for _, x := range s {
		if x == v {
			return true
		}
	}
	return false
}

// Keys returns the keys of a map.
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

// Map calls f with every element.
func Map[T, U any](s []T, f func(T) U) []U {
	list := make([]U, 0, len(s))
	for _, v := range s {
		list = append(list, f(v))
	}
	return list
}

// Must drops an error.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Set is generic, and its values share a field.
type Set[T comparable] struct{ m map[T]struct{} }

// SetOf makes one.
func SetOf[T comparable](vs ...T) *Set[T] {
	s := &Set[T]{m: make(map[T]struct{})}
	for _, v := range vs {
		s.m[v] = struct{}{}
	}
	return s
}

// Has looks one up.
func (s *Set[T]) Has(v T) bool {
	_, ok := s.m[v]
	return ok
}

// Result is a struct with a code.
type Result[T any] struct {
	Value T
	code  string
}

// Failed makes one.
func Failed[T any](e stytcherror.Error) Result[T] { return Result[T]{code: string(e.ErrorType)} }

// Code returns it.
func (r Result[T]) Code() string { return r.code }

// Is compares it.
func (r Result[T]) Is(code string) bool { return r.code == code }
