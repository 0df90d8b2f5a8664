package unknown

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

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

// Codes may be called by others with codes of theirs.
func Codes[T ~string](code T) bool { return string(code) == "foo_bar_baz" }

func codes(e stytcherror.Error) bool { return Codes(e.ErrorType) }

// a function that is returned to others
func Matcher() func(code string) bool {
	m := func(code string) bool { return code == "foo_bar_baz" }
	_ = m(string(stytcherror.Error{}.ErrorType))
	return m
}
