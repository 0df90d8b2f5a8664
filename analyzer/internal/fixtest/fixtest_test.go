package fixtest_test

import (
	"fmt"
	"go/ast"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// calls reports calls of functions whose names begin with "bad", and replaces
// "bad" by "good". A fact is about each function that is called so itself.
var calls = &analysis.Analyzer{
	Name:             "calls",
	Doc:              "calls: report calls of bad functions",
	FactTypes:        []analysis.Fact{new(isBad)},
	RunDespiteErrors: true,
	Run: func(pass *analysis.Pass) (any, error) {
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					if strings.HasPrefix(strings.ToLower(n.Name.Name), "bad") {
						pass.ExportObjectFact(pass.TypesInfo.Defs[n.Name], new(isBad))
					}
				case *ast.CallExpr:
					id, _ := n.Fun.(*ast.Ident)
					if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
						id = sel.Sel
					}
					if id != nil && pass.TypesInfo.Uses[id] != nil && pass.ImportObjectFact(pass.TypesInfo.Uses[id], new(isBad)) {
						pass.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Message: "call of " + id.Name, SuggestedFixes: []analysis.SuggestedFix{{
							Message:   "Call a good one",
							TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.Pos() + 3, NewText: []byte("good")}},
						}}})
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

type isBad struct{}

func (*isBad) AFact()         {}
func (*isBad) String() string { return "is bad" }

// A recorder is a test whose failures are wanted.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper()           {}
func (r *recorder) Error(args ...any) { r.failures = append(r.failures, fmt.Sprint(args...)) }
func (r *recorder) Errorf(f string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(f, args...))
}

// write writes files to the folder src of a new folder, and returns that.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, "src", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Whatever is not as the comments say, fails.
func TestRun(t *testing.T) {
	t.Parallel()
	const bad = "func bad() {} // want bad:`^is bad$`\n\nfunc badToo() {} // want badToo:`bad`\n\n"
	for name, test := range map[string]struct{ src, failure string }{
		"all is met":            {bad + "func f() { bad(); badToo() } // want `bad$` \"badToo\"", ""},
		"in either order":       {bad + "func f() { bad(); badToo() } // want `Too` `bad$`", ""},
		"lines below":           {bad + "// want +2 `call of`\n\nfunc f() { bad() }", ""},
		"in another comment":    {bad + "func f() { bad() } // never // want `call of`", ""},
		"in a block":            {bad + "func f() { bad() /* want `call of` */ }", ""},
		"under a line":          {bad + "//line other.y:7\nfunc f() { bad() } // want `call of`", ""},
		"no comment":            {bad + "func f() { bad() }", "not expected: call of bad"},
		"twice":                 {bad + "func f() { bad(); bad() } // want `call of bad`", "not expected: call of bad"},
		"another message":       {bad + "func f() { bad() } // want `badToo`", "nothing matches \"badToo\"|not expected: call of bad"},
		"nothing":               {bad + "func f() {} // want `call of bad`", "nothing matches \"call of bad\""},
		"no fact":               {"func f() {} // want f:`bad`", "nothing matches f\"bad\""},
		"a fact":                {"func bad() {}", "not expected: the fact about bad is bad"},
		"no regular expression": {bad + "func f() {} // want `(`", "in a comment: error parsing regexp: missing closing ): `(`"},
		"no string":             {bad + "func f() {} // want 1", "in a comment: nobody expected \"1\""},
		"half a string":         {bad + "func f() {} // want `a", "in a comment: literal not terminated in  `a"},
		"a name alone":          {bad + "func f() {} // want bad:", "in a comment: nothing follows the colon of bad"},
		"a name and no colon":   {bad + "func f() {} // wanted", "in a comment: ed stands without a colon"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := write(t, map[string]string{"p/p.go": "package p\n\n" + test.src + "\n"})
			r := &recorder{TB: t}
			fixtest.Run(r, dir, calls, "p")
			slices.Sort(r.failures)
			for i, f := range r.failures {
				_, f, _ = strings.Cut(f, ".go:")
				_, r.failures[i], _ = strings.Cut(f, ": ")
			}
			if got := strings.Join(r.failures, "|"); got != test.failure {
				t.Errorf("got  %s\nwant %s", got, test.failure)
			}
		})
	}
}

