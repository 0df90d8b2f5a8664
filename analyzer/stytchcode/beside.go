package stytchcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// settle adds to a fix, which writes the code of a finding in the place of some
// expressions, what writes the status of the code beside them: a status that the code
// never comes with would be wrong in the same way as the old code was. There is no fix
// if the status cannot be written, lies in another file, or is that of another code
// that may be meant.
func (x *fixer) settle(fix []analysis.SuggestedFix, f finding, places []ast.Expr) []analysis.SuggestedFix {
	known, _ := x.codes.Lookup(f.verdict.Right)
	if known.Status == 0 {
		return fix
	}
	var beside []valueflow.Part
	if f.site.Embedded {
		made := x.errors[f.site.Pos]
		beside = append(beside, made.Status, made.Answer)
	}
	for _, e := range places {
		beside = append(beside, x.beside(e), x.errors[e.Pos()].Answer)
	}
	file := x.file(fix[0].TextEdits[0].Pos)
	for _, status := range beside {
		switch {
		case status.Expr == nil, slices.Contains(known.Statuses(), status.Number), slices.ContainsFunc(fix[0].TextEdits, func(e analysis.TextEdit) bool { return e.Pos == status.Pos }):
			continue
		case x.file(status.Pos) != file, f.verdict.Category == "invented" && mayEndWith(known.Name, status.Number):
			return nil
		}
		e, ok := edit.Of(x.pass, file).StatusAt(status.Expr, status.Pos, status.End, known.Status)
		if !ok {
			return nil
		}
		fix[0].Message = fmt.Sprintf("Replace with %q, and the status with %s", known.Name, e.NewText)
		fix[0].TextEdits = append(fix[0].TextEdits, e)
	}
	return fix
}

// mayEndWith reports whether a call that fails with a code may fail with another one
// that has a status.
func mayEndWith(code string, status int) bool {
	return slices.ContainsFunc(catalog.Operations(), func(op catalog.Operation) bool {
		return slices.Contains(op.Codes, code) && slices.ContainsFunc(op.Codes, func(other string) bool {
			known, _ := catalog.Lookup(other)
			return slices.Contains(known.Statuses(), status)
		})
	})
}

// beside returns the status beside a code; it has no Expr if there is none that is
// known.
func (x *fixer) beside(code ast.Expr) valueflow.Part {
	w := x.wrong[code]
	if w == nil {
		return valueflow.Part{}
	}
	status := errfield.Beside(x.pass.TypesInfo, w.at)
	if status == nil {
		return valueflow.Part{}
	}
	status = ast.Unparen(status)
	value := x.pass.TypesInfo.Types[status].Value
	if value == nil || value.Kind() != constant.Int {
		return valueflow.Part{}
	}
	n, _ := constant.Int64Val(value)
	return valueflow.Part{Expr: status, Pos: status.Pos(), End: status.End(), Number: int(n)}
}

// file returns the file that holds pos.
func (x *fixer) file(pos token.Pos) *ast.File {
	i := slices.IndexFunc(x.pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos < f.FileEnd })
	return x.pass.Files[i]
}
