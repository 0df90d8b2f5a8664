package analyzer_test

import (
	"bytes"
	"go/ast"
	"go/types"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// FuzzAnalyzers runs all checks, as a driver does, on programs: on those of a
// grammar if no base is given, on the base itself if that is a file, and else on
// a package of testdata, whose name it is. The bytes steer what is written, or
// what is changed.
//
// The checks must not crash, must end, and must find the same in the same
// program, whatever the order of its files, and whether they know an imported
// package by its source or by what was written about it.
func FuzzAnalyzers(f *testing.F) {
	w := newWorld(f)
	addSeeds(f, w)
	written, compiled := 0, 0
	f.Fuzz(func(t *testing.T, base string, data []byte) {
		s := steering(data)
		run := examination{T: t, world: w}
		defer w.forget()
		switch {
		case base == "":
			p := program(&s)
			run.source = show(p.lib, p.app)
			written++
			if run.both(p.lib, p.app) {
				compiled++
			}
		case strings.HasPrefix(base, "package "):
			run.one("example.com/base", mutate([]file{{"/fuzz/base.go", []byte(base)}}, &s))
		case len(data) == 0: // its fixes have tests of their own
			p := w.pick(base)
			run.asItIs(p, w.sources(p, "/fuzz", true))
		default:
			p := w.pick(base)
			run.one(p, mutate(w.sources(p, "/fuzz", true), &s))
		}
	})
	if w.crashes > w.checked/20 {
		f.Errorf("the type checker crashed %d times, of %d", w.crashes, w.checked)
	}
	if compiled < written/2 {
		f.Errorf("only %d of %d programs of the grammar compile", compiled, written)
	}
}

// How many programs of each kind are the same in each run.
const (
	ofGrammar = 60 // TestGrammar counts whether they have all of it
	changed   = 100
)

// addSeeds adds programs of the grammar, and the packages of testdata with some
// changes and as they are.
func addSeeds(f *testing.F, w *world) {
	f.Helper()
	f.Add("", []byte(nil))
	for i := range ofGrammar {
		f.Add("", fixed(i, 400))
	}
	for i := range changed {
		f.Add(w.paths[i*7%len(w.paths)], fixed(i, 8+i%32))
	}
	for _, p := range w.paths {
		if !strings.Contains(strings.Split(p, "/")[0], ".") { // a program, and no stand-in
			f.Add(p, []byte(nil))
		}
	}
}

// fixed returns a number of bytes, the same ones for the same seed.
func fixed(seed, n int) []byte {
	source := rand.New(rand.NewPCG(uint64(seed), 0))
	data := make([]byte, n)
	for i := range data {
		data[i] = byte(source.Uint32())
	}
	return data
}

// TestGrammar holds the programs that FuzzAnalyzers is tried on to all productions.
func TestGrammar(t *testing.T) {
	t.Parallel()
	reached := make(map[string]int)
	for i := range ofGrammar {
		s := steering(fixed(i, 400))
		for p, n := range program(&s).reached {
			reached[p] += n
		}
	}
	for symbol, list := range grammar {
		for _, p := range list {
			if reached[of(symbol, p)] == 0 {
				t.Errorf("no program has, of %s, %s", symbol, p)
			}
		}
	}
}

// An examination is of one program.
type examination struct {
	*testing.T
	world   *world
	source  string
	noFixes bool // whether no fix is tried
}

// An outcome is what the checks made of a package.
type outcome struct {
	unit  *unit
	texts []string // the findings, sorted
	known facts    // those of other packages among them
	wire  [][]byte // its own facts, by name
}

// asItIs examines a package, but for its fixes.
func (x examination) asItIs(p string, files []file) {
	x.noFixes = true
	x.one(p, files)
}

// one examines a package.
func (x examination) one(p string, files []file) {
	x.source = show(files)
	x.twice(p, files, x.world, nil, x.world.written)
}

// both examines a package and another one that imports it. It reports whether they
// compile.
func (x examination) both(lib, app []file) bool {
	x.Helper()
	source := x.run("lib", lib, x.world, nil, false)
	if source.unit == nil {
		return false
	}
	if len(source.unit.errs) > 0 { // it has no export data
		x.run("app", app, with{x.world, source.unit.pkg}, source.known, false)
		return false
	}
	again, err := x.world.written.add(source.unit.pkg, source.known)
	if err != nil {
		x.Fatal(err)
	}
	defer x.world.written.remove(again)
	return x.twice("app", app, with{x.world, source.unit.pkg}, source.known, x.world.written)
}

// twice examines a package twice. The second time, its files are in another
// order, unless that decides which errors it has, and what it imports is known by
// what was written about it. It reports whether it compiles.
func (x examination) twice(p string, files []file, imp types.Importer, known facts, again *written) bool {
	x.Helper()
	first := x.run(p, files, imp, known, false)
	if first.unit == nil {
		return false
	}
	second := x.run(p, files, again, again.facts, len(first.unit.errs) == 0)
	if !slices.Equal(first.texts, second.texts) {
		only := func(a, b []string) string {
			return strings.Join(slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) }), "\n")
		}
		x.Errorf("found the first time only:\n%s\nfound the second time only:\n%s\nin\n%s", only(first.texts, second.texts), only(second.texts, first.texts), x.source)
	}
	if !slices.EqualFunc(first.wire, second.wire, bytes.Equal) {
		x.Errorf("facts:\n%q\nand the second time:\n%q\nin\n%s", first.wire, second.wire, x.source)
	}
	return len(first.unit.errs) == 0
}

// run runs the checks on a package once, with its files in the order in which
// they were parsed or, turned, the other way round.
func (x examination) run(p string, files []file, imp types.Importer, known facts, turned bool) outcome {
	x.Helper()
	u := x.world.check(p, files, imp, turned)
	if len(u.files) == 0 {
		return outcome{}
	}
	o := outcome{unit: u, known: maps.Clone(x.world.facts)} // the imports may be new to the world
	maps.Copy(o.known, known)
	before := allocated()
	list, err := analyze(u, x.world.fset, o.known)
	if err != nil {
		x.Fatalf("%v\n%s", err, x.source)
	}
	if n, limit := allocated()-before, budget(u); n > limit {
		x.Errorf("%d bytes allocated, more than %d\n%s", n, limit, x.source)
	}
	x.checkPlaces(u, list)
	if !x.noFixes {
		x.checkFixes(u, files, imp, list)
	}
	o.texts = texts(list, x.world.fset)
	if o.wire, err = o.known.named(u.pkg); err != nil {
		x.Fatalf("%v\n%s", err, x.source)
	}
	return o
}

// budget returns what the checks may allocate for a package. Some follow
// all paths through a function until they have made so many steps, with more or
// less to remember on each.
func budget(u *unit) uint64 {
	limit := 10 << 20
	for _, f := range u.files {
		limit += 1000 * int(f.FileEnd-f.FileStart)
		ast.Inspect(f, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncDecl, *ast.FuncLit:
				limit += 100 << 20
			}
			return true
		})
	}
	return uint64(limit)
}

// allocated returns how many bytes were ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// With is a world with one more package.
type with struct {
	*world
	pkg *types.Package
}

func (w with) Import(p string) (*types.Package, error) {
	if p == w.pkg.Path() {
		return w.pkg, nil
	}
	return w.world.Import(p)
}

// show returns the text of files.
func show(files ...[]file) string {
	var b strings.Builder
	for _, f := range slices.Concat(files...) {
		b.WriteString("-- " + f.name + " --\n")
		b.Write(f.text)
	}
	return b.String()
}
