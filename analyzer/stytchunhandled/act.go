package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"
)

// An act is what a function does for somebody who is signed in.
type act struct {
	kind actKind
	node ast.Node
}

type actKind uint8

const (
	noAct     actKind = iota
	usesData          // does something with the response
	callsNext         // calls the handler that is protected
	responds          // answers with a success
	approves          // returns that all is well
)

// act returns the first thing that is done after a failure as after a success.
func (p *passage) act() act {
	alone := p.alone()
	for _, n := range p.nodes() {
		if _, both := p.succeeded[n]; !both {
			continue
		}
		if k := p.kindOf(n); k == usesData || k != noAct && alone && (k == callsNext || !p.looping) {
			return act{k, n}
		}
	}
	return act{}
}

// kindOf returns what a node does.
func (p *passage) kindOf(n ast.Node) actKind {
	if p.uses(n) {
		return usesData
	}
	if p.callsNext(n) {
		return callsNext
	}
	for _, a := range p.failed[n].answers {
		if a.scale == library.HTTPStatus && a.status < 400 && !a.returned && a.param < 0 {
			return responds
		}
	}
	if ret, ok := n.(*ast.ReturnStmt); ok && p.approves(ret) {
		return approves
	}
	return noAct
}

// uses reports whether a node hands on a part of the response, or keeps it, but
// for logging.
func (p *passage) uses(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ExprStmt:
		call, ok := ast.Unparen(n.X).(*ast.CallExpr)
		return ok && p.handsOn(call)
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			r := n.Rhs[min(i, len(n.Rhs)-1)]
			if !isBlank(l) && p.check.variable(l) == nil && p.mentionsResponse(r) {
				return true
			}
			if call, ok := ast.Unparen(r).(*ast.CallExpr); ok && p.answersWith(call) {
				return true
			}
		}
	case *ast.ReturnStmt:
		return p.returnsData(n)
	}
	return false
}

// handsOn reports whether a call is given a part of the response, and does not
// just log it.
func (p *passage) handsOn(call *ast.CallExpr) bool {
	if fn := p.check.callee(call); fn != nil && p.check.logs(fn) && !p.responds(fn, call) {
		return false
	}
	return p.mentionsResponse(call)
}

// answersWith reports whether a call writes a part of the response to the
// client.
func (p *passage) answersWith(call *ast.CallExpr) bool {
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		found = found || ok && (p.responds(p.check.callee(c), c) || p.isReply(c))
		return !found
	})
	return found && p.mentionsResponse(call)
}

func (p *passage) isReply(call *ast.CallExpr) bool {
	fn := p.check.callee(call)
	return fn != nil && p.check.replyOf(fn) != nil
}

// returnsData reports whether a part of the response is returned as if it were
// one: with a nil error.
func (p *passage) returnsData(n *ast.ReturnStmt) bool {
	results := p.fn.sig.Results()
	for i, e := range n.Results {
		if !p.mentionsResponse(e) {
			continue
		}
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && (p.answersWith(call) || p.nextIn(call)) {
			return true
		}
		if i < results.Len()-1 && len(n.Results) == results.Len() && isError(results.At(results.Len()-1).Type()) {
			return p.check.isNil(n.Results[len(n.Results)-1])
		}
	}
	return false
}

// approves reports whether a return statement says that all is well: a nil
// error alone or with something, or true.
func (p *passage) approves(n *ast.ReturnStmt) bool {
	results := p.fn.sig.Results()
	if len(n.Results) == 0 || len(n.Results) != results.Len() || p.check.pass.Pkg.Name() == "main" {
		return false
	}
	for param := range p.fn.sig.Params().Variables() {
		if isResponder(param.Type()) {
			return false // it is a handler, whose result says nothing
		}
	}
	first, last := n.Results[0], n.Results[len(n.Results)-1]
	if isError(results.At(results.Len() - 1).Type()) {
		return p.check.isNil(last) && (len(n.Results) == 1 || !p.isZero(first))
	}
	v := p.check.info.Types[last].Value
	return v != nil && v.Kind() == constant.Bool && constant.BoolVal(v)
}

// isZero reports whether an expression is, for all that can be seen, the value
// that says there is nothing.
func (p *passage) isZero(e ast.Expr) bool {
	tv := p.check.info.Types[ast.Unparen(e)]
	if tv.IsNil() {
		return true
	}
	if tv.Value == nil {
		e = ast.Unparen(e)
		if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
			e = ast.Unparen(u.X)
		}
		lit, ok := e.(*ast.CompositeLit)
		_, isCall := e.(*ast.CallExpr)
		return !isCall && (!ok || len(lit.Elts) == 0)
	}
	switch tv.Value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(tv.Value)
	case constant.String:
		return constant.StringVal(tv.Value) == ""
	default:
		return constant.Sign(tv.Value) == 0
	}
}

// callee returns the function that a call names, nil if it calls a value.
func (c *check) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(c.info, call).(*types.Func)
	return fn
}
