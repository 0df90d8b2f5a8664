// Package editor answers what editors ask about error codes: which can be written
// where the cursor is, and what the one under the mouse means.
//
// A program that has type-checked a package runs [Analyzer] on it, with the facts of
// its dependencies, as any driver of package analysis does. Its result is a [*Flow],
// which is worth keeping for as long as the package does not change: to make it takes
// as long as to check the package, and to ask it next to nothing.
//
//	flow := pass.ResultOf[editor.Analyzer].(*editor.Flow)
//	if c, ok := flow.Complete(pos); ok {
//		offer(c.Items)
//	}
//
// The package need not compile: code that is being written never does. A literal
// need not have an end, and there need be none at all.
package editor

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/codename"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// Analyzer follows the values of a package, so that questions about it can be
// answered. It reports nothing. Its result is a [*Flow].
var Analyzer = &analysis.Analyzer{
	Name:             "stytcheditor",
	Doc:              "answer what editors ask about Stytch's error codes\n\nThis analyzer reports nothing: editors ask its result.",
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/editor",
	Run:              run,
	Requires:         []*analysis.Analyzer{valueflow.Analyzer, inspect.Analyzer},
	ResultType:       reflect.TypeFor[*Flow](),
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	return &Flow{
		pass: pass,
		flow: pass.ResultOf[valueflow.Analyzer].(*valueflow.Result),
		view: &codename.View{Root: root, Info: pass.TypesInfo},
	}, nil
}

// A Flow is what is known of the values of one package, as it was when it was
// analyzed. It may be asked by several goroutines.
type Flow struct {
	pass *analysis.Pass

	mu   sync.Mutex // the flow marks what it visited
	flow *valueflow.Result
	view *codename.View
}
