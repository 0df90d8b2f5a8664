package analyzer_test

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/analyzer"
)

// A factKey says what a fact is about: an object, or else a package.
type factKey struct {
	pkg *types.Package
	obj types.Object
	typ reflect.Type
}

type facts map[factKey]analysis.Fact

// A found is a diagnostic and the check that it is from.
type found struct {
	check string
	analysis.Diagnostic
}

// analyze runs all checks on a package, and adds to the facts that are known.
func analyze(u *unit, fset *token.FileSet, known facts) ([]found, error) {
	d := driver{unit: u, fset: fset, known: known, visible: reachable(u.pkg), results: make(map[*analysis.Analyzer]any)}
	for _, a := range analyzer.All() {
		if err := d.do(a); err != nil {
			return nil, err
		}
	}
	return d.found, nil
}

// A driver runs analyzers on a package, as those do that people use, and holds
// the analyzers to what these demand.
type driver struct {
	unit    *unit
	fset    *token.FileSet
	known   facts
	visible map[*types.Package]bool
	results map[*analysis.Analyzer]any
	found   []found
	errs    []error
}

func (d *driver) do(a *analysis.Analyzer) error {
	if _, done := d.results[a]; done {
		return nil
	}
	results := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if err := d.do(req); err != nil {
			return err
		}
		results[req] = d.results[req]
	}
	u := d.unit
	pass := &analysis.Pass{
		Analyzer:   a,
		Fset:       d.fset,
		Files:      u.files,
		Pkg:        u.pkg,
		TypesInfo:  u.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf:   results,
		Module:     &analysis.Module{Path: "example.com", GoVersion: "1.26"},
		ReadFile: func(name string) ([]byte, error) {
			if text, ok := u.text[name]; ok {
				return text, nil
			}
			return nil, fmt.Errorf("no file %q", name)
		},
		Report:            func(diag analysis.Diagnostic) { d.found = append(d.found, found{a.Name, diag}) },
		ImportObjectFact:  func(obj types.Object, f analysis.Fact) bool { return d.get(factKey{obj.Pkg(), obj, nil}, f) },
		ImportPackageFact: func(pkg *types.Package, f analysis.Fact) bool { return d.get(factKey{pkg, nil, nil}, f) },
		ExportObjectFact: func(obj types.Object, f analysis.Fact) {
			if obj == nil || obj.Pkg() != u.pkg {
				d.errs = append(d.errs, fmt.Errorf("%s: a fact about %v, which is not of the package", a, obj))
				return
			}
			d.set(a, factKey{u.pkg, obj, nil}, f)
		},
		ExportPackageFact: func(f analysis.Fact) { d.set(a, factKey{u.pkg, nil, nil}, f) },
		AllObjectFacts: func() (list []analysis.ObjectFact) {
			for k, f := range d.known {
				if k.obj != nil && d.visible[k.pkg] && declares(a, k.typ) {
					list = append(list, analysis.ObjectFact{Object: k.obj, Fact: f})
				}
			}
			return list
		},
		AllPackageFacts: func() (list []analysis.PackageFact) {
			for k, f := range d.known {
				if k.obj == nil && d.visible[k.pkg] && declares(a, k.typ) {
					list = append(list, analysis.PackageFact{Package: k.pkg, Fact: f})
				}
			}
			return list
		},
	}
	result, err := a.Run(pass)
	d.results[a] = result
	return errors.Join(append(d.errs, err)...)
}

func (d *driver) get(k factKey, f analysis.Fact) bool {
	k.typ = reflect.TypeOf(f)
	known, ok := d.known[k]
	if !ok || !d.visible[k.pkg] {
		return false
	}
	reflect.ValueOf(f).Elem().Set(reflect.ValueOf(known).Elem())
	return true
}

func (d *driver) set(a *analysis.Analyzer, k factKey, f analysis.Fact) {
	k.typ = reflect.TypeOf(f)
	if !declares(a, k.typ) {
		d.errs = append(d.errs, fmt.Errorf("%s: a fact of type %s, which it does not declare", a, k.typ))
	}
	d.known[k] = f
}

