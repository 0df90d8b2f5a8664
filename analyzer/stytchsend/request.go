package stytchsend

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// ofSDK returns what comes of a call that sends or creates.
func (c *check) ofSDK(f *frame, fn *types.Func, r *request, call *ast.CallExpr, a evaluated) []evaluated {
	form := c.formOf(fn, a)
	results := c.unknownResults(fn, value{}, call, nil, value{})
	st := a.state
	switch {
	case r.create != nil:
		st = c.creates(f, call, r.create, form, st)
	case !setsAny(form, existing):
		failure := c.failureOf(f.site(call), 0, r.send, r.codes)
		for other, k := range st.known {
			if other != failure && k.created && other.send == r.send {
				c.compareForms(other, form) // it is sent again
			}
		}
		c.forms[failure] = form
		// Another round of a loop, behind one that created the user, is no other
		// answer to the failure.
		st = st.learn(failure, knowledge{address: addressIn(form, r.send.address), created: st.known[failure].created})
		if results.kind == tuple && len(results.list) == 2 {
			results.list[1] = value{kind: failed, of: failure}
		}
	}
	return []evaluated{{st, results}}
}

// formOf returns the parameters among the arguments of a call.
func (c *check) formOf(fn *types.Func, a evaluated) value {
	for i := range fn.Signature().Params().Len() {
		if i < len(a.v.list) && isForm(fn.Signature().Params().At(i).Type()) {
			v := a.v.list[i]
			if v.kind == pointer {
				v = c.load(a.state, v.target)
			}
			return v
		}
	}
	return value{}
}

// setsAny reports whether parameters set one of some fields.
func setsAny(form value, fields []string) bool {
	return form.kind == structure && slices.ContainsFunc(fields, func(name string) bool {
		v, ok := form.obj.fields[name]
		return ok && !isZero(v)
	})
}

// isZero reports whether a value is the zero value of its type for certain.
func isZero(v value) bool {
	switch v.kind {
	case null:
		return true
	case literal:
		s, isText := v.str()
		return v.isFalse() || isText && s == ""
	case structure:
		for _, f := range v.obj.fields {
			if !isZero(f) {
				return false
			}
		}
		return true
	}
	return false
}

// addressIn returns the roots of the address in parameters.
func addressIn(form value, field string) []string {
	if form.kind == structure {
		return form.obj.fields[field].roots
	}
	var roots []string
	for _, r := range form.roots {
		roots = append(roots, r+"."+field)
	}
	return roots
}

// failureOf returns the failure of a call.
func (c *check) failureOf(s site, nth int, send *send, codes []string) *failure {
	key := siteKey{calls: s.calls(), nth: nth}
	f := c.failures[key]
	if f == nil {
		f = &failure{id: len(c.failures), send: send, codes: codes, param: -1, site: s}
		c.failures[key] = f
	}
	return f
}

// A siteKey tells the sends in one walk apart.
type siteKey struct {
	calls string
	nth   int // for a call that sends several times
}

// calls is the same for the same calls.
func (s site) calls() string {
	var b strings.Builder
	for _, f := range s.frames[1:] {
		fmt.Fprintf(&b, "%d ", f.call.Pos())
	}
	fmt.Fprintf(&b, "%d", s.call.Pos())
	return b.String()
}

// creates notes the sends that a user is created after, for which the twin
// would do.
func (c *check) creates(f *frame, call *ast.CallExpr, what *creation, form value, st *state) *state {
	for failure, k := range st.known {
		if failure.send == nil || !failure.send.fits(what) || form.kind == structure && !takesAll(form, what, failure.send) {
			continue
		}
		if common(k.address, addressIn(form, failure.send.address)) {
			c.meets(f, failure, k, what, call)
			c.compareForms(failure, form)
			k.created = true
			st = st.learn(failure, k)
		}
	}
	if c.summing {
		for _, field := range []string{"Email", "PhoneNumber"} {
			probe := &send{address: field}
			if form.kind == structure && !takesAll(form, what, probe) {
				continue
			}
			if roots := addressIn(form, field); len(roots) > 0 {
				st = st.creates(made{what, field, roots})
			}
		}
	}
	return st
}

// compareForms notes where a call behind a send asks for something that the
// send did not: a fix would lose it.
func (c *check) compareForms(failure *failure, form value) {
	sent := c.forms[failure]
	if form.kind != structure || sent.kind != structure {
		c.extra[failure] = true
		return
	}
	for name, v := range form.obj.fields {
		if name != failure.send.address && !isZero(v) && v.key() != sent.obj.fields[name].key() {
			c.extra[failure] = true
		}
	}
}

// takesAll reports whether the twin of a send can do all that the parameters
// of a creation ask for.
func takesAll(form value, what *creation, s *send) bool {
	for name, v := range form.obj.fields {
		if !what.accepts(s, name) && !isZero(v) {
			return false
		}
	}
	return true
}
