package stytchsend

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

func (c *check) evalCall(f *frame, call *ast.CallExpr, st *state) []evaluated {
	if tv := c.info.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return c.change(f, call.Args[0], st, func(_ *state, v value) value { return v })
	}
	switch fn := typeutil.Callee(c.info, call).(type) {
	case *types.Builtin:
		return c.evalBuiltin(f, fn, call, st)
	case *types.Func:
		return c.evalDeclared(f, fn, call, st)
	}
	var result []evaluated
	for _, r := range c.eval(f, call.Fun, st) {
		for _, a := range c.arguments(f, call, r.state) {
			if fn := r.v.fn; r.v.kind == function && fn.lit != nil {
				result = append(result, c.enterLiteral(f, fn.lit, call, a)...)
				continue
			} else if r.v.kind == function && fn.decl != nil {
				result = append(result, c.calls(f, fn.decl, fn.recv, call, a)...)
				continue
			}
			result = append(result, c.outOfView(f, nil, value{}, call, a)...)
		}
	}
	return result
}

// arguments evaluates the arguments of a call: the values are in v.list.
func (c *check) arguments(f *frame, call *ast.CallExpr, st *state) []evaluated {
	result := c.evalAll(f, call.Args, st)
	for i, r := range result {
		if len(call.Args) == 1 && r.v.list[0].kind == tuple { // f(g())
			result[i].v = r.v.list[0]
		}
	}
	return result
}

func (c *check) evalBuiltin(f *frame, fn *types.Builtin, call *ast.CallExpr, st *state) []evaluated {
	switch fn.Name() {
	case "panic":
		return nil
	case "new":
		if t := c.info.TypeOf(call); t != nil {
			if p, ok := t.Underlying().(*types.Pointer); ok {
				return []evaluated{{st, zero(p.Elem())}}
			}
		}
	case "append", "min", "max":
		var result []evaluated
		for _, a := range c.arguments(f, call, st) {
			result = append(result, evaluated{a.state, from(joined(a.v.list...)...)})
		}
		return result
	}
	return []evaluated{{st, value{}}}
}

// evalDeclared evaluates a call of a declared function or method.
func (c *check) evalDeclared(f *frame, fn *types.Func, call *ast.CallExpr, st *state) []evaluated {
	fn = fn.Origin()
	recvs := []evaluated{{st, value{}}}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
		if id, ok := ast.Unparen(sel.X).(*ast.Ident); ok && c.local(id) != nil && addressable(fn, c.info.TypeOf(id)) {
			recvs = []evaluated{{st, value{kind: pointer, target: c.local(id)}}}
		} else {
			recvs = c.eval(f, sel.X, st)
		}
	}
	var result []evaluated
	for _, r := range recvs {
		for _, a := range c.arguments(f, call, r.state) {
			result = append(result, c.calls(f, fn, &r.v, call, a)...)
		}
	}
	return result
}

// addressable reports whether a method takes the address of its receiver, a
// variable of type t.
func addressable(fn *types.Func, t types.Type) bool {
	_, ptr := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	if !ptr || t == nil {
		return false
	}
	_, isPtr := t.Underlying().(*types.Pointer)
	return !isPtr
}

// calls returns what comes of a call of a function with the arguments in
// a.v.list.
func (c *check) calls(f *frame, fn *types.Func, recv *value, call *ast.CallExpr, a evaluated) []evaluated {
	if recv == nil {
		recv = new(value)
	}
	if r := c.request(fn); r != nil {
		return c.ofSDK(f, fn, r, call, a)
	}
	if result, ok := c.library(f, fn, *recv, call, a); ok {
		return result
	}
	target := fn
	if impl := c.implementation(fn); impl != nil {
		target = impl
	}
	if decl := c.decls[target]; decl != nil && c.matters(target, *recv, a.v.list) && !f.within(decl) && f.depth < maxDepth {
		return c.enter(f, &frame{node: decl, body: decl.Body, sig: target.Signature()}, recv, call, a)
	}
	if fact := c.fact(fn); fact != nil {
		return c.imported(f, fact, fn, *recv, call, a)
	}
	return c.outOfView(f, fn, *recv, call, a)
}

// matters reports whether a function of the package must be looked into: it
// does something that matters, or something that may decide on the way to go
// is passed to it.
func (c *check) matters(fn *types.Func, recv value, args []value) bool {
	if c.traits[fn]&(doesSend|doesCreate|makesForm) != 0 || recv.tells() {
		return true
	}
	tests := c.traits[fn]&doesTest != 0
	returns := fn.Signature().Results().Len() > 0
	return slices.ContainsFunc(args, func(v value) bool {
		switch v.kind {
		case opaque:
			return false
		case failed:
			return true
		case function:
			return v.fn.lit != nil
		case literal:
			return tests || returns && v.con.Kind() != constant.String
		}
		return tests || returns || v.tells()
	})
}

// enterLiteral walks through a function literal that is called.
func (c *check) enterLiteral(f *frame, lit *ast.FuncLit, call *ast.CallExpr, a evaluated) []evaluated {
	sig, ok := c.info.TypeOf(lit).(*types.Signature)
	if !ok || f.within(lit) || f.depth >= maxDepth {
		return c.outOfView(f, nil, value{}, call, a)
	}
	return c.enter(f, &frame{node: lit, body: lit.Body, sig: sig}, nil, call, a)
}

