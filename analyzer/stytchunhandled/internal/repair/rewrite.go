package repair

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// rewritten returns the lines that answer a failure that users cause in the way
// in which the existing statement answers one of the server.
func (p *placement) rewritten() ([]string, bool) {
	text, ok := p.anew()
	if !ok {
		return nil, false
	}
	if p.tail != "" {
		return append(strings.Split(text, "\n"), p.tail), true
	}
	// The new expression takes the place of the old one in the statement.
	var results []string
	for _, e := range p.stmt.Node().(*ast.ReturnStmt).Results {
		s, ok := text, p.isAnswer(ast.Unparen(e))
		if !within(e, p.answer.expr) {
			s, ok = p.source(e)
		}
		if !ok {
			return nil, false
		}
		results = append(results, s)
	}
	return []string{"return " + strings.Join(results, ", ")}, true
}

// isAnswer reports whether an expression is the answer, with what may continue it.
func (p *placement) isAnswer(e ast.Expr) bool {
	if e == p.answer.expr || e != p.whole() {
		return e == p.answer.expr
	}
	if p.answer.reply != nil && p.answer.reply.Answer.Style == library.Chained {
		return true
	}
	// As echo.NewHTTPError(status).SetInternal(err).
	args := e.(*ast.CallExpr).Args
	return len(args) == 1 && isSafe(args[0]) && types.Identical(p.info.TypeOf(p.answer.expr), p.info.TypeOf(e))
}

// anew returns the new answer. Where gin's next handlers must not run, it ends
// the chain, too.
func (p *placement) anew() (string, bool) {
	if sel, ok := p.answer.expr.(*ast.SelectorExpr); ok {
		pkg, ok := p.source(sel.X)
		return pkg + ".ErrUnauthorized", ok && p.answer.reply != nil
	}
	call, ok := p.answer.expr.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	fun, ok := p.source(call.Fun)
	status, known := p.status()
	if !ok || !known {
		return "", false
	}
	ends := !p.abort
	text := ""
	if p.answer.reply != nil {
		if !ends {
			fun, ends = aborting(fun)
		}
		text, ok = p.styled(call, fun, status)
	} else {
		ends = ends || p.mayAbort(p.callee(call))
		text, ok = p.byHelper(call, fun, status)
	}
	if ends || !ok {
		return text, ok
	}
	c := GinParam(p.fn.sig)
	if c == nil || nameOr(c.Name(), "") == "" {
		return "", false
	}
	return text + "\n" + c.Name() + ".Abort()", true
}

// styled returns the new answer in the style of the old one.
func (p *placement) styled(call *ast.CallExpr, fun, status string) (string, bool) {
	last := call.Args[len(call.Args)-1]
	switch p.answer.reply.Answer.Style {
	case library.HTTPError:
		w, ok := p.source(call.Args[0])
		text, isText := p.text(call.Args[1])
		return fun + "(" + w + ", " + text + ", " + status + ")", ok && isText
	case library.SameStatus:
		if p.answer.reply.Does == library.AnswersLate {
			return fun + "(" + status + ")", p.plain(call.Args[1:]) // the framework has a body for it
		}
		return p.withBody(fun+"("+status+")", status)
	case library.RenderState:
		r, ok := p.source(call.Args[0])
		text, isAnswer := p.withBody(fun+"("+r+", "+status+")", status)
		return text, ok && isAnswer && strings.Contains(text, "\n")
	case library.StatusText, library.SameFormat:
		if p.answer.scale == library.GRPCCode {
			return strings.TrimSuffix(fun, "f") + "(" + status + `, "unauthenticated")`, true
		}
		text, ok := p.text(call.Args[1])
		return fun + "(" + status + ", " + text + ")", ok
	case library.StatusJSON:
		body, ok := p.body(last, status)
		return fun + "(" + status + ", " + body + ")", ok && len(call.Args) == 2
	case library.StatusError:
		arg, ok := p.source(last)
		if _, isName := ast.Unparen(last).(*ast.Ident); !isName {
			// It tells what the server failed at.
			pkg := p.file.Imported(p.at, "errors", "errors", &p.missing)
			arg, ok = pkg+`.New("unauthenticated")`, pkg != ""
		}
		return fun + "(" + status + ", " + arg + ")", ok && len(call.Args) == 2
	case library.Aborted:
		return strings.TrimSuffix(fun, "Error") + "Status(" + status + ")", strings.HasSuffix(fun, "AbortWithError") && !p.othersHaveBody()
	case library.Chained:
		outer, ok := p.whole().(*ast.CallExpr)
		if !ok || outer == call || len(outer.Args) != 1 || p.callee(outer) == nil {
			return "", false
		}
		var body string
		name := p.callee(outer).Name()
		switch name {
		case "JSON":
			body, ok = p.body(outer.Args[0], status)
		case "SendString":
			body, ok = p.text(outer.Args[0])
		default:
			return "", false
		}
		return fun + "(" + status + ")." + name + "(" + body + ")", ok
	}
	return "", false
}

