package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// statusIn returns the status that is to be another one, where it and the code are
// asked for in one condition made of && alone, and the path has not known better
// before; nil if they are not.
func (c *check) statusIn(at inspector.Cursor, s *site, o *objection, nodes map[place]inspector.Cursor) ast.Expr {
	if len(o.want) != 1 {
		return nil
	}
	status := at
	if o.status != 0 {
		status = besides(at, s.in.asked[o.status], nodes)
		if !status.Valid() || !c.open[placeOfNode(status.Node())] {
			return nil
		}
	} else if !besides(at, s.in.asked[o.code], nodes).Valid() {
		return nil
	}
	b, ok := status.Node().(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL {
		return nil
	}
	if c.info.Types[b.Y].Value != nil {
		return b.Y
	}
	return b.X
}

// besides returns the only one of some conditions that is an operand of the same
// chain of && as one; none if there are several.
func besides(at inspector.Cursor, places []place, nodes map[place]inspector.Cursor) (found inspector.Cursor) {
	for _, p := range places {
		cur, ok := nodes[p]
		if !ok || !sameChain(at, cur) {
			continue
		}
		if found.Valid() {
			return inspector.Cursor{}
		}
		found = cur
	}
	return found
}

// sameChain reports whether two conditions are operands of one chain of &&.
func sameChain(a, b inspector.Cursor) bool { return chainOf(a) == chainOf(b) }

// chainOf returns the chain of && that a condition is an operand of; the condition
// itself if it is in none.
func chainOf(cur inspector.Cursor) ast.Node {
	for {
		switch parent := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
		case *ast.BinaryExpr:
			if parent.Op != token.LAND {
				return cur.Node()
			}
		default:
			return cur.Node()
		}
		cur = cur.Parent()
	}
}

// replace returns the fix that writes the status of a code in the place of others, in
// the manner of each, if the code has only one.
func (c *check) replace(statuses []int, places ...valueflow.Part) []analysis.SuggestedFix {
	file := c.report.File(places[0].Pos)
	if file == nil || len(statuses) != 1 {
		return nil
	}
	var edits []analysis.TextEdit
	for _, p := range places {
		if p.Expr == nil {
			continue
		}
		e, ok := edit.Of(c.pass, file).StatusAt(p.Expr, p.Pos, p.End, statuses[0])
		if !ok {
			return nil
		}
		edits = append(edits, e)
	}
	return []analysis.SuggestedFix{{Message: fmt.Sprintf("Replace with %s", edits[0].NewText), TextEdits: edits}}
}
