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
	FactTypes:        []analysis.Fact{(*errorFact)(nil), (*errorHelper)(nil)},
	ResultType:       reflect.TypeFor[*ErrorResult](),
	RunDespiteErrors: true,
}

// An errorFact is a funcFact about errors.
type errorFact struct{ Func funcFact }

func (*errorFact) AFact() {}

func (f *errorFact) String() string { return f.Func.String() }

// An errorHelper is an errorFact about a function of a package that has nothing to do
// with the SDK, and which may be given its errors.
type errorHelper struct{ Func funcFact }

func (*errorHelper) AFact() {}

func (f *errorHelper) String() string { return f.Func.String() }

// An errorDomain is what a builder knows of errors.
type errorDomain struct {
	matter   bool                      // errors have nodes
	helps    bool                      // the package has nothing to do with the SDK
	types    map[types.Type]bool       // see isError
	words    map[*node]map[string]bool // see wordsOf
	majors   map[*node][]string
	at       map[int]ast.Node // where comparisons are made, by their index
	composed []composition

	several bool                 // the package imports several major versions of the SDK
	asked   map[ast.Expr][]*node // see Major
}

// A composition is a node that is made of several parts.
type composition struct {
	n       *node
	isError bool
	around  bool // it is an error around another one
}

func runErrors(pass *analysis.Pass) (any, error) {
	factful, told := make(map[*types.Package]bool), false
	for _, f := range pass.AllObjectFacts() {
		factful[f.Object.Pkg()] = true
		_, ok := f.Fact.(*errorFact)
		told = told || ok
	}
	if sdk.InModule(pass.Pkg.Path()) {
		return &ErrorResult{}, nil
	}
	helps := !(told || sdk.Reaches(pass.Pkg)) || !asksErrors(pass, factful)
	if helps && !(library.IsOfProgram(pass) && hasFunction(pass, takesError)) {
		return &ErrorResult{}, nil
	}
	b := newBuilder(pass)
	b.errors = errorDomain{
		matter: true, helps: helps, types: make(map[types.Type]bool), at: make(map[int]ast.Node),
		several: len(sdk.Majors(pass.Pkg)) > 1, asked: make(map[ast.Expr][]*node),
	}
	b.factful = factful
	b.buildPackage()
	b.summarize()
	b.solve()
	b.exportFacts()
	return &ErrorResult{Searches: b.searches(), builder: b}, nil
}

// hasFunction reports whether a package that others import declares a function or method
// for them that is of some sort.
func hasFunction(pass *analysis.Pass, is func(*types.Func) bool) bool {
	if pass.Pkg.Name() == "main" {
		return false
	}
	for _, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok && fn.Exported() && is(fn) {
			return true
		}
	}
	return false
}

// takesError reports whether a function may be given an error, to look at its text or to
// wrap it.
func takesError(fn *types.Func) bool { return library.TakesError(fn.Signature()) }

func returnsError(fn *types.Func) bool { return library.ReturnsError(fn.Signature()) }

// asksErrors reports whether a package may have something to say about errors of the
// SDK: it looks at their text, or it hands on some that it gets, or they are those of
// several versions.
func asksErrors(pass *analysis.Pass, factful map[*types.Package]bool) bool {
	if len(sdk.Majors(pass.Pkg)) > 1 {
		return true
	}
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
		gets = gets || sdk.IsCall(fn.Origin())
		if factful[fn.Pkg()] {
			if fact := errorFactOf(pass, fn.Origin()); fact != nil {
				gets = true
				looks = looks || len(fact.Meets) > 0 || !library.ReturnsError(fn.Signature())
			}
		}
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
	return gets && hasFunction(pass, returnsError)
}

// errorFactOf returns what facts tell of a function, nil if there are none.
func errorFactOf(pass *analysis.Pass, fn *types.Func) *funcFact {
	fact, helper := new(errorFact), new(errorHelper)
	switch {
	case pass.ImportObjectFact(fn, fact):
		return &fact.Func
	case pass.ImportObjectFact(fn, helper):
		return &helper.Func
	}
	return nil
}
