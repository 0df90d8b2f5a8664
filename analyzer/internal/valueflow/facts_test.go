package valueflow_test

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// loadTestdata loads packages of the shapes, without their tests.
func loadTestdata(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	pkgs := slices.DeleteFunc(fixtest.Load(t, testdataRoot(t), overlay, patterns...), func(pkg *packages.Package) bool { return pkg.ForTest != "" })
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 && pkg.Name != "broken" {
			t.Fatal(pkg.Errors[0])
		}
	}
	return pkgs
}

func testdataRoot(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// A unit is what is known of one package after it was analyzed.
type unit struct {
	own    []byte // the facts about its own objects
	all    []byte // what its importers read: those of its imports are among them
	result *valueflow.Result
}

// analyzeAll runs the analyzer and returns what it found, by package path.
func analyzeAll(t *testing.T, pkgs []*packages.Package) map[string]unit {
	t.Helper()
	return analyzeBy(t, valueflow.Analyzer, pkgs)
}

func analyzeBy(t *testing.T, a *analysis.Analyzer, pkgs []*packages.Package) map[string]unit {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	units := make(map[string]unit)
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("%s: %v", act, act.Err)
		}
		path := act.Package.PkgPath
		units[path] = unit{
			own:    encode(t, act, func(pkg *types.Package) bool { return pkg.Path() == path }),
			all:    encode(t, act, func(*types.Package) bool { return true }),
			result: act.Result.(*valueflow.Result),
		}
	}
	return units
}

// A record is a fact as it is written for importing packages.
type record struct {
	Path   string
	Object objectpath.Path
	Fact   analysis.Fact
}

// encode writes the facts that an analysis knows of the packages asked for, as
// drivers do: an object without a path is left out.
func encode(t *testing.T, act *checker.Action, of func(*types.Package) bool) []byte {
	t.Helper()
	var records []record
	for _, f := range act.AllPackageFacts() {
		if of(f.Package) && f.Package == act.Package.Types {
			records = append(records, record{f.Package.Path(), "", f.Fact})
		}
	}
	paths := new(objectpath.Encoder)
	for _, f := range act.AllObjectFacts() {
		if !of(f.Object.Pkg()) || !handedOn(f.Object, act.Package.Types) {
			continue
		}
		if path, err := paths.For(f.Object); err == nil {
			records = append(records, record{f.Object.Pkg().Path(), path, f.Fact})
		}
	}
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Object, b.Object), cmp.Compare(fmt.Sprintf("%T", a.Fact), fmt.Sprintf("%T", b.Fact)))
	})
	if len(records) == 0 {
		return nil
	}
	for _, fact := range valueflow.Analyzer.FactTypes {
		gob.Register(fact)
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(records); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// handedOn reports whether the importers of pkg are told a fact about obj: the
// go command's driver hands on those about fields and methods of other packages,
// but not those about functions and variables of theirs, nor about the packages.
func handedOn(obj types.Object, pkg *types.Package) bool {
	return obj.Pkg() == pkg || obj.Parent() != obj.Pkg().Scope()
}

// A type of another package can be used without importing that package. All
// that is known of it then are facts about its fields and methods.
func TestFactsOfIndirectImports(t *testing.T) {
	pruned := *valueflow.Analyzer
	pruned.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		known := func(obj types.Object) bool {
			return slices.Contains(pass.Pkg.Imports(), obj.Pkg()) || handedOn(obj, pass.Pkg)
		}
		p.AllPackageFacts = func() []analysis.PackageFact {
			return slices.DeleteFunc(pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
				return !slices.Contains(pass.Pkg.Imports(), f.Package)
			})
		}
		p.AllObjectFacts = func() []analysis.ObjectFact {
			return slices.DeleteFunc(pass.AllObjectFacts(), func(f analysis.ObjectFact) bool { return !known(f.Object) })
		}
		p.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
			return known(obj) && pass.ImportObjectFact(obj, fact)
		}
		return valueflow.Analyzer.Run(&p)
	}
	pkgs := loadTestdata(t, nil, "stytchcode_across/...")
	all := analyzeAll(t, pkgs)
	for path, u := range analyzeBy(t, &pruned, pkgs) {
		got := sitesOf(u)
		for _, s := range sitesOf(all[path]) {
			if !slices.Contains(got, s) {
				t.Errorf("%s: not found: %s", path, s)
			}
		}
	}
}

