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
