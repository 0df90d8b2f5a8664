package library

import (
	"cmp"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// Rows are found by binary search, and those of a package stand in one place.
func TestRowsAreSortedAndUnique(t *testing.T) {
	seen := make(map[string]bool)
	for _, family := range families {
		if !slices.IsSortedFunc(family, func(a, b pkg) int { return cmp.Compare(a.path, b.path) }) {
			t.Errorf("the packages from %q on are not sorted", family[0].path)
		}
		for _, p := range family {
			switch {
			case seen[p.path]:
				t.Errorf("%s: has two places", p.path)
			case p.path != Path(p.path):
				t.Errorf("%s: has a major version", p.path)
			case p.like != "" && index()[p.like] == nil:
				t.Errorf("%s: is like %s, which has no rows", p.path, p.like)
			}
			seen[p.path] = true
			checkOrder(t, p.path, p.rows, func(r Row) string { return r.Name })
			checkOrder(t, p.path, p.types, func(t typ) string { return t.name })
			for _, typ := range p.types {
				checkOrder(t, p.path+"."+typ.name, typ.rows, func(r Row) string { return r.Name })
				if typ.kind == 0 && typ.traits == 0 && len(typ.rows) == 0 {
					t.Errorf("%s.%s: says nothing", p.path, typ.name)
				}
			}
		}
	}
}

// checkOrder checks that the names of a list are there, sorted and unique.
func checkOrder[T any](t *testing.T, where string, list []T, name func(T) string) {
	t.Helper()
	for i, e := range list {
		if name(e) == "" || i > 0 && name(list[i-1]) >= name(e) {
			t.Errorf("%s: %q is not in its place by name", where, name(e))
		}
	}
}

// A row that names nothing is a mistake. The packages of the standard library tell
// that of their rows, and the stand-ins of the others of theirs.
func TestRowsNameWhatThereIs(t *testing.T) {
	loaded := load(t)
	for _, family := range families {
		for _, p := range family {
			found := loaded[p.path]
			if len(found) == 0 {
				if p.path != "" && isStandard(p.path) {
					t.Errorf("%s: there is no such package", p.path)
				}
				continue
			}
			for _, row := range p.rows {
				checkRow(t, p.path, row, found, func(pkg *types.Package) types.Object { return pkg.Scope().Lookup(row.Name) })
			}
			for _, typ := range p.types {
				for _, row := range typ.rows {
					checkRow(t, p.path+"."+typ.name, row, found, func(pkg *types.Package) types.Object { return method(pkg, typ.name, row.Name) })
				}
				if !slices.ContainsFunc(found, func(pkg *types.Package) bool { return isType(pkg.Scope().Lookup(typ.name)) }) {
					t.Errorf("%s has no type %s", p.path, typ.name)
				}
			}
		}
	}
}

// checkRow checks a row by what it names in one of the majors of a package.
func checkRow(t *testing.T, where string, row Row, majors []*types.Package, lookup func(*types.Package) types.Object) {
	t.Helper()
	named := false
	for _, pkg := range majors {
		obj := lookup(pkg)
		if obj == nil {
			continue
		}
		named = true
		if got := Of(obj); got.Name != row.Name || got.Does != row.Does {
			t.Errorf("%s.%s: is found as %+v", where, row.Name, got)
		}
		if fn, ok := obj.(*types.Func); ok && row.Does != 0 {
			for _, i := range []int8{row.Arg, row.With} {
				if n := fn.Signature().Params().Len(); int(i) >= n && (i > 0 || row.Does != SameValue && n > 0) {
					t.Errorf("%s.%s: has no argument %d", where, row.Name, i)
				}
			}
		}
	}
	if !named {
		t.Errorf("%s has no %s", where, row.Name)
	}
}

// What holds for a function comes from its row, its type, its package, and those
// above.
func TestOf(t *testing.T) {
	loaded := load(t)
	one := func(path, typ, name string) types.Object {
		if typ == "" {
			return loaded[path][0].Scope().Lookup(name)
		}
		return method(loaded[path][0], typ, name)
	}
	const testify = "github.com/stretchr/testify/assert"
	counter := types.NewPackage("github.com/prometheus/client_golang/prometheus", "prometheus")
	own := types.NewPackage("example.com/log", "log")
	sig := types.NewSignatureType(nil, nil, nil, nil, nil, false)
	for _, test := range []struct {
		obj   types.Object
		want  Row
		isNot Trait
	}{
		{one("errors", "", "As"), Row{Does: ErrorAs, With: 1, Traits: Writes}, ReadsOnly | Harmless},
		{one("strings", "", "ToUpper"), Row{Does: UpperText, Traits: Pure | ReadsOnly}, Writes},
		{one("strings", "Builder", "String"), Row{Traits: ReadsOnly}, Pure},
		{one("sort", "", "Strings"), Row{Traits: Reorders | KeepsNothing}, ReadsOnly},
		{one("slices", "", "Contains"), Row{Does: HasElement, With: 1, Traits: ReadsOnly}, 0},
		{one("log", "Logger", "Fatalf"), Row{Traits: NeverReturns | Logs | ReadsOnly}, 0},
		{one(testify, "", "Equalf"), Row{Does: AssertEqual, Arg: 1, With: 2, Traits: TakesTest}, Negated},
		{one(testify, "Assertions", "NotErrorAsf"), Row{Does: ErrorAs, With: 1, Traits: Negated}, 0},
		{one(testify, "", "ObjectsAreEqual"), Row{Does: EqualValues, With: 1}, 0},
		{one("gotest.tools/assert/cmp", "", "ErrorIs"), Row{Does: ErrorIs, With: 1}, TakesTest},
		{one("github.com/labstack/echo", "", "ErrBadGateway"), Row{Does: AnswersLate, Arg: -1, Answer: Answer{Status: 502}}, 0},
		{types.NewFunc(token.NoPos, counter, "NewCounter", sig), Row{Traits: Counts | Logs}, 0},
		{types.NewFunc(token.NoPos, own, "Fatal", sig), Row{}, NeverReturns | Logs},
		{types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0), Row{Traits: ReadsOnly}, 0},
		{types.Universe.Lookup("len"), Row{}, Pure},
		{(*types.Func)(nil), Row{}, Pure},
		{nil, Row{}, Pure},
	} {
		got := Of(test.obj)
		if got.Does != test.want.Does || got.Arg != test.want.Arg || got.With != test.want.With || got.Answer != test.want.Answer ||
			got.Traits&test.want.Traits != test.want.Traits || got.Is(test.isNot) {
			t.Errorf("%v: got %+v, want %+v and not %b", test.obj, got, test.want, test.isNot)
		}
	}
}

