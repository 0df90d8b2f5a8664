// Package is stands in for github.com/matryer/is.
package is

type T interface {
	Fail()
	FailNow()
}

type I struct{ t T }

func New(t T) *I { return &I{t: t} }

func NewRelaxed(t T) *I { return &I{t: t} }

func (is *I) Equal(a, b interface{}) {}

func (is *I) True(expression bool) {}

func (is *I) NoErr(err error) {}

func (is *I) Fail() {}

func (is *I) New(t T) *I { return New(t) }
