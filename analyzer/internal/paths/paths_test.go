package paths_test

import (
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// toy reports calls of asked.Ask that ask what was asked before on the path, with
// what is known of the call before.
var toy = &analysis.Analyzer{
	Name:             "toy",
	Doc:              "report what is asked twice",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:        []analysis.Fact{new(asks), new(helps)},
	Run:              runToy,
	RunDespiteErrors: true,
}

type asks struct{ paths.Effects }

type helps struct{ paths.Effects }

func runToy(pass *analysis.Pass) (any, error) {
	found := make(map[token.Pos]string)
	meet := func(p *paths.Path, e *paths.Event) bool {
		events := p.Events()
		for i := range events {
			if before := &events[i]; before.Name == e.Name && before.Subject == e.Subject {
				again := ""
				if p.Again() {
					again = ", again"
				}
				text := fmt.Sprintf("%s, %s%s", endings[p.Ending(before)], scrutinies[before.Seen()], again)
				p.Note(e.Call, func() any { return text })
			}
		}
		return p.First(e.Subject) != 0
	}
	paths.Run(pass, &paths.Check{
		Matters: isAsk,
		Call: func(p *paths.Path, c *paths.Call) ([]paths.Value, bool) {
			if !isAsk(c.Fn) {
				return nil, false
			}
			e := paths.Event{Name: "ask", Subject: p.List(c.Args[0]), Call: p.At(c)}
			meet(p, &e)
			return p.Happens(c, e), true
		},
		Meet: meet,
		Found: func(notes map[ssa.CallInstruction]any) {
			for call, text := range notes {
				found[call.Common().Pos()] = text.(string)
			}
		},
		NewFact:   func() paths.Fact { return new(asks) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
	for pos, text := range found {
		pass.Report(analysis.Diagnostic{Pos: pos, Message: text})
	}
	return nil, nil
}

func isAsk(fn *types.Func) bool {
	return fn.Name() == "Ask" && fn.Pkg() != nil && fn.Pkg().Path() == "paths/asked"
}

var (
	endings    = [...]string{paths.Unknown: "unknown", paths.Succeeded: "succeeded", paths.Failed: "failed"}
	scrutinies = [...]string{paths.Unexamined: "unexamined", paths.Definite: "definite", paths.Foreign: "foreign", paths.Examined: "examined", paths.Judged: "judged"}
)

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestFollows(t *testing.T) {
	fixtest.Run(t, testdata(t), toy, "paths/asked", "paths/follows")
}

// What does not compile is left out, and nothing else is.
func TestBroken(t *testing.T) {
	fixtest.Run(t, testdata(t), toy, "paths/broken")
}

// found returns what the toy finds in a function with a body.
func found(t *testing.T, body string) (messages []string) {
	t.Helper()
	src := "package long\n\nimport (\n\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n\t\"paths/asked\"\n)\n\nvar _ stytcherror.Error\n\nfunc f(x string, n []int, b []bool) {\n" + body + "}\n"
	file := filepath.Join(testdata(t), "src", "paths", "long", "long.go")
	for _, act := range fixtest.Analyze(t, toy, fixtest.Load(t, testdata(t), map[string][]byte{file: []byte(src)}, "paths/long")) {
		for _, d := range act.Diagnostics {
			messages = append(messages, d.Message)
		}
	}
	return messages
}

// Beyond its bounds nothing is found, and it takes no longer. What makes no
// difference any more does not count.
func TestBounds(t *testing.T) {
	const ask = "asked.Ask(x)\n"
	var independent, correlated, sums, nested strings.Builder
	for i := range 40 {
		fmt.Fprintf(&independent, "if b[%d] { println(1) }\n", i)
		fmt.Fprintf(&correlated, "if b[%d] { println(1) }\n", i)
		fmt.Fprintf(&sums, "x%d := x%d + x%d\n", i+1, i, i)
		fmt.Fprintf(&nested, "for range n {\n")
	}
	for i := range 40 {
		fmt.Fprintf(&correlated, "if b[%d] { asked.Ask(\"x\" + x) }\n", i)
	}
	for _, tt := range []struct {
		name, body string
		want       int
	}{
		{"straight", strings.Repeat(ask, 500), 499},
		{"conditions that are not asked again", independent.String() + ask + ask, 1},
		{"conditions that are", correlated.String() + ask + ask, 0},
		{"sums of sums", "x0 := x\n" + sums.String() + "asked.Ask(x40)\n" + ask + ask, 1},
		{"loops in loops", nested.String() + ask + strings.Repeat("}\n", 40), 1},
	} {
		if got := found(t, tt.body); len(got) != tt.want {
			t.Errorf("%s: %d findings, want %d: %q", tt.name, len(got), tt.want, got)
		}
	}
}

// Functions that call each other in a circle are walked a few times each, and what
// is found does not depend on which one is the first, or on who calls them.
func TestCircle(t *testing.T) {
	const n = 60
	var b strings.Builder
	b.WriteString("if f0(x, 1) == nil {\nf0(x, 1)\n}\n}\n\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d(x string, n int) error {\nif n == 0 {\nreturn nil\n}\n_, err := asked.Ask(x)\nif err != nil && n > 1 {\nreturn f%d(x, n)\n}\nreturn err\n}\n\n", i, (i+1)%n)
	}
	b.WriteString("func last() {\n")
	if got := found(t, b.String()); len(got) < n-1 {
		t.Errorf("%d findings, want one in each function at least", len(got))
	}
}
