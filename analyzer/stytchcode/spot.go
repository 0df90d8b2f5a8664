package stytchcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// A spot is a place in which a name, or a condition with it, stands beside
// others and is of no use a second time: an operand of || or &&, an argument,
// an element, a key, a case, the condition of a branch.
type spot struct {
	twice  bool // the right code stands there without this name
	shared bool // something else there is the same, or will be
	cut    func() (cut, bool)
}

// A group is what must not hold the same twice, or both a condition and its
// contrary.
type group struct {
	kept  map[int]ast.Expr // the one of each pair that stays: which is right already, or else the first
	count map[int]int
}

// stays returns the one that stays of those that are as e is.
func (x *fixer) stays(g *group, e ast.Expr) ast.Expr { return g.kept[x.numbers.of(e).pair] }

// together returns the group of a node, which has some members.
func (x *fixer) together(node any, members func() []ast.Expr) *group {
	g := x.groups[node]
	if g != nil {
		return g
	}
	g = &group{kept: make(map[int]ast.Expr), count: make(map[int]int)}
	x.groups[node] = g
	for _, e := range members() {
		t := x.numbers.of(e)
		if kept := g.kept[t.pair]; kept == nil || x.numbers.of(kept).wrong > 0 && t.wrong == 0 {
			g.kept[t.pair] = e
		}
		g.count[t.pair]++
	}
	return g
}

// double reports whether a member says the same as another one, which stays, or the
// contrary.
func (x *fixer) double(g *group, e ast.Expr) bool {
	kept := x.stays(g, e)
	return kept != nil && kept != e
}

// spot returns the place of a member in a group.
func (x *fixer) spot(g *group, e ast.Expr, how func() (cut, bool)) spot {
	return spot{twice: x.double(g, e), shared: g.count[x.numbers.of(e).pair] > 1, cut: how}
}

// twice returns the innermost spot where a name would say what is said there
// already.
func (x *fixer) twice(e ast.Expr) (spot, bool) {
	if cur, ok := x.at[e]; ok {
		for _, s := range x.spots(cur) {
			if s.twice {
				return s, true
			}
		}
	}
	return spot{}, false
}

// shared reports whether anything beside a name says the same.
func (x *fixer) shared(e ast.Expr) bool {
	if cur, ok := x.at[e]; ok {
		for _, s := range x.spots(cur) {
			if s.shared {
				return true
			}
		}
	}
	return false
}

// spots returns the places of a name, from the inside out.
func (x *fixer) spots(cur inspector.Cursor) []spot {
	for {
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if _, paren := cur.Parent().Node().(*ast.ParenExpr); !paren && !(ok && x.numbers.converts(call) && cur.ParentEdgeKind() == edge.CallExpr_Args) {
			break
		}
		cur = cur.Parent()
	}
	parent := cur.Parent()
	switch cur.ParentEdgeKind() {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		if op := parent.Node().(*ast.BinaryExpr).Op; op == token.EQL || op == token.NEQ {
			return x.conditions(parent)
		}
	case edge.CallExpr_Args:
		return append(x.arguments(cur), x.conditions(parent)...)
	case edge.CaseClause_List:
		return x.cases(cur)
	case edge.KeyValueExpr_Key:
		return x.keys(cur)
	case edge.IndexExpr_Index:
		return x.assigned(parent)
	case edge.KeyValueExpr_Value, edge.CompositeLit_Elts:
		return x.elements(cur)
	}
	return nil
}

// arguments returns the place of an argument.
func (x *fixer) arguments(cur inspector.Cursor) []spot {
	call := cur.Parent().Node().(*ast.CallExpr)
	g := x.together(call, func() []ast.Expr { return call.Args })
	e := cur.Node().(ast.Expr)
	return []spot{x.spot(g, e, func() (cut, bool) {
		fn, ok := typeutil.Callee(x.pass.TypesInfo, call).(*types.Func)
		if !ok || call.Ellipsis.IsValid() || !fn.Signature().Variadic() {
			return cut{}, false
		}
		first := fn.Signature().Params().Len() - 1
		list := x.series(call, g, func() *series {
			return &series{members: call.Args[first:], open: call.Lparen, close: call.Rparen}
		})
		if _, ok := list.index[x.stays(g, e)]; !ok || !x.sets.asks(fn, first) {
			return cut{}, false
		}
		return x.takeOut(list, e)
	})}
}
