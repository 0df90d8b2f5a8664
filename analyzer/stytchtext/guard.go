package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/types/typeutil"
)

// guarded returns the origin of an error that is asked for its code where it
// is known, by a condition around, to be one of the SDK:
//
//	if errors.As(err, &e) && strings.Contains(err.Error(), "session_not_found") {
func (c *check) guarded(s search, err ast.Expr) (origin, bool) {
	id, ok := ast.Unparen(err).(*ast.Ident)
	if !ok || c.local(id) == nil {
		return origin{}, false
	}
	for cur := s.cur; ; cur = cur.Parent() {
		var conds []ast.Expr
		switch n := cur.Parent().Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, nil:
			return origin{}, false
		case *ast.IfStmt:
			if cur.ParentEdgeKind() == edge.IfStmt_Body {
				conds = []ast.Expr{n.Cond}
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND && cur.ParentEdgeKind() == edge.BinaryExpr_Y {
				conds = []ast.Expr{n.X}
			}
		case *ast.CaseClause:
			if cur.ParentEdgeKind() == edge.CaseClause_Body && len(n.List) == 1 {
				conds = n.List
			}
		}
		for _, cond := range conds {
			if o, asked := c.asked(cond, id); asked != nil && slices.Equal(c.values(s.fn, asked), c.values(s.fn, id)) {
				return o, true
			}
		}
	}
}

// asked returns the identifier of the error that a condition knows to be one
// of the SDK if it is true, if that has the variable of id.
func (c *check) asked(cond ast.Expr, id *ast.Ident) (origin, *ast.Ident) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if e.Op != token.LAND {
			break
		}
		if o, asked := c.asked(e.X, id); asked != nil {
			return o, asked
		}
		return c.asked(e.Y, id)
	case *ast.CallExpr:
		return c.askedBy(e, id)
	case *ast.Ident: // the ok of a test before
		v := c.single(e)
		if v.kind != computed || v.of != 1 {
			break
		}
		switch from := ast.Unparen(v.expr).(type) {
		case *ast.CallExpr:
			return c.askedBy(from, id)
		case *ast.TypeAssertExpr:
			return c.sameVariable(from.X, id, c.info.TypeOf(from.Type))
		}
	}
	return origin{}, nil
}

func (c *check) askedBy(call *ast.CallExpr, id *ast.Ident) (origin, *ast.Ident) {
	switch row := library.Of(typeutil.Callee(c.info, call)); row.Does {
	case library.ErrorAs:
		if int(row.With) >= len(call.Args) || row.Is(library.Negated) {
			break
		}
		if p, ok := c.info.TypeOf(call.Args[row.With]).(*types.Pointer); ok {
			return c.sameVariable(call.Args[row.Arg], id, p.Elem())
		}
	case library.ErrorAsType:
		if t, ok := c.info.TypeOf(call).(*types.Tuple); ok && t.Len() == 2 && len(call.Args) == 1 {
			return c.sameVariable(call.Args[0], id, t.At(0).Type())
		}
	}
	return origin{}, nil
}

// sameVariable returns e, if it names the variable of id and t is one of the
// SDK's types.
func (c *check) sameVariable(e ast.Expr, id *ast.Ident, t types.Type) (origin, *ast.Ident) {
	other, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || c.local(other) == nil || c.local(other) != c.local(id) || t == nil {
		return origin{}, nil
	}
	o, ok := originOfType(t)
	if !ok {
		return origin{}, nil
	}
	o.direct = false
	return o, other
}
