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

// A check that is told what is asked of errors need not walk all functions that have
// to do with them.
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

func layer(e stytcherror.Error, err error) {
	if err != nil {
		callsAsking(e)
	}
}

// Asks tells other packages.
func Asks(e stytcherror.Error) (int, stytcherror.Type) { return e.StatusCode, e.ErrorType }
`
	walked := 0
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
		Found:     func(map[ssa.CallInstruction]any) { walked++ },
		Asked:     func(_, _ *paths.Path, _ ssa.Value, _ paths.Value) {},
		NewFact:   func() paths.Fact { return new(asks) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
	if want := 4; walked != want { // asks, switches, callsAsking, Asks
		t.Errorf("%d functions are walked, want %d", walked, want)
	}
}
