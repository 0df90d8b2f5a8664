package stytchstatus

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// replace returns the fix that writes a status in the place of another one, in
// the manner of that.
func (c *check) replace(e ast.Expr, status int) []analysis.SuggestedFix {
	file := c.report.File(e.Pos())
	if file == nil {
		return nil
	}
	text, ok := edit.Of(c.pass, file).Status(e, status)
	if !ok {
		return nil
	}
	e = ast.Unparen(e)
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Replace with %s", text),
		TextEdits: []analysis.TextEdit{edit.Replace(e.Pos(), e.End(), text)},
	}}
}
