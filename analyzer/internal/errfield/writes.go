package errfield

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// writes are what happens to the variables of a package.
type writes struct {
	count    map[*types.Var]int      // how often they are set, or their address is taken
	value    map[*types.Var]ast.Expr // what they are set to last
	captured map[*types.Var]bool     // function literals set them, at any time
	mended   map[*types.Var]bool     // one of the two fields is set, so that they may not belong together
}

// writesOf collects the writes in a package.
func writesOf(info *types.Info, root inspector.Cursor) writes {
	w := writes{make(map[*types.Var]int), make(map[*types.Var]ast.Expr), make(map[*types.Var]bool), make(map[*types.Var]bool)}
	for cur := range root.Preorder(
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
