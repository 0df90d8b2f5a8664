package repair

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A placement is where another answer is to be put, and how it leaves the
// function.
type placement struct {
	*Fixer
	file    *edit.File
	fn      function // that holds the call
	answer  *answer
	at      token.Pos // where it is to be put
	abort   bool      // gin's next handlers must not run after it
	missing []string  // packages that the answer needs and the file does not import

	expr inspector.Cursor // the answer
	stmt inspector.Cursor // the statement that makes it
	tail string           // the statement that leaves the function after it; "" if stmt does
}

// An answer is one to a request, with what is known of it.
type answer struct {
	expr   ast.Expr
	status ast.Expr
	code   int          // that the status is, 0 if that is not known
	reply  *library.Row // how a library's function does it, nil for one of the program
	scale  library.Scale
}

func (x *Fixer) answerOf(a *Answer) *answer {
	answer := &answer{expr: a.Expr, status: a.Status, scale: a.Scale}
	switch e := a.Expr.(type) {
	case *ast.CallExpr:
		answer.reply = replyOf(x.callee(e))
	case *ast.SelectorExpr:
		answer.reply = replyOf(x.info.Uses[e.Sel])
	}
	if a.Status != nil {
		answer.code, _ = x.integer(a.Status)
	}
	return answer
}

// isLate reports whether the answer is made by returning the value of its
// expression.
func (x *Fixer) isLate(a *answer) bool {
	if a.reply != nil {
		return a.reply.Does == library.AnswersLate
	}
	return isErrorValue(typeOrInvalid(x.info.TypeOf(a.expr)))
}

// find finds the statement that answers, and the one that leaves the function.
func (p *placement) find() bool {
	var ok bool
	if p.expr, ok = p.fn.cur.FindNode(p.answer.expr); !ok {
		return false
	}
	p.stmt = statementOf(p.expr)
	p.at = p.stmt.Node().Pos()
	if !p.file.Listed(p.stmt) {
		return false
	}
	switch n := p.stmt.Node().(type) {
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if !within(e, p.answer.expr) && !isSafe(e) {
				return false
			}
		}
		return true
	case *ast.AssignStmt:
		return isBlank(n.Lhs[0]) && p.answer.reply != nil && p.answer.reply.Answer.Style == library.Aborted && p.leaves()
	case *ast.ExprStmt:
		return p.leaves()
	}
	return false
}

// takesFramework reports whether the function is a handler of a framework that
// answers for the errors that handlers return.
func (p *placement) takesFramework() bool {
	for param := range p.fn.sig.Params().Variables() {
		if library.KindOf(param.Type()).Is(library.AnswersErrors) {
			return true
		}
	}
	return false
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isErrorValue reports whether t is error or implements it.
func isErrorValue(t types.Type) bool {
	return t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && types.Implements(t, errorInterface)
}

// isSafe reports whether an expression can be written once more: it does
// nothing.
func isSafe(e ast.Expr) bool {
	safe := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.FuncLit:
			safe = false
		case *ast.UnaryExpr:
			safe = safe && n.Op != token.ARROW
		case *ast.CompositeLit:
			safe = safe && len(n.Elts) == 0
		}
		return safe
	})
	return safe
}

func within(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// source returns the text of a node that takes one line.
func (p *placement) source(n ast.Node) (string, bool) {
	var b bytes.Buffer
	if err := format.Node(&b, p.pass.Fset, n); err != nil || bytes.ContainsRune(b.Bytes(), '\n') {
		return "", false
	}
	return b.String(), true
}

// whole returns the expression that makes the answer, with the call that
// continues it: c.Status(500).JSON(x) for c.Status(500).
func (p *placement) whole() ast.Expr {
	if sel := p.expr.Parent(); sel.ParentEdgeKind() == edge.CallExpr_Fun {
		if _, ok := sel.Node().(*ast.SelectorExpr); ok {
			return sel.Parent().Node().(*ast.CallExpr)
		}
	}
	return p.answer.expr
}

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
		p.abort = p.abort || p.isAbort(next.Node())
	}
	p.tail = "return"
	return p.fn.sig.Results().Len() == 0 && ends(last)
}

// returns reports whether a return statement can be written once more after the
// new answer.
func (p *placement) returns(ret *ast.ReturnStmt) bool {
	for _, e := range ret.Results {
		if !isSafe(e) {
			return false
		}
		if t := p.info.TypeOf(e); t != nil && isErrorValue(t) && p.takesFramework() {
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

// belongs reports whether a statement does nothing but answer or log.
func (p *placement) belongs(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ExprStmt:
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE && slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { return !isBlank(l) }) {
			return false
		}
	default:
		return false
	}
	all := true
	ast.Inspect(n, func(n ast.Node) bool {
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
	if p.info.Types[call.Fun].IsType() {
		return true
	}
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		return p.info.Types[call].IsValue()
	case *types.Func:
		fn = fn.Origin()
		if replyOf(fn) != nil || p.logs(fn) || library.OnlyRenders(fn) || library.OnlyComputes(fn) {
			return true
		}
		if recv := fn.Signature().Recv(); recv != nil && fn.Name() == "Error" && isErrorValue(recv.Type()) {
			return true
		}
	}
	return p.writes(call)
}
