package edit

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"
)

// Status returns how a status is written in the place of another one: as a number where
// that is one, by name where that has one. It fails if the other one is computed, or is
// a package's and that package has no name for the status. A status of HTTP is an
// integer, for which packages have names that begin with Status; those of gRPC have
// types of their own.
func (f *File) Status(old ast.Expr, status int) (string, bool) {
	number := strconv.Itoa(status)
	switch old := ast.Unparen(old).(type) {
	case *ast.BasicLit:
		return number, true
	case *ast.SelectorExpr:
		x, ok := old.X.(*ast.Ident)
		pkg, isPkg := f.pass.TypesInfo.Uses[x].(*types.PkgName)
		if !ok || !isPkg {
			return "", false
		}
		name := f.statusIn(pkg.Imported(), status, typeOf(f.pass.TypesInfo.Uses[old.Sel]))
		return x.Name + "." + name, name != ""
	case *ast.Ident:
		obj, ok := f.pass.TypesInfo.Uses[old].(*types.Const)
		if !ok || obj.Pkg() == nil {
			return "", false
		}
		if obj.Pkg() != f.pass.Pkg { // by a dot import
			name := f.statusIn(obj.Pkg(), status, typeOf(obj))
			return name, name != "" && f.Meaning(old.Pos(), name) == obj.Pkg().Scope().Lookup(name)
		}
		qualifier := f.Imported(old.Pos(), "net/http", "http", nil)
		if qualifier == "" || qualifier == "." {
			return number, true
		}
		for _, imp := range f.pass.Pkg.Imports() {
			if name := f.statusIn(imp, status, nil); imp.Path() == "net/http" && name != "" {
				return qualifier + "." + name, true
			}
		}
		return number, true
	}
	return "", false
}

// typeOf returns the type that a package has for its statuses, nil if it has none.
func typeOf(obj types.Object) *types.Named {
	if obj == nil {
		return nil
	}
	named, _ := types.Unalias(obj.Type()).(*types.Named)
	return named
}

// statusIn returns the name of a package's constant for a status, "" if there is
// none. It is of a type, or else has a name that says what it is.
func (f *File) statusIn(pkg *types.Package, status int, t *types.Named) string {
	for _, c := range f.constantsOf(pkg) {
		if t == nil && !strings.HasPrefix(c.Name(), "Status") || t != nil && !types.Identical(c.Type(), t) {
			continue
		}
		if v, exact := constant.Int64Val(constant.ToInt(c.Val())); exact && int(v) == status {
			return c.Name()
		}
	}
	return ""
}

// constantsOf returns the constants that a package exports, in the order of their names.
// They are looked for once, however many fixes the file has.
func (f *File) constantsOf(pkg *types.Package) []*types.Const {
	list, ok := f.constants[pkg]
	if ok {
		return list
	}
	for _, name := range pkg.Scope().Names() {
		if c, ok := pkg.Scope().Lookup(name).(*types.Const); ok && c.Exported() {
			list = append(list, c)
		}
	}
	if f.constants == nil {
		f.constants = make(map[*types.Package][]*types.Const)
	}
	f.constants[pkg] = list
	return list
}