func declares(a *analysis.Analyzer, typ reflect.Type) bool {
	return slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == typ })
}

// reachable returns a package and all that it imports.
func reachable(pkg *types.Package) map[*types.Package]bool {
	seen := make(map[*types.Package]bool)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		if !seen[pkg] {
			seen[pkg] = true
			for _, imp := range pkg.Imports() {
				visit(imp)
			}
		}
	}
	visit(pkg)
	return seen
}

// A wireFact is a fact as it is written to a file.
type wireFact struct {
	Path objectpath.Path // of the object; empty for a package
	Fact analysis.Fact
}

var registerFacts = sync.OnceFunc(func() {
	var register func(a *analysis.Analyzer)
	register = func(a *analysis.Analyzer) {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
		for _, req := range a.Requires {
			register(req)
		}
	}
	for _, a := range analyzer.All() {
		register(a)
	}
})

// encode returns the facts about a package as they are written, each by itself
// and in order. Facts about what has no name outside of it are left out.
func (f facts) encode(pkg *types.Package) ([][]byte, error) {
	return f.write(pkg, func(_ types.Object, p objectpath.Path) objectpath.Path { return p })
}

// named returns the same with the names of objects: the path of a method counts those
// before it, and so goes by the order of the files.
func (f facts) named(pkg *types.Package) ([][]byte, error) {
	return f.write(pkg, func(obj types.Object, _ objectpath.Path) objectpath.Path {
		return objectpath.Path(types.ObjectString(obj, nil))
	})
}

func (f facts) write(pkg *types.Package, path func(types.Object, objectpath.Path) objectpath.Path) ([][]byte, error) {
	registerFacts()
	var encoder objectpath.Encoder
	var list [][]byte
	for k, fact := range f {
		if k.pkg != pkg {
			continue
		}
		w := wireFact{Fact: fact}
		if k.obj != nil {
			p, err := encoder.For(k.obj)
			if err != nil {
				continue
			}
			w.Path = path(k.obj, p)
		}
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(w); err != nil {
			return nil, err
		}
		list = append(list, b.Bytes())
	}
	slices.SortFunc(list, bytes.Compare)
	return list, nil
}

// decode adds facts about a package that were written. It returns those that
// were, without those about objects that importers do not see.
func (f facts) decode(pkg *types.Package, list [][]byte) (kept [][]byte, err error) {
	for _, data := range list {
		var w wireFact
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&w); err != nil {
			return nil, err
		}
		k := factKey{pkg: pkg, typ: reflect.TypeOf(w.Fact)}
		if w.Path != "" {
			if k.obj, err = objectpath.Object(pkg, w.Path); err != nil {
				continue
			}
		}
		f[k] = w.Fact
		kept = append(kept, data)
	}
	return kept, nil
}

// text returns all that a diagnostic says, with offsets for positions.
func (f found) text(fset *token.FileSet) string {
	at := func(pos, end token.Pos) string {
		p, q := fset.PositionFor(pos, false), fset.PositionFor(end, false)
		return fmt.Sprintf("%s:%d:%d-%d", p.Filename, p.Line, p.Column, q.Offset)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%s %s)", at(f.Pos, f.End), f.Message, f.check, f.Category)
	for _, fix := range f.SuggestedFixes {
		b.WriteString("\n\tfix: " + fix.Message)
		for _, e := range fix.TextEdits {
			fmt.Fprintf(&b, "\n\t%s %q", at(e.Pos, e.End), e.NewText)
		}
	}
	for _, r := range f.Related {
		fmt.Fprintf(&b, "\n\trelated: %s: %s", at(r.Pos, r.End), r.Message)
	}
	return b.String()
}

// texts returns what diagnostics say, sorted.
func texts(list []found, fset *token.FileSet) []string {
	var all []string
	for _, f := range list {
		all = append(all, f.text(fset))
	}
	slices.Sort(all)
	return all
}
