package unknown

import (
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// IsFrozen is a variable: others may call what it holds.
var IsFrozen = func(code string) bool { return code == "foo_bar_baz" }

func frozen(e stytcherror.Error) bool { return IsFrozen(string(e.ErrorType)) }

// Handler is called by others as well.
type Handler struct {
	OnCode func(code string) bool
}

func newHandler() Handler {
	return Handler{OnCode: func(code string) bool { return code == "foo_bar_baz" }}
}

func (h Handler) handle(e stytcherror.Error) bool { return h.OnCode(string(e.ErrorType)) }

// Retry is a list that others may extend, or search for something else.
var Retry = []string{"foo_bar_baz", "too_many_requests"}

func retry(e stytcherror.Error) bool {
	for _, c := range Retry {
		if c == string(e.ErrorType) {
			return true
		}
	}
	return false
}

// What has the type of a code is meant for nothing else.
var (
	Titles = map[stytcherror.Type]string{
		"foo_bar_baz":       "text", // want `"foo_bar_baz"`
		"session_not_found": "text",
	}
	Fatal = []stytcherror.Type{"foo_bar_baz"} // want `"foo_bar_baz"`
)

// A Policy has a list of them, and one of names.
type Policy struct {
	Codes []stytcherror.Type
	Names []string
}

var Default = Policy{
	Codes: []stytcherror.Type{"foo_bar_baz", "weak_password"}, // want `"foo_bar_baz"`
	Names: []string{"foo_bar_baz", "weak_password"},
}

func (p Policy) has(e stytcherror.Error) bool {
	return Titles[e.ErrorType] != "" || slices.Contains(Fatal, e.ErrorType) ||
		slices.Contains(p.Codes, e.ErrorType) || slices.Contains(p.Names, string(e.ErrorType))
}

// Codes may be called by others with codes of theirs.
func Codes[T ~string](code T) bool { return string(code) == "foo_bar_baz" }

func codes(e stytcherror.Error) bool { return Codes(e.ErrorType) }

// a function that is returned to others
func Matcher() func(code string) bool {
	m := func(code string) bool { return code == "foo_bar_baz" }
	_ = m(string(stytcherror.Error{}.ErrorType))
	return m
}
