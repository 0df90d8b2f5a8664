package edit

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Status returns how a status is written in the place of another one: by name where that
// has one of a package, or else as a number. It fails if the other one is computed, or
// the package has no name for the status. A status of HTTP is an integer, for which
// packages have names that begin with Status; those of gRPC have types of their own.
func (f *File) Status(old ast.Expr, status int) (string, bool) {
	info := f.pass.TypesInfo
	switch old := ast.Unparen(old).(type) {
	case *ast.BasicLit:
		return strconv.Itoa(status), true
	case *ast.SelectorExpr:
		x, _ := old.X.(*ast.Ident)
		pkg, isPkg := info.Uses[x].(*types.PkgName)
		c, isConst := info.Uses[old.Sel].(*types.Const)
		if !isPkg || !isConst {
			return "", false
		}
		name := f.statusIn(pkg.Imported(), status, c.Type())
		return x.Name + "." + name, name != ""
	case *ast.Ident:
		c, ok := info.Uses[old].(*types.Const)
		return strconv.Itoa(status), ok && c.Pkg() == f.pass.Pkg
	}
	return "", false
}

// StatusAt returns the edit that writes a status in the place of another one, which lies
// between two positions of an expression: all of it, or a number in a text. It fails as
// Status does.
func (f *File) StatusAt(old ast.Expr, pos, end token.Pos, status int) (analysis.TextEdit, bool) {
	if pos != old.Pos() {
		return Replace(pos, end, strconv.Itoa(status)), true
	}
	text, ok := f.Status(old, status)
	old = ast.Unparen(old)
	return Replace(old.Pos(), old.End(), text), ok
}

// statusIn returns the name of a package's constant for a status, "" if there is
// none. It is of a type, or else has a name that says what it is.
func (f *File) statusIn(pkg *types.Package, status int, t types.Type) string {
	_, isNamed := types.Unalias(t).(*types.Named)
	for _, c := range f.constantsOf(pkg) {
		if isNamed && !types.Identical(c.Type(), t) || !isNamed && !strings.HasPrefix(c.Name(), "Status") {
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
