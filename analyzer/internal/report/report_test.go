package report_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// TestUnfinished has a call that ends where the file does, and whose position
// says that there is a parenthesis behind.
func TestUnfinished(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", "package a\n\nvar x = f(1", 0)
	if err == nil {
		t.Fatal("no error")
	}
	fset.AddFile("b.go", -1, 100)
	var call *ast.CallExpr
	ast.Inspect(file, func(n ast.Node) bool {
		if n, ok := n.(*ast.CallExpr); ok {
			call = n
		}
		return true
	})
	if call.End() <= file.FileEnd {
		t.Fatalf("the call ends at %d, and the file at %d", call.End(), file.FileEnd)
	}
	var got []analysis.Diagnostic
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Report: func(d analysis.Diagnostic) { got = append(got, d) }}
	report.New(pass).Report(analysis.Diagnostic{
		Pos: call.Pos(),
		End: call.End(),
		SuggestedFixes: []analysis.SuggestedFix{
			{Message: "within", TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.Lparen}}},
			{Message: "beyond", TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End()}}},
		},
	}, true)
	if len(got) != 1 || got[0].Pos != call.Pos() || got[0].End != file.FileEnd {
		t.Errorf("%+v, in a file that ends at %d", got, file.FileEnd)
	}
	if len(got) == 1 && (len(got[0].SuggestedFixes) != 1 || got[0].SuggestedFixes[0].Message != "within") {
		t.Errorf("fixes %+v", got[0].SuggestedFixes)
	}
}
