package paths

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// build makes the static single-assignment form of those declarations in the source of a
// package that keep asks for; nil if it cannot be made. The others have no body.
// So have those in which a type error lies, since the builder expects code that
// compiles: what they do is not known, as if they stood in another package.
//
// Variables stay variables, since which one a value was in tells something of
// what is meant by comparing it.
func build(pass *analysis.Pass, source []*ast.File, keep func(ast.Node) bool) (pkg *ssa.Package) {
	defer func() {
		if recover() != nil {
			pkg = nil // other code that does not compile
		}
	}()
	t := trimmer{pass: pass, keep: keep, info: new(types.Info), imports: make(map[*types.Package]bool)}
	*t.info = *pass.TypesInfo
	t.info.FileVersions = make(map[*ast.File]string, len(source))
	t.info.InitOrder = nil
	files := make([]*ast.File, 0, len(source))
	for _, f := range source {
		files = append(files, t.file(f))
	}
	if !t.any {
		return nil
	}
	prog := ssa.NewProgram(pass.Fset, ssa.NaiveForm|ssa.BareInits)
	for imp := range t.imports {
		if imp != pass.Pkg {
			prog.CreatePackage(imp, nil, nil, false)
		}
	}
	pkg = prog.CreatePackage(pass.Pkg, files, t.info, false)
	pkg.Build()
	return pkg
}

// A trimmer leaves out of a package what is not followed.
type trimmer struct {
	pass    *analysis.Pass
	keep    func(ast.Node) bool
	info    *types.Info // without what is left out
	imports map[*types.Package]bool
	any     bool // a function is left
}

// file returns a copy of a file with the declarations that are left.
func (t *trimmer) file(f *ast.File) *ast.File {
	trimmed := *f
	trimmed.Decls = nil
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d := t.function(d); d != nil {
				trimmed.Decls = append(trimmed.Decls, d)
			}
		case *ast.GenDecl:
			if d := t.variables(d); d != nil {
				trimmed.Decls = append(trimmed.Decls, d)
			}
		}
	}
	if v, ok := t.pass.TypesInfo.FileVersions[f]; ok {
		t.info.FileVersions[&trimmed] = v
	}
	return &trimmed
}

// function returns a function, without its body if that is not followed; nil if
// it is not declared at all.
func (t *trimmer) function(d *ast.FuncDecl) *ast.FuncDecl {
	obj, ok := t.info.Defs[d.Name].(*types.Func)
	if !ok || obj.Signature() == nil {
		return nil
	}
	if d.Body != nil && t.keep(d) && t.sound(d) {
		t.any = true
		return d
	}
	bare := *d
	bare.Body = nil
	return &bare
}

// variables returns those declared variables that are known, and initialises
// those whose values hold a function that is followed.
func (t *trimmer) variables(d *ast.GenDecl) *ast.GenDecl {
	if d.Tok != token.VAR {
		return nil
	}
	trimmed := *d
	trimmed.Specs = nil
	for _, spec := range d.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for _, id := range spec.Names {
			if _, is := t.info.Defs[id].(*types.Var); !is {
				ok = false
			}
		}
		if !ok {
			continue
		}
		trimmed.Specs = append(trimmed.Specs, spec)
		for _, v := range spec.Values {
			if !t.keep(v) || !t.sound(spec) {
				continue
			}
			for _, init := range t.pass.TypesInfo.InitOrder {
				if init.Rhs == v {
					t.any = true
					t.info.InitOrder = append(t.info.InitOrder, init)
				}
			}
		}
	}
	return &trimmed
}

// sound reports whether the builder can work on a declaration: whether all of it
// has a type. It notes which packages the declaration names something of.
func (t *trimmer) sound(n ast.Node) bool {
	for _, err := range t.pass.TypeErrors {
		if !err.Soft && n.Pos() <= err.Pos && err.Pos <= n.End() {
			return false
		}
	}
	ok := true
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BadExpr, *ast.BadStmt, *ast.BadDecl:
			ok = false
		case *ast.Ident:
			ok = ok && t.named(n)
		case *ast.TypeAssertExpr:
			ok = ok && (n.Type == nil || t.typed(n))
		case *ast.CallExpr:
			ok = ok && t.typed(n)
		case *ast.SelectorExpr, *ast.IndexExpr, *ast.BinaryExpr, *ast.UnaryExpr, *ast.CompositeLit, *ast.FuncLit, *ast.StarExpr, *ast.SliceExpr:
			ok = ok && t.typed(n.(ast.Expr))
		}
		return ok
	})
	return ok
}

// named reports whether it is known what an identifier stands for.
func (t *trimmer) named(id *ast.Ident) bool {
	if id.Name == "_" {
		return true
	}
	obj, ok := t.info.Uses[id]
	if !ok {
		obj, ok = t.info.Defs[id]
	}
	if !ok || obj == nil {
		return ok // the variable of a type switch has several objects, and none here
	}
	switch obj.(type) {
	case *types.Var, *types.Func:
		if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			t.imports[obj.Pkg()] = true
		}
	}
	return obj.Type() != types.Typ[types.Invalid] || isUntyped(obj)
}

// isUntyped reports whether an object has no type by its nature.
func isUntyped(obj types.Object) bool {
	switch obj.(type) {
	case *types.PkgName, *types.Label, *types.Builtin:
		return true
	}
	return false
}

func (t *trimmer) typed(e ast.Expr) bool {
	tv, ok := t.info.Types[e]
	return ok && tv.Type != nil && tv.Type != types.Typ[types.Invalid]
}
