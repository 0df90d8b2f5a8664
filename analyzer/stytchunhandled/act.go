package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/cfg"
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
		if a.scale == httpStatus && a.status < 400 && !a.returned && a.param < 0 {
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
		lit, ok := ast.Unparen(e).(*ast.CompositeLit)
		_, isCall := ast.Unparen(e).(*ast.CallExpr)
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
		if call, ok := ast.Unparen(r).(*ast.CallExpr); ok && isError(v.Type()) && p.ofWriting(call) {
			continue // it does not tell who somebody is
		}
		p.derived[v] = true
	}
}

// ofWriting reports whether the error of a call is one of writing an answer, or
// of rendering it.
func (p *passage) ofWriting(call *ast.CallExpr) bool {
	if p.answersWith(call) {
		return true
	}
	fn := p.check.callee(call)
	return fn != nil && formats(fn)
}

// mentionsResponse reports whether an expression has a part of the response in
// it, but for what it logs.
func (p *passage) mentionsResponse(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if v, ok := p.check.info.Uses[n].(*types.Var); ok && p.derived[v] {
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

// callsNext reports whether a node calls a handler that it was given.
func (p *passage) callsNext(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ExprStmt:
		return p.nextIn(n.X)
	case *ast.AssignStmt:
		return p.nextIn(n.Rhs[0])
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if p.nextIn(e) {
				return true
			}
		}
	}
	return false
}

// handlers are the types of functions that handle a request.
var handlers = map[string]bool{
	"net/http.HandlerFunc":                        true,
	"github.com/gin-gonic/gin.HandlerFunc":        true,
	"github.com/labstack/echo.HandlerFunc":        true,
	"google.golang.org/grpc.UnaryHandler":         true,
	"google.golang.org/grpc.StreamHandler":        true,
	"connectrpc.com/connect.UnaryFunc":            true,
	"connectrpc.com/connect.StreamingHandlerFunc": true,
}

// nextIn reports whether an expression is a call of such a function, or of a
// framework's method that calls the next one.
func (p *passage) nextIn(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if fn := p.check.callee(call); fn != nil {
		switch key := keyOf(fn); {
		case fn.Name() == "ServeHTTP":
			return fn.Signature().Params().Len() == 2 && typeKey(fn.Signature().Params().At(0).Type()) == "net/http.ResponseWriter"
		case fn.Name() == "Next":
			return key == "github.com/gin-gonic/gin.Context" || key == "github.com/gofiber/fiber.Ctx"
		}
		return false
	}
	t := typeOrInvalid(p.check.info.TypeOf(call.Fun))
	if handlers[typeKey(t)] {
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || p.check.variable(call.Fun) == nil || p.fn.literals[p.check.variable(call.Fun)] != nil || sig.Params().Len() == 0 {
		return false
	}
	first := typeKey(sig.Params().At(0).Type())
	return first == "net/http.ResponseWriter" && sig.Params().Len() == 2 || first == "github.com/labstack/echo.Context" && sig.Params().Len() == 1
}

// callee returns the function that a call names, nil if it calls a value.
func (c *check) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(c.info, call).(*types.Func)
	return fn
}

// alone reports whether no other call proves who somebody is before the call or
// after it.
func (p *passage) alone() bool {
	for _, site := range p.check.calls[p.fn.node] {
		other := p.check.source(p.fn.node, site)
		if other == p.src {
			continue
		}
		if other == nil {
			if site.call != p.src.call && p.proves(site) {
				return false // its error goes elsewhere
			}
			continue
		}
		if !outcomes[other.operations[0].Outcome].proves {
			continue
		}
		if _, after := p.failed[other.at.block.Nodes[other.at.index]]; after || leadsTo(other.at.block, p.src.at.block) {
			return false
		}
	}
	return true
}

// proves reports whether a call that is no source asks who somebody is.
func (p *passage) proves(site callSite) bool {
	s := p.check.operationsOf(site)
	return len(s) > 0 && outcomes[s[0].Outcome].proves
}

// leadsTo reports whether a path leads from one block to another.
func leadsTo(from, to *cfg.Block) bool {
	if from == to {
		return true
	}
	seen := make(map[*cfg.Block]bool)
	list := []*cfg.Block{from}
	for len(list) > 0 {
		b := list[len(list)-1]
		list = list[:len(list)-1]
		for _, s := range b.Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				list = append(list, s)
			}
		}
	}
	return false
}
