package stytchsend

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A removal takes out the branch that never runs any more.
type removal struct {
	*edit.Removal
	check *check
}

// branch takes out a branch, if its condition does nothing, and nothing jumps out of
// it by name.
func (rm *removal) branch(b branch, call inspector.Cursor) bool {
	if jumps(b.owner.Node()) || slices.ContainsFunc(b.list, func(s ast.Stmt) bool { return jumps(s) }) {
		return false
	}
	s, isIf := b.owner.Node().(*ast.IfStmt)
	switch {
	case b.guard:
		return rm.guarded(b.owner, b.list)
	case isIf && (s.Else != nil || b.owner.ParentEdgeKind() == edge.IfStmt_Else):
		return rm.link(b.owner)
	}
	return rm.whole(b.owner, call.Node())
}

// whole takes out an if statement or a case, or what would be left empty without it.
func (rm *removal) whole(cur inspector.Cursor, call ast.Node) bool {
	for rm.removable(cur) && !contains(cur.Node(), call.Pos()) {
		body := cur.Parent()
		if len(edit.List(cur)) > 1 {
			return rm.Cut(cur)
		}
		if kind := body.ParentEdgeKind(); kind != edge.SwitchStmt_Body && kind != edge.IfStmt_Body {
			break
		}
		cur = body.Parent()
	}
	return false
}

// removable reports whether an if statement, a switch statement or a case can be
// left out whose body never runs.
func (rm *removal) removable(cur inspector.Cursor) bool {
	switch s := cur.Node().(type) {
	case *ast.IfStmt:
		return s.Else == nil && edit.List(cur) != nil && rm.declares(s.Init) && rm.idle(s.Cond)
	case *ast.SwitchStmt:
		return rm.declares(s.Init) && (s.Tag == nil || rm.idle(s.Tag))
	case *ast.CaseClause:
		others := edit.List(cur)
		return len(s.List) == 1 && rm.idle(s.List[0]) && !jumps(cur.Parent().Node()) &&
			(len(others) == 1 || slices.ContainsFunc(others, func(o ast.Stmt) bool {
				other, ok := o.(*ast.CaseClause)
				return ok && other != s && other.List != nil
			}))
	}
	return false
}

// idle reports whether an expression does nothing.
func (rm *removal) idle(e ast.Expr) bool { return newIdle(rm.check).node(e) }

// declares reports whether the statement before a condition only declares what is
// asked there.
func (rm *removal) declares(init ast.Stmt) bool {
	assign, ok := init.(*ast.AssignStmt)
	return init == nil || ok && assign.Tok == token.DEFINE && newIdle(rm.check).node(assign)
}

// jumps reports whether there are jumps by name, or to the next case.
func jumps(n ast.Node) bool {
	jumps := false
	ast.Inspect(n, func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok {
			jumps = jumps || b.Label != nil || b.Tok == token.FALLTHROUGH
		}
		return !jumps
	})
	return jumps
}

// link takes a branch out of a chain of if and else. What is left of the chain stands
// where it did.
func (rm *removal) link(cur inspector.Cursor) bool {
	s := cur.Node().(*ast.IfStmt)
	if !rm.idle(s.Cond) || rm.Commented(s.End(), rm.EndOfLine(s.End())) {
		return false
	}
	if cur.ParentEdgeKind() == edge.IfStmt_Else {
		before := cur.Parent().Node().(*ast.IfStmt).Body.End()
		if s.Else == nil {
			rm.Drop(before, s.End(), s)
		} else {
			rm.Drop(s.Pos(), s.Else.Pos(), s.Cond, s.Body)
		}
		return s.Init == nil && !rm.Commented(before, s.Body.Lbrace) // what follows may use it
	}
	next, ok := s.Else.(*ast.IfStmt)
	if !ok || rm.Commented(s.Body.End(), next.Pos()) || rm.Commented(rm.EndOfLine(edit.Before(cur)), s.Pos()) {
		return false
	}
	rest := next.Cond.Pos()
	if next.Init != nil {
		rest = next.Init.Pos()
	}
	rm.Drop(s.Cond.Pos(), rest, s.Cond, s.Body)
	return s.Init == nil || next.Init == nil
}

// guarded takes out what follows a guard, and leaves of the guard what it does.
func (rm *removal) guarded(cur inspector.Cursor, list []ast.Stmt) bool {
	s := cur.Node().(*ast.IfStmt)
	kind := cur.Parent().ParentEdgeKind()
	if s.Init != nil || !rm.idle(s.Cond) || kind != edge.FuncDecl_Body && kind != edge.FuncLit_Body && kind != edge.IfStmt_Body {
		return false
	}
	first, last := s.Body.List[0].Pos(), s.Body.List[len(s.Body.List)-1].End()
	behind := list[len(list)-1].End()
	if rm.Commented(rm.EndOfLine(edit.Before(cur)), first) || rm.Commented(last, list[0].Pos()) || rm.Commented(behind, rm.EndOfLine(behind)) {
		return false
	}
	rm.Drop(s.Pos(), first, s.Cond)
	rm.Drop(last, behind, nodes(list)...)
	return rm.Outdent(first, last)
}
