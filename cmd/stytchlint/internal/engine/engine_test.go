package engine

import (
	"context"
	"errors"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// write writes a module of the given files.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module example.com/m\n\ngo 1.26\n"
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// check runs analyzers on packages of a module.
func check(t *testing.T, dir string, patterns []string, analyzers ...*analysis.Analyzer) (*Result, error) {
	t.Helper()
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	return Run(context.Background(), Config{
		Go: goCommand, Dir: dir, Patterns: patterns, Analyzers: analyzers, Done: func() {},
	})
}

// A spy is an analyzer that notes the packages that it runs on.
type spy struct {
	mu   sync.Mutex
	seen []string
}

func (s *spy) analyzer() *analysis.Analyzer {
	return &analysis.Analyzer{Name: "spy", Doc: "spy", FactTypes: []analysis.Fact{new(marked)}, Run: s.run}
}

// Marked is the fact about functions of the name Mark, and of those that call
// one that is marked, and about packages with a function of the name Package.
type marked struct{}

func (*marked) AFact() {}

func (s *spy) run(pass *analysis.Pass) (any, error) {
	s.mu.Lock()
	s.seen = append(s.seen, pass.Pkg.Path())
	s.mu.Unlock()
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if d.Name.Name == "Package" {
				pass.ExportPackageFact(new(marked))
			}
			isMarked := d.Name.Name == "Mark"
			ast.Inspect(d, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					fn, ok := pass.TypesInfo.Uses[id].(*types.Func)
					isMarked = isMarked || ok && pass.ImportObjectFact(fn, new(marked))
				}
				return true
			})
			if isMarked {
				pass.ExportObjectFact(pass.TypesInfo.Defs[d.Name], new(marked))
				pass.ReportRangef(d.Name, "marked")
			}
		}
	}
	return nil, nil
}

// TestInterrupt does not wait for a check that is at work.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"named/named.go": "package named // stytch.com\n"})
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	defer close(ended)
	endless := &analysis.Analyzer{Name: "endless", Doc: "endless", Run: func(*analysis.Pass) (any, error) {
		cancel()
		<-ended
		return nil, nil
	}}
	_, err = Run(ctx, Config{
		Go: goCommand, Dir: dir, Patterns: []string{"./..."}, Analyzers: []*analysis.Analyzer{endless}, Done: func() {},
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestSDK checks a module that uses the SDK, which a copy beside it stands in for. The
// SDK itself is not analyzed, unless it is what is asked for.
func TestSDK(t *testing.T) {
	t.Parallel()
	const sdk = "github.com/stytchauth/stytch-go/v18"
	dir := write(t, map[string]string{
		"sdk/go.mod":         "module " + sdk + "\n",
		"sdk/stytch/sdk.go":  "package stytch // stytch.com\n\ntype Client struct{}\n\nfunc Mark() {}\n",
		"client/client.go":   "package client\n\nimport \"" + sdk + "/stytch\"\n\ntype Client struct{ c stytch.Client }\n\nfunc F() { stytch.Mark() }\n",
		"app/app.go":         "package app\n\nimport \"example.com/m/client\"\n\ntype App struct{ c *client.Client }\n",
		"cmd/cmd.go":         "package cmd\n\nimport \"example.com/m/app\"\n\nvar a app.App\n",
		"unseen/unseen.go":   "package unseen\n\nimport \"example.com/m/client\"\n\nfunc F() { client.F() }\n",
		"farther/farther.go": "package farther\n\nimport \"example.com/m/unseen\"\n\nvar _ = unseen.F\n",
	})
	mod := "module example.com/m\n\ngo 1.26\n\nrequire " + sdk + " v18.0.0\n\nreplace " + sdk + " => ./sdk\n"
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o600); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{dir: "app client cmd unseen", filepath.Join(dir, "sdk"): sdk + "/stytch"} {
		var s spy
		if _, err := check(t, dir, []string{"./..."}, s.analyzer()); err != nil {
			t.Fatal(err)
		}
		slices.Sort(s.seen)
		if got := strings.ReplaceAll(strings.Join(s.seen, " "), "example.com/m/", ""); got != want {
			t.Errorf("analyzed %s, want %s", got, want)
		}
	}
}

// TestTell has the facts that the checks know. Some are no reason to look at an importer.
func TestTell(t *testing.T) {
	t.Parallel()
	for _, a := range analyzer.All() {
		for _, f := range a.FactTypes {
			n := new(node)
			n.tell(driver.Record{Fact: f})
			if n.tells == trigger.ForUsersOfSDK(f) || len(n.records) != 1 {
				t.Errorf("%T: tells %t", f, n.tells)
			}
		}
	}
}

// TestWhatMatters has packages above a name. Only those are analyzed that facts
// reach.
func TestWhatMatters(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"plain/plain.go":   "package plain\n\nfunc F() { undefined() }\n",
		"named/named.go":   "package named // stytch.com\n\nfunc Mark() {}\n",
		"quiet/quiet.go":   "package quiet // stytch.com\n\nfunc F() {}\n",
		"above/above.go":   "package above\n\nimport \"example.com/m/named\"\n\nfunc F() { named.Mark() }\n",
		"top/top.go":       "package top\n\nimport \"example.com/m/above\"\n\nfunc F() { above.F() }\n",
		"silent/silent.go": "package silent\n\nimport \"example.com/m/quiet\"\n\nfunc F() { quiet.F() }\n",
	})
	var s spy
	result, err := check(t, dir, []string{"./..."}, s.analyzer())
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(s.seen)
	if got, want := strings.Join(s.seen, " "), "example.com/m/above example.com/m/named example.com/m/quiet example.com/m/top"; got != want {
		t.Errorf("analyzed %s, want %s", got, want)
	}
	if len(result.Found) != 3 || len(result.Left) != 0 || len(result.Errors) != 0 {
		t.Errorf("%d diagnostics, left %q, errors %v", len(result.Found), result.Left, result.Errors)
	}

	// A package that a pattern names alone must compile, whatever it is about.
	if result, err = check(t, dir, []string{"./plain", "./named"}, new(spy).analyzer()); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(result.Left, " "); got != "example.com/m/plain" || len(result.Found) != 1 {
		t.Errorf("left %s, %d diagnostics", got, len(result.Found))
	}
}

