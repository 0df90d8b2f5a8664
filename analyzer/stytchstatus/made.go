package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// made judges the statuses and codes that stand beside each other where errors are made,
// and in what becomes one.
func (c *check) made() {
	var parts []ast.Node
	for _, e := range c.flow.Errors {
		parts = append(parts, e.Status.Expr, e.Code.Expr)
	}
	at := edit.CursorsOf(c.root, parts)
	tables := make(map[ast.Node][]valueflow.Error)
	for _, e := range c.flow.Errors {
		var table ast.Node
		if e.Row {
			table = c.table(at[e.Status.Expr])
		}
		tables[table] = append(tables[table], e)
	}
	for table, list := range tables {
		if table != nil && !c.allKnown(list) {
			continue // it may not be about Stytch alone
		}
		for _, e := range list {
			c.judge(e, isKey(at[e.Status.Expr]), isKey(at[e.Code.Expr]))
		}
	}
}

// table returns the outermost list or map that a part of an error stands in; nil if it
// is in none.
func (c *check) table(part inspector.Cursor) (table ast.Node) {
	for around := range part.Enclosing((*ast.CompositeLit)(nil)) {
		switch c.info.TypeOf(around.Node().(*ast.CompositeLit)).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Map:
			table = around.Node()
		}
	}
	return table
}

// allKnown reports whether the catalog has all codes of a table.
func (c *check) allKnown(table []valueflow.Error) bool {
	return !slices.ContainsFunc(table, func(e valueflow.Error) bool {
		_, known := c.codes.Lookup(e.Code.Text)
		return !known
	})
}

// judge judges a status that stands beside a code, of which either may be in the key of
// a map.
func (c *check) judge(e valueflow.Error, byStatus, byCode bool) {
	want := c.statuses(e.Code.Text)
	if len(want) == 0 || slices.Contains(want, e.Status.Number) {
		return
	}
	if !byStatus && (e.Copied || e.Carried && !report.InTest(c.pass, e.Status.Pos)) {
		return // the program may have a status of its own for a code
	}
	at := e.Status
	if byStatus && !byCode || e.Fixed {
		at = e.Code // of which there may be several
	}
	d := analysis.Diagnostic{
		Pos:      at.Pos,
		End:      at.End,
		Category: "built",
		Message:  fmt.Sprintf("%s, never with %d", comesWith(e.Code.Text, want), e.Status.Number),
	}
	switch {
	case e.Fixed: // and right for others
		d.Message += ", which it gets where the error is made"
	case byStatus: // and there may be the right one already
	case e.Status.Number >= 500 && want[0] < 500: // and a failure of the server may be what is meant
	default:
		d.SuggestedFixes = c.replace(want, e.Status, e.Answer)
	}
	c.report.Report(d, true)
}

// isKey reports whether an expression stands in a key of a map.
func isKey(cur inspector.Cursor) bool {
	for ; ; cur = cur.Parent() {
		switch cur.Parent().Node().(type) {
		case *ast.CompositeLit:
		case *ast.KeyValueExpr:
			if cur.ParentEdgeKind() == edge.KeyValueExpr_Key {
				return true
			}
		default:
			return false
		}
	}
}
