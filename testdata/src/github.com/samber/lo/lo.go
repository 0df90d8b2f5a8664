// Package lo stands for github.com/samber/lo.
package lo

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
