package stytchstatus

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A partner is a variable, field or parameter that together with another one becomes
// the status and the code of an error, or is compared with those of one.
type partner struct {
	code   *types.Var
	always bool // what is known of the two is true of keys and of tests alone otherwise
	wire   bool // they stand in the shape of Stytch's errors, which may be the program's own
}

// pairs are the variables of the package that become, or meet, the two fields of one
// error.
type pairs struct {
	of     map[*types.Var][]partner // the code, by the status
	params map[*types.Var]param
	makers map[*types.Func]makes           // by their parameters
	calls  map[*types.Func][]*ast.CallExpr // with several arguments
	work   []*types.Func                   // makers whose calls have not been looked at
}

// A param is where a parameter stands.
type param struct {
	fn *types.Func
	i  int
}

// add adds a pair. It reports whether it is a new one.
func (p *pairs) add(status, code *types.Var, always, wire bool) bool {
	list := p.of[status]
	for i, o := range list {
		if o.code == code {
			list[i].always, list[i].wire = o.always || always, o.wire && wire
			return false
		}
	}
	p.of[status] = append(list, partner{code, always, wire})
	return true
}

// findPairs finds the pairs of the package: what errors are made of, what both fields
// of one are compared with, and what is handed to functions that do such a thing.
func (c *check) findPairs() {
	p := &c.pairs
	for cur := range c.root.Preorder((*ast.FuncDecl)(nil), (*ast.CallExpr)(nil), (*ast.RangeStmt)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := c.info.Defs[n.Name].(*types.Func); ok {
				for i := range fn.Signature().Params().Len() {
					p.params[fn.Signature().Params().At(i)] = param{fn, i}
				}
			}
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(c.info, n).(*types.Func)
			if !ok || len(n.Args) < 2 {
				continue
			}
			fn = fn.Origin()
			p.calls[fn] = append(p.calls[fn], n)
			if m := (makes{}); len(p.calls[fn]) == 1 && fn.Pkg() != nil && fn.Pkg() != c.pass.Pkg && c.pass.ImportObjectFact(fn, &m) {
				p.makers[fn] = m
				p.work = append(p.work, fn)
			}
		default:
			c.see(n)
		}
	}
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil), (*ast.FuncDecl)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if status, code := c.built(n); status != nil && code != nil {
				c.meet(status, code, !c.isError(n, code))
			} else if status, code := errfield.Made(c.info, n); status != nil && code != nil {
				c.meet(status, code, true)
			}
		case *ast.FuncDecl:
			c.compared(cur)
		}
	}
	for len(p.work) > 0 {
		fn := p.work[len(p.work)-1]
		p.work = p.work[:len(p.work)-1]
		for status, code := range p.made(fn) {
			c.meet(status, code, p.makers[fn].Wire)
		}
	}
}

// made returns the statuses and codes that calls hand to a function which makes errors
// of them.
func (p *pairs) made(fn *types.Func) iter.Seq2[ast.Expr, ast.Expr] {
	return func(yield func(status, code ast.Expr) bool) {
		m := p.makers[fn]
		for _, call := range p.calls[fn] {
			if max(m.Status, m.Code) < len(call.Args) && !yield(call.Args[m.Status], call.Args[m.Code]) {
				return
			}
		}
	}
}

// meet notes that two expressions are the status and the code of one error, or of what
// has the shape of one.
func (c *check) meet(status, code ast.Expr, wire bool) {
	s, ofS := c.variable(c.converted(status))
	k, ofK := c.variable(c.converted(code))
	if s == nil || k == nil || ofS != ofK || !c.pairs.add(s, k, true, wire) {
		return
	}
	c.pairedBy(s, k)
	x, y := c.pairs.params[s], c.pairs.params[k]
	if _, known := c.pairs.makers[x.fn]; x.fn == nil || x.fn != y.fn || known {
		return
	}
	m := makes{x.i, y.i, wire}
	c.pairs.makers[x.fn] = m
	c.pairs.work = append(c.pairs.work, x.fn)
	if x.fn.Exported() {
		c.pass.ExportObjectFact(x.fn, &m)
	}
}

// variable returns the field, parameter or variable that an expression names, and what
// it is one of.
func (c *check) variable(e ast.Expr) (v *types.Var, of string) {
	switch e := e.(type) {
	case *ast.Ident:
		v, _ = c.info.Uses[e].(*types.Var)
		return v, ""
	case *ast.SelectorExpr:
		if s := c.info.Selections[e]; s != nil && s.Kind() == types.FieldVal {
			return s.Obj().(*types.Var).Origin(), types.ExprString(e.X)
		}
	}
	return nil, ""
}

// compared notes what the two fields of each error are compared with in a function.
func (c *check) compared(fn inspector.Cursor) {
	type asked struct{ status, code []ast.Expr }
	found := make(map[string]*asked)
	var order []string
	compare := func(x, y ast.Expr) {
		name, err := c.errorField(x)
		if name == "" {
			return
		}
		key := types.ExprString(err)
		a := found[key]
		if a == nil {
			a = new(asked)
			found[key] = a
			order = append(order, key)
		}
		if name == statusField {
			a.status = append(a.status, y)
		} else {
			a.code = append(a.code, y)
		}
	}
	for cur := range fn.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				compare(n.X, n.Y)
				compare(n.Y, n.X)
			}
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(c.info, n).(*types.Func)
			if !ok || library.Of(fn).Does != library.AssertEqual {
				continue
			}
			for i := 1; i < len(n.Args); i++ {
				compare(n.Args[i-1], n.Args[i])
				compare(n.Args[i], n.Args[i-1])
			}
		}
	}
	for _, key := range order {
		for _, s := range found[key].status {
			for _, k := range found[key].code {
				c.meet(s, k, false)
			}
		}
	}
}