// plain reports whether there is nothing but texts and errors.
func (p *placement) plain(args []ast.Expr) bool {
	for _, arg := range args {
		if t := typeOrInvalid(p.info.TypeOf(arg)); !isString(t) && !isErrorValue(t) {
			return false
		}
	}
	return true
}

// withBody returns a status, and the body if the old one has one. Where the
// others of the function have a body there is none without.
func (p *placement) withBody(text, status string) (string, bool) {
	body, ok := "", true
	if p.tail != "" {
		body, ok = p.bodyAfter(status)
	}
	if body != "" {
		return text + "\n" + body, ok
	}
	return text, ok && !p.othersHaveBody()
}

// othersHaveBody reports whether other answers of the function have a body.
func (p *placement) othersHaveBody() bool {
	for _, ex := range p.examplesOf(p.fileAt(p.answer.expr.Pos())) {
		if ex.fn.cur == p.fn.cur && ex.body && ex.usable && ex.answer.expr != p.answer.expr {
			return true
		}
	}
	return false
}

// isAbort reports whether a statement is a call of gin's Abort.
func (p *placement) isAbort(n ast.Node) bool {
	stmt, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := p.callee(call)
	return fn != nil && fn.Name() == "Abort" && keyOf(fn) == ginContext
}

// aborting returns the method of gin that aborts as it answers.
func aborting(fun string) (string, bool) {
	i := strings.LastIndex(fun, ".")
	switch fun[i+1:] {
	case "JSON":
		return fun[:i+1] + "AbortWithStatusJSON", true
	case "Status":
		return fun[:i+1] + "AbortWithStatus", true
	}
	return fun, strings.HasPrefix(fun[i+1:], "AbortWith")
}

// status returns the constant to answer with, written as the old one is.
func (p *placement) status() (string, bool) {
	if p.answer.status == nil {
		return "", false
	}
	old := ast.Unparen(p.unconverted(p.answer.status))
	if p.answer.scale == library.HTTPStatus {
		return p.file.Status(old, unauthorized)
	}
	want := unauthenticated
	switch old := old.(type) {
	case *ast.BasicLit:
		return fmt.Sprint(want), true
	case *ast.SelectorExpr:
		obj, ok := p.info.Uses[old.Sel].(*types.Const)
		pkg, isPackage := old.X.(*ast.Ident)
		if !ok || !isPackage || obj.Pkg() == nil {
			break
		}
		for _, name := range []string{"Unauthenticated", "CodeUnauthenticated"} {
			if other, ok := obj.Pkg().Scope().Lookup(name).(*types.Const); ok && constant.Compare(other.Val(), token.EQL, constant.MakeInt64(int64(want))) {
				return pkg.Name + "." + name, true
			}
		}
	}
	return "", false
}