// TestLeft has packages that go vet has to check.
func TestLeft(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"types/types.go":   "package types // stytch.com\n\nvar N int = \"text\"\n",
		"syntax/syntax.go": "package syntax // stytch.com\n\nfunc F() { x( }\n",
		"above/above.go":   "package above // stytch.com\n\nimport _ \"example.com/m/types\"\n",
		"tests/tests.go":   "package tests\n",
		"tests/x_test.go":  "package tests_test // stytch.com\n\nvar N int = \"text\"\n",
		"good/good.go":     "package good // stytch.com\n\nfunc Mark() {}\n",
	})
	result, err := check(t, dir, []string{"./..."}, new(spy).analyzer())
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(result.Left)
	if got, want := strings.Join(result.Left, " "), "example.com/m/above example.com/m/syntax example.com/m/tests example.com/m/types"; got != want {
		t.Errorf("left %s, want %s", got, want)
	}
	if len(result.Found) != 1 {
		t.Errorf("%d diagnostics", len(result.Found))
	}

	for _, patterns := range [][]string{{"./nosuch"}, {"./good/..."}} {
		_, err := check(t, dir, patterns, new(spy).analyzer())
		if listed := patterns[0] == "./good/..."; errors.Is(err, ErrLeft) == listed {
			t.Errorf("%s: error %v", patterns, err)
		}
	}
}

func TestCrash(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a/a.go": "package a // stytch.com\n"})
	crash := &analysis.Analyzer{Name: "crash", Doc: "crash", Run: func(*analysis.Pass) (any, error) { panic("oops") }}
	user := &analysis.Analyzer{Name: "user", Doc: "user", Requires: []*analysis.Analyzer{crash}}
	result, err := check(t, dir, []string{"./..."}, user)
	if err != nil || len(result.Errors) != 1 {
		t.Fatalf("%v, %v", result, err)
	}
	crashed, ok := errors.AsType[*driver.CrashError](result.Errors[0])
	if !ok || !strings.Contains(crashed.Error(), "panic: oops") || !strings.Contains(crashed.Error(), "goroutine ") {
		t.Errorf("error %v", result.Errors[0])
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a/a.go": "package a // stytch.com\n"})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, Config{Go: "go", Dir: dir, Patterns: []string{"./..."}, Done: func() {}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestGraph(t *testing.T) {
	t.Parallel()
	nodes := newGraph([]*listed{
		{ImportPath: "fmt", Standard: true, DepOnly: true},
		{ImportPath: "p", Match: []string{"./..."}, Imports: []string{"fmt"}},
		{ImportPath: "q", Match: []string{"./...", "./q"}, Imports: []string{"p"}},
		{ImportPath: "r", DepOnly: true, Imports: []string{"github.com/stytchauth/stytch-go/v17/stytch"}},
		{ImportPath: "p [p.test]", ForTest: "p", Match: []string{"./..."}, Imports: []string{"fmt"}},
		{ImportPath: "p_test [p.test]", ForTest: "p", Imports: []string{"p [p.test]", "q [p.test]"}},
		{ImportPath: "q [p.test]", ForTest: "p", DepOnly: true, Imports: []string{"p [p.test]"}},
		{ImportPath: "p.test", Name: "main", Imports: []string{"p [p.test]"}},
		{ImportPath: "q_test [q.test]", ForTest: "q", Imports: []string{"q"}},
	})
	var roots, named []string
	for _, n := range nodes {
		if n.root {
			roots = append(roots, n.ImportPath)
		}
		if n.named {
			named = append(named, n.ImportPath)
		}
	}
	if got, want := strings.Join(roots, ", "), "q, p [p.test], p_test [p.test], q_test [q.test]"; got != want {
		t.Errorf("roots %s, want %s", got, want)
	}
	if got, want := strings.Join(named, ", "), "q, q_test [q.test]"; got != want {
		t.Errorf("named %s, want %s", got, want)
	}
}

func TestWildcard(t *testing.T) {
	t.Parallel()
	for pattern, want := range map[string]bool{
		"./...": true, "a.b/c...": true, "all": true, "std": true, "cmd": true,
		".": false, "./a": false, "a.go": false, "example.com/all": false,
	} {
		if got := wildcard(pattern); got != want {
			t.Errorf("wildcard(%q) = %t", pattern, got)
		}
	}
}
