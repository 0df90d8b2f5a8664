// Package assert stands in for gotest.tools/v3/assert.
package assert

import "github.com/google/go-cmp/cmp"

type BoolOrComparison interface{}

type TestingT interface {
	FailNow()
	Fail()
	Log(args ...interface{})
}

func Assert(t TestingT, comparison BoolOrComparison, msgAndArgs ...interface{}) {}

func Check(t TestingT, comparison BoolOrComparison, msgAndArgs ...interface{}) bool { return true }

func NilError(t TestingT, err error, msgAndArgs ...interface{}) {}

func Equal(t TestingT, x, y interface{}, msgAndArgs ...interface{}) {}

func DeepEqual(t TestingT, x, y interface{}, opts ...cmp.Option) {}

func Error(t TestingT, err error, expected string, msgAndArgs ...interface{}) {}

func ErrorContains(t TestingT, err error, substring string, msgAndArgs ...interface{}) {}

func ErrorType(t TestingT, err error, expected interface{}, msgAndArgs ...interface{}) {}

func ErrorIs(t TestingT, err error, expected error, msgAndArgs ...interface{}) {}
