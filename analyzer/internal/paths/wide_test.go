package paths_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// wide returns a package with a function that asks twice at its end, after more ways
// through it than are followed if each of them is another one.
func wide(before, way, after string) string {
	var b, used strings.Builder
	for i := range 8 {
		fmt.Fprintf(&b, "\t%s\n\tif rand.Int() > 3 {\n\t\t%s\n\t}\n", numbered(before, i), numbered(way, i))
		used.WriteString("\t" + numbered(after, i) + "\n")
	}
	return `package wide

import (
	"fmt"
	"math/rand"

	"paths/asked"
)

func scan(from string) string {
	var name string
	fmt.Sscan(from, &name)
	return name
}

func Wide(x string) {
` + b.String() + `	asked.Ask(x)
	asked.Ask(x)
` + used.String() + `}
`
}

func numbered(s string, i int) string { return strings.ReplaceAll(s, "#", fmt.Sprint(i)) }

func analyzeWide(t *testing.T, a *analysis.Analyzer, src string) []analysis.Diagnostic {
	t.Helper()
	file := filepath.Join(testdata(t), "src", "paths", "wide", "wide.go")
	pkgs := fixtest.Load(t, testdata(t), map[string][]byte{file: []byte(src)}, "paths/wide")
	if errs := fixtest.Problems(pkgs); len(errs) > 0 {
		t.Fatal(errs)
	}
	var found []analysis.Diagnostic
	for _, act := range fixtest.Analyze(t, a, pkgs) {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		found = append(found, act.Diagnostics...)
	}
	return found
}

// The variables of calls that have ended tell no paths apart.
func TestEndedCalls(t *testing.T) {
	if found := analyzeWide(t, toy, wide("", "scan(x)", "")); len(found) != 1 {
		t.Errorf("found %d calls that ask again, want 1", len(found))
	}
}

// A function whose paths differ in more than in conditions is not walked once more
// without them.
func TestHopeless(t *testing.T) {
	entered := 0
	counts := &analysis.Analyzer{
		Name:      "counts",
		Doc:       "count how often a function is walked",
		Requires:  []*analysis.Analyzer{inspect.Analyzer},
		FactTypes: []analysis.Fact{new(asks), new(helps)},
		Run: func(pass *analysis.Pass) (any, error) {
			paths.Run(pass, &paths.Check{
				Matters: isAsk,
				Call:    func(*paths.Path, *paths.Call) ([]paths.Value, bool) { return nil, false },
				Meet:    func(*paths.Path, *paths.Event) bool { return false },
				Enter: func(_ *paths.Path, b *ssa.BasicBlock) {
					if b.Index == 0 && b.Parent().Name() == "Wide" {
						entered++
					}
				},
				Found:     func(map[ssa.CallInstruction]any) {},
				NewFact:   func() paths.Fact { return new(asks) },
				NewHelper: func() paths.Fact { return new(helps) },
			})
			return nil, nil
		},
	}
	analyzeWide(t, counts, wide(`v# := ""`, `v# = "x"`, "fmt.Println(v#)"))
	if entered != 1 {
		t.Errorf("walked %d times, want once", entered)
	}
}