func TestRunWithSuggestedFixes(t *testing.T) {
	t.Parallel()
	const src = "package p\n\nimport \"q\"\n\nfunc f() { q.BadIdea() } // want `BadIdea`\n"
	fixed := strings.Replace(src, "Bad", "good", 1)
	for name, test := range map[string]struct {
		golden  string
		failure string
	}{
		"as it should be":     {fixed, ""},
		"formatted anew":      {strings.Replace(fixed, "{ q", "{  q", 1), ""},
		"not as it is":        {src, "+func f() { q.goodIdea() }"},
		"there is no golden":  {"", "p.go.golden"},
		"the golden is no Go": {"package", "expected 'IDENT'"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{"p/p.go": src, "q/q.go": "package q\n\nfunc BadIdea() {}\n", "p/good.go": "package p\n"}
			if test.golden != "" {
				files["p/p.go.golden"] = test.golden
			}
			r := &recorder{TB: t}
			fixtest.RunWithSuggestedFixes(r, write(t, files), calls, "p")
			if len(r.failures) > 1 || test.failure != "" != (len(r.failures) == 1) || !strings.Contains(strings.Join(r.failures, ""), test.failure) {
				t.Errorf("got %q, want %s", r.failures, test.failure)
			}
		})
	}
}

// Where nothing is fixed, the golden file is the file itself.
func TestNothingFixed(t *testing.T) {
	t.Parallel()
	r := &recorder{TB: t}
	fixtest.RunWithSuggestedFixes(r, write(t, map[string]string{"p/p.go": "package p\n", "p/p.go.golden": "package p\n\nvar x int\n"}), calls, "p")
	if len(r.failures) != 1 || !strings.Contains(r.failures[0], "-var x int") {
		t.Errorf("got %q", r.failures)
	}
}

