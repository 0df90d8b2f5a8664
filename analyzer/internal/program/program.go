// Package program shows checks a package as the program has it, without its tests.
package program

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// Analyzer finds the files of a package that are no tests. Its result is a *Syntax. An
// analyzer that requires it looks at nothing else, nor at facts about packages that only
// tests import, so that what it says of a package is the same whether or not its tests are
// compiled with it: it is run once for both.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchprogram",
	Doc:              "find the files of a package that are no tests\n\nThis analyzer reports nothing: others build upon its result.",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	Run:              run,
	ResultType:       reflect.TypeFor[*Syntax](),
	RunDespiteErrors: true,
}

// Syntax is what an analyzer looks at.
type Syntax struct {
	Files []*ast.File
	Root  inspector.Cursor
	// Uses returns the names in the files that stand for something, but for declarations,
	// in order. They are looked up once for all who ask.
	Uses func() []Use
}

// A Use is a name, and what it stands for.
type Use struct {
	At inspector.Cursor
	Of types.Object
}

func run(pass *analysis.Pass) (any, error) {
	files := slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool { return report.InTest(pass, f.FileStart) })
	if len(files) == len(pass.Files) {
		return all(pass), nil
	}
	return newSyntax(pass, files, inspector.New(files).Root()), nil
}

// Of returns what an analyzer looks at that requires [Analyzer], or else the inspector of
// all files.
func Of(pass *analysis.Pass) *Syntax {
	if s, ok := pass.ResultOf[Analyzer].(*Syntax); ok {
		return s
	}
	return all(pass)
}

func all(pass *analysis.Pass) *Syntax {
	return newSyntax(pass, pass.Files, pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root())
}

func newSyntax(pass *analysis.Pass, files []*ast.File, root inspector.Cursor) *Syntax {
	return &Syntax{files, root, sync.OnceValue(func() (uses []Use) {
		uses = make([]Use, 0, len(pass.TypesInfo.Uses))
		for cur := range root.Preorder((*ast.Ident)(nil)) {
			if obj := pass.TypesInfo.Uses[cur.Node().(*ast.Ident)]; obj != nil {
				uses = append(uses, Use{cur, obj})
			}
		}
		return uses
	})}
}
