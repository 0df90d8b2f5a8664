package stytchstatus

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A place is where an error is kept: a variable, or a field of one.
type place struct {
	root *types.Var
	path string // the names of the fields, each behind a dot
}

// A field is one of the two of an error that matter.
type field uint8

const (
	noField field = iota
	statusField
	codeField
)

// fieldOf returns the field of an error that e is, and the place of the error.
// The field may be converted, and it may be in a variable.
func (c *check) fieldOf(e ast.Expr) (field, place) {
	info := c.pass.TypesInfo
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if len(e.Args) == 1 && info.Types[e.Fun].IsType() {
			return c.fieldOf(e.Args[0])
		}
	case *ast.SelectorExpr:
		sel := info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return noField, place{}
		}
		v := sel.Obj().(*types.Var)
		var which field
		switch {
		case sdk.IsStatusField(v):
			which = statusField
		case sdk.IsCodeField(v):
			which = codeField
		default:
			return noField, place{}
		}
		if p, ok := c.placeOf(e.X); ok {
			return which, p
		}
	case *ast.Ident:
		v, ok := info.ObjectOf(e).(*types.Var)
		if !ok || c.writes.count[v] != 1 || c.writes.value[v] == nil || c.following[v] {
			return noField, place{}
		}
		c.following[v] = true
		defer delete(c.following, v)
		value := c.writes.value[v]
		which, p := c.fieldOf(value)
		// The error must be the same one as when the variable was set.
		if which == noField || c.writes.count[p.root] > 1 {
			return noField, place{}
		}
		return which, p
	}
	return noField, place{}
}

// placeOf returns the place that e is.
func (c *check) placeOf(e ast.Expr) (place, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := c.pass.TypesInfo.ObjectOf(e).(*types.Var)
		return place{root: v}, ok && !c.writes.captured[v] && !c.writes.mended[v] && v.Parent() != c.pass.Pkg.Scope()
	case *ast.StarExpr:
		return c.placeOf(e.X)
	case *ast.SelectorExpr:
		sel := c.pass.TypesInfo.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return place{}, false
		}
		p, ok := c.placeOf(e.X)
		p.path += "." + e.Sel.Name
		return p, ok
	}
	return place{}, false
}

// writes are what happens to the variables of a package.
type writes struct {
	count    map[*types.Var]int      // how often they are set, or their address is taken
	value    map[*types.Var]ast.Expr // what they are set to last
	captured map[*types.Var]bool     // function literals set them, at any time
	mended   map[*types.Var]bool     // one of the two fields is set, so that they may not belong together
}

// writesOf collects the writes in a package.
func writesOf(info *types.Info, in *inspector.Inspector) writes {
	w := writes{make(map[*types.Var]int), make(map[*types.Var]ast.Expr), make(map[*types.Var]bool), make(map[*types.Var]bool)}
	for cur := range in.Root().Preorder(
		(*ast.FuncDecl)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.UnaryExpr)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.FuncType)(nil),
	) {
		write := func(e, value ast.Expr) {
			v := rootOf(info, e)
			if v == nil {
				return
			}
			if _, whole := ast.Unparen(e).(*ast.Ident); !whole {
				value = nil
			}
			w.mended[v] = w.mended[v] || isFieldOfError(info, e)
			w.count[v]++
			w.value[v] = value
			for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
				if v.Pos() < lit.Node().Pos() || lit.Node().End() <= v.Pos() {
					w.captured[v] = true
				}
			}
		}
		switch n := cur.Node().(type) {
		case *ast.FuncType:
			w.given(info, n.Params)
		case *ast.FuncDecl:
			w.given(info, n.Recv)
		case *ast.AssignStmt:
			for i, e := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
					write(e, n.Rhs[i])
				} else {
					write(e, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) && len(n.Names) == len(n.Values) {
					write(name, n.Values[i])
				} else if len(n.Values) > 0 {
					write(name, nil)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				write(n.X, nil)
			}
		case *ast.RangeStmt:
			write(n.Key, nil)
			write(n.Value, nil)
		case *ast.IncDecStmt:
			write(n.X, nil)
		}
	}
	return w
}

// isFieldOfError reports whether e is one of the two fields of an error.
func isFieldOfError(info *types.Info, e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := info.Uses[sel.Sel].(*types.Var)
	return ok && (sdk.IsStatusField(v) || sdk.IsCodeField(v))
}

// given notes that the caller sets parameters.
func (w writes) given(info *types.Info, params *ast.FieldList) {
	if params == nil {
		return
	}
	for _, f := range params.List {
		for _, name := range f.Names {
			if v, ok := info.Defs[name].(*types.Var); ok {
				w.count[v]++
			}
		}
	}
}

// rootOf returns the variable that e is, or is a part of.
func rootOf(info *types.Info, e ast.Expr) *types.Var {
	for {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			v, _ := info.ObjectOf(x).(*types.Var)
			return v
		default:
			return nil
		}
	}
}