func TestKindOf(t *testing.T) {
	loaded := load(t)
	connect := types.NewPackage("github.com/bufbuild/connect-go", "connect")
	unary := types.NewNamed(types.NewTypeName(token.NoPos, connect, "UnaryFunc", nil), types.NewSignatureType(nil, nil, nil, nil, nil, false), nil)
	for _, test := range []struct {
		t    types.Type
		want Kind
	}{
		{loaded["net/http"][0].Scope().Lookup("ResponseWriter").Type(), Responder | Lasting},
		{types.NewPointer(loaded["net/http"][0].Scope().Lookup("Request").Type()), Lasting},
		{loaded["net/http"][0].Scope().Lookup("Client").Type(), 0},
		{unary, Handler}, // like connectrpc.com/connect
		{types.Typ[types.String], 0},
		{types.Universe.Lookup("error").Type(), 0},
		{nil, 0},
	} {
		if got := KindOf(test.t); got != test.want {
			t.Errorf("%v: got %b, want %b", test.t, got, test.want)
		}
	}
}

func TestPackages(t *testing.T) {
	for path, want := range map[string]Trait{
		"go.uber.org/zap/zapcore":                                 Logs,
		"go.opentelemetry.io/otel/metric":                         Logs | Counts,
		"github.com/gofiber/fiber/v3/log":                         Logs | ReadsOnly,
		"github.com/sirupsen/logrusextra":                         0,
		"github.com/prometheus/client_golang/prometheus/promauto": Logs | Counts,
	} {
		if got := traitsOf(Path(path)); got != want {
			t.Errorf("%s: got %b, want %b", path, got, want)
		}
	}
}

// method returns a method of a type of a package, nil if there is none.
func method(pkg *types.Package, name, method string) types.Object {
	obj := pkg.Scope().Lookup(name)
	if !isType(obj) {
		return nil
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkg, method)
	if types.IsInterface(obj.Type()) {
		m, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkg, method)
	}
	if fn, ok := m.(*types.Func); ok {
		return fn
	}
	return nil
}

// isType reports whether an object is a type that has the name itself.
func isType(obj types.Object) bool {
	name, ok := obj.(*types.TypeName)
	return ok && !name.IsAlias()
}

func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

var once struct {
	sync.Once
	loaded map[string][]*types.Package
}

// load returns the packages that have rows, as far as they belong to the standard
// library or have a stand-in, by their path without a major version.
func load(t *testing.T) map[string][]*types.Package {
	t.Helper()
	once.Do(func() { once.loaded = loadAll(t) })
	return once.loaded
}

func loadAll(t *testing.T) map[string][]*types.Package {
	t.Helper()
	src, err := filepath.Abs(filepath.Join("..", "..", "..", "testdata", "src"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for path := range index() {
		if path != "" && isStandard(path) {
			patterns = append(patterns, path)
		}
	}
	err = filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		rel, err := filepath.Rel(src, filepath.Dir(name))
		if path := filepath.ToSlash(rel); index()[Path(path)] != nil && !strings.Contains(path, "vendor/") {
			patterns = append(patterns, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(patterns)
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedExportFile,
		Dir:  src,
		Env:  append(os.Environ(), "GO111MODULE=off", "GOFLAGS=", "GOWORK=off", "GOPATH="+filepath.Dir(src)),
	}, slices.Compact(patterns)...)
	if err != nil {
		t.Fatal(err)
	}
	loaded := make(map[string][]*types.Package)
	for _, p := range pkgs {
		for _, err := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, err)
		}
		loaded[Path(p.PkgPath)] = append(loaded[Path(p.PkgPath)], p.Types)
	}
	return loaded
}
