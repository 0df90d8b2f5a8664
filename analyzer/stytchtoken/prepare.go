package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// prepare works out which variables of a function matter: those that a branch
// or a call goes by, and those that these are computed from. It also finds the
// variables that something else may write to while the function runs.
func (c *check) prepare(f *function) {
	if f.prepared {
		return
	}
	f.prepared = true
	p := &preparer{check: c, f: f, seen: make(map[*types.Var]bool)}
	f.watched = p.seen
	f.clauses = make(map[ast.Node]ast.Node)
	for v := range f.sig.Results().Variables() {
		p.seen[v] = true
	}
	p.visit(f.body, false)
	for changed := true; changed; {
		changed = false
		for _, a := range p.assigned {
			if p.seen[a.to] {
				for _, v := range a.from {
					changed = changed || !p.seen[v]
					p.seen[v] = true
				}
			}
		}
	}
	share := func(v *types.Var) {
		if !slices.Contains(f.shared, v) {
			f.shared = append(f.shared, v)
		}
	}
	for _, v := range p.inner {
		if within(v, f.node) {
			share(v)
		}
	}
	for _, v := range p.used {
		if isGlobal(v) {
			share(v)
		}
	}
	for _, a := range p.assigned {
		if f.outer != nil && !within(a.to, f.node) && !isGlobal(a.to) && !slices.Contains(f.written, a.to) {
			f.written = append(f.written, a.to)
			p.seen[a.to] = true
		}
	}
}

// A preparer collects what prepare needs.
type preparer struct {
	*check
	f        *function
	seen     map[*types.Var]bool // those that matter
	used     []*types.Var
	inner    []*types.Var // written by literals within
	assigned []assigned
}

// assigned says that a variable is computed from others.
type assigned struct {
	to   *types.Var
	from []*types.Var
}

// visit collects what is in a node; inner is set within literals.
func (p *preparer) visit(n ast.Node, inner bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			p.visit(n.Body, true)
			return false
		case *ast.Ident:
			if v, ok := p.info.Uses[n].(*types.Var); ok && !v.IsField() {
				p.used = append(p.used, v)
			}
		case *ast.IfStmt:
			p.want(n.Cond)
		case *ast.ForStmt:
			if n.Cond != nil {
				p.want(n.Cond)
			}
		case *ast.SwitchStmt:
			p.wantSwitch(n)
		case *ast.TypeSwitchStmt:
			p.want(n.Assign)
			p.clausesOf(n, n.Body)
		case *ast.RangeStmt:
			p.f.clauses[n.X] = n
			p.want(n.X)
			for _, to := range [...]ast.Expr{n.Key, n.Value} {
				if to != nil {
					p.assign(to, n.X, inner)
				}
			}
		case *ast.ReturnStmt:
			p.want(n)
		case *ast.CallExpr:
			if p.matters(n) {
				p.want(n)
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				from := n.Rhs[0]
				if len(n.Lhs) == len(n.Rhs) {
					from = n.Rhs[i]
				}
				p.assign(to, from, inner)
			}
		case *ast.IncDecStmt:
			p.assign(n.X, n.X, inner)
		case *ast.ValueSpec:
			for i, to := range n.Names {
				switch {
				case len(n.Values) == len(n.Names):
					p.assign(to, n.Values[i], inner)
				case len(n.Values) > 0:
					p.assign(to, n.Values[0], inner)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && inner {
				p.assign(n.X, n.X, inner)
			}
		}
		return true
	})
}

func (p *preparer) wantSwitch(n *ast.SwitchStmt) {
	if n.Tag != nil {
		p.want(n.Tag)
		p.f.clauses[n.Tag] = n
	}
	for _, cc := range n.Body.List {
		if cc, ok := cc.(*ast.CaseClause); ok {
			for _, e := range cc.List {
				p.want(e)
			}
		}
	}
	p.clausesOf(n, n.Body)
}

func (p *preparer) clausesOf(n ast.Stmt, body *ast.BlockStmt) {
	for _, cc := range body.List {
		p.f.clauses[cc] = n
	}
	if n, ok := n.(*ast.TypeSwitchStmt); ok {
		p.f.clauses[n.Assign] = n
	}
}

// want says that the variables in a node matter.
func (p *preparer) want(n ast.Node) {
	for _, v := range p.variables(n) {
		p.seen[v] = true
	}
}

// matters reports whether a call may spend a token.
func (p *preparer) matters(call *ast.CallExpr) bool {
	if spendsToken(p.info, call) {
		return true
	}
	fn, ok := typeutil.Callee(p.info, call).(*types.Func)
	if !ok {
		return true
	}
	fn = fn.Origin()
	f := p.decls[fn]
	return f != nil && (f.relevant || f.callsBack) || isRetry(fn) || p.imported(fn) != nil
}

// within reports whether a variable is declared within a node.
func within(v *types.Var, n ast.Node) bool { return n.Pos() <= v.Pos() && v.Pos() < n.End() }

// assign records an assignment.
func (p *preparer) assign(to, from ast.Expr, inner bool) {
	v := p.rootOf(to)
	if v == nil {
		return
	}
	if u, ok := ast.Unparen(from).(*ast.UnaryExpr); ok && u.Op == token.AND {
		p.seen[v] = true // it leads to another variable
	}
	p.assigned = append(p.assigned, assigned{to: v, from: append(p.variables(from), p.variables(to)...)})
	if inner {
		p.inner = append(p.inner, v)
	}
}

// rootOf returns the variable that is written to, whole or in part.
func (p *preparer) rootOf(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return p.variable(x)
		}
	}
}

// variables returns the variables in a node, without those in literals.
func (p *preparer) variables(n ast.Node) []*types.Var {
	var vs []*types.Var
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			if v, ok := p.info.ObjectOf(n).(*types.Var); ok && !v.IsField() {
				vs = append(vs, v)
			}
		}
		return true
	})
	return vs
}
