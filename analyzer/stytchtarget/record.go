package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/inspector"
)

// A record has what a declaration does, in the order of the code. It is made once,
// since many tries in one function ask for it.
type record struct {
	sets     map[*types.Var][]inspector.Cursor // the nodes that may set a variable
	asks     map[*types.Var][]token.Pos        // where its error is asked something
	names    map[string]bool                   // that are used
	compares bool                              // errors are compared with each other
}

// record returns the record of a declaration.
func (c *check) record(decl inspector.Cursor) *record {
	if r := c.records[decl]; r != nil {
		return r
	}
	r := &record{sets: make(map[*types.Var][]inspector.Cursor), asks: make(map[*types.Var][]token.Pos), names: make(map[string]bool)}
	c.records[decl] = r
	for _, t := range c.within[decl] {
		r.ask(c.variableOf(t.err), t.at.Pos())
	}
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil),
		(*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.Ident)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			r.set(c, cur, n.Lhs...)
		case *ast.ValueSpec:
			for _, id := range n.Names {
				r.set(c, cur, id)
			}
		case *ast.RangeStmt:
			r.set(c, cur, n.Key, n.Value)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				r.set(c, cur, n.X)
			}
		case *ast.CallExpr:
			is := asking(c.callee(n)).Does == library.ErrorIs
			r.compares = r.compares || is
			if is || !answers(c.info.TypeOf(n)) {
				continue
			}
			// A call that is given the error and says yes or no may ask it.
			for _, arg := range n.Args {
				r.ask(c.variableOf(arg), n.Pos())
			}
		case *ast.BinaryExpr:
			r.compares = r.compares || isComparison(n) && isErrorInterface(c.info.TypeOf(n.X)) && isErrorInterface(c.info.TypeOf(n.Y))
		case *ast.Ident:
			if _, builtin := c.info.Uses[n].(*types.Nil); !builtin {
				r.names[n.Name] = true
			}
		}
	}
	for _, list := range r.asks {
		slices.Sort(list)
	}
	return r
}

// set notes that a node may set what expressions name.
func (r *record) set(c *check, cur inspector.Cursor, left ...ast.Expr) {
	for _, e := range left {
		if id, ok := e.(*ast.Ident); ok {
			if v, ok := c.info.ObjectOf(id).(*types.Var); ok {
				r.sets[v] = append(r.sets[v], cur)
			}
		}
	}
}

func (r *record) ask(v *types.Var, pos token.Pos) {
	if v != nil {
		r.asks[v] = append(r.asks[v], pos)
	}
}

// before returns the nodes that may set a variable and begin before a place.
func (r *record) before(v *types.Var, pos token.Pos) []inspector.Cursor {
	list := r.sets[v]
	return list[:sort.Search(len(list), func(i int) bool { return list[i].Node().Pos() >= pos })]
}

// assigns reports whether a node, or what lies in it, may set a variable.
func (r *record) assigns(n ast.Node, v *types.Var) bool {
	list := r.before(v, n.End())
	return len(list) > 0 && list[len(list)-1].Node().Pos() >= n.Pos()
}

// lastSet returns where a variable was set itself last before a place.
func (r *record) lastSet(v *types.Var, pos token.Pos) token.Pos {
	for _, cur := range slices.Backward(r.before(v, pos)) {
		if _, addressed := cur.Node().(*ast.UnaryExpr); !addressed {
			return cur.Node().Pos()
		}
	}
	return token.NoPos
}

// asked reports whether the error in a variable was asked something before a
// place, since it was set.
func (r *record) asked(v *types.Var, pos token.Pos) bool {
	list := r.asks[v]
	i := sort.Search(len(list), func(i int) bool { return list[i] >= pos })
	return i > 0 && list[i-1] >= r.lastSet(v, pos)
}
