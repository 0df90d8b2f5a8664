// Package errfield tells which field of which of the SDK's errors an expression is,
// and what is asked of both, the status and the code, in one place.
package errfield

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Fields knows the fields of the errors in a package.
type Fields struct {
	pkg    *types.Package
	info   *types.Info
	writes writes

	following map[*types.Var]bool // the variables whose values are being looked at
}

// New returns the fields of the errors in a package.
func New(pkg *types.Package, info *types.Info, root inspector.Cursor) *Fields {
	return &Fields{pkg: pkg, info: info, writes: writesOf(info, root), following: make(map[*types.Var]bool)}
}

// A Place is where an error is kept: a variable, or a field of one.
type Place struct {
	Root *types.Var
	path string // the names of the fields, each behind a dot
}

// A Field is one of the two of an error that matter.
type Field uint8

// The fields of an error.
const (
	None   Field = iota // another one
	Status              // StatusCode
	Code                // ErrorType
)

// Of returns the field of an error that e is, and the place of the error.
// The field may be converted, and it may be in a variable.
func (f *Fields) Of(e ast.Expr) (Field, Place) {
	info := f.info
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if len(e.Args) == 1 && info.Types[e.Fun].IsType() {
			return f.Of(e.Args[0])
		}
	case *ast.SelectorExpr:
		sel := info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return None, Place{}
		}
		v := sel.Obj().(*types.Var)
		var which Field
		switch {
		case sdk.IsStatusField(v):
			which = Status
		case sdk.IsCodeField(v):
			which = Code
		default:
			return None, Place{}
		}
		if p, ok := f.placeOf(e.X); ok {
			return which, p
		}
	case *ast.Ident:
		v, ok := info.ObjectOf(e).(*types.Var)
		if !ok || f.writes.count[v] != 1 || f.writes.value[v] == nil || f.following[v] {
			return None, Place{}
		}
		f.following[v] = true
		defer delete(f.following, v)
		value := f.writes.value[v]
		which, p := f.Of(value)
		// The error must be the same one as when the variable was set.
		if which == None || f.writes.count[p.Root] > 1 {
			return None, Place{}
		}
		return which, p
	}
	return None, Place{}
}

// placeOf returns the place that e is.
func (f *Fields) placeOf(e ast.Expr) (Place, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := f.info.ObjectOf(e).(*types.Var)
		return Place{Root: v}, ok && !f.writes.captured[v] && !f.writes.mended[v] && v.Parent() != f.pkg.Scope()
	case *ast.StarExpr:
		return f.placeOf(e.X)
	case *ast.SelectorExpr:
		sel := f.info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return Place{}, false
		}
		p, ok := f.placeOf(e.X)
		p.path += "." + e.Sel.Name
		return p, ok
	}
	return Place{}, false
}
