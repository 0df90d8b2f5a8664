package stytchstatus

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// emit reports the conditions that the paths object to.
func (c *check) emit() {
	if len(c.sites) == 0 {
		return
	}
	nodes := make(map[place]inspector.Cursor)
	for cur := range c.root.Preorder((*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil), (*ast.CallExpr)(nil)) {
		if clause, ok := cur.Node().(*ast.CaseClause); ok {
			for i, e := range clause.List {
				nodes[place{e.Pos(), false}] = cur.ChildAt(edge.CaseClause_List, i)
			}
		} else {
			nodes[placeOfNode(cur.Node())] = cur
		}
	}
	said := make(map[ast.Node]bool) // the chains of && with a finding that errors come to
	for at, s := range c.sites {
		if cur, ok := nodes[at]; ok && s.alive {
			said[chainOf(cur)] = true
		}
	}
	for at, s := range c.sites {
		cur, ok := nodes[at]
		if !ok {
			continue
		}
		if !s.alive && said[chainOf(cur)] {
			continue // one finding is enough
		}
		d := analysis.Diagnostic{Pos: cur.Node().Pos(), End: cur.Node().End(), Category: "never"}
		o, how := s.never, "never"
		if b, ok := cur.Node().(*ast.BinaryExpr); o == nil {
			// What is always true is one operand too many, and often on purpose. It is
			// a mistake where the rest waits for it to be false.
			if ok && b.Op != token.NEQ || wantsTrue(cur) {
				continue
			}
			o, how, d.Category = s.always, "always", "always"
		} else if at.isCall && !wantsTrue(cur) {
			continue
		}
		d.Message = c.explain(o.codes) + ", so this is " + how + " true"
		if o.with != (statusSet{}) {
			d.Message += " together with " + o.with.String()
		}
		if status := c.statusIn(cur, s, o, nodes); status != nil && how == "never" {
			d.SuggestedFixes = c.replace(o.want, valueflow.Part{Expr: status, Pos: status.Pos()})
		}
		c.report.Report(d, true)
	}
}

// placeOfNode returns where the graph has what a comparison or a call computes.
func placeOfNode(n ast.Node) place {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		return place{n.OpPos, false}
	case *ast.CallExpr:
		return place{n.Lparen, true}
	}
	return place{n.Pos(), false}
}

// wantsTrue reports whether the code around a condition waits for it to be true,
// rather than to be false as after a guard.
func wantsTrue(cur inspector.Cursor) bool {
	want := true
	for ; ; cur = cur.Parent() {
		switch parent := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			if parent.Op != token.NOT {
				return want
			}
			want = !want
		case *ast.BinaryExpr:
			return want == (parent.Op != token.LOR)
		case *ast.IfStmt:
			guard := parent.Else == nil && cur.Node() == ast.Node(parent.Cond) && leaves(parent.Body)
			return want != guard
		default:
			return want
		}
	}
}

// leaves reports whether a block ends with a return or its like.
func leaves(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}
