package paths_test

import (
	"fmt"
	"path/filepath"
	"slices"
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

type part struct{ n int }

type pair struct{ p *part }

var (
	all  []part
	read func(any)
	take func(part)
	list func(...any)
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

// What nobody can ask for any more tells no paths apart.
func TestAlike(t *testing.T) {
	for _, tt := range []struct{ name, before, way, after string }{
		{"variables of calls that have ended", "", "scan(x)", ""},
		{"arguments with dots", "", "list(x, #)", ""},
		{"structs that lead to nothing", "", "take(all[#])", ""},
	} {
		if found := analyzeWide(t, toy, wide(tt.before, tt.way, tt.after)); len(found) != 1 {
			t.Errorf("%s: found %d calls that ask again, want 1", tt.name, len(found))
		}
	}
}

// steps counts the instructions that are run.
func steps(t *testing.T, src string) (n int) {
	t.Helper()
	counted(t, src, &paths.Check{Inside: true, Step: func(*paths.Path, ssa.Instruction) { n++ }})
	return n
}

// entries counts how often the walk comes to blocks of a function.
func entries(t *testing.T, src, name, comment string) (n int) {
	t.Helper()
	counted(t, src, &paths.Check{Step: func(_ *paths.Path, instr ssa.Instruction) {
		b := instr.Block()
		isStore := func(instr ssa.Instruction) bool { _, ok := instr.(*ssa.Store); return ok }
		if b.Comment == comment && b.Parent().Name() == name && isStore(instr) && slices.IndexFunc(b.Instrs, isStore) == slices.Index(b.Instrs, instr) {
			n++
		}
	}})
	return n
}

// counted runs a check that counts something.
func counted(t *testing.T, src string, check *paths.Check) {
	t.Helper()
	check.Matters = isAsk
	if check.Call == nil {
		check.Call = func(*paths.Path, *paths.Call) ([]paths.Value, bool) { return nil, false }
	}
	if check.Meet == nil {
		check.Meet = func(*paths.Path, *paths.Event) bool { return false }
	}
	check.Found = func(map[ssa.CallInstruction]any) {}
	check.NewFact = func() paths.Fact { return new(asks) }
	check.NewHelper = func() paths.Fact { return new(helps) }
	analyzeWide(t, &analysis.Analyzer{
		Name:      "counts",
		Doc:       "count what is run",
		Requires:  []*analysis.Analyzer{inspect.Analyzer},
		FactTypes: []analysis.Fact{new(asks), new(helps)},
		Run: func(pass *analysis.Pass) (any, error) {
			paths.Run(pass, check)
			return nil, nil
		},
	}, src)
}

// In which round a variable was set tells no paths apart.
func TestRoundsAlike(t *testing.T) {
	var vars, sets, used strings.Builder
	for i := range 4 {
		fmt.Fprintf(&vars, "\tvar v%d *part\n", i)
		fmt.Fprintf(&sets, "\t\tif rand.Int() > 3 {\n\t\t\tv%d = next()\n\t\t}\n", i)
		fmt.Fprintf(&used, "\tfmt.Println(v%d)\n", i)
	}
	src := wide("", "", "") + "\nvar next func() *part\n\nfunc loop(x string) {\n" + vars.String() +
		"\tfor range all {\n" + sets.String() + "\t}\n\tasked.Ask(x)\n\tasked.Ask(x)\n" + used.String() + "}\n"
	if found := analyzeWide(t, toy, src); len(found) != 2 {
		t.Errorf("found %d calls that ask again, want 2", len(found))
	}
}

// Of the rounds of a loop through a list the first one is another one than the rest, which
// are alike.
func TestRounds(t *testing.T) {
	if n := entries(t, wide("", "", "")+"\nfunc rounds(x string) {\n\tfor i := range all {\n\t\tasked.Ask(x)\n\t\tprintln(i)\n\t}\n}\n", "rounds", "rangeindex.body"); n != 2 {
		t.Errorf("%d rounds, want 2", n)
	}
}

// However long a chain of functions is, what is looked into stays in proportion to it.
func TestChain(t *testing.T) {
	chain := func(n int) int {
		var b strings.Builder
		b.WriteString("\nfunc f0(x string) error {\n\t_, err := asked.Ask(x)\n\treturn err\n}\n")
		for i := range n {
			fmt.Fprintf(&b, "\nfunc f%d(x string) error {\n\t%s\n\treturn f%d(x)\n}\n", i+1, strings.Repeat("_ = []any{x, x, x, x, x, x, x, x, x, x}\n\t", 3), i)
		}
		return steps(t, wide("", "", "")+b.String())
	}
	if one, two := chain(20), chain(40); two > one*9/4 || two > 40*500 {
		t.Errorf("%d instructions in 20 functions and %d in 40", one, two)
	}
}

// Functions in which nothing matters are looked into as far as they are light, all that
// they call included, wherever in a chain they stand.
func TestLight(t *testing.T) {
	var b strings.Builder
	b.WriteString("\nfunc g0(x []any) []any { return x }\n")
	for i := range 12 {
		fmt.Fprintf(&b, "\nfunc g%d(x []any) []any {\n\t_ = []any{x, x, x, x, x, x, x, x}\n\t_ = g%[2]d(x)\n\treturn g%[2]d(x)\n}\n", i+1, i)
	}
	b.WriteString("\nfunc user(x string) error {\n\t_ = g12(nil)\n\t_, err := asked.Ask(x)\n\treturn err\n}\n")
	if n := steps(t, wide("", "", "")+b.String()); n > 400 {
		t.Errorf("%d instructions for a function that is not worth it", n)
	}
}

// However many calls a function makes, a path remembers some of them, and each is heard of
// at its end.
func TestManyEvents(t *testing.T) {
	many := func(n int) (remembered int) {
		ended := make(map[ssa.CallInstruction]bool)
		counted(t, wide("", "", "")+"\nfunc many(x string) {\n"+strings.Repeat("\tif _, err := asked.Ask(x); err != nil {\n\t\treturn\n\t}\n", n)+"}\n", &paths.Check{
			Inside: true,
			Call: func(p *paths.Path, c *paths.Call) ([]paths.Value, bool) {
				if !isAsk(c.Fn) || c.Instr.Parent().Name() != "many" {
					return nil, false
				}
				remembered += len(p.Events())
				return p.Happens(c, paths.Event{Name: "ask", Subject: p.List(c.Args[0]), Call: c.Instr}), true
			},
			End: func(_ *paths.Path, e *paths.Event) {
				if p := e.Call; p.Parent().Name() == "many" {
					ended[p] = true
				}
			},
		})
		if len(ended) != n {
			t.Errorf("heard of the end of %d events, want %d", len(ended), n)
		}
		return remembered
	}
	if one, two := many(100), many(200); two > one*5/2 {
		t.Errorf("at all calls together, %d events are remembered for 100 of them and %d for 200", one, two)
	}
}

// Calls that end in several ways, one behind the other, are followed as long as there are
// few.
func TestForks(t *testing.T) {
	many := func(n int) (calls int) {
		src := "\nfunc ask(x string) error {\n\t_, err := asked.Ask(x)\n\treturn err\n}\n\nfunc many(x string) []any {\n\treturn []any{" + strings.Repeat("ask(x), ", n) + "}\n}\n"
		counted(t, wide("", "", "")+src, &paths.Check{
			Call: func(p *paths.Path, c *paths.Call) ([]paths.Value, bool) {
				if c.Instr.Parent().Name() == "many" {
					calls++
				}
				if !isAsk(c.Fn) {
					return nil, false
				}
				return p.Happens(c, paths.Event{Name: "ask", Subject: p.List(p.Int(int64(calls))), Call: c.Instr}), true
			},
			Meet: func(*paths.Path, *paths.Event) bool { return true },
		})
		return calls
	}
	if few := many(8); few != 1<<8-1 {
		t.Errorf("8 calls are made %d times, want %d", few, 1<<8-1)
	}
	if n := many(40); n > 3000 {
		t.Errorf("40 calls are made %d times", n)
	}
}
