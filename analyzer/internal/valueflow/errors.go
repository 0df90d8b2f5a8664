package valueflow

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Errors and their texts are followed in a graph of their own: most functions have an
// error at hand, and who asks for codes or clients need not pay for that.

// Errors finds the constants that the texts of the SDK's errors are searched for. Its
// result is a *ErrorResult.
var Errors = &analysis.Analyzer{
	Name:             "stytcherrorflow",
	Doc:              "follow the errors of Stytch's SDK to where their texts are searched\n\nThis analyzer reports nothing: others build upon its result.",
	Run:              runErrors,
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:        []analysis.Fact{(*errorFact)(nil)},
	ResultType:       reflect.TypeFor[*ErrorResult](),
	RunDespiteErrors: true,
}

// An errorFact is a funcFact about errors.
type errorFact struct{ Func funcFact }

func (*errorFact) AFact() {}

func (f *errorFact) String() string { return f.Func.String() }

// An errorDomain is what a builder knows of errors.
type errorDomain struct {
	matter   bool                // errors have nodes
	types    map[types.Type]bool // see isError
	majors   map[*node][]string
	at       map[int]ast.Node // where comparisons are made, by their index
	composed []composition
	results  map[*closure]map[int]*node // named ones
}

// A composition is a node that is made of several parts.
type composition struct {
	n       *node
	isError bool
	around  bool // it is an error around another one
}

func runErrors(pass *analysis.Pass) (any, error) {
	factful := make(map[*types.Package]bool)
	for _, f := range pass.AllObjectFacts() {
		factful[f.Object.Pkg()] = true
	}
	if sdk.InModule(pass.Pkg.Path()) || !sdk.Reaches(pass.Pkg) && len(factful) == 0 || !asksErrors(pass, factful) {
		return &ErrorResult{}, nil
	}
	b := newBuilder(pass)
	b.errors = errorDomain{matter: true, types: make(map[types.Type]bool), at: make(map[int]ast.Node)}
	b.factful = factful
	b.buildPackage()
	b.summarize()
	b.solve()
	b.exportFacts()
	return &ErrorResult{Searches: b.searches(), builder: b}, nil
}

// asksErrors reports whether a package may have something to say about errors of the
// SDK: it looks at their text, or it hands on some that it gets.
func asksErrors(pass *analysis.Pass, factful map[*types.Package]bool) bool {
	gets, looks, renders, searches := false, false, false, false
	seen := make(map[types.Object]bool)
	for _, obj := range pass.TypesInfo.Uses {
		gets = gets || sdk.IsErrorPackage(obj.Pkg())
		if v, ok := obj.(*types.Var); ok && isMessage(v) {
			looks = true
		}
		fn, ok := obj.(*types.Func)
		if !ok || seen[obj] {
			continue
		}
		seen[obj] = true
		gets = gets || sdk.IsCall(fn.Origin()) || factful[fn.Pkg()] && pass.ImportObjectFact(fn.Origin(), new(errorFact))
		looks = looks || fn.Name() == "Error" && fn.Signature().Recv() != nil
		switch does := library.Of(fn).Does; {
		case does == library.AssertErrorText, does == library.AssertErrorIs, does == library.AssertMatch, does == library.Expect:
			looks = true
		case does == library.Sprint, does == library.Sprintln, does == library.Sprintf:
			renders = true
		case does >= library.CompareText && does <= library.CutSuffix:
			searches = true
		}
	}
	if looks || renders && searches {
		return gets || sdk.IsImportedBy(pass.Pkg)
	}
	return gets && handsOnErrors(pass.Pkg)
}

// handsOnErrors reports whether other packages may get an error from one.
func handsOnErrors(pkg *types.Package) bool {
	if pkg.Name() == "main" {
		return false
	}
	returns := func(fn *types.Func) bool { return fn.Exported() && library.ReturnsError(fn.Signature()) }
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			if returns(obj) {
				return true
			}
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok {
				for m := range named.Methods() {
					if returns(m) {
						return true
					}
				}
			}
		}
	}
	return false
}
