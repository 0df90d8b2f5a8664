package stytchstatus

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// replace returns the fix that writes the status of a code in the place of another
// one, in the manner of that, if the code has only one.
func (c *check) replace(e ast.Expr, statuses []int) []analysis.SuggestedFix {
	file := c.report.File(e.Pos())
	if file == nil || len(statuses) != 1 {
		return nil
	}
	text, ok := edit.Of(c.pass, file).Status(e, statuses[0])
	if !ok {
		return nil
	}
	e = ast.Unparen(e)
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Replace with %s", text),
		TextEdits: []analysis.TextEdit{edit.Replace(e.Pos(), e.End(), text)},
	}}
}
