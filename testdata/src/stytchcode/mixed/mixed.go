// Package mixed holds values that come from Stytch and from elsewhere as well.
// Nothing here is to be reported but what is marked.
package mixed

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a parameter of the request, or the code
func form(values url.Values, err error) bool {
	code := values.Get("code")
	var e stytcherror.Error
	if code == "" && errors.As(err, &e) {
		code = string(e.ErrorType)
	}
	return code == "sesion_not_found" || code == "acess_denied"
}

// the first of several
func first(values url.Values, e stytcherror.Error) bool {
	code := cmp.Or(values.Get("error"), string(e.ErrorType))
	return code == "sesion_not_found"
}

// a text of another error, or the code
func message(err error) bool {
	msg := err.Error()
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		msg = string(e.ErrorType)
	}
	return msg == "sesion_not_found"
}

// a field that several fill
type event struct {
	name, code string
}

func fromStytch(e stytcherror.Error) event { return event{name: "stytch", code: string(e.ErrorType)} }
func fromEnv() event                       { return event{name: "env", code: os.Getenv("CODE")} }

func (ev event) gone() bool { return ev.code == "sesion_not_found" || ev.name == "sesion_not_found" }

// two structs with fields of one name
type auth struct{ code string }
type cart struct{ code string }

func two(e stytcherror.Error, name string) bool {
	a, c := auth{string(e.ErrorType)}, cart{name}
	return c.code == "sesion_not_found" || a.code == "sesion_not_found" // want `"session_not_found"`
}

// a map of anything
func context_(ctx context.Context, e stytcherror.Error) bool {
	type key struct{}
	ctx = context.WithValue(ctx, key{}, string(e.ErrorType))
	s, _ := ctx.Value(key{}).(string)
	return s == "sesion_not_found"
}

// a package variable that code out of view may set
var Last string

func set(e stytcherror.Error) { Last = string(e.ErrorType) }

func last() bool { return Last == "foo_bar_baz" }

// a pointer that code out of view writes through
func pointer(e stytcherror.Error, scan func(*string)) bool {
	code := string(e.ErrorType)
	scan(&code)
	return code == "sesion_not_found"
}

// a slice that code out of view fills
func slice(e stytcherror.Error, fill func([]string)) bool {
	codes := []string{string(e.ErrorType)}
	fill(codes)
	return codes[0] == "sesion_not_found"
}

// a parameter that this package passes a code for, and other things
func is(code, want string) bool { return code == want }

func lookup(code string) int {
	if code == "sesion_not_found" {
		return 404
	}
	return 0
}

func calls(e stytcherror.Error, name string) bool {
	return is(name, "sesion_not_found") || lookup(name) == lookup(string(e.ErrorType))
}

// a result that is a code on one way only
func codeOr(err error, other string) string {
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		return string(e.ErrorType)
	}
	return other
}

func results(err error, name string) bool {
	return codeOr(err, name) == "sesion_not_found" ||
		codeOr(err, "not_stytch") == "not_stytch" ||
		codeOr(err, "") == "sesion_not_found" // want `"session_not_found"`
}
