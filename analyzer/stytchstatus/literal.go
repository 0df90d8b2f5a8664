package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/constant"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// literals judges the errors that are made with a status and a code.
func (c *check) literals() {
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil)) {
		status, code := errfield.Made(c.info, cur.Node().(*ast.CompositeLit))
		if status != nil && code != nil {
			c.made(status, code)
		}
	}
}

// made judges an error that is made with a status and a code.
func (c *check) made(status, code ast.Expr) {
	name := c.info.Types[code].Value
	number := c.info.Types[status].Value
	if name == nil || number == nil || name.Kind() != constant.String {
		return
	}
	got, exact := constant.Int64Val(constant.ToInt(number))
	want := c.statuses(constant.StringVal(name))
	if !exact || len(want) == 0 || slices.Contains(want, int(got)) {
		return
	}
	c.report.Report(analysis.Diagnostic{
		Pos:            status.Pos(),
		End:            status.End(),
		Category:       "built",
		Message:        fmt.Sprintf("%s, never with %d", comesWith(constant.StringVal(name), want), got),
		SuggestedFixes: c.replace(status, want),
	}, true)
}
