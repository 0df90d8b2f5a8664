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

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// branch puts a branch before the answer that the server failed: one that
// answers the failure that users cause.
func (x *Fixer) branch(f *Finding, fn function, file *ast.File) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	if len(f.Codes) == 0 || fn.isLabelled() || f.Major == "" || f.Major == "v2" {
		return none, false
	}
	p := &placement{Fixer: x, file: edit.Of(x.pass, file), fn: fn, answer: x.answerOf(f.Answer), abort: f.Stops}
	if !p.find() || x.scopes[p.stmt.Parent().Node()] {
		return none, false
	}
	body, ok := p.rewritten()
	if !ok || f.Err == nil || !x.isNamed(f.Err, p.stmt.Node().Pos()) {
		return none, false
	}
	path, name := sdk.ErrorPackage(f.Major)
	at := p.stmt.Node().Pos()
	errorsName := p.file.Imported(at, "errors", "errors", &p.missing)
	sdkName := p.file.Imported(at, path, name, &p.missing)
	var decl ast.Node
	for around := range p.stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.GenDecl)(nil)) {
		decl = around.Node() // at last, the outermost
	}
	variable := edit.Free(decl, "stytchErr", "stytchError", "refused")
	if errorsName == "" || sdkName == "" || variable == "" || variable == sdkName {
		return none, false
	}
	imports, ok := p.file.Imports(p.missing, "")
	if have, some := x.imports[file]; !ok || some && !slices.Equal(have, p.missing) {
		return none, false
	}
	x.imports[file] = p.missing
	var quoted, tests []string
	for _, code := range f.Codes {
		quoted = append(quoted, strconv.Quote(code))
		tests = append(tests, fmt.Sprintf("%s.ErrorType == %q", variable, code))
	}
	test := strings.Join(tests, " || ")
	if len(tests) > 1 {
		test = "(" + test + ")"
	}
	indent := p.file.Indent(at)
	lines := []string{
		fmt.Sprintf("var %s %s.Error", variable, sdkName),
		fmt.Sprintf("if %s.As(%s, &%s) && %s {", errorsName, f.Err.Name(), variable, test),
	}
	for _, line := range body {
		lines = append(lines, "\t"+line)
	}
	lines = append(lines, "}", "")
	x.scopes[p.stmt.Parent().Node()] = true
	return analysis.SuggestedFix{
		Message:   "Handle " + strings.Join(quoted, " or ") + " before",
		TextEdits: append(imports, edit.Replace(at, at, strings.Join(lines, "\n"+indent))),
	}, true
}

// isNamed reports whether the name of a variable means it at pos.
func (x *Fixer) isNamed(v *types.Var, pos token.Pos) bool {
	scope := x.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(v.Name(), pos)
	return obj == v
}
