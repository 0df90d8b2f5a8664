// Package team has what grows in a package that a whole team uses.
package team

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchcode_across/authx"
)

// Names for what another package has.
type Failure = authx.Failure

const (
	Gone   = "session_not_found"
	Absent = "member_not_foud"
)

// Match has names for more than one code.
func Match(err error, code string) bool {
	if code == "*" {
		return err != nil
	}
	switch code {
	case "any_stytch":
		return authx.Code(err) != ""
	}
	return authx.Is(err, code)
}

// MatchT takes any type of text.
func MatchT[T ~string](err error, code T) bool { return authx.Is(err, string(code)) }

// MatchAny takes anything.
func MatchAny(err error, code any) bool {
	switch c := code.(type) {
	case string:
		return c == authx.Code(err)
	case stytcherror.Type:
		return c == stytcherror.Type(authx.Code(err))
	}
	return false
}

// MatchList takes a list in one text.
func MatchList(err error, list string) bool {
	for code := range strings.SplitSeq(list, ",") {
		if authx.Is(err, code) {
			return true
		}
	}
	return false
}

// MatchText looks into the message, too.
func MatchText(err error, text string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && (strings.Contains(string(e.ErrorType), text) || strings.Contains(string(e.ErrorMessage), text))
}

// MatchBoth takes codes of the API and of OAuth 2.0.
func MatchBoth(err error, code string) bool {
	var o stytcherror.OAuth2Error
	return errors.As(err, &o) && string(o.ErrorType) == code || authx.Is(err, code)
}

// Name has names of its own for some codes.
func Name(code string) string {
	switch code {
	case "session_not_found", "session_revokd": // in this package nobody passes a code
		return "signed_out"
	}
	return code
}

var titles = map[string]string{"session_not_found": "signed_out"}

// TitleOf returns names of its own only.
func TitleOf(err error) string { return titles[authx.Code(err)] }

// Code is a text with methods.
type Code string

// In compares.
func (c Code) In(err error) bool { return authx.Is(err, string(c)) }

// Codes of this package.
const (
	Weak Code = "weak_pasword"
	Lost Code = "password_not_found"
)

var handlers = make(map[string]func())

// On adds a handler.
func On(code string, do func()) { handlers[code] = do }

// OnAll adds several.
func OnAll(more map[string]func()) {
	for code, do := range more {
		handlers[code] = do
	}
}

// Handle calls one.
func Handle(err error) {
	if do := handlers[authx.Code(err)]; do != nil {
		do()
	}
}

// Info returns a struct without a name.
func Info(err error) struct {
	Code string
	Text string
} {
	return struct{ Code, Text string }{authx.Code(err), err.Error()}
}

// Page is a generic struct.
type Page[T any] struct {
	Items []T
	Code  string
}

// Fail makes one.
func Fail[T any](err error) (p Page[T]) {
	p.Code = authx.Code(err)
	return p
}

// Groups puts codes into groups.
func Groups(errs []error) map[string][]string {
	groups := make(map[string][]string)
	for _, err := range errs {
		groups[err.Error()] = append(groups[err.Error()], authx.Code(err))
	}
	return groups
}

// Stream sends codes.
func Stream(errs []error) <-chan string {
	ch := make(chan string)
	go func() {
		defer close(ch)
		for _, err := range errs {
			ch <- authx.Code(err)
		}
	}()
	return ch
}

// Context has the code among other things.
type Context struct{ values map[string]any }

// Set keeps a value.
func (c *Context) Set(key string, v any) { c.values[key] = v }

// GetString returns one.
func (c *Context) GetString(key string) string { s, _ := c.values[key].(string); return s }

// Keep keeps the code.
func (c *Context) Keep(err error) { c.Set("stytch_code", authx.Code(err)) }

// State has a setter and a getter.
type State struct{ code string }

// Set sets it, to anybody's.
func (s *State) Set(code string) { s.code = code }

// SetErr sets it to Stytch's.
func (s *State) SetErr(err error) { s.code = authx.Code(err) }

// Code gets it.
func (s *State) Code() string { return s.code }

// Last is the code of the last error.
var Last string

// Keep keeps it.
func Keep(err error) { Last = authx.Code(err) }

// Statuses is a table that others extend.
var Statuses = map[string]int{"session_not_found": 401}

// Status looks a status up.
func Status(err error) int { return Statuses[authx.Code(err)] }

// Route is a struct that others make.
type Route struct{ Code string }

// Matches compares.
func (r Route) Matches(err error) bool { return r.Code == authx.Code(err) }
