// Package rules decides by a table of rules what to answer.
package rules

import (
	"errors"
	"maps"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A Rule has a code.
type Rule struct {
	Code   string
	Codes  []string
	Status int
	Title  string
}

// Check compares it with that of the error.
func Check(err error, r Rule) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && (string(e.ErrorType) == r.Code || slices.Contains(r.Codes, string(e.ErrorType)))
}

// First looks for the first one that fits.
func First(err error, rules ...*Rule) *Rule {
	for _, r := range rules {
		if Check(err, *r) {
			return r
		}
	}
	return nil
}

// Builder gathers statuses.
type Builder struct{ statuses map[stytcherror.Type]int }

// New begins.
func New() *Builder { return &Builder{statuses: make(map[stytcherror.Type]int)} }

// On adds a status.
func (b *Builder) On(code string, status int) *Builder {
	b.statuses[stytcherror.Type(code)] = status
	return b
}

// OnType adds one with the SDK's type.
func (b *Builder) OnType(status int, codes ...stytcherror.Type) *Builder {
	for _, code := range codes {
		b.statuses[code] = status
	}
	return b
}

// Status looks it up.
func (b *Builder) Status(err error) int {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return b.statuses[e.ErrorType]
	}
	return 500
}

// An Option changes what is ignored.
type Option func(*config)

type config struct {
	ignored []string
	names   map[string]string
}

// Ignore adds codes.
func Ignore(codes ...string) Option {
	return func(c *config) { c.ignored = append(c.ignored, codes...) }
}

// Rename tells how codes are called.
func Rename(names map[string]string) Option {
	return func(c *config) { maps.Copy(c.names, names) }
}

// Name applies the options.
func Name(e stytcherror.Error, opts ...Option) string {
	c := config{names: make(map[string]string)}
	for _, o := range opts {
		o(&c)
	}
	if slices.Contains(c.ignored, string(e.ErrorType)) {
		return ""
	}
	return c.names[string(e.ErrorType)]
}

// Title looks one up in a table that the caller brings.
func Title(err error, titles map[string]string) string {
	var e stytcherror.Error
	errors.As(err, &e)
	if title, ok := titles[string(e.ErrorType)]; ok {
		return title
	}
	return titles["default"]
}

// Set is a set of codes.
type Set map[string]bool

// Of makes one.
func Of(codes ...string) Set {
	s := make(Set, len(codes))
	for _, c := range codes {
		s[c] = true
	}
	return s
}

// Has looks one up.
func (s Set) Has(code string) bool { return s[code] }

// HasErr looks that of an error up.
func (s Set) HasErr(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && s.Has(string(e.ErrorType))
}

// Equal compares, and others may replace it.
var Equal = func(a, b string) bool { return a == b }
