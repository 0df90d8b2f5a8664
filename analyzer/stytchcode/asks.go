package stytchcode

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// askers finds the functions that only ask what is in their variadic parameter,
// for the packages that call them.
var askers = &analysis.Analyzer{
	Name:             "stytchcodeasks",
	Doc:              "find functions that only search their last arguments\n\nThis analyzer reports nothing: stytchcode builds upon its result.",
	Run:              findAskers,
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:        []analysis.Fact{new(asks)},
	ResultType:       reflect.TypeFor[asking](),
	RunDespiteErrors: true,
}

// Asking holds the functions of other packages that only ask.
type asking map[*types.Func]bool

// An asks is the fact of such a function.
type asks struct{}

func (*asks) AFact() {}

func (*asks) String() string { return "asks" }

func findAskers(pass *analysis.Pass) (any, error) {
	others := make(asking)
	for _, f := range pass.AllObjectFacts() {
		if fn, ok := f.Object.(*types.Func); ok {
			others[fn] = true
		}
	}
	if len(others) == 0 && !sdk.Reaches(pass.Pkg) {
		return others, nil
	}
	s := newSets(pass, pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(), others)
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok || !d.Name.IsExported() {
				continue
			}
			fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func)
			if !ok || !fn.Signature().Variadic() {
				continue
			}
			last := fn.Signature().Params().Len() - 1
			if list, ok := fn.Signature().Params().At(last).Type().(*types.Slice); ok && isString(list.Elem()) && s.asks(fn, last) {
				pass.ExportObjectFact(fn, new(asks))
			}
		}
	}
	return others, nil
}
