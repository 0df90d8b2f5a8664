package driver

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type marked struct{}

func (*marked) AFact() {}

// TestExportedFacts has facts about another package, of which only some are
// handed on.
func TestExportedFacts(t *testing.T) {
	t.Parallel()
	other, pkg := types.NewPackage("other", "other"), types.NewPackage("pkg", "pkg")
	name := types.NewTypeName(0, other, "T", nil)
	field := types.NewField(0, other, "F", types.Typ[types.Int], false)
	named := types.NewNamed(name, types.NewStruct([]*types.Var{field}, nil), nil)
	function := types.NewFunc(0, other, "Do", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	method := types.NewFunc(0, other, "M", types.NewSignatureType(types.NewVar(0, other, "", named), nil, nil, nil, nil, false))
	named.AddMethod(method)
	local := types.NewVar(0, pkg, "local", types.Typ[types.Int])
	own := types.NewFunc(0, pkg, "Own", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	for _, obj := range []types.Object{name, function} {
		other.Scope().Insert(obj)
	}
	pkg.Scope().Insert(own)

	all := make(Facts)
	for _, obj := range []types.Object{field, function, method, local, own} {
		all.set(factKey{pkg: obj.Pkg(), obj: obj}, new(marked))
	}
	all.set(factKey{pkg: other}, new(marked))
	all.set(factKey{pkg: pkg}, new(marked))
	out := make(Facts)
	for k := range all.exported(pkg) {
		out[k] = all[k]
	}

	// They are the same after they were written and read.
	Register([]*analysis.Analyzer{{FactTypes: []analysis.Fact{new(marked)}}})
	data, err := all.Write(pkg)
	if err != nil {
		t.Fatal(err)
	}
	read := make(Facts)
	packages := map[string]*types.Package{"pkg": pkg, "other": other}
	objects := map[types.Object]bool{field: true, method: true, own: true}
	err = read.Read(data, packages, objects)
	if err != nil || len(read) != len(out) {
		t.Errorf("read %v, want %v; error %v", read, out, err)
	}
	for k := range out {
		if read[k] == nil {
			t.Errorf("not read: %v", k)
		}
	}
	unknown := make(Facts)
	if err := unknown.Read(data, nil, objects); err != nil || len(unknown) != 0 {
		t.Errorf("read %v about packages that nobody knows; error %v", unknown, err)
	}
	if err := unknown.Read(data, packages, nil); err != nil || len(unknown) != 1 {
		t.Errorf("read %v about objects that nobody knows, want only the one about pkg; error %v", unknown, err)
	}

	for obj, want := range map[types.Object]bool{field: true, method: true, own: true, function: false, local: false} {
		if got := out.get(factKey{pkg: obj.Pkg(), obj: obj}, new(marked)); got != want {
			t.Errorf("%v: %t", obj, got)
		}
	}
	if out.get(factKey{pkg: other}, new(marked)) || !out.get(factKey{pkg: pkg}, new(marked)) {
		t.Error("facts about packages")
	}
}