// enter walks through a function that is called.
func (c *check) enter(f, into *frame, recv *value, call *ast.CallExpr, a evaluated) []evaluated {
	into.parent, into.call, into.depth = f, call, f.depth+1
	st := a.state
	if v := into.sig.Recv(); v != nil && recv != nil {
		st = st.with(v, *recv)
	}
	params := into.sig.Params()
	for i := range params.Len() {
		v := value{}
		switch {
		case into.sig.Variadic() && i == params.Len()-1 && !call.Ellipsis.IsValid():
			v = rest(a.v.list, i)
		case i < len(a.v.list):
			v = a.v.list[i]
		}
		st = st.with(params.At(i), v)
	}
	for v := range into.sig.Results().Variables() {
		if v.Name() != "" {
			st = st.with(v, zero(v.Type()))
		}
	}
	var result []evaluated
	for _, e := range c.walk(into, st) {
		result = append(result, evaluated{e.state, together(e.results)})
	}
	return result
}

// rest returns the value of a parameter that takes all arguments from the i-th
// on.
func rest(args []value, i int) value {
	if i >= len(args) {
		return value{kind: null}
	}
	v := value{kind: list, list: args[i:]}
	if slices.ContainsFunc(v.list, func(v value) bool { return v.kind != literal }) {
		return from(joined(v.list...)...)
	}
	return v
}

// together returns the value of a call with the given results.
func together(results []value) value {
	if len(results) == 1 {
		return results[0]
	}
	return value{kind: tuple, list: results}
}

// outOfView returns what comes of a call of a function that is not known.
func (c *check) outOfView(f *frame, fn *types.Func, recv value, call *ast.CallExpr, a evaluated) []evaluated {
	states := []evaluated{{a.state, value{}}}
	for _, arg := range a.v.list {
		if arg.kind == function && arg.fn.lit != nil {
			states = c.maybeCalled(f, arg.fn.lit, call, states)
		}
	}
	for i, s := range states {
		for _, arg := range a.v.list {
			if arg.kind == pointer { // it may be set
				s.state = s.state.with(arg.target, from(root(arg.target)))
			}
		}
		states[i] = evaluated{s.state, c.unknownResults(fn, recv, call, a.v.list, s.v)}
	}
	return states
}

// maybeCalled walks through a function literal that is passed to a function
// that may call it. The value is what the literal fails with.
func (c *check) maybeCalled(f *frame, lit *ast.FuncLit, call *ast.CallExpr, states []evaluated) []evaluated {
	var result []evaluated
	for _, s := range states {
		result = append(result, s)
		for _, e := range c.enterLiteral(f, lit, call, evaluated{s.state, value{kind: tuple}}) {
			results := e.v.list
			if e.v.kind != tuple {
				results = []value{e.v}
			}
			e.v = s.v
			if n := len(results); n > 0 && results[n-1].kind == failed {
				e.v = results[n-1]
			}
			result = append(result, e)
		}
	}
	return result
}

// unknownResults returns the results of a call of a function that is not
// known: its error may be one that it was given.
func (c *check) unknownResults(fn *types.Func, recv value, call *ast.CallExpr, args []value, inner value) value {
	cause := inner
	for _, arg := range args {
		if arg.kind == failed {
			cause.kind, cause.mixed = failed, true
			if arg.of != nil {
				cause.of = arg.of
			}
			cause.marks = union(cause.marks, arg.marks)
		}
	}
	roots := c.rootsOfCall(fn, recv, call, args)
	of := func(t types.Type) value {
		if isError(t) && cause.kind == failed {
			cause.mixed = true
			return cause
		}
		return from(roots...)
	}
	switch t := c.info.TypeOf(call).(type) {
	case nil:
		return value{}
	case *types.Tuple:
		var list []value
		for v := range t.Variables() {
			list = append(list, of(v.Type()))
		}
		return value{kind: tuple, list: list}
	default:
		return of(t)
	}
}

// rootsOfCall returns what the result of an unknown call comes from: the call
// itself, which gives the same for the same arguments, and the texts that it
// is given.
func (c *check) rootsOfCall(fn *types.Func, recv value, call *ast.CallExpr, args []value) []string {
	var b strings.Builder
	b.WriteString("call ")
	if fn != nil {
		b.WriteString(fn.FullName())
	} else {
		b.WriteString(types.ExprString(call.Fun))
	}
	if len(args) == 0 && len(recv.roots) == 0 {
		b.WriteString(c.pass.Fset.Position(call.Pos()).String()) // something new each time
	}
	recv.write(&b)
	var texts []value
	for i, arg := range args {
		arg.write(&b)
		if i < len(call.Args) && isText(c.info.TypeOf(call.Args[i])) && arg.kind != literal {
			texts = append(texts, arg)
		}
	}
	return union([]string{b.String()}, joined(texts...))
}

// isText reports whether t is a type of strings.
func isText(t types.Type) bool {
	basic, ok := underlying(t).(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}
