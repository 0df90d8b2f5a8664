// Package labels has names of its own for what Stytch has no code for, and
// keeps them in the SDK's type. Nothing here is to be reported but what is
// marked.
package labels

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"maps"
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func codeOf(err error) stytcherror.Type {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.ErrorType
	}
	return ""
}

// a default, and what is compared with it
func assigned(err error) bool {
	code := codeOf(err)
	if code == "" {
		code = "session_expired"
	}
	switch code {
	case "session_expired", "session_not_found":
		return true
	case "magic_link_token_expired": // want `"magic_link_token_expired" is not`
		return true
	}
	return code == "sesion_not_found" // want `"session_not_found"`
}

// the first of several
func first(err error) bool {
	code := cmp.Or(codeOf(err), "no_session")
	return code == "no_session" ||
		code == "sesion_not_found" // want `"session_not_found"`
}

// a variable that begins with one
func declared(err error) bool {
	var code stytcherror.Type = "sesion_not_found"
	if c := codeOf(err); c != "" {
		code = c
	}
	return code == "sesion_not_found" ||
		code == "user_notfound" // want `"user_not_found"`
}

// a named result
func named(err error) (code stytcherror.Type) {
	defer func() {
		if code == "" {
			code = "session_expired"
		}
	}()
	return codeOf(err)
}

func usesNamed(err error) bool {
	return named(err) == "session_expired" ||
		named(err) == "sesion_not_found" // want `"session_not_found"`
}

// labels by case, and one for the rest
func label(err error) stytcherror.Type {
	switch code := codeOf(err); code {
	case "session_not_found":
		return "session_expired"
	case "user_notfound": // want `"user_not_found"`
		return "sesion_gone"
	case "too_many_requests":
		return code
	}
	return "internal_error"
}

func usesLabel(err error) int {
	switch label(err) {
	case "session_expired", "sesion_gone", "internal_error":
		return 401
	case "weak_pasword": // want `"weak_password"`
		return 400
	}
	return 500
}

// labels alone
func kind(err error) stytcherror.Type {
	if err == nil {
		return "sesion_not_found"
	}
	return "session_expired"
}

func usesKind(err error) bool { return kind(err) == "session_expired" }

// conversions and constants of the code's type
const noSession stytcherror.Type = "session_expired"

func converted(err error) stytcherror.Type {
	if code := codeOf(err); code != "" {
		return code
	}
	if err == nil {
		return noSession
	}
	return stytcherror.Type("session_timeout")
}

// a field with a default
type problem struct {
	Status int
	Code   stytcherror.Type
}

func newProblem(err error) *problem {
	p := &problem{Status: 401, Code: "session_expired"}
	if code := codeOf(err); code != "" {
		p.Code = code
	}
	return p
}

func (p *problem) retry() bool {
	return p.Code == "session_expired" ||
		p.Code == "sesion_not_found" // want `"session_not_found"`
}

// a type of the program's own
type authErr struct{ Code stytcherror.Type }

func (a authErr) Error() string { return string(a.Code) }

func (a authErr) Is(target error) bool {
	t, ok := target.(authErr)
	return ok && t.Code == a.Code
}

var errNoSession = authErr{Code: "session_expired"}

func wrap(err error) error {
	if code := codeOf(err); code != "" {
		return authErr{code}
	}
	return errNoSession
}

func wrapped(err error) bool {
	var a authErr
	return errors.Is(err, authErr{Code: "session_expired"}) || errors.As(err, &a) && a.Code == "session_expired"
}

// a field that only the program fills
type page struct{ Title, Code stytcherror.Type }

func render(t *template.Template, w io.Writer, err error) error {
	if codeOf(err) == "" {
		return t.Execute(w, page{Title: "sesion_not_found", Code: "session_expired"})
	}
	return t.Execute(w, map[string]any{"Code": stytcherror.Type("session_expired")})
}

// a table from code to label
var renamed = map[stytcherror.Type]stytcherror.Type{
	"session_not_found": "session_expired",
	"user_notfound":     "member_not_foud", // want `"user_not_found"`
}

func translated(err error) bool {
	code := codeOf(err)
	if name, ok := renamed[code]; ok {
		code = name
	}
	return code == "session_expired" || code == "member_not_foud" ||
		code == "weak_pasword" // want `"weak_password"`
}

// a table of which nothing is looked up here
var Labels = map[stytcherror.Type]stytcherror.Type{
	"session_not_found": "sesion_not_found",
	"user_notfound":     "session_expired", // want `"user_not_found"`
}

// a table that is copied
func copied(err error) stytcherror.Type {
	all := maps.Collect(maps.All(renamed))
	all["weak_password"] = "session_expired"
	return all[codeOf(err)]
}

// through a pointer
func setDefault(code *stytcherror.Type) {
	if *code == "" {
		*code = "session_expired"
	}
}

func pointed(err error) bool {
	code := codeOf(err)
	setDefault(&code)
	return code == "session_expired"
}

// by helpers for everybody
func or[T comparable](a, b T) T {
	var zero T
	if a == zero {
		return b
	}
	return a
}

func ternary[T any](ok bool, a, b T) T {
	if ok {
		return a
	}
	return b
}

func helped(err error) bool {
	return or(codeOf(err), "session_expired") == "session_expired" ||
		ternary(err == nil, "session_timeout", codeOf(err)) == "session_timeout" ||
		min(codeOf(err), "session_expired") == "session_expired" ||
		or(codeOf(err), "") == "sesion_not_found" // want `"session_not_found"`
}

// by code that is not in view
var seen sync.Map

func stored(err error) bool {
	seen.Store(err, stytcherror.Type("cart_was_empty"))
	seen.Store(err, codeOf(err))
	v, _ := seen.Load(err)
	code, ok := v.(stytcherror.Type)
	return ok && (code == "cart_was_empty" ||
		code == "captcha_faild") // want `"captcha_failed"`
}

// metrics and logs
type counter interface {
	Inc(labels ...stytcherror.Type)
}

func count(c counter, err error) {
	code := codeOf(err)
	if code == "" {
		code = "session_timeout"
	}
	c.Inc(code)
	c.Inc("session_expired")
	slog.Info("failed", "code", stytcherror.Type("sesion_not_found"), slog.Any("code", cmp.Or(codeOf(err), "session_expired")))
	fmt.Println(stytcherror.Type("sesion_not_found"))
	observe("session_expired")
}

func observe(code stytcherror.Type) { fmt.Println(code) }

// all labels, to begin with
func register(c counter) {
	for _, code := range []stytcherror.Type{"session_not_found", "session_expired", "internal_error"} {
		c.Inc(code)
	}
}

// the code of the last round, and before there was one
func rounds(next func() error) {
	last := stytcherror.Type("nothing_yet")
	for {
		code := codeOf(next())
		if code == last {
			return
		}
		last = code
	}
}

// an error that is made with a code or a label
func remade(err error) error {
	code := codeOf(err)
	if code == "" {
		code = "session_expired"
	}
	return stytcherror.Error{StatusCode: 401, ErrorType: code}
}
