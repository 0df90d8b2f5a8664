package stytchsend

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// stmt returns the states behind a node of a graph.
func (c *check) stmt(f *frame, n ast.Node, st *state) []*state {
	c.steps++
	switch n := n.(type) {
	case *ast.AssignStmt:
		return c.assign(f, n, st)
	case *ast.ValueSpec:
		return c.declare(f, n, st)
	case *ast.IncDecStmt:
		return []*state{c.store(st, n.X, c.counted(st, n))}
	case *ast.ExprStmt:
		return c.after(f, n.X, st)
	case *ast.GoStmt:
		return c.after(f, n.Call, st)
	case *ast.SendStmt:
		return c.after(f, n.Value, st)
	case *ast.Ident:
		if v, ok := c.info.Defs[n].(*types.Var); ok { // of a range statement
			return []*state{st.without(func(other *types.Var) bool { return other == v })}
		}
		return c.noted(f, n, st)
	case ast.Expr:
		return c.noted(f, n, st)
	}
	return []*state{st}
}

// maxCount bounds how far a loop is counted.
const maxCount = 2

// counted returns the value behind x++ or x--.
func (c *check) counted(st *state, n *ast.IncDecStmt) value {
	v := c.peek(st, n.X)
	if v.kind != literal || v.con.Kind() != constant.Int || n.Tok != token.INC {
		return value{}
	}
	if i, ok := constant.Int64Val(v.con); !ok || i >= maxCount {
		return value{}
	}
	return constantOf(constant.BinaryOp(v.con, token.ADD, constant.MakeInt64(1)))
}

// noted returns the states after an expression was evaluated that a switch
// statement may look at.
func (c *check) noted(f *frame, e ast.Expr, st *state) []*state {
	s := c.tagged[e]
	var next []*state
	for _, r := range c.eval(f, e, st) {
		if s != nil {
			r.state = r.state.with(c.tagOf(s), r.v)
		}
		next = append(next, r.state)
	}
	return next
}

// after returns the states after an expression was evaluated.
func (c *check) after(f *frame, e ast.Expr, st *state) []*state {
	var next []*state
	if s := c.typeSwitchOn(e); s != nil {
		e = e.(*ast.TypeAssertExpr).X
		for _, r := range c.eval(f, e, st) {
			next = append(next, r.state.with(c.tagOf(s), r.v))
		}
		return next
	}
	for _, r := range c.eval(f, e, st) {
		next = append(next, r.state)
	}
	return next
}

// typeSwitchOn returns the type switch that x.(type) stands in.
func (c *check) typeSwitchOn(e ast.Expr) ast.Stmt {
	assert, ok := e.(*ast.TypeAssertExpr)
	if !ok || assert.Type != nil {
		return nil
	}
	for assign, s := range c.tagged {
		if assign.Pos() <= e.Pos() && e.End() <= assign.End() {
			return s
		}
	}
	return nil
}

func (c *check) assign(f *frame, n *ast.AssignStmt, st *state) []*state {
	if s := c.tagged[ast.Node(n)]; s != nil && len(n.Rhs) == 1 { // x := y.(type)
		return c.after(f, n.Rhs[0], st)
	}
	var next []*state
	for _, e := range c.values(f, n.Rhs, len(n.Lhs), st) {
		st := e.state
		for i, l := range n.Lhs {
			v := e.v.list[i]
			if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
				v = from(union(c.rootsOf(st, l), v.roots)...)
			}
			st = c.store(st, l, v)
		}
		next = append(next, st)
	}
	return next
}

// values evaluates expressions that give n values together.
func (c *check) values(f *frame, exprs []ast.Expr, n int, st *state) []evaluated {
	if len(exprs) == 1 && n == 2 {
		if list, ok := c.commaOK(f, exprs[0], st); ok {
			return list
		}
	}
	if len(exprs) == n && n != 1 {
		return c.evalAll(f, exprs, st)
	}
	result := c.evalAll(f, exprs, st)
	for i, e := range result {
		if n > 1 && len(e.v.list) == 1 && e.v.list[0].kind == tuple {
			e.v = e.v.list[0]
		}
		for len(e.v.list) < n {
			e.v.list = append(slices.Clip(e.v.list), value{})
		}
		result[i] = e
	}
	return result
}

// commaOK evaluates v, ok := x for a type assertion or an index.
func (c *check) commaOK(f *frame, e ast.Expr, st *state) ([]evaluated, bool) {
	var result []evaluated
	switch e := ast.Unparen(e).(type) {
	case *ast.TypeAssertExpr:
		for _, r := range c.eval(f, e.X, st) {
			result = append(result, c.asserted(r.state, r.v, c.info.TypeOf(e.Type))...)
		}
		return result, true
	case *ast.IndexExpr:
		for _, r := range c.eval(f, e, st) {
			result = append(result, evaluated{r.state, value{kind: tuple, list: []value{r.v, r.v}}})
		}
		return result, true
	}
	return nil, false
}

func (c *check) declare(f *frame, n *ast.ValueSpec, st *state) []*state {
	if len(n.Values) == 0 {
		for _, name := range n.Names {
			if v, ok := c.info.Defs[name].(*types.Var); ok {
				st = st.with(v, zero(v.Type()))
			}
		}
		return []*state{st}
	}
	var next []*state
	for _, e := range c.values(f, n.Values, len(n.Names), st) {
		st := e.state
		for i, name := range n.Names {
			st = c.store(st, name, e.v.list[i])
		}
		next = append(next, st)
	}
	return next
}

// zero returns the zero value of a type.
func zero(t types.Type) value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return boolean(false)
		case u.Info()&types.IsString != 0:
			return constantOf(constant.MakeString(""))
		case u.Info()&types.IsInteger != 0:
			return constantOf(constant.MakeInt64(0))
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return value{kind: null}
	case *types.Interface:
		if _, ok := types.Unalias(t).(*types.TypeParam); !ok {
			return value{kind: null}
		}
	case *types.Struct:
		return value{kind: structure, obj: &object{typ: t}}
	}
	return value{}
}

// store returns the state behind an assignment to an expression.
func (c *check) store(st *state, target ast.Expr, v value) *state {
	switch t := ast.Unparen(target).(type) {
	case *ast.Ident:
		if obj := c.local(t); obj != nil {
			return st.with(obj, v)
		}
	case *ast.StarExpr:
		if p := c.peek(st, t.X); p.kind == pointer {
			return st.with(p.target, v)
		}
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(t.X).(*ast.Ident)
		if !ok {
			break
		}
		owner := c.local(id)
		if owner == nil {
			break
		}
		o := c.load(st, owner)
		if o.kind == pointer {
			owner = o.target
			o = c.load(st, owner)
		}
		switch o.kind {
		case structure:
			return st.with(owner, value{kind: structure, obj: o.obj.with(t.Sel.Name, v), roots: o.roots})
		case details:
			return st.with(owner, from(o.roots...))
		}
	}
	return st
}

// returned evaluates the results of a return statement.
func (c *check) returned(f *frame, ret *ast.ReturnStmt, st *state) []evaluated {
	if f.sig == nil {
		return []evaluated{{st, value{}}}
	}
	results := f.sig.Results()
	if len(ret.Results) == 0 {
		var list []value
		for v := range results.Variables() {
			list = append(list, c.load(st, v))
		}
		return []evaluated{{st, value{kind: tuple, list: list}}}
	}
	return c.values(f, ret.Results, results.Len(), st)
}

// local returns the variable that an identifier names, nil for fields and
// variables of the package.
func (c *check) local(id *ast.Ident) *types.Var {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	return v
}
