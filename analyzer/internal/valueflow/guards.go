package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A variable that may hold a variable of the environment or a constant holds a
// default if nothing but the environment decides which:
//
//	secret := os.Getenv("STYTCH_SECRET")
//	if secret == "" {
//		secret = "secret-test-2"
//	}
//
// So for a text it is kept where it is stored, and what decides about that is
// looked for where it matters.

// A guard says what decides whether an assignment happens, if anything does.
type guard uint8

const (
	askingEnv   guard = 1 << iota // whether variables of the environment are set
	conditional                   // something else
)

// A store is where a text is assigned or returned.
type store struct {
	frame *frame
	at    ast.Node
	keeps bool // by a package variable
}

// stored returns a node for what n is where it is stored at a place in f, n
// itself if that does not matter.
func (b *builder) stored(f *frame, n *node, at ast.Expr, t types.Type) *node {
	if !b.clients.matter || n == nil || !isString(t) {
		return n
	}
	s := b.node()
	b.edge(n, s)
	v := b.variableOf(at)
	b.clients.stores = put(b.clients.stores, s, store{f, at, v != nil && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()})
	return s
}

// guardOf returns what decides whether s happens.
func (b *builder) guardOf(s store) guard {
	c, ok := b.cursor(s.at)
	if !ok {
		return conditional
	}
	switch under, decl := above(c); {
	case under == nil:
		// A function that sets a package's variable may not be called, or only in
		// tests.
		if s.keeps && decl != nil && decl.Name.Name != "init" {
			return conditional
		}
		return 0
	case b.asksEnv(s.frame, under):
		return askingEnv
	}
	return conditional
}

// cursor returns where a store or binding stands.
func (b *builder) cursor(at ast.Node) (inspector.Cursor, bool) {
	c := &b.sinks
	if c.cursors == nil {
		var wanted []ast.Node
		for _, s := range b.clients.stores {
			wanted = append(wanted, s.at)
		}
		for _, x := range c.bound {
			wanted = append(wanted, x.at)
		}
		for _, x := range b.statuses.alone {
			wanted = append(wanted, x.at)
		}
		if b.statuses.matter {
			for lit := range b.embedded {
				wanted = append(wanted, lit)
			}
		}
		c.cursors = edit.CursorsOf(b.root(), wanted)
	}
	cur, ok := c.cursors[at]
	return cur, ok
}

// above returns the innermost statement that decides whether the statement at c
// is executed, nil if it always is, and the function that it stands in. A
// function literal is such a statement, too, and has no declaration.
func above(c inspector.Cursor) (under ast.Node, decl *ast.FuncDecl) {
	from := c.Node()
	for p := range c.Enclosing() {
		switch n := p.Node().(type) {
		case *ast.FuncDecl:
			return under, n
		case *ast.FuncLit:
			if under == nil {
				under = n
			}
			return under, nil
		case *ast.IfStmt:
			if under == nil && from != n.Init {
				under = n
			}
		case *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.CommClause, *ast.SelectStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			if under == nil {
				under = n
			}
		}
		from = p.Node()
	}
	return under, nil
}

// asksEnv reports whether a statement in f is an if that asks whether variables of
// the environment are set, and nothing else.
func (b *builder) asksEnv(f *frame, n ast.Node) bool {
	stmt, ok := n.(*ast.IfStmt)
	return ok && b.isQuestion(f, stmt.Cond)
}

func (b *builder) isQuestion(f *frame, cond ast.Expr) bool {
	switch cond := ast.Unparen(cond).(type) {
	case *ast.Ident:
		return b.clients.found[b.variableOf(cond)]
	case *ast.UnaryExpr:
		return cond.Op == token.NOT && b.isQuestion(f, cond.X)
	case *ast.BinaryExpr:
		if cond.Op == token.LAND || cond.Op == token.LOR {
			return b.isQuestion(f, cond.X) && b.isQuestion(f, cond.Y)
		}
		// a comparison with "", or of the length with 0
		return b.isEmpty(cond.Y) && b.isEnv(f, cond.X) || b.isEmpty(cond.X) && b.isEnv(f, cond.Y)
	}
	return false
}

// isEnv reports whether e, or what it is the length of, may hold a variable of the
// environment.
func (b *builder) isEnv(f *frame, e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		if fn, ok := typeutil.Callee(b.info, call).(*types.Builtin); ok && fn.Name() == "len" {
			e = call.Args[0]
		}
	}
	n := b.value(f, e)
	if n == nil {
		return false
	}
	all := n.labels
	for _, from := range n.in { // n may not have been there when labels were carried
		all |= from.labels
	}
	return all&fromEnv != 0
}

// isEmpty reports whether e is "" or 0.
func (b *builder) isEmpty(e ast.Expr) bool {
	v := b.info.Types[e].Value
	return v != nil && (v.ExactString() == `""` || v.ExactString() == "0")
}

// noteFound notes the second result of os.LookupEnv.
func (b *builder) noteFound(lhs []ast.Expr, call *ast.CallExpr) {
	if fn, ok := typeutil.Callee(b.info, call).(*types.Func); ok && len(lhs) == 2 && library.Of(fn).Does == library.GetEnv {
		if id, ok := lhs[1].(*ast.Ident); ok {
			if v, ok := b.info.ObjectOf(id).(*types.Var); ok {
				b.clients.found = put(b.clients.found, v, true)
			}
		}
	}
}
