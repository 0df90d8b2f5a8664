package analyzer_test

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
)

func TestValid(t *testing.T) {
	t.Parallel()
	if err := analysis.Validate(analyzer.All()); err != nil {
		t.Error(err)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^stytch[a-z0-9]+$`)
	seen := make(map[string]bool)
	for _, a := range analyzer.All() {
		if !form.MatchString(a.Name) {
			t.Errorf("the name %q does not have the form %s", a.Name, form)
		}
		if seen[a.Name] {
			t.Errorf("two checks have the name %s", a.Name)
		}
		seen[a.Name] = true
		if summary, ok := strings.CutPrefix(a.Doc, a.Name+": "); !ok || strings.HasPrefix(summary, "\n") {
			t.Errorf("the documentation of %s does not begin with a line \"%[1]s: summary\"", a.Name)
		}
		if want := "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/" + a.Name; a.URL != want {
			t.Errorf("%s has the URL %q, want %q", a.Name, a.URL, want)
		}
	}
}

// TestOrder holds the table of checks in the README to the order of All.
func TestOrder(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown, want []string
	for _, row := range regexp.MustCompile("(?m)^\\| \\[?`(stytch[a-z0-9]+)`").FindAllStringSubmatch(string(readme), -1) {
		shown = append(shown, row[1])
	}
	for _, a := range analyzer.All() {
		want = append(want, a.Name)
	}
	if !slices.Equal(shown, want) {
		t.Errorf("the README has the checks %q, want %q", shown, want)
	}
}

func TestIgnorable(t *testing.T) {
	t.Parallel()
	var want []string
	for _, a := range analyzer.All() {
		if a != stytchignore.Analyzer {
			want = append(want, a.Name)
		}
	}
	if !slices.Equal(ignore.Checks, want) {
		t.Errorf("the checks that can be ignored are %q, want %q", ignore.Checks, want)
	}
}

// TestExamples runs every check over the examples in the documentation: it
// finds something in its own wrong ones, and no check finds anything in a right
// one.
func TestExamples(t *testing.T) {
	t.Parallel()
	gopath := t.TempDir()
	if err := os.CopyFS(filepath.Join(gopath, "src", "github.com"), os.DirFS("../testdata/src/github.com")); err != nil {
		t.Fatal(err)
	}
	type example struct {
		check string
		checkdoc.Example
	}
	examples := make(map[string]example) // by the path of the package
	for _, a := range analyzer.All() {
		var count [2]int
		for i, ex := range checkdoc.Parse(a).Examples {
			if ex.Wrong {
				count[0]++
			} else {
				count[1]++
			}
			path := fmt.Sprintf("example/%s%d", a.Name, i)
			writePackage(t, filepath.Join(gopath, "src", filepath.FromSlash(path)), ex)
			examples[path] = example{a.Name, ex}
		}
		if count[0] == 0 || count[1] == 0 {
			t.Errorf("the documentation of %s has %d wrong and %d right examples", a.Name, count[0], count[1])
		}
	}

	found := check(t, gopath, "example/...")
	if len(found) != len(examples) {
		t.Errorf("%d packages were checked, want %d", len(found), len(examples))
	}
	for path, ex := range examples {
		switch got := found[path]; {
		case ex.Wrong && len(got[ex.check]) == 0:
			t.Errorf("%s finds nothing in its wrong example:\n%s", ex.check, ex.Code)
		case !ex.Wrong && len(got) > 0:
			t.Errorf("the right example of %s is found fault with: %v\n%s", ex.check, got, ex.Code)
		}
	}
}

// writePackage writes a package with the declarations of an example to dir.
func writePackage(t *testing.T, dir string, ex checkdoc.Example) {
	t.Helper()
	program := ex.Program()
	if formatted, err := format.Source([]byte(program)); err != nil {
		t.Errorf("%v in the example\n%s", err, ex.Code)
	} else if string(formatted) != program {
		t.Errorf("gofmt makes of the example\n%s\nthis:\n%s", program, formatted)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "example.go"), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
}

// check runs all checks over packages below gopath, and returns what they
// found: package -> check -> messages.
func check(t *testing.T, gopath, pattern string) map[string]map[string][]string {
	t.Helper()
	pkgs := fixtest.Load(t, gopath, nil, pattern)
	graph, err := checker.Analyze(analyzer.All(), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]map[string][]string)
	for _, p := range pkgs {
		for _, err := range p.Errors {
			t.Errorf("%s does not compile: %v", p.PkgPath, err)
		}
		found[p.PkgPath] = make(map[string][]string)
	}
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Errorf("%s: %v", action, action.Err)
		}
		for _, d := range action.Diagnostics {
			ofPackage := found[action.Package.PkgPath]
			ofPackage[action.Analyzer.Name] = append(ofPackage[action.Analyzer.Name], d.Message)
		}
	}
	return found
}
