package engine

import (
	"bytes"
	"context"
	"fmt"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

// A keeper checks a module again and again with the same cache.
type keeper struct {
	t      *testing.T
	dir    string // of the module
	cache  string
	config Config

	requires []*analysis.Analyzer // what the check requires
}

func newKeeper(t *testing.T, files map[string]string) *keeper {
	t.Helper()
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	k := &keeper{t: t, dir: write(t, maps.Clone(files)), cache: t.TempDir()}
	k.config = Config{Go: goCommand, Dir: k.dir, Patterns: []string{"./..."}, Program: "test", Done: func() {}}
	return k
}

// write writes a file of the module.
func (k *keeper) write(name, content string) {
	k.t.Helper()
	file := filepath.Join(k.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		k.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		k.t.Fatal(err)
	}
}

// file returns the file of the cache.
func (k *keeper) file() (name string, content []byte) {
	k.t.Helper()
	files, err := filepath.Glob(filepath.Join(k.cache, "*"))
	if err != nil || len(files) != 1 {
		k.t.Fatalf("%q, %v", files, err)
	}
	if content, err = os.ReadFile(files[0]); err != nil {
		k.t.Fatal(err)
	}
	return files[0], content
}

// typesIn returns where export data begins in the content of a file.
func typesIn(content []byte) (list []int) {
	const header = 48 // of an entry
	for i := range content {
		if begin := i + header; bytes.HasPrefix(content[i:], []byte("sl01")) && begin < len(content) && content[begin] == 'i' { // as nothing else does
			list = append(list, begin)
		}
	}
	return list
}

// run checks the module, and returns the places of the findings and the packages
// that were analyzed.
func (k *keeper) run() (found, analyzed string, work Work) {
	k.t.Helper()
	var s spy
	c := k.config
	a := s.analyzer()
	a.Requires = k.requires
	c.Analyzers = []*analysis.Analyzer{a}
	c.Kept = k.cache
	result, err := Run(context.Background(), c)
	if err != nil {
		k.t.Fatal(err)
	}
	if len(result.Left) > 0 || len(result.Errors) > 0 {
		k.t.Fatalf("left %q, errors %v", result.Left, result.Errors)
	}
	slices.Sort(s.seen)
	return places(k.t, k.dir, result), strings.ReplaceAll(strings.Join(s.seen, " "), "example.com/m/", ""), result.Work
}

// places returns where a check has found something, by lines.
func places(t *testing.T, dir string, result *Result) string {
	t.Helper()
	var list []string
	for _, d := range result.Found {
		rel, err := filepath.Rel(dir, d.Posn)
		if err != nil {
			t.Fatal(err)
		}
		file, rest, _ := strings.Cut(filepath.ToSlash(rel), ":")
		line, _, _ := strings.Cut(rest, ":")
		list = append(list, file+":"+line)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// expect checks the module, and compares.
func (k *keeper) expect(step, found, analyzed string) Work {
	k.t.Helper()
	gotFound, gotAnalyzed, work := k.run()
	if gotFound != found {
		k.t.Errorf("%s: found %s, want %s", step, gotFound, found)
	}
	if gotAnalyzed != analyzed {
		k.t.Errorf("%s: analyzed %s, want %s", step, gotAnalyzed, analyzed)
	}
	return work
}

// layers are packages above each other, of which a fact goes through the first
// three. The test of mid is outside of it, and imports what imports mid.
var layers = map[string]string{
	"low/low.go":         "package low // stytch.com\n\nfunc Mark() {}\n\nfunc Quiet() int { return 1 }\n",
	"mid/mid.go":         "package mid\n\nimport \"example.com/m/low\"\n\nfunc F() { low.Mark() }\n\nfunc G() int { return low.Quiet() }\n",
	"mid/export_test.go": "package mid\n\nvar Exported = G\n",
	"mid/mid_test.go":    "package mid_test\n\nimport (\n\t\"example.com/m/mid\"\n\t\"example.com/m/top\"\n)\n\nfunc H() { _ = top.T(mid.T{}); _ = mid.Exported; mid.F() }\n",
	"mid/type.go":        "package mid\n\ntype T struct{ N int }\n",
	"top/top.go":         "package top\n\nimport \"example.com/m/mid\"\n\ntype T = mid.T\n\nfunc F() { mid.F() }\n",
	"aside/aside.go":     "package aside // stytch.com\n\nimport \"example.com/m/low\"\n\nvar N = low.Quiet()\n",
	"plain/plain.go":     "package plain\n\nimport \"example.com/m/top\"\n\nfunc F() { _ = top.T{} }\n",
}

const foundInLayers = "low/low.go:3 mid/mid.go:5 mid/mid_test.go:8 top/top.go:7"

// TestKept checks packages again, as they are and after edits. What is looked at is
// what was edited, and what others see of it.
func TestKept(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, layers)
	const all = "aside low mid mid mid_test plain top top"
	if work := k.expect("first", foundInLayers, all); work.Parsed == 0 || work.Checked == 0 {
		t.Errorf("first: %+v", work)
	}
	if work := k.expect("again", foundInLayers, ""); work != (Work{}) {
		t.Errorf("again: %+v", work)
	}
	edited := strings.Replace(layers["low/low.go"], "return 1", "// It is.\n\treturn 2", 1)
	k.write("low/low.go", edited)
	if work := k.expect("a body", foundInLayers, "low"); work.Checked != 1 {
		t.Errorf("a body: %+v", work)
	}
	k.write("low/low.go", strings.Replace(edited, "func Mark() {}", "var Mark = func() {}", 1))
	k.expect("a type and no fact", "", "aside low")
	k.write("low/low.go", strings.Replace(edited, "// It is.", "Mark()", 1))
	k.expect("another fact", "low/low.go:3 low/low.go:5 mid/mid.go:5 mid/mid.go:7 mid/mid_test.go:8 top/top.go:7", "aside low mid mid mid_test top top")
	k.write("low/low.go", edited)
	if work := k.expect("as before", foundInLayers, ""); work != (Work{}) {
		t.Errorf("as before: %+v", work)
	}
	// Nobody sees more than what top exports.
	k.write("plain/plain.go", strings.Replace(layers["plain/plain.go"], "_ =", "_, _ = 1,", 1))
	k.expect("at the top", foundInLayers, "plain")
	k.write("top/top.go", layers["top/top.go"]+"\nfunc New() {}\n")
	k.expect("a function more", foundInLayers, "mid_test plain top top")
}

// TestIngredients changes what a package is made of, one thing after the other.
func TestIngredients(t *testing.T) { //nolint:paralleltest // it changes the environment
	k := newKeeper(t, map[string]string{
		"own/own.go":         "package own // stytch.com\n\nimport \"example.com/other\"\n\nfunc F() { other.F() }\n",
		"own/own_linux.go":   "package own\n",
		"own/own_windows.go": "package own\n\nfunc Mark() {}\n",
		"own/tagged.go":      "//go:build special\n\npackage own\n\nfunc mark() { Mark2() }\n\nfunc Mark2() {}\n",
		"other/go.mod":       "module example.com/other\n\ngo 1.26\n",
		"other/other.go":     "package other // stytch.com\n\nfunc F() {}\n",
	})
	t.Setenv("GOOS", "linux")
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "off")
	k.write("go.mod", "module example.com/m\n\ngo 1.26\n\nrequire example.com/other v1.0.0\n\nreplace example.com/other => ./other\n")
	k.expect("first", "", "own example.com/other")
	k.expect("again", "", "")
	marked := "package other // stytch.com\n\nfunc Mark() {}\n\nfunc F() { Mark() }\n"

	k.write("other/other.go", strings.ReplaceAll(marked, "Mark()", "mark()"))
	k.expect("a replaced file, whose types stay", "", "example.com/other")
	k.write("other/other.go", marked)
	k.expect("a replaced file", "own/own.go:5", "own example.com/other")
	k.write("own/more.go", "package own\n\nfunc Mark3() { again() }\n\nfunc again() { Mark() }\n\nfunc Mark() {}\n")
	k.expect("a new file", "own/more.go:7 own/own.go:5", "own")
	if err := os.Remove(filepath.Join(k.dir, "own", "more.go")); err != nil {
		t.Fatal(err)
	}
	k.expect("without it", "own/own.go:5", "")
	t.Setenv("GOOS", "windows")
	k.expect("GOOS", "own/own.go:5 own/own_windows.go:3", "own example.com/other")
	t.Setenv("GOOS", "linux")
	k.config.Program = "another"
	k.expect("the program", "own/own.go:5", "own example.com/other")
	k.config.CheckFlags = []string{"-spy.flag=value"}
	k.expect("a flag", "own/own.go:5", "own example.com/other")
	k.config.CheckFlags, k.config.Program = nil, "test"
	k.expect("as before", "own/own.go:5", "")

	vendor := exec.Command(k.config.Go, "mod", "vendor")
	vendor.Dir = k.dir
	if out, err := vendor.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	// What own sees of the other one is known from before.
	k.expect("vendored", "own/own.go:5", "example.com/other")
	k.write("vendor/example.com/other/other.go", "package other // stytch.com\n\nfunc F() {}\n")
	k.expect("a vendored file", "", "example.com/other")
	if err := os.RemoveAll(filepath.Join(k.dir, "vendor")); err != nil {
		t.Fatal(err)
	}
	k.write("go.mod", "module example.com/m\n\ngo 1.26\n")
	k.write("go.work", "go 1.26\n\nuse (\n\t.\n\t./other\n)\n")
	t.Setenv("GOWORK", filepath.Join(k.dir, "go.work"))
	k.expect("a workspace", "own/own.go:5", "example.com/other")
	k.write("other/other.go", "package other // stytch.com\n\nfunc F() {}\n")
	k.expect("a file of the workspace", "", "example.com/other")
}

// TestKey changes what a key is made of, one thing after the other.
func TestKey(t *testing.T) {
	t.Parallel()
	kept, err := cache.Open(t.TempDir(), cache.Key{})
	if err != nil {
		t.Fatal(err)
	}
	type subject struct {
		c   Config
		env goEnv
		n   *node
	}
	fresh := func() *subject {
		return &subject{
			c:   Config{Program: "p", Analyzers: []*analysis.Analyzer{{Name: "a"}}},
			env: goEnv{GOMODCACHE: "/mod", GOVERSION: "go1.26.0"},
			n: &node{
				listed: &listed{
					ImportPath: "example.com/dep/p", Dir: "/mod/example.com/dep@v1.0.0/p", Name: "p", GoFiles: []string{"p.go"},
					Module: &module{Path: "example.com/dep", Version: "v1.0.0", Sum: "h1:x", GoVersion: "1.25"},
				},
				imports: []*node{{listed: &listed{ImportPath: "fmt"}}},
			},
		}
	}
	key := func(s *subject) cache.Key {
		r := &run{kept: kept, env: s.env, analyzers: s.c.Analyzers}
		r.common = r.commonKey(s.c)
		if !r.identify(s.n) {
			t.Fatal("no key")
		}
		return s.n.key
	}
	base := key(fresh())
	if key(fresh()) != base {
		t.Error("two keys for the same")
	}
	for name, change := range map[string]func(s *subject){
		"program":      func(s *subject) { s.c.Program = "q" },
		"checks":       func(s *subject) { s.c.Analyzers = append(s.c.Analyzers, &analysis.Analyzer{Name: "b"}) },
		"flags":        func(s *subject) { s.c.CheckFlags = []string{"-a.x=1"} },
		"tags":         func(s *subject) { s.c.Tags = "x" },
		"GOARCH":       func(s *subject) { s.env.GOARCH = "arm64" },
		"GOOS":         func(s *subject) { s.env.GOOS = "windows" },
		"GOFLAGS":      func(s *subject) { s.env.GOFLAGS = "-race" },
		"GOVERSION":    func(s *subject) { s.env.GOVERSION = "go1.27.0" },
		"GOROOT":       func(s *subject) { s.env.GOROOT = "/go" },
		"GOEXPERIMENT": func(s *subject) { s.env.GOEXPERIMENT = "x" },
		"CGO_ENABLED":  func(s *subject) { s.env.CGO_ENABLED = "1" },
		"path":         func(s *subject) { s.n.ImportPath = "example.com/dep/p [q.test]" },
		"folder":       func(s *subject) { s.n.Dir = "/mod/example.com/dep@v1.0.0/q" },
		"name":         func(s *subject) { s.n.Name = "q" },
		"files":        func(s *subject) { s.n.GoFiles = []string{"p.go", "q.go"} },
		"cgo":          func(s *subject) { s.n.GoFiles, s.n.CgoFiles = nil, []string{"p.go"} },
		"module":       func(s *subject) { s.n.Module.Path = "example.com/dap" },
		"version":      func(s *subject) { s.n.Module.Version = "v1.0.1" },
		"sum":          func(s *subject) { s.n.Module.Sum = "h1:y" },
		"language":     func(s *subject) { s.n.Module.GoVersion = "1.26" },
		"replacement": func(s *subject) {
			s.n.Module.Replace = &module{Path: "example.com/fork", Version: "v1.0.0", Sum: "h1:x"}
		},
		"wanted itself":   func(s *subject) { s.n.root = true },
		"named":           func(s *subject) { s.n.named = true },
		"imported":        func(s *subject) { s.n.imported = true },
		"imports":         func(s *subject) { s.n.imports = nil },
		"import's path":   func(s *subject) { s.n.imports[0].ImportPath = "fmt [q.test]" },
		"what it reaches": func(s *subject) { s.n.imports[0].reachesSDK = true },
		"what is seen":    func(s *subject) { s.n.imports[0].seen[0]++ },
		"map of imports":  func(s *subject) { s.n.ImportMap = map[string]string{"fmt": "fmt [q.test]"} },
	} {
		s := fresh()
		change(s)
		if key(s) == base {
			t.Errorf("%s: the key is the same", name)
		}
	}
	nameKey := fresh().n.nameKey()
	for name, change := range map[string]func(n *node){
		"folder":  func(n *node) { n.Dir = "/mod/example.com/dep@v1.0.0/q" },
		"files":   func(n *node) { n.GoFiles = []string{"p.go", "q.go"} },
		"cgo":     func(n *node) { n.GoFiles, n.CgoFiles = nil, []string{"p.go"} },
		"version": func(n *node) { n.Module.Version = "v1.0.1" },
		"sum":     func(n *node) { n.Module.Sum = "h1:y" },
		"replacement": func(n *node) {
			n.Module.Replace = &module{Path: "example.com/fork", Version: "v1.0.0", Sum: "h1:x"}
		},
	} {
		n := fresh().n
		change(n)
		if n.nameKey() == nameKey {
			t.Errorf("%s: the key of names is the same", name)
		}
	}
	for _, damaged := range []string{"", "{}", "garbage"} { // it cannot be, but must not crash
		s := fresh()
		key(s)
		kept.Put(s.n.key, []byte(damaged))
		if (&run{kept: kept}).recall(s.n) {
			t.Errorf("recalled from %q", damaged)
		}
	}
	s := fresh()
	s.n.imports[0].unknown = true
	if (&run{kept: kept, env: s.env}).identify(s.n) {
		t.Error("a key although an import is unknown")
	}
}

// TestChanged has a file that is changed while packages are checked: after it was
// scanned, and after it became part of a key.
func TestChanged(t *testing.T) {
	t.Parallel()
	kept, err := cache.Open(t.TempDir(), cache.Key{})
	if err != nil {
		t.Fatal(err)
	}
	dir := write(t, map[string]string{"p.go": "package p // stytch.com\n"})
	subject := func() (*run, *node) {
		return &run{kept: kept, ctx: t.Context(), fset: token.NewFileSet()}, &node{listed: &listed{ImportPath: "p", Dir: dir, GoFiles: []string{"p.go"}}, name: true}
	}
	r, n := subject()
	if !r.identify(n) || !r.mayKeep(n) {
		t.Fatal("nothing can be kept")
	}
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte("package p\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.parse(n, true)
	if r.mayKeep(n) || !n.broken {
		t.Error("what is found out is kept under the key of another file")
	}
	if r, n = subject(); !r.identify(n) || r.mayKeep(n) {
		t.Error("what is found out is kept although another file was scanned")
	}
}

// TestImmutable tells which source is known by a sum.
func TestImmutable(t *testing.T) {
	t.Parallel()
	r := &run{env: goEnv{GOMODCACHE: filepath.FromSlash("/mod")}}
	sum := &module{Path: "p", Version: "v1.0.0", Sum: "h1:x"}
	for name, test := range map[string]struct {
		p    listed
		want bool
	}{
		"standard":   {listed{Standard: true}, true},
		"downloaded": {listed{Module: sum, Dir: "/mod/p@v1.0.0"}, true},
		"own":        {listed{Module: &module{Path: "p"}, Dir: "/src/p"}, false},
		"vendored":   {listed{Module: sum, Dir: "/src/m/vendor/p"}, false},
		"beside":     {listed{Module: sum, Dir: "/modules/p"}, false},
		"replaced":   {listed{Module: &module{Path: "p", Version: "v1.0.0", Sum: "h1:x", Replace: &module{Path: "/mod/p"}}, Dir: "/mod/p"}, false},
		"no sum":     {listed{Module: &module{Path: "p", Version: "v1.0.0"}, Dir: "/mod/p@v1.0.0"}, false},
		"no module":  {listed{Dir: "/mod/p"}, false},
		"generated":  {listed{Module: sum, Dir: "/mod/p@v1.0.0", GoFiles: []string{"/tmp/x.go"}}, false},
	} {
		test.p.Dir = filepath.FromSlash(test.p.Dir)
		if got := r.immutable(&node{listed: &test.p}); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestDamaged has a cache in which everything is wrong that can be.
func TestDamaged(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, layers)
	want, _, _ := k.run()
	name, whole := k.file()
	damages := [][]byte{[]byte("garbage")}
	for i := range 8 { // as if it had been killed while it wrote
		damages = append(damages, whole[:i*len(whole)/8])
	}
	for i, damaged := range damages {
		if err := os.WriteFile(name, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		k.write("low/low.go", layers["low/low.go"]+fmt.Sprintf("\nfunc new%d() {}\n", i))
		if got, _, _ := k.run(); got != want {
			t.Errorf("damage %d: found %s, want %s", i, got, want)
		}
		k.expect(fmt.Sprint("again after damage ", i), want, "")
	}
}

// TestNameKept looks once for names in files that do not change.
func TestNameKept(t *testing.T) {
	t.Parallel()
	kept, err := cache.Open(t.TempDir(), cache.Key{})
	if err != nil {
		t.Fatal(err)
	}
	dir := write(t, map[string]string{"named/p.go": "package p // stytch.com\n", "plain/p.go": "package p\n"})
	for _, gone := range []bool{false, true} {
		for name, want := range map[string]bool{"named": true, "plain": false} {
			n := &node{listed: &listed{Dir: filepath.Join(dir, name), GoFiles: []string{"p.go"}, Module: &module{Path: "p", Version: "v1.0.0", Sum: "h1:x"}}}
			r := newRun(t.Context(), Config{})
			r.kept, r.env.GOMODCACHE = kept, dir
			r.scan(n)
			if n.name != want || n.broken {
				t.Errorf("%s: name %t, broken %t; files gone: %t", name, n.name, n.broken, gone)
			}
			if err := os.RemoveAll(n.Dir); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestTypes keeps the types of what a package imports, and uses them after it was edited,
// as far as they are not damaged.
func TestTypes(t *testing.T) {
	t.Parallel()
	const source = "package p // stytch.com\n\nimport \"net\"\n\nfunc Mark() { _, _ = %d, net.Dial }\n"
	k := newKeeper(t, map[string]string{"p/p.go": fmt.Sprintf(source, 0)})
	edit := func(n int) Work {
		k.write("p/p.go", fmt.Sprintf(source, n))
		return k.expect(fmt.Sprint("edit ", n), "p/p.go:5", "p")
	}
	first := k.expect("first", "p/p.go:5", "p")
	if work := edit(1); work != (Work{Parsed: 1, Checked: 1}) {
		t.Errorf("after an edit: %+v", work)
	}
	k.damageTypes()
	k.expect("again", "p/p.go:5", "")
	if work := edit(2); work != first {
		t.Errorf("without types: %+v, want %+v", work, first)
	}
}

// damageTypes damages all types that are kept.
func (k *keeper) damageTypes() {
	name, content := k.file()
	for _, i := range typesIn(content) {
		content[i] = 'x'
	}
	if err := os.WriteFile(name, content, 0o600); err != nil {
		k.t.Fatal(err)
	}
}

// TestManyTypes keeps the types of a package that is checked itself once it was imported
// by one that was edited, if they took many packages.
func TestManyTypes(t *testing.T) {
	t.Parallel()
	const source = "package p // stytch.com\n\nimport \"example.com/m/low\"\n\nfunc Mark() { _, _ = %d, low.Conn }\n"
	k := newKeeper(t, map[string]string{
		"p/p.go":     fmt.Sprintf(source, 0),
		"low/low.go": "package low\n\nimport \"net\"\n\nvar Conn net.Conn\n",
	})
	edit := func(n int) Work {
		k.write("p/p.go", fmt.Sprintf(source, n))
		return k.expect(fmt.Sprint("edit ", n), "p/p.go:5", "p")
	}
	first := k.expect("first", "p/p.go:5", "p")
	if work := edit(1); work != first {
		t.Errorf("after an edit: %+v, want %+v", work, first)
	}
	if work := edit(2); work != (Work{Parsed: 1, Checked: 1}) {
		t.Errorf("after the next one: %+v", work)
	}
}

// TestOutside edits a package above one of which only the bodies of functions name a
// third one: that is not type-checked for it.
func TestOutside(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"a/a.go": "package a\n\nimport (\n\t\"example.com/m/b\"\n\tsee \"example.com/m/c\"\n\t. \"example.com/m/d\"\n\t_ \"example.com/m/e\"\n)\n\nvar V see.C\n\nvar W D\n\nfunc F() { b.F() }\n",
		"b/b.go": "package b\n\nfunc F() {}\n",
		"c/c.go": "package c\n\ntype C int\n",
		"d/d.go": "package d\n\ntype D int\n",
		"e/e.go": "package e\n",
		"p/p.go": "package p // stytch.com\n\nimport \"example.com/m/a\"\n\nfunc Mark() { a.F() }\n",
	}
	k := newKeeper(t, files)
	if work := k.expect("first", "p/p.go:5", "p"); work != (Work{Parsed: 6, Checked: 6}) {
		t.Errorf("first: %+v", work)
	}
	k.write("p/p.go", files["p/p.go"]+"\nvar V int = int(a.V) + int(a.W)\n")
	if work := k.expect("edited", "p/p.go:5", "p"); work != (Work{Parsed: 4, Checked: 4}) {
		t.Errorf("edited: %+v", work)
	}
}

// TestAtOnce has several runs that fill a cache at the same time.
func TestAtOnce(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, layers)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if got, _, _ := k.run(); got != foundInLayers {
				t.Errorf("found %s, want %s", got, foundInLayers)
			}
		})
	}
	wg.Wait()
	k.expect("then", foundInLayers, "")
}

// TestImported checks a package that nobody imports, and then those that do.
func TestImported(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, layers)
	k.config.Patterns = []string{"./low/..."}
	k.expect("alone", "low/low.go:3", "low")
	k.config.Patterns = []string{"./..."}
	k.expect("all", foundInLayers, "aside low mid mid mid_test plain top top")
}