// Packages are those that the go command finds.
func TestLoad(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"p/p.go":              "package p\n\nimport \"net/http\"\n\ntype T struct{ http.Handler }\n",
		"p/p_other.go":        "//go:build never\n\npackage p\n\nthis is no Go\n",
		"p/p_test.go":         "package p\n\nfunc (T) Internal() {}\n",
		"p/external_test.go":  "package p_test\n\nimport (\n\t\"p\"\n\t\"between\"\n)\n\nvar _ = between.New().Internal\nvar _ p.T = between.New()\n",
		"between/between.go":  "package between\n\nimport \"p\"\n\nfunc New() p.T { return p.T{} }\n",
		"v/v.go":              "package v\n\nimport \"dep\"\n\nvar _ = dep.Vendored\n",
		"v/vendor/dep/dep.go": "package dep\n\nconst Vendored = 1\n",
		"dep/dep.go":          "package dep\n",
		"dep/below/below.go":  "package below\n\nimport \"nosuch/package\"\n\nvar x int = package.X\n",
		"dep/testdata/x/x.go": "package x\n",
		"depot/depot.go":      "package depot\n\nvar x string = 1\n",
		"tests/tests_test.go": "package tests\n",
		"cycle/a/a.go":        "package a\n\nimport _ \"cycle/b\"\n",
		"cycle/b/b.go":        "package b\n\nimport _ \"cycle/a\"\n",
	})
	for name, test := range map[string]struct {
		patterns []string
		overlay  map[string]string
		ids      string
		problems string
	}{
		"tests":               {[]string{"p"}, nil, "p p_[p.test] p_test_[p.test]", ""},
		"tests alone":         {[]string{"tests"}, nil, "tests_[tests.test]", ""},
		"vendored":            {[]string{"v"}, nil, "v", ""},
		"a package and below": {[]string{"dep/..."}, nil, "dep dep/below", "dep/below: could not import nosuch/package"},
		"a prefix":            {[]string{"./src/dep..."}, nil, "dep dep/below depot", "dep/below: could not import nosuch/package"},
		"once":                {[]string{"v", "dep", "v/..."}, nil, "v dep", ""},
		"a type error":        {[]string{"depot"}, nil, "depot", "depot: cannot use 1"},
		"another text":        {[]string{"depot", "p"}, map[string]string{"depot/depot.go": "package depot\n"}, "depot p p_[p.test] p_test_[p.test]", ""},
		"another file":        {[]string{"dep"}, map[string]string{"dep/more.go": "package dep\n\nvar x string = 1\n"}, "dep", "dep: cannot use 1"},
		"another package":     {[]string{"v/new"}, map[string]string{"v/new/new.go": "package dep\n\nimport \"dep\"\n\nconst x = dep.Vendored\n"}, "v/new", ""},
		"another import":      {[]string{"v"}, map[string]string{"v/vendor/dep/dep.go": "package dep\n"}, "v", "v: undefined: dep.Vendored"},
		"a cycle":             {[]string{"cycle/a"}, nil, "cycle/a", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			overlay := make(map[string][]byte)
			for name, text := range test.overlay {
				overlay[filepath.Join(dir, "src", filepath.FromSlash(name))] = []byte(text)
			}
			var ids []string
			pkgs := fixtest.Load(t, dir, overlay, test.patterns...)
			for _, pkg := range pkgs {
				ids = append(ids, strings.ReplaceAll(pkg.ID, " ", "_"))
			}
			if got := strings.Join(ids, " "); got != test.ids {
				t.Errorf("got %s, want %s", got, test.ids)
			}
			if got := strings.Join(fixtest.Problems(pkgs), "\n"); test.problems == "" && got != "" || !strings.Contains(got, test.problems) {
				t.Errorf("got %s, want %s", got, test.problems)
			}
		})
	}
}

// What no overlay changes is type-checked once.
func TestShared(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"a/a.go": "package a\n\nimport _ \"b\"\n",
		"b/b.go": "package b\n",
		"c/c.go": "package c\n\nimport _ \"net/http\"\n",
	})
	load := func(overlay map[string][]byte) map[string]*packages.Package {
		m := make(map[string]*packages.Package)
		for _, pkg := range fixtest.Load(t, dir, overlay, "a", "b", "c") {
			m[pkg.ID] = pkg
		}
		return m
	}
	first, second := load(nil), load(nil)
	changed := load(map[string][]byte{filepath.Join(dir, "src", "b", "b.go"): []byte("package b\n")})
	for id, pkg := range first {
		if second[id] != pkg {
			t.Errorf("%s is another one the second time", id)
		}
		if same := changed[id] == pkg; same != (id == "c") {
			t.Errorf("%s is the same where b changes: %t", id, same)
		}
	}
	if http := first["c"].Imports["net/http"]; http == nil || http.Types.Scope().Lookup("Handler") == nil || len(http.Syntax) > 0 {
		t.Errorf("net/http is %v", http)
	}
}

