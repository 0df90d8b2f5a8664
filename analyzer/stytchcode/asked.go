package stytchcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// asked reports whether the program only asks what is in the list or the map of a
// literal, rather than how long it is or what stands where.
func (x *fixer) asked(lit inspector.Cursor) bool {
	switch n := lit.Parent().Node().(type) {
	case *ast.ValueSpec:
		return len(n.Names) == 1 && x.declares(n.Names[0])
	case *ast.AssignStmt:
		return n.Tok == token.DEFINE && len(n.Lhs) == 1 && x.declares(n.Lhs[0])
	}
	return x.search(lit)
}

func (x *fixer) declares(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := x.pass.TypesInfo.Defs[id].(*types.Var)
	return ok && x.searched(v)
}

// searched reports whether the program only asks what is in a variable, and does.
func (x *fixer) searched(v *types.Var) bool {
	if v.Exported() && v.Parent() == v.Pkg().Scope() && v.Pkg().Name() != "main" {
		return false
	}
	if x.usedAt == nil {
		x.usedAt = make(map[*types.Var][]inspector.Cursor)
		x.known = make(map[*types.Var]bool)
		for cur := range x.root.Preorder((*ast.Ident)(nil)) {
			if v, ok := x.pass.TypesInfo.Uses[cur.Node().(*ast.Ident)].(*types.Var); ok {
				x.usedAt[v] = append(x.usedAt[v], cur)
			}
		}
	}
	only, ok := x.known[v]
	if !ok {
		only = len(x.usedAt[v]) > 0
		for _, use := range x.usedAt[v] {
			only = only && x.search(use)
		}
		x.known[v] = only
	}
	return only
}

// search reports whether what is done with a list or a map is to look something
// up in it.
func (x *fixer) search(cur inspector.Cursor) bool {
	parent := cur.Parent()
	switch kind, i := cur.ParentEdge(); kind {
	case edge.IndexExpr_X:
		t := x.pass.TypesInfo.TypeOf(cur.Node().(ast.Expr))
		if t == nil {
			return false
		}
		_, isMap := t.Underlying().(*types.Map)
		to := parent.ParentEdgeKind()
		return isMap && to != edge.AssignStmt_Lhs && to != edge.IncDecStmt_X
	case edge.RangeStmt_X:
		return x.finds(parent.Node().(*ast.RangeStmt))
	case edge.CallExpr_Args:
		row := library.Of(typeutil.Callee(x.pass.TypesInfo, parent.Node().(*ast.CallExpr)))
		return row.Does == library.HasElement && i == int(row.Arg)
	}
	return false
}

// finds reports whether a loop over a list does nothing but to look for one
// element.
func (x *fixer) finds(loop *ast.RangeStmt) bool {
	key, _ := loop.Key.(*ast.Ident)
	element, _ := loop.Value.(*ast.Ident)
	if key == nil || element == nil || loop.Tok != token.DEFINE || key.Name != "_" || len(loop.Body.List) != 1 {
		return false
	}
	branch, ok := loop.Body.List[0].(*ast.IfStmt)
	if !ok || branch.Init != nil || branch.Else != nil {
		return false
	}
	cond, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	return ok && cond.Op == token.EQL && x.plain(cond) && x.is(cond.X, element) != x.is(cond.Y, element)
}

// is reports whether an expression is what id declares, converted or not.
func (x *fixer) is(e ast.Expr, id *ast.Ident) bool {
	use, ok := library.Unconverted(x.pass.TypesInfo, e).(*ast.Ident)
	return ok && x.pass.TypesInfo.Uses[use] == x.pass.TypesInfo.Defs[id]
}
