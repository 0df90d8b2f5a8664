package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/catalog"
)

// leavesOut notes a path that returns the error of a call as it is, and on which the
// code was compared with others than those that users cause every day, and nothing else
// was asked.
func (c *check) leavesOut(p *paths.Path, err paths.Value) {
	events := p.Events()
	for i := range events {
		e := &events[i]
		op, ok := operation(e)
		if !ok || !p.IsError(err, e) {
			continue
		}
		a := p.Answer(e, isCode)
		may := func(name string) bool { code, _ := catalog.Lookup(name); return a.MayBe(name, code.Statuses()) }
		if a.Is == nil && len(a.Not) > 0 && len(op.Codes) > 0 && !slices.ContainsFunc(op.Codes, func(code string) bool { return !may(code) }) {
			c.note(p, e.Call).leavesOut = true
		}
	}
}

func isCode(text string) bool { _, ok := catalog.Lookup(text); return ok }

// emitIncomplete reports the first switch or chain of ifs that asks for the code of a
// call's error, if a path leaves that by none of its branches.
func (c *check) emitIncomplete(n *note, op catalog.Operation) {
	if !n.leavesOut {
		return
	}
	slices.Sort(n.asked)
	for _, pos := range n.asked {
		at, end := c.decisionAt(pos)
		if at == nil {
			continue
		}
		c.findings = append(c.findings, finding{analysis.Diagnostic{
			Pos: at.Pos(), End: end, Category: "incomplete",
			Message: fmt.Sprintf("the codes handled here do not include %s, which means %s; handle it, too, or add a default", quoted(op.Codes), op.Outcome),
		}, c.options.incomplete, nil})
		return
	}
}

// decisionAt returns the switch or chain of ifs in which something is asked, and where its
// first body begins; nil if it is neither: one question is no attempt to answer all.
func (c *check) decisionAt(pos token.Pos) (at ast.Stmt, end token.Pos) {
	cur, ok := c.root().FindByPos(pos, pos)
	if !ok {
		return nil, token.NoPos
	}
	for around := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.CaseClause)(nil), (*ast.FuncLit)(nil)) {
		switch stmt := around.Node().(type) {
		case *ast.IfStmt:
			if stmt.Else != nil && pos < stmt.Body.Pos() {
				return stmt, stmt.Body.Lbrace
			}
		case *ast.CaseClause:
			if s, ok := around.Parent().Parent().Node().(*ast.SwitchStmt); ok && s.Tag != nil && pos < stmt.Colon {
				return s, s.Body.Lbrace
			}
		}
		break
	}
	return nil, token.NoPos
}
