package stytchsend

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A fixer makes the fixes of one package.
type fixer struct {
	*check
	fixed map[ast.Node]bool // declarations that have a fix
}

// fix returns the fix of a finding: none where the branch does more than the twin, where
// it cannot go, since it would never run any more, or where the call cannot be exchanged.
// There is one for each declaration, so that fixes do not meet.
func (x *fixer) fix(f *finding) []analysis.SuggestedFix {
	decl := edit.Declaration(f.call).Node()
	assign, _ := f.call.Parent().Node().(*ast.AssignStmt)
	if f.extra || x.fixed[decl] || assign == nil {
		return nil
	}
	branch, ok := x.branch(f, assign)
	if !ok || !x.onlyCreates(branch.Node().(*ast.IfStmt)) {
		return nil
	}
	rm := edit.NewRemoval(edit.Of(x.pass, x.report.File(decl.Pos())), x.uses)
	rm.Cut(branch)
	edits, ok := rm.Edits(func(e ast.Expr) bool { return x.isIdle(e) })
	if !ok {
		return nil
	}
	swap, ok := x.swap(rm, f.call, assign)
	if !ok {
		return nil
	}
	rm.Keep()
	x.fixed[decl] = true
	return []analysis.SuggestedFix{{
		Message:   "Call LoginOrCreate instead, and drop the branch that creates the user",
		TextEdits: append(edits, swap...),
	}}
}

// branch returns the if statement that creates the user at once, and so is entered if
// the address is unknown, and then alone. Between the call and it nothing may be decided
// but whether there is an error: something else might be done for an unknown address.
func (x *fixer) branch(f *finding, call *ast.AssignStmt) (inspector.Cursor, bool) {
	none := inspector.Cursor{}
	at := edit.Statement(f.maker)
	if at.ParentEdgeKind() == edge.IfStmt_Init {
		at = at.Parent()
	}
	for before, ok := edit.Prev(at); ok; before, ok = edit.Prev(before) {
		if !isPlain(before.Node()) {
			return none, false
		}
	}
	branch := at.Parent().Parent()
	if s, ok := branch.Node().(*ast.IfStmt); !ok || s.Else != nil || at.Parent().ParentEdgeKind() != edge.IfStmt_Body {
		return none, false
	}
	id, _ := call.Lhs[len(call.Lhs)-1].(*ast.Ident)
	err := x.info.ObjectOf(id)
	asks := func(cur inspector.Cursor, op token.Token) bool {
		s, ok := cur.Node().(*ast.IfStmt)
		return ok && err != nil && s.Else == nil && edit.AsksNil(x.info, s.Cond, err) == op
	}
	for cur := branch; edit.List(cur) != nil; {
		before, ok := edit.Prev(cur)
		if !ok {
			before = cur.Parent().Parent() // perhaps an if statement
		}
		s, isIf := before.Node().(*ast.IfStmt)
		switch {
		case before.Node() == call, isIf && s.Init == call && asks(before, token.NEQ):
			return branch, true
		case ok && !isPlain(before.Node()) && !asks(before, token.EQL), !ok && !asks(before, token.NEQ):
			return none, false
		}
		cur = before
	}
	return none, false
}

// isPlain reports whether a statement decides nothing.
func isPlain(n ast.Node) bool {
	switch n.(type) {
	case *ast.AssignStmt, *ast.DeclStmt, *ast.ExprStmt:
		return true
	}
	return false
}
