package errfield

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Beside returns the status that belongs to the same error as a code: the two are
// compared with == in one condition made of &&, or with != in one made of ||, or
// they are set in one literal. It returns nil if there is none, or more than one.
func Beside(info *types.Info, code inspector.Cursor) ast.Expr {
	cur := code
	for isWrapped(info, cur) {
		cur = cur.Parent()
	}
	switch parent := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		if lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit); ok {
			return madeBeside(info, lit, cur.Node())
		}
	case *ast.CompositeLit:
		return madeBeside(info, parent, cur.Node())
	case *ast.BinaryExpr:
		other := parent.X
		if cur.ParentEdgeKind() == edge.BinaryExpr_X {
			other = parent.Y
		}
		return askedBeside(info, cur.Parent(), errorOf(info, other, sdk.IsCodeField), parent.Op)
	}
	return nil
}

// isWrapped reports whether an expression is in parentheses, or is converted.
func isWrapped(info *types.Info, cur inspector.Cursor) bool {
	switch parent := cur.Parent().Node().(type) {
	case *ast.ParenExpr:
		return true
	case *ast.CallExpr:
		return len(parent.Args) == 1 && cur.ParentEdgeKind() == edge.CallExpr_Args && info.Types[parent.Fun].IsType()
	}
	return false
}

// Asked returns what the status of an error is compared with beside a condition:
// with == in the chain of && that it is part of. It returns nil if it is not, or
// more than once.
func Asked(info *types.Info, cur inspector.Cursor, err ast.Expr) ast.Expr {
	return askedBeside(info, cur, types.ExprString(err), token.EQL)
}

func madeBeside(info *types.Info, lit *ast.CompositeLit, code ast.Node) ast.Expr {
	status, have := Made(info, lit)
	if have != code {
		return nil
	}
	return status
}

// askedBeside returns what the status of an error is compared with, by the same
// operator, in the chain that a comparison is part of. A code in a variable is that of
// the error at hand.
func askedBeside(info *types.Info, cur inspector.Cursor, err string, op token.Token) ast.Expr {
	link, ok := map[token.Token]token.Token{token.EQL: token.LAND, token.NEQ: token.LOR}[op]
	if !ok {
		return nil
	}
	for up := cur.Parent(); ; up = up.Parent() {
		if b, ok := up.Node().(*ast.BinaryExpr); ok && b.Op == link {
			cur = up
		} else if _, ok := up.Node().(*ast.ParenExpr); !ok {
			break
		}
	}
	var found []ast.Expr
	var look func(e ast.Expr)
	look = func(e ast.Expr) {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		switch {
		case ok && b.Op == link:
			look(b.X)
			look(b.Y)
		case ok && b.Op == op:
			for _, side := range [2][2]ast.Expr{{b.X, b.Y}, {b.Y, b.X}} {
				if isStatus(info, side[0], side[1], err) {
					found = append(found, side[1])
				}
			}
		}
	}
	look(cur.Node().(ast.Expr))
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// Made returns the status and the code that a literal sets, each nil if it does not:
// one of an error, or of a struct or a map in the shape of Stytch's errors.
func Made(info *types.Info, lit *ast.CompositeLit) (status, code ast.Expr) {
	t := info.TypeOf(lit)
	if t == nil {
		return nil, nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // an element of a []*Error, without its type
	}
	switch t := t.Underlying().(type) {
	case *types.Struct:
		return madeStruct(info, lit, t)
	case *types.Map:
		return madeMap(info, lit)
	}
	return nil, nil
}

func madeStruct(info *types.Info, lit *ast.CompositeLit, st *types.Struct) (status, code ast.Expr) {
	wireStatus, wireCode := Shape(st)
	for v, value := range library.Fields(info, lit, st) {
		switch {
		case sdk.IsStatusField(v), v == wireStatus:
			status = value
		case sdk.IsCodeField(v), v == wireCode:
			code = value
		}
	}
	return status, code
}

func madeMap(info *types.Info, lit *ast.CompositeLit) (status, code ast.Expr) {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return nil, nil
		}
		switch key := info.Types[kv.Key].Value; {
		case key == nil || key.Kind() != constant.String:
		case constant.StringVal(key) == "status_code":
			status = kv.Value
		case constant.StringVal(key) == "error_type":
			code = kv.Value
		}
	}
	return status, code
}
