package stytchunhandled

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// derive finds the variables that hold parts of the response.
func (p *passage) derive() {
	for range 3 {
		for _, n := range p.nodes() {
			switch n := n.(type) {
			case *ast.AssignStmt:
				p.deriveFrom(n.Lhs, n.Rhs)
			case *ast.ValueSpec:
				lhs := make([]ast.Expr, len(n.Names))
				for i, name := range n.Names {
					lhs[i] = name
				}
				p.deriveFrom(lhs, n.Values)
			}
		}
	}
}

func (p *passage) deriveFrom(lhs, rhs []ast.Expr) {
	for i, l := range lhs {
		if len(rhs) == 0 {
			return
		}
		r := rhs[min(i, len(rhs)-1)]
		v := p.check.variable(l)
		if v == nil || !p.mentionsResponse(r) {
			continue
		}
		call, ok := ast.Unparen(r).(*ast.CallExpr)
		switch {
		case !ok || !isError(v.Type()):
			p.derived[v] = true
		case !p.ofWriting(call): // which does not tell who somebody is
			p.lookups[v] = true
		}
	}
}

// ofWriting reports whether the error of a call is one of writing an answer, or
// of rendering it.
func (p *passage) ofWriting(call *ast.CallExpr) bool {
	if p.answersWith(call) {
		return true
	}
	fn := p.check.callee(call)
	return fn != nil && library.OnlyRenders(fn)
}

// mentionsResponse reports whether an expression has a part of the response in
// it, but for what it logs.
func (p *passage) mentionsResponse(e ast.Expr) bool { return p.names(e, p.derived) }

// names reports whether an expression names one of some variables, but for
// logging it.
func (p *passage) names(e ast.Expr, list map[*types.Var]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if v, ok := p.check.info.Uses[n].(*types.Var); ok && list[v] {
				found = true
			}
		case *ast.CallExpr:
			if fn := p.check.callee(n); fn != nil && p.check.logs(fn) && !p.responds(fn, n) {
				return false
			}
		}
		return !found
	})
	return found
}
