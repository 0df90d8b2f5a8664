package paths_test

import (
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"os"
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

// answers reports how requests are answered after a call of asked.Ask, and which
// errors are returned then: with how the call ended, what its code is, and the status.
var answers = &analysis.Analyzer{
	Name:             "answers",
	Doc:              "report what is answered",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:        []analysis.Fact{new(asks), new(helps)},
	Run:              func(pass *analysis.Pass) (any, error) { runAnswers(pass); return nil, nil },
	RunDespiteErrors: true,
}

func runAnswers(pass *analysis.Pass) {
	found := make(map[token.Pos][]string)
	note := func(p *paths.Path, at ssa.CallInstruction, what string) {
		events := p.Events()
		for i := range events {
			if e := &events[i]; e.Name == "ask" {
				list := p.Note(at, func() any { return new([]string) }).(*[]string)
				*list = append(*list, fmt.Sprintf("%s, %s, %s", endings[p.Ending(e)], codes(p, e), what))
			}
		}
	}
	meet := func(p *paths.Path, e *paths.Event) bool {
		if e.Name == "answer" {
			status := "?"
			if n, ok := p.Number(p.Details(e)[0]); ok {
				status = fmt.Sprint(n)
			}
			note(p, e.Call, status)
		}
		return true
	}
	paths.Run(pass, &paths.Check{
		Matters: isAsk,
		Inside:  true,
		Helpers: true,
		Call: func(p *paths.Path, c *paths.Call) ([]paths.Value, bool) {
			switch {
			case isAsk(c.Fn):
				return p.Happens(c, paths.Event{Name: "ask", Subject: p.List(c.Args[0]), Call: p.At(c)}), true
			case c.Fn.Name() == "WriteHeader":
				e := paths.Event{Name: "answer", Subject: p.List(c.Args[0]), Details: p.List(c.Args[1]), Call: p.At(c)}
				meet(p, &e)
				p.Remember(e)
				return nil, true
			}
			return nil, false
		},
		Meet: meet,
		Return: func(p *paths.Path, results []paths.Value) {
			for _, r := range results {
				if !p.IsNotNil(r) {
					continue
				}
				what := "returned"
				if named, ok := p.Type(r).(*types.Named); ok {
					what += " " + named.Obj().Name()
					for _, field := range [...]string{"Status", "Code"} {
						if n, ok := p.Number(p.Field(r, field)); ok {
							what += fmt.Sprint(" ", n)
						}
					}
				}
				for _, e := range p.Events() {
					if p.Wraps(r, &e) {
						what += " around it"
					}
				}
				for _, e := range p.Events() {
					if e.Name == "" {
						continue
					}
					list := p.Note(e.Call, func() any { return new([]string) }).(*[]string)
					*list = append(*list, fmt.Sprintf("%s, %s, %s", endings[p.Ending(&e)], codes(p, &e), what))
				}
			}
		},
		Found: func(notes map[ssa.CallInstruction]any) {
			for call, list := range notes {
				found[call.Common().Pos()] = *list.(*[]string)
			}
		},
		NewFact:   func() paths.Fact { return new(asks) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
	for pos, list := range found {
		slices.Sort(list)
		pass.Report(analysis.Diagnostic{Pos: pos, Message: strings.Join(slices.Compact(list), "; ")})
	}
}

// codes says what a path has found out about the code of an error.
func codes(p *paths.Path, e *paths.Event) string {
	a := p.Answer(e, func(string) bool { return true })
	if what := answerText(a); what != "any" || e.Seen() != paths.Examined {
		return what
	}
	return "examined"
}

func answerText(a paths.Answer) string {
	what := "any"
	switch {
	case a.Foreign:
		return "foreign"
	case a.Is != nil:
		what = strings.Join(a.Is, " ")
	case a.Not != nil:
		what = "not " + strings.Join(a.Not, " ")
	}
	a.Is = nil
	all := [...]int{400, 401, 404, 500}
	var statuses []string
	for _, s := range all {
		if a.MayBe("", []int{s}) {
			statuses = append(statuses, fmt.Sprint(s))
		}
	}
	if len(statuses) < len(all) {
		what += " with " + strings.Join(statuses, " ")
	}
	return what
}

// Conditions on errors tell what their codes and statuses may be.
func TestConditions(t *testing.T) {
	fixtest.Run(t, testdata(t), answers, "paths/asked", "paths/helpers", "paths/conditions")
}

// Functions in which nothing matters are known for what they do, in other packages,
// too.
func TestHelpers(t *testing.T) {
	fixtest.Run(t, testdata(t), answers, "paths/asked", "paths/helpers", "paths/uses")
}

// Calls through interfaces are followed into the types that implement them, in this
// package and others.
func TestLayers(t *testing.T) {
	fixtest.Run(t, testdata(t), answers, "paths/asked", "paths/layers/domain", "paths/layers/adapter", "paths/layers/handler")
}

// Function literals are followed on their own, and where a function of the program
// calls them.
func TestLiterals(t *testing.T) {
	fixtest.Run(t, testdata(t), answers, "paths/asked", "paths/helpers", "paths/literals")
}

// Files that somebody is writing are no reason to stop.
func TestHalfWritten(t *testing.T) {
	overlay := make(map[string][]byte)
	var patterns []string
	for _, name := range [...]string{"helpers", "conditions", "literals", "layers/handler"} {
		dir := filepath.Join(testdata(t), "src", "paths")
		src, err := os.ReadFile(filepath.Join(dir, name, filepath.Base(name)+".go"))
		if err != nil {
			t.Fatal(err)
		}
		for end := bytes.Index(src, []byte("\nfunc")); end < len(src); end += 97 {
			half := fmt.Sprintf("half%s%d", filepath.Base(name), end)
			overlay[filepath.Join(dir, half, "half.go")] = src[:end]
			patterns = append(patterns, "paths/"+half)
		}
	}
	for _, act := range fixtest.Analyze(t, answers, fixtest.Load(t, testdata(t), overlay, patterns...)) {
		if act.Err != nil {
			t.Error(act.Err)
		}
	}
}
