package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// guarded returns the origin of the error err that is searched at cur, if it is known,
// by a condition around, to be one of the SDK:
//
//	if errors.As(err, &e) && strings.Contains(err.Error(), "session_not_found") {
func (c *check) guarded(cur inspector.Cursor, err ast.Expr) (valueflow.Origin, bool) {
	v := c.variable(err)
	if v == nil {
		return valueflow.Origin{}, false
	}
	for ; ; cur = cur.Parent() {
		var cond ast.Expr
		switch n := cur.Parent().Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, nil:
			return valueflow.Origin{}, false
		case *ast.IfStmt:
			if cur.ParentEdgeKind() == edge.IfStmt_Body {
				cond = n.Cond
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND && cur.ParentEdgeKind() == edge.BinaryExpr_Y {
				cond = n.X
			}
		case *ast.CaseClause:
			if cur.ParentEdgeKind() == edge.CaseClause_Body && len(n.List) == 1 {
				cond = n.List[0]
			}
		}
		if asked, t := c.asked(cond, v); asked != nil && c.errors.SameValue(asked, ast.Unparen(err).(*ast.Ident)) {
			if o, ok := originOf(t); ok {
				return o, true
			}
		}
	}
}

// asked returns where a condition asks whether the error in v has a certain type, and
// that type, if it has to have it where the condition is true.
func (c *check) asked(cond ast.Expr, v *types.Var) (*ast.Ident, types.Type) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if e.Op != token.LAND {
			break
		}
		if asked, t := c.asked(e.X, v); asked != nil {
			return asked, t
		}
		return c.asked(e.Y, v)
	case *ast.Ident: // the ok of a question before
		if ok := c.variable(e); ok != nil {
			return c.askedBy(c.errors.DeclaredWith(ok), v)
		}
	default:
		return c.askedBy(e, v)
	}
	return nil, nil
}

// askedBy is asked for the question itself.
func (c *check) askedBy(question ast.Expr, v *types.Var) (*ast.Ident, types.Type) {
	var err ast.Expr
	var t types.Type
	switch e := ast.Unparen(question).(type) {
	case *ast.TypeAssertExpr:
		if e.Type != nil {
			err, t = e.X, c.info.TypeOf(e.Type)
		}
	case *ast.CallExpr:
		switch row := library.Of(typeutil.Callee(c.info, e)); row.Does {
		case library.ErrorAs:
			if int(row.With) < len(e.Args) && !row.Is(library.Negated) {
				err, t = e.Args[row.Arg], c.info.TypeOf(e.Args[row.With])
			}
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
		case library.ErrorAsType:
			if results, ok := c.info.TypeOf(e).(*types.Tuple); ok && len(e.Args) == 1 {
				err, t = e.Args[0], results.At(0).Type()
			}
		}
	}
	if err == nil || c.variable(err) != v {
		return nil, nil
	}
	return ast.Unparen(err).(*ast.Ident), t
}

// originOf returns the origin of an error of type t, if that is one of the SDK's or
// points to one.
func originOf(t types.Type) (valueflow.Origin, bool) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	name, ok := sdk.ErrorType(t)
	if !ok {
		return valueflow.Origin{}, false
	}
	o := valueflow.Origin{SDK: true, Family: sdk.API, Majors: []string{sdk.Major(name.Pkg().Path())}}
	if name.Name() == "OAuth2Error" {
		o.Family = sdk.OAuth2
	}
	return o, true
}

// variable returns the local variable that an expression names, nil if it names none.
func (c *check) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Parent() == c.pass.Pkg.Scope() {
		return nil
	}
	return v
}