// What an analyzer does with a package is asked once, unless the text is another one.
func TestAnalyzedOnce(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	runs := make(map[string]int)
	counting := func(name string) *analysis.Analyzer {
		return &analysis.Analyzer{Name: name, Doc: name, Run: func(pass *analysis.Pass) (any, error) {
			mu.Lock()
			defer mu.Unlock()
			runs[name+" "+pass.Pkg.Path()]++
			pass.Reportf(pass.Files[0].Pos(), "seen")
			return nil, nil
		}}
	}
	dir := write(t, map[string]string{"a/a.go": "package a\n", "b/b.go": "package b\n"})
	overlay := map[string][]byte{filepath.Join(dir, "src", "b", "b.go"): []byte("package b\n\nvar x int\n")}
	list := []*analysis.Analyzer{counting("one"), counting("two")}
	for _, test := range []struct {
		overlay  map[string][]byte
		patterns []string
	}{{nil, []string{"a"}}, {nil, []string{"b", "a"}}, {overlay, []string{"a", "b"}}, {nil, []string{"a", "b"}}} {
		var got, want []string
		for _, act := range fixtest.AnalyzeAll(t, list, fixtest.Load(t, dir, test.overlay, test.patterns...)) {
			got = append(got, fmt.Sprint(act.Analyzer, " ", act.Package.PkgPath, " ", len(act.Diagnostics)))
		}
		for _, a := range list {
			for _, p := range test.patterns {
				want = append(want, fmt.Sprint(a, " ", p, " ", 1))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if want := map[string]int{"one a": 1, "two a": 1, "one b": 2, "two b": 2}; !maps.Equal(runs, want) {
		t.Errorf("runs %v, want %v", runs, want)
	}
}

// Fixes must leave code that compiles and is formatted, and nothing that was not
// expected.
func TestEachFix(t *testing.T) {
	t.Parallel()
	const head = "package p\n\nfunc badIdea() {}\n\n"
	for name, test := range map[string]struct {
		src  string
		want fixtest.After
		fail string
	}{
		"all is right":         {head + "func goodIdea() {}\n\nfunc f() { badIdea(); badIdea() }\n", fixtest.After{Files: 1}, ""},
		"too few":              {head + "func goodIdea() {}\n\nfunc f() { badIdea() }\n", fixtest.After{Files: 2}, "only 1 files have fixes, want 2"},
		"what does not exist":  {head + "func f() { badIdea() }\n", fixtest.After{}, "undefined: goodIdea"},
		"columns that are off": {head + "func goodIdea() {}\n\nfunc f() {\n\tbadIdea()    // one\n\tlongerOne() // other\n}\n\nfunc longerOne() {}\n", fixtest.After{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{TB: t}
			fixtest.EachFix(r, calls, write(t, map[string]string{"p/p.go": test.src}), test.want, "p")
			got := strings.Join(r.failures, "\n")
			if test.fail == "" && got != "" || !strings.Contains(got, test.fail) {
				t.Errorf("got %s, want %s", got, test.fail)
			}
		})
	}
}

// Where one fix asks for another, that is said, unless it is expected.
func TestEachFixChained(t *testing.T) {
	t.Parallel()
	// Of each number, it reports that one less will do.
	less := &analysis.Analyzer{Name: "less", Doc: "less", Run: func(pass *analysis.Pass) (any, error) {
		ast.Inspect(pass.Files[0], func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Value > "0" {
				pass.Report(analysis.Diagnostic{Pos: lit.Pos(), End: lit.End(), Message: "it is " + lit.Value, SuggestedFixes: []analysis.SuggestedFix{{
					TextEdits: []analysis.TextEdit{{Pos: lit.Pos(), End: lit.End(), NewText: []byte{lit.Value[0] - 1}}},
				}}})
			}
			return true
		})
		return nil, nil
	}}
	const (
		isNew   = "p_all: after the fixes, found 1 times more than it should be: p.go: it is 1"
		fixable = "p_all: after all fixes, there is another one: p.go: it is 1"
		alone   = "p_0: after the fixes, found 1 times more than it should be: p.go: it is 1"
	)
	for name, test := range map[string]struct {
		after    fixtest.After
		failures []string
	}{
		"not expected":        {fixtest.After{}, []string{alone, fixable, isNew}},
		"expected to be new":  {fixtest.After{New: []string{"is 1"}}, nil},
		"expected to be left": {fixtest.After{Fixable: []string{"is 1"}}, []string{alone, isNew}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{TB: t}
			fixtest.EachFix(r, less, write(t, map[string]string{"p/p.go": "package p\n\nvar x = 2\n"}), test.after, "p")
			slices.Sort(r.failures)
			if !slices.Equal(r.failures, test.failures) {
				t.Errorf("got %q, want %q", r.failures, test.failures)
			}
		})
	}
}
