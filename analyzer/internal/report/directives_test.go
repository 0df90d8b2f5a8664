package report_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

const directives = `package a

//stytchlint:ignore stytchcode the gateway adds it
var used int

var trailing int //stytchlint:ignore stytchcode,stytchstatus the gateway adds it

//stytchlint:ignore stytchstatus it is of another check
var others int

//stytchlint:ignore stytchcode
var reasonless int

//stytchlint:ignore stytchcode this one is for a finding that is switched off
var hidden int

//stytchlint:ignore stytchcode nothing is found here
const unused = 1
`

// TestDirectives reports each variable of a file, and then what silenced nothing.
func TestDirectives(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", directives, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	pass := &analysis.Pass{
		Analyzer: &analysis.Analyzer{Name: "stytchcode"},
		Fset:     fset,
		Files:    []*ast.File{file},
		Report: func(d analysis.Diagnostic) {
			got = append(got, fmt.Sprint(fset.Position(d.Pos).Line, " ", d.Message))
		},
	}
	found, err := ignore.Analyzer.Run(pass)
	if err != nil {
		t.Fatal(err)
	}
	pass.ResultOf = map[*analysis.Analyzer]any{ignore.Analyzer: found}
	r := report.New(pass)
	ast.Inspect(file, func(n ast.Node) bool {
		if decl, ok := n.(*ast.GenDecl); ok && decl.Tok == token.VAR {
			name := decl.Specs[0].(*ast.ValueSpec).Names[0]
			r.Report(analysis.Diagnostic{Pos: name.Pos(), End: name.End(), Message: name.Name}, name.Name != "hidden")
		}
		return true
	})
	r.Finish()
	want := []string{
		"9 others",
		"12 reasonless",
		"17 //stytchlint:ignore stytchcode silences nothing here; remove it",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
