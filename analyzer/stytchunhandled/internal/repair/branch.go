package repair

import (
	"fmt"
	"go/ast"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// branch puts a branch before the answer that the server failed: one that answers the
// failure that users cause, in the same way.
func (x *Fixer) branch(f *Finding, fn function, file *edit.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Handle " + each(f.Codes, strconv.Quote, " or ") + " before"}
	p, ok := x.placeOf(fn, f.Answer)
	if !ok || !f.Found || len(f.Codes) == 0 || f.Major == "" || f.Major == "v2" || x.branched[p.stmt.Parent().Node()] {
		return fix, false
	}
	at := p.stmt.Node().Pos()
	err := x.holder(fn, f.Calls, at)
	if !x.leaves(p) || has[*ast.LabeledStmt](fn.cur.Node()) || !file.Listed(p.stmt) || err == nil || file.Meaning(at, err.Name()) != err {
		return fix, false
	}
	r := &rewriter{Fixer: x, place: p, file: file, at: at}
	if f.Stops && !slices.ContainsFunc(p.after, func(cur inspector.Cursor) bool { return x.isAbort(cur.Node()) }) {
		r.abort = fn.name
	}
	body, ok := r.statements()
	if !ok {
		return fix, false
	}
	path, name := sdk.ErrorPackage(f.Major)
	errorsName := file.Imported(at, "errors", "errors", &r.missing)
	sdkName := file.Imported(at, path, name, &r.missing)
	var decl ast.Node
	for around := range p.stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.GenDecl)(nil)) {
		decl = around.Node() // at last, the outermost
	}
	variable := edit.Free(decl, "stytchErr", "stytchError", "refused")
	imports, ok := file.Imports(r.missing)
	have, some := x.imports[fn.file]
	if !ok || errorsName == "" || sdkName == "" || variable == "" || variable == sdkName || some && !slices.Equal(have, r.missing) {
		return fix, false
	}
	x.imports[fn.file] = r.missing
	x.branched[p.stmt.Parent().Node()] = true
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
