package stytchstatus

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// list looks at statements where s is known. It returns what is known behind
// them, and whether their end is never reached.
func (c *check) list(list []ast.Stmt, s state) (after state, ends bool) {
	for _, stmt := range list {
		if s, ends = c.stmt(stmt, s); ends {
			// What follows is dead, or reached by a label.
			s = nil
		}
		after = s
	}
	if len(list) == 0 {
		return s, false
	}
	return after, ends
}

// stmt looks at one statement.
func (c *check) stmt(stmt ast.Stmt, s state) (after state, ends bool) {
	switch stmt := stmt.(type) {
	case nil:
		return s, false
	case *ast.BlockStmt:
		return c.list(stmt.List, s)
	case *ast.LabeledStmt:
		return c.stmt(stmt.Stmt, nil)
	case *ast.IfStmt:
		return c.ifStmt(stmt, s)
	case *ast.SwitchStmt:
		return c.switchStmt(stmt, s)
	case *ast.TypeSwitchStmt:
		s, _ = c.stmt(stmt.Init, s)
		c.clauses(stmt.Body, c.forget(s, stmt.Assign))
	case *ast.SelectStmt:
		c.clauses(stmt.Body, c.forget(s, stmt))
	case *ast.ForStmt:
		s, _ = c.stmt(stmt.Init, s)
		s = c.forget(s, stmt)
		if stmt.Cond != nil {
			yes, _ := c.condition(stmt.Cond, s, true, nil)
			c.list(stmt.Body.List, yes)
		} else {
			c.list(stmt.Body.List, s)
		}
		c.stmt(stmt.Post, s)
	case *ast.RangeStmt:
		s = c.forget(s, stmt)
		c.inside(stmt.X, s)
		c.list(stmt.Body.List, s)
	case *ast.ReturnStmt:
		c.inside(stmt, s)
		return s, true
	case *ast.BranchStmt:
		return s, stmt.Tok != token.FALLTHROUGH
	default:
		c.inside(stmt, s)
		if e, ok := stmt.(*ast.ExprStmt); ok && c.exits(e.X) {
			return s, true
		}
	}
	return c.forget(s, stmt), false
}

// clauses looks at the cases of a type switch or of a select.
func (c *check) clauses(body *ast.BlockStmt, s state) {
	for _, clause := range body.List {
		switch clause := clause.(type) {
		case *ast.CaseClause:
			c.list(clause.Body, s)
		case *ast.CommClause:
			s, _ := c.stmt(clause.Comm, s)
			c.list(clause.Body, s)
		}
	}
}

func (c *check) ifStmt(stmt *ast.IfStmt, s state) (after state, ends bool) {
	s, _ = c.stmt(stmt.Init, s)
	guard := stmt.Else == nil && leaves(stmt.Body)
	yes, no := c.condition(stmt.Cond, s, !guard, nil)
	yes, bodyEnds := c.list(stmt.Body.List, yes)
	no, elseEnds := c.stmt(stmt.Else, no)
	switch {
	case bodyEnds && elseEnds:
		return nil, true
	case bodyEnds:
		return no, false
	case elseEnds:
		return yes, false
	}
	return c.forget(s, stmt), false
}

// leaves reports whether a block ends with a return or its like.
func leaves(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}

// exits reports whether a call does not return.
func (c *check) exits(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	switch f := typeutil.Callee(c.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		return f.Name() == "panic"
	case *types.Func:
		return library.Of(f).Is(library.NeverReturns)
	}
	return false
}

// reachable returns the operands of a call that the function can change: those
// that it gets by pointer.
func (c *check) reachable(call *ast.CallExpr) []ast.Expr {
	info := c.pass.TypesInfo
	if info.Types[call.Fun].IsType() {
		return nil
	}
	var list []ast.Expr
	if fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if f, ok := info.Uses[fun.Sel].(*types.Func); ok && f.Signature().Recv() != nil && isPointer(f.Signature().Recv().Type()) {
			list = append(list, fun.X)
		}
	}
	for _, arg := range call.Args {
		if isPointer(info.TypeOf(arg)) {
			list = append(list, arg)
		}
	}
	return list
}

func isPointer(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// forget returns s without what is known of errors that n may set.
func (c *check) forget(s state, n ast.Node) state {
	if len(s) == 0 || n == nil {
		return s
	}
	set := make(map[*types.Var]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		var list []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			list = n.Lhs
		case *ast.RangeStmt:
			list = []ast.Expr{n.Key, n.Value}
		case *ast.IncDecStmt:
			list = []ast.Expr{n.X}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				list = []ast.Expr{n.X}
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				list = append(list, name)
			}
		case *ast.CallExpr:
			list = c.reachable(n)
		}
		for _, e := range list {
			if v := errfield.RootOf(c.pass.TypesInfo, e); v != nil {
				set[v] = true
			}
		}
		return true
	})
	if len(set) == 0 {
		return s
	}
	s = s.copied()
	for p := range s {
		if set[p.Root] {
			delete(s, p)
		}
	}
	return s
}
