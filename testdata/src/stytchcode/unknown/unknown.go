// Package unknown holds names of which nothing is known: they may be newer
// than the catalog, or the program's own, so that they are reported only where
// the value can be nothing but Stytch's.
package unknown

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// straight from the error
func direct(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "foo_bar_baz" // want `"foo_bar_baz" is not in the Stytch catalog`
}

// through a helper that is not exported
func is(err error, code string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

func helper(err error) bool { return is(err, "foo_bar_baz") } // want `"foo_bar_baz"`

// An exported helper: its body is judged by what callers may bring, its calls by what they say.
func Is(err error, code string) bool { return is(err, code) }

func callsExported(err error) bool { return Is(err, "foo_bar_baz") } // want `"foo_bar_baz"`

// Status is exported: other packages may ask it for codes of their own.
func Status(code string) int {
	switch code {
	case "foo_bar_baz":
		return 400
	case "sesion_not_found": // want `"session_not_found"`
		return 401
	}
	return 500
}

func status(e stytcherror.Error) int { return Status(string(e.ErrorType)) }

// Messages is exported: other packages may look for codes of their own, or add some.
var Messages = map[string]string{
	"foo_bar_baz":      "text",
	"sesion_not_found": "text", // want `"session_not_found"`
}

func message(e stytcherror.Error) string { return Messages[string(e.ErrorType)] }

// Problem is exported, and so is its field.
type Problem struct{ Code string }

func newProblem(e stytcherror.Error) Problem { return Problem{Code: string(e.ErrorType)} }

func (p Problem) known() bool { return p.Code == "foo_bar_baz" }

// an exported method of a type that is not exported
type problem struct{ code string }

func wrap(e stytcherror.Error) problem { return problem{string(e.ErrorType)} }

func (p problem) Is(code string) bool { return p.code == code }

func calls(e stytcherror.Error) bool { return wrap(e).Is("foo_bar_baz") } // want `"foo_bar_baz"`

// codes that the program makes itself, as a gateway does
func refuse() error {
	return stytcherror.Error{StatusCode: 403, ErrorType: "tenant_is_frozen"}
}

func assign(e *stytcherror.Error) { e.ErrorType = "region_is_closed" }

func own(e stytcherror.Error) bool {
	return e.ErrorType == "tenant_is_frozen" || e.ErrorType == "region_is_closed"
}

// constants of the code's type that nothing uses may be for others to use
const (
	Frozen stytcherror.Type = "tenant_is_frosty"
	closed stytcherror.Type = "region_is_shut"
)
