package repair

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// branch puts a branch before the answer that the server failed: one that answers the
// failure that users cause, in the same way.
func (x *Fixer) branch(f *Finding, fn function, file *edit.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Handle " + each(f.Codes, strconv.Quote, " or ") + " before"}
	expr, ok := fn.cur.FindNode(f.Answer.Expr)
	if !ok || !f.Found || len(f.Codes) == 0 || f.Major == "" || f.Major == "v2" {
		return fix, false
	}
	stmt := edit.Statement(expr)
	at, list := stmt.Node().Pos(), stmt.Parent().Node()
	err := x.holder(fn, f.Call, at)
	if err == nil || file.Meaning(at, err.Name()) != err || edit.HasLabel(fn.cur.Node()) || x.branched[list] || !file.Listed(stmt) {
		return fix, false
	}
	r := &rewriter{Fixer: x, Answer: *f.Answer, file: file}
	body, ok := r.leaving(fn, stmt)
	if !ok || f.Stops && !r.stops {
		return fix, false
	}
	path, name := sdk.ErrorPackage(f.Major)
	var missing []string
	errorsName := file.Imported(at, "errors", "errors", &missing)
	sdkName := file.Imported(at, path, name, &missing)
	var decl ast.Node
	for around := range stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.GenDecl)(nil)) {
		decl = around.Node() // at last, the outermost
	}
	variable := edit.Free(decl, "stytchErr", "stytchError")
	imports, ok := file.Imports(missing)
	have, some := x.imports[fn.file]
	if !ok || errorsName == "" || sdkName == "" || variable == "" || some && !slices.Equal(have, missing) {
		return fix, false
	}
	x.imports[fn.file] = missing
	x.branched[list] = true
	test := each(f.Codes, func(code string) string { return fmt.Sprintf("%s.ErrorType == %q", variable, code) }, " || ")
	if len(f.Codes) > 1 {
		test = "(" + test + ")"
	}
	text := fmt.Sprintf("var %s %s.Error\nif %s.As(%s, &%s) && %s {\n\t%s\n}\n",
		variable, sdkName, errorsName, err.Name(), variable, test, strings.ReplaceAll(body, "\n", "\n\t"))
	imports = append(imports, edit.Replace(at, at, strings.ReplaceAll(text, "\n", "\n"+file.Indent(at))))
	fix.TextEdits = imports
	return fix, true
}

// each returns codes as they are written in a list.
func each(codes []string, write func(string) string, sep string) string {
	var list []string
	for _, code := range codes {
		list = append(list, write(code))
	}
	return strings.Join(list, sep)
}

// holder returns the variable to which a call assigns its error. Nothing else may assign
// it before a position, nor make another error of it: that might be of several failures.
// It returns nil if there is none.
func (x *Fixer) holder(fn function, call *ast.CallExpr, at token.Pos) *types.Var {
	v := x.assigned(x.calls[call.Lparen])
	if v == nil || call.End() > at {
		return nil
	}
	names := func(e ast.Expr) bool { return edit.Names(x.info, e, v) }
	for cur := range fn.cur.Preorder((*ast.AssignStmt)(nil)) {
		n := cur.Node().(*ast.AssignStmt)
		made, _ := n.Rhs[0].(*ast.CallExpr)
		makes := made != nil && library.IsErrorValue(x.info.TypeOf(made)) && slices.ContainsFunc(made.Args, names)
		if call.End() < n.Pos() && n.End() <= at && (makes || slices.ContainsFunc(n.Lhs, names)) {
			return nil
		}
	}
	return v
}

// assigned returns the variable that the error of a call is assigned to, nil if it is
// not assigned to one.
func (x *Fixer) assigned(call inspector.Cursor) *types.Var {
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Rhs) > 1 {
		return nil
	}
	id, _ := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	v, _ := x.info.ObjectOf(id).(*types.Var)
	if v == nil || !library.IsError(v.Type()) {
		return nil
	}
	return v
}
