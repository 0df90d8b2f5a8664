package stytchunhandled

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
)

// emitLetIn reports a failure after which the function goes on.
func (c *check) emitLetIn(call *ast.CallExpr, g *proof) {
	fn := g.Call.Parent()
	if c.signsOut[fn] {
		return
	}
	lineOf := func(pos token.Pos) int { return c.pass.Fset.Position(pos).Line }
	at, how := g.First(lineOf, g.counting())
	if at == nil {
		c.emitGoesOn(call, g)
		return
	}
	done := letIn[slices.IndexFunc(letIn, func(d deed) bool { return d.does == how })].says
	does := g.AfterFailure()
	fix := &repair.Finding{Call: call, Stops: c.isMiddleware(g), Answered: does&(paths.Refuses|paths.Responds) != 0}
	var problem string
	remedy := "return there"
	if param := answers.Chained(fn.Signature); param != nil && (how == paths.CallsNext || fix.Stops) {
		abort := ".AbortWithStatusJSON"
		if does&paths.Refuses != 0 {
			abort = ".Abort"
		}
		remedy = "call " + nameOr(param.Name(), "c") + abort + " and return there"
	}
	switch {
	case !g.Tested:
		problem, remedy = "the error is never checked", "check it"
	case does&paths.Makes != 0:
		problem, remedy, fix = "the answer is made, but not returned", "return it", nil
	case does&paths.Refuses != 0:
		problem = "the failure is answered, but the function does not return"
	default:
		problem = "the error is only " + noted[does&(paths.Logged|paths.Counted)]
	}
	c.add(analysis.Diagnostic{
		Pos: call.Pos(), End: call.Lparen, Category: "letin",
		Message: fmt.Sprintf("%s: with %s, line %d still %s as if the call had succeeded; %s", problem, g.op.Outcome, lineOf(at.Pos()), done, remedy),
	}, fix)
}

// noted says what becomes of a failure that nobody is told of.
var noted = map[paths.Deed]string{
	0:                            "tested",
	paths.Logged:                 "logged",
	paths.Counted:                "counted",
	paths.Logged | paths.Counted: "logged and counted",
}

func nameOr(name, other string) string {
	if name == "" || name == "_" {
		return other
	}
	return name
}

// emitGoesOn reports a failure that a middleware answers, and after which the
// handlers that follow are run. One that several calls lead to is reported once.
func (c *check) emitGoesOn(call *ast.CallExpr, g *proof) {
	if c.signsOut[g.Call.Parent()] || g.Told || !c.isMiddleware(g) {
		return
	}
	var list []*ast.CallExpr
	for _, a := range g.answered {
		answer := c.callAt(a.Common().Pos())
		if answer == nil || c.goneOn[answer] || !g.OnlyAfterFailure(a) {
			continue
		}
		c.goneOn[answer] = true
		list = append(list, answer)
	}
	slices.SortFunc(list, func(a, b *ast.CallExpr) int { return cmp.Compare(a.Pos(), b.Pos()) })
	if len(list) == 0 {
		return
	}
	problem := "answered"
	if g.kept {
		problem = "kept"
	}
	param := answers.Chained(g.Call.Parent().Signature)
	remedy := nameOr(param.Name(), "c")
	if repair.IsGinJSON(c.info, list[0]) {
		remedy += ".AbortWithStatusJSON"
	} else {
		remedy += ".Abort"
	}
	c.add(analysis.Diagnostic{
		Pos: call.Pos(), End: call.Lparen, Category: "letin",
		Message: fmt.Sprintf("the failure is %s, but %s is not told to stop: with %s, line %d still lets the next handlers run as if the call had succeeded; call %s there",
			problem, repository(param.Type()), g.op.Outcome, c.pass.Fset.Position(list[0].Pos()).Line, remedy),
	}, &repair.Finding{Call: call, Stops: true, Last: list})
}

// repository returns the name of the repository that a type of a framework is from.
func repository(t types.Type) string {
	return strings.Split(library.TypeName(t).Pkg().Path(), "/")[2]
}
