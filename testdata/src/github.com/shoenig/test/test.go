// Package test stands in for github.com/shoenig/test.
package test

type T interface {
	Helper()
	Errorf(format string, args ...any)
}

type Setting func()

func Eq[A any](t T, exp, val A, settings ...Setting) {}

func EqOp[C comparable](t T, exp, val C, settings ...Setting) {}

func NotEq[A any](t T, exp, val A, settings ...Setting) {}

func NotEqOp[C comparable](t T, exp, val C, settings ...Setting) {}

func ErrorIs(t T, err error, target error, settings ...Setting) {}

func ErrorAs[E error, Target any](t T, err error, target Target, settings ...Setting) {}

func ErrorContains(t T, err error, sub string, settings ...Setting) {}

func EqError(t T, err error, msg string, settings ...Setting) {}

func StrContains(t T, s, sub string, settings ...Setting) {}

func StrNotContains(t T, s, sub string, settings ...Setting) {}

func SliceContains[A any](t T, slice []A, item A, settings ...Setting) {}

func SliceNotContains[A any](t T, slice []A, item A, settings ...Setting) {}
