// Package odd holds code that is hard to follow. What matters is that the
// analysis ends, and says nothing wrong.
package odd

import (
	"errors"
	"iter"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// recursion
func search(err error, code string) bool {
	if e, ok := err.(stytcherror.Error); ok {
		return string(e.ErrorType) == code
	}
	return err != nil && search(errors.Unwrap(err), code)
}

// mutual recursion, with the arguments in turns
func ping(a, b string, n int) bool { return n > 0 && pong(b, a, n-1) || a == b }
func pong(a, b string, n int) bool { return n > 0 && ping(b, a, n-1) || a == b }

// a function that calls itself with itself
type self func(self, string) string

func knot(s self, code string) string { return s(s, code) }

func recursion(err error, e stytcherror.Error, name string) bool {
	return search(err, "sesion_not_found") || // want `"session_not_found"`
		ping(name, "weak_pasword", 3) ||
		knot(knot, string(e.ErrorType)) == "session_not_found"
}

// goto
func jump(e stytcherror.Error) (n int) {
	var code string
again:
	if code == "user_notfound" { // want `"user_not_found"`
		return n
	}
	code = string(e.ErrorType)
	if n++; n < 3 {
		goto again
	}
	return n
}

// labels
func labels(list [][]stytcherror.Error) string {
outer:
	for _, inner := range list {
	next:
		for _, e := range inner {
			switch e.ErrorType {
			case "":
				continue next
			case "captcha_faild": // want `"captcha_failed"`
				break outer
			}
			select {
			default:
				continue outer
			}
		}
	}
	return ""
}

// an iterator that is pulled
func pulled(seq iter.Seq2[string, stytcherror.Error]) bool {
	next, stop := iter.Pull2(seq)
	defer stop()
	for name, e, ok := next(); ok; name, e, ok = next() {
		if name == "weak_pasword" || e.ErrorType == "weak_pasword" { // want `"weak_password"`
			return true
		}
	}
	return false
}

// types that hold themselves
type tree struct {
	code        string
	left, right *tree
	all         map[string]*tree
	list        []tree
}

type endless []endless

type forever map[string]forever

type node[T any] struct {
	value T
	next  *node[T]
}

func (t *tree) insert(e stytcherror.Error) *tree {
	if t == nil {
		return &tree{code: string(e.ErrorType)}
	}
	t.left, t.right = t.right.insert(e), t.left
	t.all[t.code] = t
	t.list = append(t.list, *t.left)
	return t
}

func (t *tree) find(code string) *tree {
	if t == nil || t.code == code {
		return t
	}
	if found := t.left.find(code); found != nil {
		return found
	}
	return t.right.find(code)
}

func trees(t *tree, f forever, e endless, err stytcherror.Error, n *node[string]) bool {
	n.value = string(err.ErrorType)
	_, ok := f["x"]["y"]["z"][string(err.ErrorType)]
	return ok && t.find("otp_code_notfound") != nil && len(e[0][0][0]) > 0 // want `"otp_code_not_found"`
}

// blank names, missing names, many results
func blanks(_ string, _ ...stytcherror.Type) (_ string, _, _ error) { return }

func blank(e stytcherror.Error) {
	_, _, _ = blanks(string(e.ErrorType), e.ErrorType)
	_ = e.ErrorType
	var _ = string(e.ErrorType) == "duplicate_emial" // want `"duplicate_email"`
	for range e.ErrorType {
	}
	for i := range string(e.ErrorType) {
		_ = e.ErrorType[i] == 's'
	}
}

// constants on both sides, and codes on both sides
func sides(e stytcherror.Error) bool {
	return "sesion_not_found" == "session_not_found" || e.ErrorType == e.ErrorType
}

// comparisons of other kinds
func ordered(e stytcherror.Error) bool {
	return e.ErrorType < "sesion" || e.ErrorType >= "sesion_not_found" || len(e.ErrorType) == len("sesion_not_found")
}

// bodies that are elsewhere
func assembly(code stytcherror.Type) string

func external(e stytcherror.Error) bool { return assembly(e.ErrorType) == "sesion_not_found" }
