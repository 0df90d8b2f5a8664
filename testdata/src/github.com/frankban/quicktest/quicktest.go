// Package quicktest stands in for github.com/frankban/quicktest.
package quicktest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

type Checker interface {
	Check(got interface{}, args []interface{}, note func(key string, value interface{})) error
	ArgNames() []string
}

type C struct {
	testing.TB
}

func New(t testing.TB) *C { return &C{TB: t} }

func Check(t testing.TB, got interface{}, checker Checker, args ...interface{}) bool { return true }

func Assert(t testing.TB, got interface{}, checker Checker, args ...interface{}) bool { return true }

func (c *C) Check(got interface{}, checker Checker, args ...interface{}) bool { return true }

func (c *C) Assert(got interface{}, checker Checker, args ...interface{}) bool { return true }

func (c *C) Run(name string, f func(c *C)) bool { return true }

var (
	Equals       Checker
	DeepEquals   = CmpEquals()
	Contains     Checker
	Matches      Checker
	ErrorAs      Checker
	ErrorIs      Checker
	ErrorMatches Checker
	IsNil        Checker
	IsNotNil     Checker
	IsTrue       Checker
	IsFalse      Checker
)

func CmpEquals(opts ...cmp.Option) Checker { return nil }

func Not(checker Checker) Checker { return checker }

func Any(c Checker) Checker { return c }

func All(c Checker) Checker { return c }
