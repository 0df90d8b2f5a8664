package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// leaves finds out how the function is left after the answer. What is done on
// the way there is not done after the new answer, so it has to be a part of the
// old one, or to log: an unlock, for one, must not be lost.
func (p *placement) leaves() bool {
	last := p.stmt
	for next, ok := following(last); ok; next, ok = following(next) {
		last = next
		if ret, isReturn := next.Node().(*ast.ReturnStmt); isReturn {
			return p.returns(ret)
		}
		if !p.belongs(next.Node()) {
			return false
		}
	}
	p.tail = "return"
	return p.fn.sig.Results().Len() == 0 && p.ends(last)
}

// returns reports whether a return statement can be written once more after the
// new answer.
func (p *placement) returns(ret *ast.ReturnStmt) bool {
	for _, e := range ret.Results {
		if !isSafe(e) {
			return false
		}
		if t := p.check.info.TypeOf(e); t != nil && isErrorValue(t) && p.takesFramework() {
			return false // the framework would answer anew
		}
	}
	tail, ok := p.source(ret)
	p.tail = tail
	return ok
}

// following returns the next statement of a list.
func following(cur inspector.Cursor) (inspector.Cursor, bool) {
	next, ok := cur.NextSibling()
	return next, ok && next.ParentEdgeKind() == cur.ParentEdgeKind()
}

// ends reports whether the function ends after a statement, but for what
// belongs to the answer.
func (p *placement) ends(cur inspector.Cursor) bool {
	for around := range cur.Enclosing() {
		switch around.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return true
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CaseClause, *ast.CommClause:
			continue // the next clause is not run
		}
		for next, ok := following(around); ok; next, ok = following(next) {
			if !p.belongs(next.Node()) {
				return false
			}
		}
	}
	return false
}

// belongs reports whether a statement is a part of an answer, or logs.
func (p *placement) belongs(n ast.Node) bool {
	switch n := n.(type) {
	case nil:
		return true
	case *ast.ExprStmt:
		return p.answers(n.X)
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			if n.Tok != token.DEFINE && !isBlank(l) || i < len(n.Rhs) && !p.answers(n.Rhs[i]) {
				return false
			}
		}
		return true
	case *ast.IfStmt:
		return p.belongs(n.Init) && p.answers(n.Cond) && p.belongs(n.Body) && p.belongs(n.Else)
	case *ast.BlockStmt:
		for _, s := range n.List {
			if !p.belongs(s) {
				return false
			}
		}
		return true
	}
	return false
}

// answers reports whether an expression does nothing but answer or log.
func (p *placement) answers(e ast.Expr) bool {
	all := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			all = false
		case *ast.UnaryExpr:
			all = all && n.Op != token.ARROW
		case *ast.CallExpr:
			all = all && p.harmless(n)
		}
		return all
	})
	return all
}

// harmless reports whether a call may be left out once another answer is made:
// it concerns what the request is answered by, logs, or computes a value.
func (p *placement) harmless(call *ast.CallExpr) bool {
	c := p.check
	if c.info.Types[call.Fun].IsType() {
		return true
	}
	switch fn := typeutil.Callee(c.info, call).(type) {
	case *types.Builtin:
		return c.info.Types[call].IsValue()
	case *types.Func:
		fn = fn.Origin()
		if c.replyOf(fn) != nil || c.logs(fn) || formats(fn) || isPure(fn) {
			return true
		}
		if recv := fn.Signature().Recv(); recv != nil && fn.Name() == "Error" && isErrorValue(recv.Type()) {
			return true
		}
	}
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && isResponder(c.info.TypeOf(e))
		return !found
	})
	return found
}
