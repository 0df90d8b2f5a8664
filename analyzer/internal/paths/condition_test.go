package paths_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// questions reports what is known of the status and the code of an error where the
// program asks something of it.
var questions = &analysis.Analyzer{
	Name:             "questions",
	Doc:              "report what is asked of errors",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:        []analysis.Fact{new(asks), new(helps)},
	Run:              func(pass *analysis.Pass) (any, error) { runQuestions(pass); return nil, nil },
	RunDespiteErrors: true,
}

func runQuestions(pass *analysis.Pass) {
	paths.Run(pass, &paths.Check{
		Matters: func(*types.Func) bool { return false },
		Call:    func(*paths.Path, *paths.Call) ([]paths.Value, bool) { return nil, false },
		Inside:  true,
		Tells: func(n ast.Expr) bool {
			id, ok := n.(*ast.Ident)
			return ok && sdk.IsErrorPackage(objectPackage(pass.TypesInfo.Uses[id]))
		},
		Field: func(f *types.Var) string {
			if f.Name() == "StatusCode" && !sdk.IsStatusField(f) {
				return "another status"
			}
			return ""
		},
		Asked: func(before, after *paths.Path, at ssa.Value, v paths.Value) {
			q, ok := after.Condition(v)
			if !ok {
				return
			}
			list := after.Note(nil, func() any { return make(map[ssa.Value][]string) }).(map[ssa.Value][]string)
			var known []string
			for _, k := range before.Conditions() {
				if k.Err == q.Err && k.Asks != q.Asks {
					known = append(known, conditionText(k))
				}
			}
			list[at] = append(list[at], fmt.Sprintf("%s, after %s", conditionText(q), strings.Join(known, " and ")))
		},
		Implied: func(p *paths.Path, v paths.Value, is bool) bool {
			q, ok := p.Condition(v)
			return ok && !is && slices.Contains(q.Codes, "implied")
		},
		Found: func(notes map[ssa.CallInstruction]any) {
			list, _ := notes[nil].(map[ssa.Value][]string)
			for at, texts := range list {
				slices.Sort(texts)
				pass.Report(analysis.Diagnostic{Pos: at.Pos(), Message: strings.Join(slices.Compact(texts), "; ")})
			}
		},
		NewFact:   func() paths.Fact { return new(asks) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
}

func objectPackage(obj types.Object) *types.Package {
	if obj == nil {
		return nil
	}
	return obj.Pkg()
}

// conditionText tells the codes that a condition asks for, or the statuses among some
// for which it holds.
func conditionText(c paths.Condition) string {
	text := strings.Join(c.Codes, "|")
	if c.Status != nil {
		var list []string
		for _, s := range []int{400, 401, 404, 500, 503} {
			if c.Status(s) {
				list = append(list, fmt.Sprint(s))
			}
		}
		text = strings.Join(list, "|")
	}
	if !c.Is {
		text = "not " + text
	}
	return text
}

// What a path has asked of one error is known where it asks something else of it.
func TestQuestions(t *testing.T) {
	fixtest.Run(t, testdata(t), questions, "paths/questions/predicates", "paths/questions")
}
