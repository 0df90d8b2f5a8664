package stytchcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// settle adds to a fix, which writes a code in the place of some expressions, what
// writes the status of the code beside them: a status that the code never comes
// with would be wrong in the same way as the old code was. There is no fix if the
// status cannot be written, or lies in another file.
func (x *fixer) settle(fix []analysis.SuggestedFix, code string, places []ast.Expr) []analysis.SuggestedFix {
	known, _ := x.codes.Lookup(code)
	if known.Status == 0 {
		return fix
	}
	file := x.file(fix[0].TextEdits[0].Pos)
	for _, e := range places {
		text, status := x.beside(e, known.Status)
		switch {
		case status == nil, slices.ContainsFunc(fix[0].TextEdits, func(e analysis.TextEdit) bool { return e.Pos == status.Pos() }):
		case text == "", x.file(e.Pos()) != file:
			return nil
		default:
			fix[0].Message = fmt.Sprintf("Replace with %q, and the status with %s", code, text)
			fix[0].TextEdits = append(fix[0].TextEdits, edit.Replace(status.Pos(), status.End(), text))
		}
	}
	return fix
}

// settleText adds to a fix, which writes a code in JSON in a string, what writes its
// status in the same object.
func (x *fixer) settleText(fix []analysis.SuggestedFix, f finding) []analysis.SuggestedFix {
	lit, ok := f.site.Expr.(*ast.BasicLit)
	known, _ := x.codes.Lookup(f.verdict.Right)
	if !ok || known.Status == 0 {
		return fix
	}
	from, to, ok := errfield.StatusInJSON(lit.Value, int(f.site.Pos-lit.Pos()))
	got, err := strconv.Atoi(lit.Value[from:to])
	if !ok || err != nil || slices.Contains(known.Statuses(), got) {
		return fix
	}
	text := strconv.Itoa(known.Status)
	fix[0].Message = fmt.Sprintf("Replace with %q, and the status with %s", f.verdict.Right, text)
	fix[0].TextEdits = append(fix[0].TextEdits, edit.Replace(lit.Pos()+token.Pos(from), lit.Pos()+token.Pos(to), text))
	return fix
}

// beside returns the status beside a code if it is another one, and how the right
// one is written there; "" if it cannot be.
func (x *fixer) beside(code ast.Expr, want int) (string, ast.Expr) {
	w := x.wrong[code]
	if w == nil {
		return "", nil
	}
	status := errfield.Beside(x.pass.TypesInfo, w.at)
	if status == nil {
		return "", nil
	}
	status = ast.Unparen(status)
	value := x.pass.TypesInfo.Types[status].Value
	if value == nil || value.Kind() != constant.Int || constant.Compare(value, token.EQL, constant.MakeInt64(int64(want))) {
		return "", nil
	}
	text, _ := edit.Of(x.pass, x.file(code.Pos())).Status(status, want)
	return text, status
}

// file returns the file that holds pos.
func (x *fixer) file(pos token.Pos) *ast.File {
	i := slices.IndexFunc(x.pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos < f.FileEnd })
	return x.pass.Files[i]
}
