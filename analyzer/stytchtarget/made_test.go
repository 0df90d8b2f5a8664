package stytchtarget_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

// A program that makes pointers itself looks for them rightly, and one that only
// hands on what it found does not. What it makes counts for all of a package, so
// each of these is one.
func TestMade(t *testing.T) {
	const head = `package made

import (
	"errors"
	"sync/atomic"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var last atomic.Pointer[stytcherror.Error]

func ask(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}

func find(err error) (*stytcherror.Error, bool) {
	return errors.AsType[*stytcherror.Error](err)
}

`
	tests := []struct {
		name, code string
		made       bool
	}{
		{"nothing", ``, false},
		{"result", `
func known(err error) error {
	if e, ok := find(err); ok {
		return e
	}
	return err
}`, false},
		{"helper", `
func as[T error](err error) (T, bool) {
	return errors.AsType[T](err)
}

func known(err error) error {
	if e, ok := as[*stytcherror.Error](err); ok {
		return e
	}
	return err
}`, false},
		{"parameter", `
func log(prefix string, e *stytcherror.Error) error {
	println(prefix, e.StatusCode)
	return e
}

func known(err error) error {
	if e, ok := find(err); ok {
		return log("found", e)
	}
	return log("none", nil)
}`, false},
		{"parameter that is made", `
func log(e *stytcherror.Error) error { return e }

func known(err error) error {
	if e, ok := find(err); ok {
		return log(e)
	}
	return log(&stytcherror.Error{StatusCode: 500})
}`, true},
		{"parameter of an exported function", `
func Log(e *stytcherror.Error) error { return e }

func known(err error) error {
	e, _ := find(err)
	return Log(e)
}`, true},
		{"parameter of a function that is a value", `
func log(e *stytcherror.Error) error { return e }

var logger = log

func known(err error) error {
	e, _ := find(err)
	return logger(e)
}`, false},
		{"parameter of a function that others can call", `
func log(e *stytcherror.Error) error { return e }

var Logger = log

func known(err error) error {
	e, _ := find(err)
	return log(e)
}`, true},
		{"parameter of a function that is handed on", `
func log(e *stytcherror.Error) error { return e }

func known(err error, use func(func(*stytcherror.Error) error)) error {
	e, _ := find(err)
	use(log)
	return log(e)
}`, true},
		{"field", `
type failure struct{ cause *stytcherror.Error }

func (f failure) Unwrap() error { return f.cause }

func known(err error) failure {
	e, _ := find(err)
	return failure{e}
}`, false},
		{"field that is made", `
type failure struct{ cause *stytcherror.Error }

func (f failure) Unwrap() error { return f.cause }

func deny() failure { return failure{&stytcherror.Error{StatusCode: 403}} }`, true},
		{"field that others can set", `
type Failure struct{ Cause *stytcherror.Error }

func (f Failure) Unwrap() error { return f.Cause }`, true},
		{"parameter of a closure", `
var log = func(e *stytcherror.Error) error { return e }`, true},
		{"parameter that is passed all results", `
func log(e *stytcherror.Error, ok bool) error { return e }

func known(err error) error { return log(find(err)) }`, false},
		{"variable of the package", `
var denied = &stytcherror.Error{StatusCode: 403}

func deny() error { return denied }`, true},
		{"variable whose address is taken", `
func known(set func(**stytcherror.Error)) error {
	var e *stytcherror.Error
	set(&e)
	return e
}`, true},
		{"value that another package keeps", `
func known() error { return last.Load() }`, true},
		{"variables that hold each other", `
func lastOf(errs []error) error {
	var e, before *stytcherror.Error
	for _, err := range errs {
		if errors.As(err, &e) {
			before = e
		}
		e = before
	}
	return e
}`, false},
		{"function that calls itself", `
func deepest(err error) *stytcherror.Error {
	if e, ok := find(err); ok {
		return e
	}
	return deepest(errors.Unwrap(err))
}

func known(err error) error { return deepest(err) }`, false},
		{"closure that returns to others", `
func first(err error) (e *stytcherror.Error) {
	func() *stytcherror.Error { return new(stytcherror.Error) }()
	errors.As(err, &e)
	return
}

func known(err error) error { return first(err) }`, false},
		{"As in a switch", `
type wrapped struct{ inner stytcherror.Error }

func (w *wrapped) Error() string { return w.inner.Error() }

func (w *wrapped) As(target any) bool {
	switch t := target.(type) {
	case nil:
	case interface{ Set(error) }:
		t.Set(w.inner)
		return true
	case **stytcherror.Error:
		*t = &w.inner
		return true
	}
	return false
}`, true},
		{"As that knows nothing of the SDK", `
type wrapped struct{ inner error }

func (w *wrapped) Error() string { return w.inner.Error() }

func (w *wrapped) As(target any) bool {
	t, ok := target.(*error)
	if ok {
		*t = w.inner
	}
	return ok
}`, false},
	}
	overlay := make(map[string][]byte)
	made := make(map[string]bool)
	var patterns []string
	for _, test := range tests {
		path := "stytchtarget/made/" + strings.ReplaceAll(test.name, " ", "_")
		overlay[filepath.Join(fixtest.Testdata(t), "src", filepath.FromSlash(path), "made.go")] = []byte(head + test.code + "\n")
		made[path] = test.made
		patterns = append(patterns, path)
	}
	// Tests in a package of their own are about the package that they import.
	dir := filepath.Join(fixtest.Testdata(t), "src", "stytchtarget", "made", "external")
	overlay[filepath.Join(dir, "made.go")] = []byte(`package made

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func Deny() error { return &stytcherror.Error{StatusCode: 403} }
`)
	overlay[filepath.Join(dir, "made_test.go")] = []byte(strings.Replace(head, "package made\n\nimport (", "package made_test\n\nimport (\n\t_ \"stytchtarget/made/external\"", 1))
	made["stytchtarget/made/external"], made["stytchtarget/made/external_test"] = true, true
	made["stytchtarget/made/external.test"] = true // the main package
	patterns = append(patterns, "stytchtarget/made/external")
	pkgs := load(t, overlay, patterns...)
	for _, err := range fixtest.Problems(pkgs) {
		t.Error(err)
	}
	for _, act := range fixtest.Analyze(t, stytchtarget.Analyzer, pkgs) {
		found := 0
		for _, d := range act.Diagnostics {
			if strings.Contains(d.Message, "never finds") {
				found++
			}
		}
		if made := made[act.Package.PkgPath]; made != (found == 0) {
			t.Errorf("%s: %d searches are found, made: %t", act.Package.PkgPath, found, made)
		}
	}
}
