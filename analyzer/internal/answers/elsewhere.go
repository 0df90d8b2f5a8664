package answers

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A Writer is the fact about a package that answers with statuses in errors of others.
type Writer struct{ Fields []Field }

// A Field is one of another package.
type Field struct {
	Pkg, Path string // as package objectpath has it
	Mapped    bool   // as in Status
}

// AFact marks Writer as a fact.
func (*Writer) AFact() {}

// String says what the package does.
func (*Writer) String() string { return "answers with statuses of others" }

// elsewhere returns what packages below this one tell of a field of another that they
// answer with; nil for nothing.
func (p *Package) elsewhere(f *types.Var) *Status {
	if p.others == nil {
		p.others = make(map[Field]bool)
		for _, fact := range p.pass.AllPackageFacts() {
			if w, ok := fact.Fact.(*Writer); ok && p.imports()[fact.Package.Path()] != nil {
				for _, f := range w.Fields {
					p.others[f] = true
				}
			}
		}
	}
	if len(p.others) == 0 {
		return nil // there is no need to say how the field is found
	}
	at, ok := fieldOf(f)
	if mapped := (Field{at.Pkg, at.Path, true}); ok && p.others[mapped] {
		return &Status{Mapped: true}
	}
	if ok && p.others[at] {
		return new(Status)
	}
	return nil
}

// exportWriter tells other packages of the fields that this one answers with.
func (p *Package) exportWriter() {
	if !p.readsStatus() {
		return
	}
	w := new(Writer)
	for f, s := range p.usage().fields {
		if at, ok := fieldOf(f); ok && f.Pkg() != p.pass.Pkg && (s.Mapped || s.atOnce) {
			at.Mapped = s.Mapped
			w.Fields = append(w.Fields, at)
		}
	}
	if len(w.Fields) > 0 {
		slices.SortFunc(w.Fields, func(a, b Field) int { return cmp.Or(cmp.Compare(a.Pkg, b.Pkg), cmp.Compare(a.Path, b.Path)) })
		p.pass.ExportPackageFact(w)
	}
}

// readsStatus reports whether the package reads what may be a status in an error of another.
func (p *Package) readsStatus() bool {
	for _, sel := range p.info.Selections {
		if f, ok := sel.Obj().(*types.Var); ok && f.IsField() && f.Pkg() != p.pass.Pkg && !sdk.InModule(f.Pkg().Path()) && isInteger(f.Type()) && library.IsErrorValue(sel.Recv()) {
			return true
		}
	}
	return false
}

// fieldOf returns how other packages find a field.
func fieldOf(f *types.Var) (Field, bool) {
	path, err := objectpath.For(f.Origin())
	if err != nil || f.Pkg() == nil {
		return Field{}, false
	}
	return Field{Pkg: f.Pkg().Path(), Path: string(path)}, true
}
