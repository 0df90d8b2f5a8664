// Package assert stands in for a vendored copy of testify.
package assert

type TestingT interface {
	Errorf(format string, args ...any)
}

func ErrorContains(t TestingT, err error, contains string, msgAndArgs ...any) bool { return true }