// What is handed on by a chain of thousands of functions is followed inside of
// the package. Facts tell of the end of the chain: with those of the whole, the
// time would grow with the square of its length.
func TestFactsOfLongChains(t *testing.T) {
	const length = 3000
	root := filepath.Join(testdataRoot(t), "src", "stytchcode_across")
	var b strings.Builder
	b.WriteString("package long\n\nimport \"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n\n")
	for i := range length {
		fmt.Fprintf(&b, "func Is%d(code, want string) bool { return Is%d(code, want) }\n", i, i+1)
	}
	fmt.Fprintf(&b, "func Is%d(code, want string) bool { return code == want }\n", length)
	b.WriteString("func use(e stytcherror.Error) bool { return Is0(string(e.ErrorType), \"sesion_not_found\") }\n")
	units := analyzeAll(t, loadTestdata(t, map[string][]byte{filepath.Join(root, "long", "long.go"): []byte(b.String())}, "stytchcode_across/long"))
	u := units["stytchcode_across/long"]
	if n := len(u.result.Sites); n != 1 {
		t.Errorf("%d sites, want 1", n)
	}
	if facts := bytes.Count(u.own, []byte("Is2")); facts == 0 {
		t.Error("no facts at the end of the chain")
	}
	if bytes.Contains(u.own, []byte("Is0")) {
		t.Error("facts at the beginning of the chain")
	}
}

// sitesOf describes the sites of a unit.
func sitesOf(u unit) []string {
	var list []string
	for _, s := range u.result.Sites {
		list = append(list, fmt.Sprintf("%d %q %d %d %v", s.Pos, s.Value, s.Use, s.Family, s.Via))
	}
	return list
}

// Caches compare facts byte by byte: the same source has to give the same,
// whatever the order of files and of the maps inside.
func TestFactsAreDeterministic(t *testing.T) {
	pkgs := loadTestdata(t, nil, "stytchcode_across/...")
	first := analyzeAll(t, pkgs)
	for _, path := range []string{"authx", "apierr", "stytchx", "rules", "httpx", "generic", "rest", "typed", "stytchtest", "wire"} {
		u := first["stytchcode_across/"+path]
		if len(u.own) == 0 {
			t.Errorf("%s: no facts", path)
		}
		t.Logf("%-10s %5d bytes of facts, %5d with those of its imports", path, len(u.own), len(u.all))
	}
	for _, path := range []string{"billing", "elsewhere/authx", "otherapi", "fakeother"} {
		if u := first["stytchcode_across/"+path]; len(u.own) > 0 {
			t.Errorf("%s: %d bytes of facts, want none", path, len(u.own))
		}
	}
	shuffled := *valueflow.Analyzer
	shuffled.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Files = slices.Clone(pass.Files)
		rand.Shuffle(len(p.Files), func(i, j int) { p.Files[i], p.Files[j] = p.Files[j], p.Files[i] })
		return valueflow.Analyzer.Run(&p)
	}
	for round := range 10 {
		for path, u := range analyzeBy(t, &shuffled, pkgs) {
			if !bytes.Equal(u.all, first[path].all) {
				t.Errorf("round %d: %s has other facts", round, path)
			}
			if !slices.Equal(sitesOf(u), sitesOf(first[path])) {
				t.Errorf("round %d: %s has other sites", round, path)
			}
		}
	}
}

