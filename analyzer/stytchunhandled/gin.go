package stytchunhandled

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
)

// gin runs the handlers of a chain one after the other, whatever a handler answers and
// whether it calls Next or not. Only Abort ends the chain.

const ginContext = "github.com/gin-gonic/gin.Context"

// stopsChain is the name of the event that no handler follows, as far as is known.
const stopsChain = "stop"

// ginParam returns the parameter by which a handler of gin answers, nil if a function
// is none.
func ginParam(fn *ssa.Function) *types.Var {
	params := fn.Signature.Params()
	if params.Len() != 1 || fn.Signature.Results().Len() != 0 || library.Type(params.At(0).Type()) != ginContext {
		return nil
	}
	return params.At(0)
}

// goesOn notes the last answer to a failed call on a path that ends without an Abort, or
// where it keeps the error for others to answer.
func (l look) goesOn() {
	p := l.p
	if ginParam(p.Of()) == nil || slices.ContainsFunc(p.Events(), func(o paths.Event) bool { return o.Name == stopsChain }) {
		return
	}
	var last ssa.CallInstruction
	failed, other := false, false
	for _, o := range p.Events() {
		status, known := p.Number(o.Subject)
		switch {
		case o.Call == l.e.Call:
			failed, other = true, false
		case isAmiss(p, &o):
			other = true
		case failed && !other && (o.Name == keeps || isAnswer(&o) && (!known || status >= 300)):
			last = o.Call
			l.kept = l.kept || o.Name == keeps
		}
	}
	if last != nil && !slices.Contains(l.answered, last) {
		l.answered = append(l.answered, last)
	}
}

// emitGoesOn reports a failure that a middleware of gin answers, and after which the
// handlers that follow are run. One that several calls lead to is reported once.
func (c *check) emitGoesOn(call *ast.CallExpr, g *gate) {
	if c.signsOut[g.call.Parent()] || g.told || !c.isMiddleware(g) {
		return
	}
	var list []*ast.CallExpr
	for _, a := range g.answered {
		n := c.calls[a.Common().Pos()]
		if at := g.spots[paths.Spot{Instr: a}]; n == nil || c.goneOn[n] || at != nil && at.on != failed {
			continue
		}
		c.goneOn[n] = true
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b *ast.CallExpr) int { return cmp.Compare(a.Pos(), b.Pos()) })
	if len(list) == 0 {
		return
	}
	problem := "answered"
	if g.kept {
		problem = "kept"
	}
	remedy := nameOr(ginParam(g.call.Parent()).Name(), "c")
	if repair.IsGinJSON(c.info, list[0]) {
		remedy += ".AbortWithStatusJSON"
	} else {
		remedy += ".Abort"
	}
	c.add(analysis.Diagnostic{
		Pos: call.Pos(), End: call.Lparen, Category: "letin",
		Message: fmt.Sprintf("the failure is %s, but gin is not told to stop: with %s, line %d still lets the next handlers run as if the call had succeeded; call %s there",
			problem, g.op.Outcome, c.pass.Fset.Position(list[0].Pos()).Line, remedy),
	}, &repair.Finding{Calls: []*ast.CallExpr{call}, Stops: true, Last: list})
}

// isMiddleware reports whether other handlers of gin follow the function of a gate:
// that is how the package hands it to gin, or it calls Next, or it keeps something for
// them and does not answer once the call succeeded. What cannot be told is none.
func (c *check) isMiddleware(g *gate) bool {
	if ginParam(g.call.Parent()) == nil {
		return false
	}
	place := c.chains()[g.call.Parent().Syntax()]
	if place.before || place.last {
		return place.before
	}
	next, sets, answers := false, false, false
	for at, s := range g.spots {
		call, ok := at.Instr.(ssa.CallInstruction)
		if !ok || s.on == failed {
			continue
		}
		fn, _ := callee(call).(*types.Func)
		if fn != nil && fn.Signature().Recv() != nil && library.Type(fn.Signature().Recv().Type()) == ginContext {
			next = next || fn.Name() == "Next"
			sets = sets || fn.Name() == "Set"
		}
		results := call.Common().Signature().Results()
		answers = answers || s.does&responds != 0 && (results.Len() == 0 || library.IsError(results.At(results.Len()-1).Type()))
	}
	return next || sets && !answers && !place.called
}

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
	decls := c.decls()
	for cur := range c.root().Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(c.info, call).(*types.Func)
		if !ok {
			continue
		}
		if d := decls[fn.Origin()]; d != nil {
			place := c.inChains[d]
			place.called = true
			c.inChains[d] = place
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
	decls := c.decls()
	declared := func(id *ast.Ident) []ast.Node {
		if fn, ok := c.info.Uses[id].(*types.Func); ok && decls[fn.Origin()] != nil {
			return []ast.Node{decls[fn.Origin()]}
		}
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return []ast.Node{e}
	case *ast.CallExpr:
		if c.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return c.handlersIn(e.Args[0])
		}
		if fn, ok := typeutil.Callee(c.info, e).(*types.Func); ok && decls[fn.Origin()] != nil {
			return returnedLiterals(decls[fn.Origin()].Body)
		}
	case *ast.Ident:
		return declared(e)
	case *ast.SelectorExpr:
		return declared(e.Sel)
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
