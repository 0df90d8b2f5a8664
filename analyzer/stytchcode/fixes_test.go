package stytchcode_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, testdata(t), overlay, patterns...)
}

var loaded []*packages.Package

// allShapes returns the packages of all shapes, which are loaded once.
func allShapes(t *testing.T) []*packages.Package {
	t.Helper()
	if loaded == nil {
		plain, golden := shapes(t)
		loaded = load(t, nil, slices.Concat(plain, golden)...)
	}
	return loaded
}

// Each fix leaves code that compiles, and all of them together nothing to fix.
func TestFixedCodeCompiles(t *testing.T) {
	pkgs := fixtest.PackagesOf(t, testdata(t), "stytchcode", "broken",
		"signup") // its external test uses what its internal test exports, which a copy under another name has not
	want := fixtest.After{Files: 20}
	if *only != "" {
		want.Files = 0
		pkgs = slices.DeleteFunc(pkgs, func(p string) bool { return !slices.Contains(strings.Split(p, "/"), *only) })
	}
	fixtest.EachFix(t, stytchcode.Analyzer, testdata(t), want, pkgs...)
}

// After the fixes, go vet, which go test runs, finds no condition that repeats
// another.
func TestNothingIsRedundant(t *testing.T) {
	const pkg = "stytchcode/fixremove"
	overlay := fixtest.Fixed(t, fixtest.Analyze(t, stytchcode.Analyzer, load(t, nil, pkg)))
	for _, act := range fixtest.Analyze(t, bools.Analyzer, load(t, overlay, pkg)) {
		for _, d := range act.Diagnostics {
			if strings.HasPrefix(d.Message, "redundant") {
				t.Errorf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message)
			}
		}
	}
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	if len(golden) == 0 {
		t.Skip("no golden files are selected")
	}
	fixtest.GoldenFiles(t, testdata(t), golden...)
}

// Fixes are left out where positions name another file than the one on disk.
func TestNoFixesUnderLineComments(t *testing.T) {
	const pkg = "stytchcode/lines"
	src := `package lines

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func before(e stytcherror.Error) bool { return e.ErrorType == "sesion_not_found" }

//line grammar.y:7
func behind(e stytcherror.Error) bool { return e.ErrorType == "user_notfound" }

func further(e stytcherror.Error) bool { return e.ErrorType == declared }

/*line other.go:1:1*/
const declared = "weak_pasword"
`
	file := filepath.Join(testdata(t), "src", filepath.FromSlash(pkg), "lines.go")
	counts := fixCounts(t, load(t, map[string][]byte{file: []byte(src)}, pkg))
	want := map[string]int{"sesion_not_found": 1, "user_notfound": 0, "weak_pasword": 0}
	for name, n := range want {
		if got, ok := counts[name]; !ok || got != n {
			t.Errorf("%s: reported is %t, with %d fixes; want true, %d", name, ok, got, n)
		}
	}
}

// The same for files that cgo rewrites.
func TestNoFixesUnderCgo(t *testing.T) {
	const pkg = "usescgo"
	src := `package usescgo

// int one(void) { return 1; }
import "C"

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func gone(e stytcherror.Error) bool { return C.one() == 1 && e.ErrorType == "sesion_not_found" }
`
	// The go command runs cgo, which reads what lies on disk.
	gopath := t.TempDir()
	file := filepath.Join(gopath, "src", pkg, "usescgo.go")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	rewritten, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedCompiledGoFiles,
		Dir:  testdata(t),
		Env:  append(os.Environ(), "GOPATH="+gopath+string(filepath.ListSeparator)+testdata(t), "GO111MODULE=off", "GOWORK=off"),
	}, pkg)
	if err != nil {
		t.Fatal(err)
	}
	if errs := fixtest.Problems(rewritten); len(errs) > 0 {
		t.Skipf("no cgo here: %s", errs)
	}
	overlay := make(map[string][]byte)
	for i, name := range rewritten[0].CompiledGoFiles { // of the cache, where no name ends in .go
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		overlay[filepath.Join(testdata(t), "src", pkg, fmt.Sprintf("cgo%d.go", i))] = text
	}
	pkgs := load(t, overlay, pkg)
	if errs := fixtest.Problems(pkgs); len(errs) > 0 {
		t.Fatal(errs)
	}
	counts := fixCounts(t, pkgs)
	if n, ok := counts["sesion_not_found"]; !ok || n != 0 {
		t.Errorf("reported is %t, with %d fixes; want true, 0", ok, n)
	}
}

// fixCounts returns how many fixes the findings about each name have.
func fixCounts(t *testing.T, pkgs []*packages.Package) map[string]int {
	t.Helper()
	counts := make(map[string]int)
	for _, act := range fixtest.Analyze(t, stytchcode.Analyzer, pkgs) {
		for _, d := range act.Diagnostics {
			name, _, _ := strings.Cut(strings.TrimPrefix(d.Message, `"`), `"`)
			counts[name] += len(d.SuggestedFixes)
		}
	}
	return counts
}