// A package that is split into files otherwise has the same facts.
func TestFactsDoNotDependOnFiles(t *testing.T) {
	const head = "package split\n\nimport (\n\t\"errors\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n)\n\n"
	parts := []string{
		"func Code(err error) string { e, _ := errors.AsType[stytcherror.Error](err); return string(e.ErrorType) }\n",
		"type Failure struct{ Code, Text string }\n\nvar _ = errors.New\n\nfunc From(e stytcherror.Error) *Failure { return &Failure{Code: string(e.ErrorType)} }\n",
		"func (f *Failure) Is(code string) bool { return f.Code == code }\n\nvar _ = errors.New\n\nvar _ stytcherror.Type\n",
		"var Table = map[string]int{\"b\": 1, \"a\": 2, \"c\": 3}\n\nfunc Status(e stytcherror.Error) int { return Table[string(e.ErrorType)] }\n\nvar _ = errors.New\n",
		"func Or(err error, n int) string {\n\tif errors.Is(err, nil) {\n\t\treturn []string{\"z\", \"y\", \"x\"}[n]\n\t}\n\treturn Code(err)\n}\n\nvar _ stytcherror.Type\n",
	}
	facts := func(order []int) []byte {
		overlay := make(map[string][]byte)
		dir := filepath.Join(testdataRoot(t), "src", "stytchcode_across", "split")
		for i, part := range order {
			overlay[filepath.Join(dir, fmt.Sprintf("f%d.go", i))] = []byte(head + parts[part])
		}
		return analyzeAll(t, loadTestdata(t, overlay, "stytchcode_across/split"))["stytchcode_across/split"].all
	}
	want := facts([]int{0, 1, 2, 3, 4})
	if len(want) == 0 {
		t.Fatal("no facts")
	}
	for _, order := range [][]int{{4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}} {
		if !bytes.Equal(facts(order), want) {
			t.Errorf("other facts with the files in order %v", order)
		}
	}
}

// Packages with many helpers, and with helpers that call each other, must not
// take time, nor bytes, out of all proportion.
func TestManyFacts(t *testing.T) {
	const helpers = 1000
	root := filepath.Join(testdataRoot(t), "src", "stytchcode_across")
	var many, user strings.Builder
	many.WriteString("package many\n\nimport \"stytchcode_across/authx\"\n\nvar Table = map[string]int{}\n\n")
	user.WriteString("package manyuse\n\nimport \"stytchcode_across/many\"\n\nfunc all(err error, code string) {\n")
	for i := range helpers {
		next := (i*7 + 1) % helpers
		fmt.Fprintf(&many, "func Is%d(err error, code string) bool { return authx.Is(err, code) || Table[code] > %d }\n", i, i)
		fmt.Fprintf(&many, "func Code%d(err error, n int) string {\n\tif n > 0 {\n\t\treturn Code%d(err, n-1)\n\t}\n\treturn authx.Code(err)\n}\n", i, next)
		fmt.Fprintf(&many, "func Any%d(err error, a, b string, codes ...string) bool { return Is%d(err, a) || Any%d(err, b, a, append(codes, a)...) || authx.IsAny(err, codes...) }\n", i, next, next)
		fmt.Fprintf(&user, "\t_ = many.Is%d(err, \"is_%d\") || many.Code%d(err, 1) == \"code_%d\" || many.Any%d(err, \"a_%d\", \"b_%d\", \"c_%d\")\n", i, i, i, i, i, i, i, i)
	}
	user.WriteString("}\n")
	pkgs := loadTestdata(t, map[string][]byte{
		filepath.Join(root, "many", "many.go"):       []byte(many.String()),
		filepath.Join(root, "manyuse", "manyuse.go"): []byte(user.String()),
	}, "stytchcode_across/many", "stytchcode_across/manyuse")
	units := analyzeAll(t, pkgs)
	own := len(units["stytchcode_across/many"].own)
	t.Logf("%d bytes of facts for %d functions", own, 3*helpers)
	if own > 3*helpers*200 {
		t.Errorf("%d bytes of facts", own)
	}
	if n := len(units["stytchcode_across/manyuse"].result.Sites); n != 5*helpers {
		t.Errorf("%d sites, want %d", n, 5*helpers)
	}
}
