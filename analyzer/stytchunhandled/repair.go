package stytchunhandled

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
)

// repairOf returns what a fix has to know of a finding.
func (c *check) repairOf(f *finding) *repair.Finding {
	if f.source == nil {
		return nil
	}
	r := &repair.Finding{Calls: []*ast.CallExpr{f.source.call}, Stops: c.isMiddleware(f.source)}
	switch {
	case f.answer != nil:
		r.Answer, r.Major, r.Codes = f.answer.described(), f.source.major, codesOf(f)
		r.Found = !f.source.lost && !f.source.mixed
		for _, s := range f.others {
			r.Calls = append(r.Calls, s.call)
			r.Found = r.Found && !s.lost && !s.mixed
		}
	case f.passage != nil:
		r.Answered = f.passage.answersFailure()
	}
	for _, a := range f.goesOn {
		r.Last = append(r.Last, a.expr.(*ast.CallExpr))
	}
	return r
}

// described returns what a fix has to know of an answer.
func (a *answer) described() *repair.Answer {
	return &repair.Answer{Expr: a.expr, Status: a.status, Scale: a.scale}
}

// codesOf returns the codes that a branch handles. Only those count that prove
// nobody to be signed in.
func codesOf(f *finding) []string {
	var codes []string
	for _, op := range f.operations {
		if !outcomes[op.Outcome].proves {
			return nil
		}
		for _, code := range op.Codes {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	if len(f.operations[0].Codes) == 0 {
		return nil
	}
	return codes
}

// branchOf returns the block that is run after a failure alone.
func (c *check) branchOf(p *passage) *ast.BlockStmt {
	if len(p.tests) != 1 || p.src.err == nil {
		return nil
	}
	cur, ok := p.src.function().FindNode(p.tests[0])
	if !ok || cur.ParentEdgeKind() != edge.IfStmt_Cond {
		return nil
	}
	stmt, ok := cur.Parent().Node().(*ast.IfStmt)
	if !ok {
		return nil
	}
	s := state{carriers: p.carry(p.src.err, p.src.value())}
	switch p.holds(p.tests[0], s, false) {
	case always:
		return stmt.Body
	case never:
		block, _ := stmt.Else.(*ast.BlockStmt)
		return block
	default:
		return nil
	}
}

// dropsAnswer reports whether a failure is answered by an error that is not
// returned.
func (c *check) dropsAnswer(p *passage) bool {
	block := c.branchOf(p)
	return block != nil && repair.DroppedAnswer(c.info, p.fn.sig, block) != nil
}
