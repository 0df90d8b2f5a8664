// Package editor answers what editors ask about error codes: whether one is
// expected where the cursor is, and what the one under the mouse means.
//
// A program that has type-checked a package runs [Analyzer] on it, with the facts of
// its dependencies, as any driver of package analysis does. Its result is a [*Flow],
// which is worth keeping for as long as the package does not change: to make it takes
// as long as to check the package, and to ask it next to nothing.
//
//	flow := pass.ResultOf[editor.Analyzer].(*editor.Flow)
//	if place, ok := flow.Place(pos); ok {
//		for _, set := range place.Sets {
//			offer(set.All()) // but for those in place.Present
//		}
//	}
//
// The package need not compile: code that is being written never does. A literal
// need not have an end, and there need be none at all.
package editor

import (
	"go/token"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/codename"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
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

// A Place is one where a code is expected.
type Place struct {
	// Pos and End surround what a code is to replace: a literal with its quotes, or
	// a name. They are equal where nothing is written yet.
	Pos, End token.Pos
	// Quoted says that a literal is begun there, and Open that it has no end: it ends
	// where the cursor is.
	Quoted, Open bool

	Sets []*catalog.Set // those that the code is of: of the API, of OAuth 2.0, or both
	Part bool           // a beginning, an end or a part of a code will do
	// Upper says that the code is brought to upper case before it is compared.
	Upper bool

	Present    []string            // the codes that stand beside it, as in a switch, sorted
	Operations []catalog.Operation // those that the function around it asks for, the nearest first
}

// A Mention is a literal that means a code, or is to mean one.
type Mention struct {
	Pos, End token.Pos
	Name     string
	Set      *catalog.Set
	// Match says which code it is, or what was meant: [catalog.Exact] and the code
	// itself, or what [catalog.Set.Nearest] knows of the name.
	Match catalog.Match
}
