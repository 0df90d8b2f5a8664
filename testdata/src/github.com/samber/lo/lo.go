// Package lo stands for github.com/samber/lo.
package lo

import "time"

// ToPtr returns a pointer to a copy of x.
func ToPtr[T any](x T) *T { return &x }

// FromPtr returns what p points to, or the zero value.
func FromPtr[T any](p *T) (zero T) {
	if p == nil {
		return zero
	}
	return *p
}

// Contains reports whether an element is in a list.
func Contains[T comparable](list []T, x T) bool {
	for _, e := range list {
		if e == x {
			return true
		}
	}
	return false
}

// ContainsBy reports whether a predicate holds for an element of a list.
func ContainsBy[T any](list []T, predicate func(T) bool) bool {
	for _, e := range list {
		if predicate(e) {
			return true
		}
	}
	return false
}

// IndexOf returns the place of the first element that equals x, or -1.
func IndexOf[T comparable](list []T, x T) int {
	for i, e := range list {
		if e == x {
			return i
		}
	}
	return -1
}

// LastIndexOf returns the place of the last element that equals x, or -1.
func LastIndexOf[T comparable](list []T, x T) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] == x {
			return i
		}
	}
	return -1
}

// Attempt calls a function until it succeeds, at most max times.
func Attempt(max int, f func(index int) error) (int, error) { return 1, f(0) }

// AttemptWithDelay does so with pauses.
func AttemptWithDelay(max int, delay time.Duration, f func(index int, elapsed time.Duration) error) (int, time.Duration, error) {
	return 1, 0, f(0, 0)
}

// Every reports whether all elements of a subset are in a list.
func Every[T comparable](list, subset []T) bool { return false }

// Some reports whether one element of a subset is in a list.
func Some[T comparable](list, subset []T) bool { return false }

// None reports whether no element of a subset is in a list.
func None[T comparable](list, subset []T) bool { return false }

// EveryBy reports whether a predicate holds for all elements of a list.
func EveryBy[T any](list []T, predicate func(T) bool) bool { return false }

// SomeBy reports whether a predicate holds for one element of a list.
func SomeBy[T any](list []T, predicate func(T) bool) bool { return false }

// NoneBy reports whether a predicate holds for no element of a list.
func NoneBy[T any](list []T, predicate func(T) bool) bool { return false }

// Uniq returns the elements of a list, each once.
func Uniq[T comparable](list []T) []T { return list }

// Keys returns the keys of maps.
func Keys[K comparable, V any](maps ...map[K]V) []K { return nil }

// Values returns the values of maps.
func Values[K comparable, V any](maps ...map[K]V) []V { return nil }

// ErrorsAs returns the error of a type that an error is or wraps.
func ErrorsAs[T error](err error) (t T, ok bool) { return t, false }
