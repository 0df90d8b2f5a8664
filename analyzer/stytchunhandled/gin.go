package stytchunhandled

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// gin runs the handlers of a chain one after the other, whatever a handler
// answers and whether it calls Next or not. Only Abort ends the chain.

const ginContext = "github.com/gin-gonic/gin.Context"

// A chainPlace says where in gin's chains a function stands.
type chainPlace struct {
	before bool // others follow
	last   bool
	called bool // by the program itself
}

// chains returns where the functions of the package stand, as far as the package
// hands them to gin.
func (c *check) chains() map[ast.Node]chainPlace {
	if c.inChains != nil {
		return c.inChains
	}
	c.inChains = make(map[ast.Node]chainPlace)
	for cur := range c.root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn := c.callee(call)
		if fn == nil {
			continue
		}
		if decl := c.decls[fn.Origin()]; decl != nil {
			place := c.inChains[decl]
			place.called = true
			c.inChains[decl] = place
		}
		if fn.Pkg() == nil || fn.Pkg().Path() != "github.com/gin-gonic/gin" || !takesHandlers(fn.Signature()) || call.Ellipsis.IsValid() {
			continue
		}
		first := fn.Signature().Params().Len() - 1
		for i := first; i < len(call.Args); i++ {
			before := fn.Name() == "Use" || fn.Name() == "Group" || i < len(call.Args)-1
			for _, node := range c.handlersIn(call.Args[i]) {
				place := c.inChains[node]
				place.before = place.before || before
				place.last = place.last || !before
				c.inChains[node] = place
			}
		}
	}
	return c.inChains
}

// takesHandlers reports whether a function of gin takes any number of handlers.
func takesHandlers(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	return ok && library.Type(last.Elem()) == "github.com/gin-gonic/gin.HandlerFunc"
}

// handlersIn returns the functions of the package that an expression may be: a
// literal, one that it names, or the literals that a function returns.
func (c *check) handlersIn(e ast.Expr) []ast.Node {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return []ast.Node{e}
	case *ast.CallExpr:
		if c.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return c.handlersIn(e.Args[0])
		}
		fn := c.callee(e)
		if fn == nil || c.decls[fn.Origin()] == nil {
			return nil
		}
		return returnedLiterals(c.decls[fn.Origin()].Body)
	case *ast.Ident:
		return c.declared(c.info.Uses[e])
	case *ast.SelectorExpr:
		return c.declared(c.info.Uses[e.Sel])
	}
	return nil
}

func (c *check) declared(obj types.Object) []ast.Node {
	if fn, ok := obj.(*types.Func); ok && c.decls[fn.Origin()] != nil {
		return []ast.Node{c.decls[fn.Origin()]}
	}
	return nil
}

func returnedLiterals(body *ast.BlockStmt) []ast.Node {
	var list []ast.Node
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // what that returns is not returned
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
					list = append(list, lit)
				}
			}
		}
		return true
	})
	return list
}

// ginParam returns the parameter by which a handler of gin answers, nil if a
// function is none.
func ginParam(fn *function) *types.Var {
	params := fn.sig.Params()
	if params.Len() != 1 || fn.sig.Results().Len() != 0 || library.Type(params.At(0).Type()) != ginContext {
		return nil
	}
	return params.At(0)
}

// isMiddleware reports whether other handlers of gin follow the function of a
// call: that is how the package hands it to gin, or it calls Next, or it keeps
// something for them and does not answer once the call succeeded. What cannot be
// told is none.
func (c *check) isMiddleware(s *source) bool {
	param := ginParam(s.fn)
	if param == nil {
		return false
	}
	place := c.chains()[s.fn.node]
	if place.before || place.last {
		return place.before
	}
	next, sets, answers := false, false, false
	failing := c.onFailure(s)
	ast.Inspect(s.fn.body, func(n ast.Node) bool {
		if failing[n] {
			return false
		}
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Writer" && library.Type(typeOrInvalid(c.info.TypeOf(sel.X))) == ginContext {
			answers = true // or something is done with it that may
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if callee := c.callee(call); callee != nil && keyOf(callee) == ginContext {
			next = next || callee.Name() == "Next"
			sets = sets || callee.Name() == "Set"
			answers = answers || c.ginSucceeds(s.fn, call, callee)
		} else {
			answers = answers || c.isHandedGin(call) && !c.leavesOpen(s.fn, call)
		}
		return true
	})
	return next || sets && !answers && !place.called
}

// leavesOpen reports whether a function that is handed the context of gin does
// not answer with a success: it answers with a failure, or not at all, or it is
// asked for something.
func (c *check) leavesOpen(fn *function, call *ast.CallExpr) bool {
	sig, ok := typeOrInvalid(c.info.TypeOf(call.Fun)).Underlying().(*types.Signature)
	if !ok {
		return false
	}
	if results := sig.Results(); results.Len() > 0 && !isError(results.At(0).Type()) {
		return true
	}
	h := c.helperOf(fn, call)
	if h == nil || !h.Answers {
		return h != nil
	}
	status := h.Status
	if h.Param >= 0 && h.Param < len(call.Args) {
		status, _ = c.integer(fn, c.unconverted(call.Args[h.Param]))
	}
	return status >= 400
}

// onFailure returns the nodes that are reached only where a call failed.
func (c *check) onFailure(s *source) map[ast.Node]bool {
	only := make(map[ast.Node]bool)
	if s.returned {
		return only
	}
	p := c.passageOf(s)
	for n := range p.failed {
		if _, both := p.succeeded[n]; !both {
			only[n] = true
		}
	}
	return only
}

// ginSucceeds reports whether a method of gin answers with a success, or may.
func (c *check) ginSucceeds(fn *function, call *ast.CallExpr, callee *types.Func) bool {
	r := c.replyOf(callee)
	if r == nil {
		return false
	}
	status := int(r.Answer.Status)
	if r.Arg >= 0 && int(r.Arg) < len(call.Args) {
		status, _ = c.integer(fn, call.Args[r.Arg])
	}
	return status < 400
}

// isHandedGin reports whether a call is given the context of gin as what it is.
func (c *check) isHandedGin(call *ast.CallExpr) bool {
	sig, ok := typeOrInvalid(c.info.TypeOf(call.Fun)).Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for i, arg := range call.Args {
		if library.Type(typeOrInvalid(c.info.TypeOf(arg))) != ginContext {
			continue
		}
		if i >= sig.Params().Len() || library.Type(sig.Params().At(i).Type()) != "context.Context" {
			return true
		}
	}
	return false
}
