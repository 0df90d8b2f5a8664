// Package plugins has interfaces that others implement, and function values
// that others replace.
package plugins

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Provider is implemented by Stytch, which is here, and by others.
type Provider interface {
	Code(err error) string
	Is(err error, code string) bool
}

// Stytch is one of them.
type Stytch struct{}

func (Stytch) Code(err error) string {
	var e stytcherror.Error
	errors.As(err, &e)
	return string(e.ErrorType)
}

func (s Stytch) Is(err error, code string) bool { return s.Code(err) == code }

// Local is another, which has codes of its own.
type Local struct{ last string }

func (l *Local) Code(err error) string { return err.Error() }

func (l *Local) Is(err error, code string) bool { return err.Error() == code }

// Default is the one in use.
var Default Provider = Stytch{}

// CodeOf may be replaced.
var CodeOf = func(err error) string { return Stytch{}.Code(err) }

// Is uses whichever is there.
func Is(err error, code string) bool { return Default.Is(err, code) }

// Code does, too.
func Code(err error) string { return Default.Code(err) }

// Direct uses Stytch.
func Direct(err error, code string) bool { return Stytch{}.Is(err, code) }

// A Sealed interface is implemented here only, by codes only.
type Sealed interface {
	Reason() string
	sealed()
}

type first struct{ reason string }

func (f first) Reason() string { return f.reason }
func (first) sealed()          {}

type second struct{ stytcherror.Error }

func (s *second) Reason() string { return string(s.ErrorType) }
func (*second) sealed()          {}

// Seal makes one.
func Seal(e stytcherror.Error) Sealed {
	if e.StatusCode == 404 {
		return first{string(e.ErrorType)}
	}
	return &second{e}
}
