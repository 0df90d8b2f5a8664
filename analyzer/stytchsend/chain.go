package stytchsend

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// How errors.As, errors.AsType and errors.Is go through the errors that others
// wrap.

// maxChain bounds how many errors of the program's own types are unwrapped.
const maxChain = 4

// as returns what comes of errors.As.
func (c *check) as(f *frame, call *ast.CallExpr, st *state, err, target value) []evaluated {
	open := []evaluated{{st, value{}}}
	t := c.info.TypeOf(call.Args[1])
	if t == nil {
		return open
	}
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return open
	}
	set := target.target
	if id, ok := ast.Unparen(call.Args[1]).(*ast.Ident); ok && set == nil {
		set = c.local(id) // it was made by new, or is a parameter
	}
	var result []evaluated
	for _, r := range c.find(f, call, st, err, p.Elem(), 0) {
		st := r.state
		if set != nil && !r.v.list[1].isFalse() {
			st = st.with(set, r.v.list[0])
		}
		result = append(result, evaluated{st, r.v.list[1]})
	}
	return result
}

// find looks for an error of a type in one and those that it wraps: the values
// are tuples of the result and whether there is one.
func (c *check) find(f *frame, call *ast.CallExpr, st *state, err value, t types.Type, depth int) []evaluated {
	var result []evaluated
	for _, r := range c.asserted(st, err, t) {
		if !r.v.list[1].isFalse() || err.kind != structure || depth == maxChain {
			result = append(result, r)
			continue
		}
		wrapped, ok := c.method(f, call, r.state, err, "Unwrap")
		if !ok {
			result = append(result, r)
			continue
		}
		for _, w := range wrapped {
			result = append(result, c.find(f, call, w.state, w.v, t, depth+1)...)
		}
	}
	return result
}

// isError returns what comes of errors.Is.
func (c *check) isError(f *frame, call *ast.CallExpr, st *state, err, target value, depth int) []evaluated {
	switch {
	case err.kind == literal && target.kind == literal: // constants that are errors
		return []evaluated{{st, boolean(err.con.Kind() == target.con.Kind() && constant.Compare(err.con, token.EQL, target.con))}}
	case target.kind == literal:
		if err.kind == null || err.kind == failed && !err.mixed {
			return []evaluated{{st, boolean(false)}}
		}
		return []evaluated{{st, value{}}}
	case target.kind != failed || target.of != nil:
		return []evaluated{{st, value{}}}
	case err.kind != structure || depth == maxChain:
		return c.isMarked(st, err, target)
	}
	own, ok := c.method(f, call, st, err, "Is", target)
	if !ok {
		own = []evaluated{{st, boolean(false)}}
	}
	var result []evaluated
	for _, r := range own {
		if !r.v.isFalse() {
			result = append(result, r)
			continue
		}
		wrapped, ok := c.method(f, call, r.state, err, "Unwrap")
		if !ok {
			result = append(result, r)
			continue
		}
		for _, w := range wrapped {
			result = append(result, c.isError(f, call, w.state, w.v, target, depth+1)...)
		}
	}
	return result
}

// method walks through a method of an error of the program's own. It reports
// whether there is one.
func (c *check) method(f *frame, call *ast.CallExpr, st *state, err value, name string, args ...value) ([]evaluated, bool) {
	if err.obj.typ == nil {
		return nil, false
	}
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(err.obj.typ), true, c.pass.Pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, false
	}
	decl := c.decls[fn.Origin()]
	if decl == nil || f.within(decl) || f.depth >= maxDepth || fn.Signature().Params().Len() != len(args) || fn.Signature().Results().Len() != 1 {
		return []evaluated{{st, value{}}}, true
	}
	into := &frame{node: decl, body: decl.Body, sig: fn.Origin().Signature()}
	return c.enter(f, into, &err, call, evaluated{st, value{kind: tuple, list: args}}), true
}
