// Package apierr wraps Stytch's errors in types of its own.
package apierr

import (
	"errors"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Error hides the code in a field of its own.
type Error struct {
	code   string
	status int
}

func (e *Error) Error() string { return e.code }

func (e *Error) Code() string { return e.code }

func (e *Error) Is(code string) bool { return e.code == code }

func (e Error) HasCode(codes ...string) bool { return slices.Contains(codes, e.code) }

// Wrap turns Stytch's errors into ours.
func Wrap(err error) error {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return err
	}
	return &Error{code: string(e.ErrorType), status: e.StatusCode}
}

// Is looks for an *Error, so it is a code that it compares with.
func Is(err error, code string) bool {
	var e *Error
	return errors.As(err, &e) && e.Is(code)
}

// Found is looked for by errors.AsType.
type Found struct{ code string }

func (f *Found) Error() string { return f.code }

// NewFound makes one.
func NewFound(e stytcherror.Error) error { return &Found{string(e.ErrorType)} }

// IsFound looks for it.
func IsFound(err error, code string) bool {
	f, ok := errors.AsType[*Found](err)
	return ok && f.code == code
}

// An unexported type with exported methods.
type failure struct{ kind stytcherror.Type }

func From(err error) failure {
	var e stytcherror.Error
	errors.As(err, &e)
	return failure{e.ErrorType}
}

func (f failure) Kind() string { return string(f.kind) }

func (f failure) HasKind(kind string) bool { return f.Kind() == kind }

// Base is embedded by others.
type Base struct {
	Code string
	Text string
}

func (b Base) IsCode(code string) bool { return b.Code == code }

func NewBase(e stytcherror.Error) Base {
	return Base{Code: string(e.ErrorType), Text: string(e.ErrorMessage)}
}

// Wide embeds it itself.
type Wide struct {
	*Base
	Status int
}

// Widen makes one.
func Widen(e stytcherror.Error) *Wide {
	b := NewBase(e)
	return &Wide{&b, e.StatusCode}
}

// Coder is implemented by the types of this package.
type Coder interface {
	error
	Code() string
}

// Find returns the first error that knows its code.
func Find(err error) (c Coder) {
	errors.As(err, &c)
	return c
}

// Problem is made from Stytch's errors, and from the program's own.
type Problem struct{ Code, Title string }

func FromStytch(e stytcherror.Error) *Problem { return &Problem{Code: string(e.ErrorType)} }

func FromText(code, title string) *Problem { return &Problem{Code: code, Title: title} }

func (p *Problem) Is(code string) bool { return p.Code == code }

// Gone is what this package calls a session that is no more.
const Gone = "sesion_not_found"

// Locked has the code's type.
const Locked stytcherror.Type = "user_lock_limit_reachd" // want `"user_lock_limit_reached"`
