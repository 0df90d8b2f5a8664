package paths_test

import (
	"go/ast"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Not all functions that have to do with errors need be walked: for a check that is told
// what is asked of them, those that ask for both fields, and for any, those that other
// packages may use on errors and codes.
func TestIdle(t *testing.T) {
	t.Parallel()
	const src = `package idle

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func asks(e stytcherror.Error) bool { return e.StatusCode == 401 && e.ErrorType == "session_not_found" }

func switches(e stytcherror.Error) int {
	switch e.StatusCode {
	case 404:
		return len(e.ErrorType)
	}
	return 0
}

func callsAsking(e stytcherror.Error) {
	if asks(e) {
		println("signed out")
	}
}

func half(e stytcherror.Error) bool { return e.StatusCode == 401 }

func makes() error { return stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"} }

func prints(e stytcherror.Error) { println(e.StatusCode, e.ErrorType) }

func Flow(name string) error {
	if e := (stytcherror.Error{ErrorType: "x"}); e.ErrorType == stytcherror.Type(name) {
		return e
	}
	return nil
}

func layer(e stytcherror.Error, err error) {
	if err != nil {
		callsAsking(e)
	}
}

// Known tells other packages.
func Known(code string) bool { return code == string(stytcherror.Error{ErrorType: "x"}.ErrorType) }

// Asks tells other packages.
func Asks(e stytcherror.Error) (int, stytcherror.Type) { return e.StatusCode, e.ErrorType }
`
	asked := func(_, _ *paths.Path, _ ssa.Value, _ paths.Value) {}
	if got, want := walked(t, src, asked), 7; got != want { // asks, switches, callsAsking, prints, layer, Known, Asks
		t.Errorf("%d functions are walked for a check that is told what is asked, want %d", got, want)
	}
	if got, want := walked(t, src, nil), 2; got != want { // Known, Asks
		t.Errorf("%d functions are walked for any other, want %d", got, want)
	}
}

// walked counts the functions of a package that are walked for a check in which no call
// matters.
func walked(t *testing.T, src string, asked func(before, after *paths.Path, at ssa.Value, v paths.Value)) (n int) {
	t.Helper()
	toy := &analysis.Analyzer{Name: "idle", Doc: "idle", Requires: []*analysis.Analyzer{inspect.Analyzer}, FactTypes: []analysis.Fact{new(asks), new(helps)}}
	pass := fixtest.Pass(toy, fixtest.Source(t, testdata(t), "paths/idle", src))
	paths.Run(pass, &paths.Check{
		Matters: func(*types.Func) bool { return false },
		Call:    func(*paths.Path, *paths.Call) ([]paths.Value, bool) { return nil, false },
		Inside:  true,
		Tells: func(n ast.Expr) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return false
			}
			v, ok := pass.TypesInfo.Uses[id].(*types.Var)
			return ok && (sdk.IsStatusField(v) || sdk.IsCodeField(v))
		},
		Found:     func(map[ssa.CallInstruction]any) { n++ },
		Asked:     asked,
		NewFact:   func() paths.Fact { return new(asks) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
	return n
}
