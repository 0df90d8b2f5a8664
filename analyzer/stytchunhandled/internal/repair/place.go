package repair

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A place is where a request is answered.
type place struct {
	Answer
	reply  *library.Row // how a library's function or variable does it, nil for one of the program
	status ast.Expr     // the argument that is the status; nil if none is
	fn     function
	expr   inspector.Cursor
	stmt   inspector.Cursor   // the statement that makes the answer
	after  []inspector.Cursor // those behind it in its list, before the return statement
	ret    *ast.ReturnStmt    // that stmt is, or that follows those; nil if none does
}

// placeOf returns where a function answers.
func (x *Fixer) placeOf(fn function, a *Answer) (*place, bool) {
	p := &place{Answer: *a, fn: fn}
	switch e := a.Expr.(type) {
	case *ast.CallExpr:
		p.reply = replyOf(x.callee(e))
		p.status = x.statusOf(e, a.Status, p.reply)
	case *ast.SelectorExpr:
		p.reply = replyOf(x.info.Uses[e.Sel])
	}
	var ok bool
	if p.expr, ok = fn.cur.FindNode(a.Expr); !ok {
		return nil, false
	}
	p.stmt = statementOf(p.expr)
	if p.ret, ok = p.stmt.Node().(*ast.ReturnStmt); ok {
		return p, true
	}
	for next, ok := following(p.stmt); ok && p.ret == nil; next, ok = following(next) {
		if p.ret, _ = next.Node().(*ast.ReturnStmt); p.ret == nil {
			p.after = append(p.after, next)
		}
	}
	return p, true
}

// statusOf returns the argument that is the status of an answer: where a library's
// function has it, or the only one that is it.
func (x *Fixer) statusOf(call *ast.CallExpr, status int, reply *library.Row) ast.Expr {
	var found []ast.Expr
	for i, arg := range call.Args {
		if n, ok := x.integer(arg); ok && n == status && (reply == nil || i == int(reply.Arg)) {
			found = append(found, arg)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// whole returns the expression that makes the answer, with the call that
// continues it: c.Status(500).JSON(x) for c.Status(500).
func (p *place) whole() ast.Expr {
	sel := p.expr.Parent()
	if _, ok := sel.Node().(*ast.SelectorExpr); ok && sel.ParentEdgeKind() == edge.CallExpr_Fun {
		return sel.Parent().Node().(*ast.CallExpr)
	}
	return p.Expr
}

// style returns how the answer is written anew.
func (p *place) style() library.Style {
	if p.reply == nil {
		return library.NoStyle
	}
	return p.reply.Answer.Style
}

// isLate reports whether an answer is made by returning a value.
func (x *Fixer) isLate(p *place) bool {
	if p.reply != nil {
		return p.reply.Does == library.AnswersLate
	}
	return library.IsErrorValue(x.info.TypeOf(p.Expr))
}

// leaves reports whether the function is left after an answer. What is done on the way
// there is not done after a new answer, so it has to be a part of the old one, or to
// log: an unlock, for one, must not be lost.
func (x *Fixer) leaves(p *place) bool {
	last := p.stmt
	for _, last = range p.after {
		call := callOf(last.Node())
		if call == nil || !x.answersBy(call) && !x.logs(x.callee(call)) || has[*ast.FuncLit](call) {
			return false
		}
	}
	_, isReturn := p.stmt.Node().(*ast.ReturnStmt)
	switch {
	case isReturn:
		return true
	case callOf(p.stmt.Node()) == nil:
		return false
	case p.ret == nil:
		return p.fn.sig.Results().Len() == 0 && ends(last)
	}
	return !slices.ContainsFunc(p.ret.Results, func(e ast.Expr) bool {
		return !isSafe(e) || library.IsErrorValue(x.info.TypeOf(e)) && p.fn.takes(library.AnswersErrors) // the framework would answer anew
	})
}

// callOf returns the call that is all that a statement does, nil if it does something
// else.
func callOf(n ast.Node) *ast.CallExpr {
	var e ast.Expr
	switch n := n.(type) {
	case *ast.ExprStmt:
		e = n.X
	case *ast.AssignStmt:
		if !slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { id, ok := l.(*ast.Ident); return !ok || id.Name != "_" }) {
			e = n.Rhs[0]
		}
	}
	call, _ := ast.Unparen(e).(*ast.CallExpr)
	return call
}

// answersBy reports whether something is done with what the request is answered by.
func (x *Fixer) answersBy(n ast.Node) bool {
	return contains(n, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		return ok && isResponder(x.info.TypeOf(e))
	})
}

// isSafe reports whether an expression can be written once more: it does nothing, and
// makes nothing.
func isSafe(e ast.Expr) bool {
	return !contains(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.FuncLit:
			return true
		case *ast.UnaryExpr:
			return n.Op == token.ARROW
		case *ast.CompositeLit:
			return len(n.Elts) > 0
		}
		return false
	})
}

// contains reports whether something holds for a node or one in it.
func contains(n ast.Node, is func(ast.Node) bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		found = found || n != nil && is(n)
		return !found
	})
	return found
}

// has reports whether a node of a type is in another.
func has[N ast.Node](n ast.Node) bool {
	return contains(n, func(n ast.Node) bool { _, ok := n.(N); return ok })
}

// statementOf returns the statement that holds an expression.
func statementOf(cur inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cur.Node().(ast.Stmt); ok {
			return cur
		}
		cur = cur.Parent()
	}
}

// following returns the next statement of a list.
func following(cur inspector.Cursor) (inspector.Cursor, bool) {
	next, ok := cur.NextSibling()
	return next, ok && next.ParentEdgeKind() == cur.ParentEdgeKind()
}

// ends reports whether the function ends after a statement.
func ends(cur inspector.Cursor) bool {
	for around := range cur.Enclosing() {
		switch around.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return true
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CaseClause, *ast.CommClause:
			continue // the next clause is not run
		}
		if _, more := following(around); more {
			return false
		}
	}
	return false
}
