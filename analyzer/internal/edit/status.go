package edit

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"
)

// Status returns how an HTTP status is written in the place of another one: as a
// number where that is one, by name where that has one. It fails if the other one
// is computed, or is a package's and that package has no name for the status.
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
		name := statusIn(pkg.Imported(), status)
		return x.Name + "." + name, name != ""
	case *ast.Ident:
		obj, ok := f.pass.TypesInfo.Uses[old].(*types.Const)
		if !ok || obj.Pkg() == nil {
			return "", false
		}
		if obj.Pkg() != f.pass.Pkg { // by a dot import
			name := statusIn(obj.Pkg(), status)
			return name, name != "" && f.names(old, name, obj.Pkg().Scope().Lookup(name))
		}
		var missing []string
		qualifier := f.Imported(old.Pos(), "net/http", "http", &missing)
		if qualifier == "" || qualifier == "." || len(missing) > 0 {
			return number, true
		}
		for _, imp := range f.pass.Pkg.Imports() {
			if name := statusIn(imp, status); imp.Path() == "net/http" && name != "" {
				return qualifier + "." + name, true
			}
		}
		return number, true
	}
	return "", false
}

// names reports whether a name means an object where an expression stands.
func (f *File) names(at ast.Expr, name string, obj types.Object) bool {
	scope := f.pass.Pkg.Scope().Innermost(at.Pos())
	if scope == nil {
		return false
	}
	_, found := scope.LookupParent(name, at.Pos())
	return found == obj
}

// statusIn returns the name of a package's constant for a status, "" if there is
// none.
func statusIn(pkg *types.Package, status int) string {
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok || !c.Exported() || !strings.HasPrefix(name, "Status") {
			continue
		}
		if v, exact := constant.Int64Val(constant.ToInt(c.Val())); exact && int(v) == status {
			return name
		}
	}
	return ""
}
