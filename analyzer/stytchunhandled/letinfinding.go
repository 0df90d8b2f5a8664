package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
)

// emitLetIn reports a failure after which the function goes on.
func (c *check) emitLetIn(call *ast.CallExpr, g *gate) {
	if c.signsOut[g.call.Parent()] {
		return
	}
	lineOf := func(pos token.Pos) int { return c.pass.Fset.Position(pos).Line }
	at, how := g.letsIn(lineOf)
	if at == nil {
		c.emitGoesOn(call, g)
		return
	}
	line := lineOf(at.Pos())
	g.tests = slices.DeleteFunc(g.tests, func(test token.Pos) bool { return !c.tells(test) })
	var problem, remedy string
	switch {
	case isDropped(g.call):
		problem, remedy = "the error is dropped", "check it"
	case len(g.tests) == 0:
		problem, remedy = "the error is never checked", "check it"
	case g.after(makes) != 0:
		problem, remedy = "the answer is made, but not returned", "return it"
	case g.after(refuses) != 0:
		problem, remedy = "the failure is answered, but the function does not return", "return there"
	default:
		problem, remedy = "the error is only "+g.noted(), "return there"
	}
	if param := ginParam(g.call.Parent()); param != nil && remedy == "return there" && (how == callsNext || c.isMiddleware(g)) {
		remedy = "call " + nameOr(param.Name(), "c") + ".AbortWithStatusJSON and return there"
		if g.after(refuses) != 0 {
			remedy = "call " + nameOr(param.Name(), "c") + ".Abort and return there"
		}
	}
	c.add(analysis.Diagnostic{
		Pos: call.Pos(), End: call.Lparen, Category: "letin",
		Message: fmt.Sprintf("%s: with %s, line %d still %s as if the call had succeeded; %s", problem, g.op.Outcome, line, phrases[how], remedy),
	}, &repair.Finding{Calls: []*ast.CallExpr{call}, Stops: c.isMiddleware(g), Answered: g.after(refuses|responds) != 0})
}

// tells reports whether a path goes by a comparison of the error with nil, whatever
// else the condition asks.
func (c *check) tells(test token.Pos) bool {
	stmt := c.branchBy(test)
	if stmt == nil {
		return true
	}
	failed, known := c.holds(stmt.Cond, test, true)
	succeeded, decided := c.holds(stmt.Cond, test, false)
	return !known || !decided || failed != succeeded
}

// branchBy returns the if statement in whose condition a comparison stands; nil if
// there is none.
func (c *check) branchBy(test token.Pos) *ast.IfStmt {
	cur, ok := c.root().FindByPos(test, test)
	if !ok {
		return nil
	}
	for around := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil), (*ast.CaseClause)(nil)) {
		if stmt, ok := around.Node().(*ast.IfStmt); ok && stmt.Cond.Pos() <= test && test < stmt.Cond.End() {
			return stmt
		}
		break
	}
	return nil
}

// holds returns whether a condition holds where there is an error that a comparison in
// it asks for, or there is none, as far as nothing else decides it.
func (c *check) holds(e ast.Expr, test token.Pos, failed bool) (is, known bool) {
	if v := c.info.Types[e].Value; v != nil && v.Kind() == constant.Bool {
		return constant.BoolVal(v), true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		is, known = c.holds(e.X, test, failed)
		return !is, known && e.Op == token.NOT
	case *ast.BinaryExpr:
		if e.OpPos == test {
			return (e.Op == token.NEQ) == failed, true
		}
		if e.Op != token.LOR && e.Op != token.LAND {
			break
		}
		x, knownX := c.holds(e.X, test, failed)
		y, knownY := c.holds(e.Y, test, failed)
		settles := e.Op == token.LOR
		if knownX && x == settles || knownY && y == settles {
			return settles, true
		}
		return !settles, knownX && knownY
	}
	return false, false
}

// isDropped reports whether nothing gets the error of a call.
func isDropped(call ssa.CallInstruction) bool {
	v := call.Value()
	if v == nil {
		return true
	}
	last := v.Call.Signature().Results().Len() - 1
	for _, r := range *v.Referrers() {
		if e, ok := r.(*ssa.Extract); !ok || e.Index == last && len(*e.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// noted says what becomes of the failure.
func (g *gate) noted() string {
	switch g.after(logged | counted) {
	case logged | counted:
		return "logged and counted"
	case counted:
		return "counted"
	case logged:
		return "logged"
	}
	return "tested"
}

// phrases say what is done for somebody who is signed in.
var phrases = map[deed]string{
	uses:      "uses the response",
	callsNext: "calls the next handler",
	responds:  "answers",
	approves:  "returns",
}

func nameOr(name, other string) string {
	if name == "" || name == "_" {
		return other
	}
	return name
}
