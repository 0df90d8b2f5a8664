package stytchunhandled

import (
	"go/ast"
	"strings"
)

// answerAnew returns the lines that answer a failure that users cause in the
// way in which the existing statement answers one of the server.
func (p *placement) answerAnew() ([]string, bool) {
	old := p.answer.expr
	if outer, ok := p.wholeCall(); ok && p.answer.reply != nil && p.answer.reply.style == chained {
		old = outer
	}
	text, ok := p.anew()
	if !ok {
		text, ok = p.takenOver()
	}
	if !ok {
		return nil, false
	}
	if p.tail != "" {
		return append(strings.Split(p.blanks()+text, "\n"), p.tail), true
	}
	// The new expression takes the place of the old one in the statement.
	ret, _ := p.stmt.Node().(*ast.ReturnStmt)
	var results []string
	for _, e := range ret.Results {
		if !within(e, old) {
			s, ok := p.source(e)
			if !ok {
				return nil, false
			}
			results = append(results, s)
			continue
		}
		s, ok := p.suffixed(e, old, text)
		if !ok {
			return nil, false
		}
		results = append(results, s)
	}
	return []string{"return " + strings.Join(results, ", ")}, true
}

// takenOver returns the answer that the function gives elsewhere to who is not
// signed in, by the same function of the program.
func (p *placement) takenOver() (string, bool) {
	call, ok := p.answer.expr.(*ast.CallExpr)
	if !ok || p.answer.chosen < 0 || p.abort || p.abortsLater() {
		return "", false
	}
	for _, ex := range p.check.insideOf(p.fn) {
		if ex.callee != p.check.callee(call) || ex.answer.status != signIn(p.answer.scale) {
			continue
		}
		text, ok := p.source(ex.answer.expr)
		if ok && p.check.sameNames(text, ex.answer.expr.Pos(), p.at, p.err) {
			return text, true
		}
	}
	return "", false
}

// blanks returns the assignment that drops the results of the new answer, if the
// old one has that and the new one has the same results.
func (p *placement) blanks() string {
	assign, ok := p.stmt.Node().(*ast.AssignStmt)
	if !ok || p.answer.reply == nil && p.answer.chosen < 0 || p.answer.reply != nil && p.answer.reply.style == abort {
		return ""
	}
	return strings.Repeat("_, ", len(assign.Lhs)-1) + "_ = "
}

// suffixed returns a result with another expression in the place of the old
// one, which may be followed by methods.
func (p *placement) suffixed(e, old ast.Expr, text string) (string, bool) {
	e = ast.Unparen(e)
	if e == old {
		return text, true
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) > 1 {
		return "", false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	inner, ok := p.suffixed(sel.X, old, text)
	if !ok {
		return "", false
	}
	arg := ""
	if len(call.Args) == 1 {
		if arg, ok = p.source(call.Args[0]); !ok || !isSafe(call.Args[0]) {
			return "", false
		}
	}
	return inner + "." + sel.Sel.Name + "(" + arg + ")", true
}

// anew returns the new answer.
func (p *placement) anew() (string, bool) {
	if p.answer.reply == nil {
		return p.byHelper()
	}
	if sel, ok := p.answer.expr.(*ast.SelectorExpr); ok && p.answer.reply.style == sentinel {
		pkg, ok := p.source(sel.X)
		return pkg + ".ErrUnauthorized", ok
	}
	call, ok := p.answer.expr.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	fun, ok := p.source(call.Fun)
	status, known := p.status(call)
	if !ok || !known {
		return "", false
	}
	if p.abort || p.abortsLater() {
		renamed, aborts := aborting(fun)
		if fun = renamed; !aborts {
			text, ok := p.styled(call, fun, status)
			who, isMethod := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !ok || !isMethod {
				return "", false
			}
			c, ok := p.source(who.X)
			return text + "\n" + c + ".Abort()", ok
		}
	}
	return p.styled(call, fun, status)
}

// styled returns the new answer in the style of the old one.
func (p *placement) styled(call *ast.CallExpr, fun, status string) (string, bool) {
	switch p.answer.reply.style {
	case httpError:
		w, ok := p.source(call.Args[0])
		text, isText := p.text(call.Args[1], word)
		return fun + "(" + w + ", " + text + ", " + status + ")", ok && isText
	case sameStatus:
		return p.bare(call, fun, status)
	case sameText, sameFormat:
		if p.answer.scale == grpcCode {
			return strings.TrimSuffix(fun, "f") + "(" + status + `, "unauthenticated")`, true
		}
		text, ok := p.text(call.Args[1], word)
		return fun + "(" + status + ", " + text + ")", ok
	case sameJSON:
		if len(call.Args) != 2 {
			return "", false
		}
		body, ok := p.body(call.Args[1], status)
		return fun + "(" + status + ", " + body + ")", ok
	case sameError:
		arg, ok := p.source(call.Args[len(call.Args)-1])
		if _, isName := ast.Unparen(call.Args[len(call.Args)-1]).(*ast.Ident); !isName {
			// It tells what the server failed at.
			pkg := p.file.Imported(p.at, "errors", "errors", &p.missing)
			arg, ok = pkg+`.New("unauthenticated")`, pkg != ""
		}
		return fun + "(" + status + ", " + arg + ")", ok && len(call.Args) == 2
	case abort:
		return strings.TrimSuffix(fun, "Error") + "Status(" + status + ")", strings.HasSuffix(fun, "AbortWithError") && !p.othersHaveBody()
	case chained:
		return p.chain(fun + "(" + status + ")")
	case renderState:
		return p.rendered(call, fun, status)
	}
	return "", false
}

// bare returns an answer that is a status, and the body if the old one has one.
// Where the others of the function have a body there is none without.
func (p *placement) bare(call *ast.CallExpr, fun, status string) (string, bool) {
	text := fun + "(" + status + ")"
	if p.answer.reply.returned {
		// The framework has a body for it.
		for _, arg := range call.Args[1:] {
			if t := p.check.info.TypeOf(arg); !isString(typeOrInvalid(t)) && !isErrorValue(typeOrInvalid(t)) {
				return "", false
			}
		}
		return text, true
	}
	body, ok := "", true
	if p.tail != "" {
		body, ok = p.bodyAfter(status)
	}
	switch {
	case !ok:
		return "", false
	case body != "":
		return text + "\n" + body, true
	}
	return text, !p.othersHaveBody()
}

// othersHaveBody reports whether other answers of the function have a body.
func (p *placement) othersHaveBody() bool {
	for _, ex := range p.check.examplesOf(p.check.report.File(p.answer.expr.Pos())) {
		if ex.fn == p.fn && ex.body && ex.answer.expr != p.answer.expr {
			return true
		}
	}
	return false
}

// abortsLater reports whether a call of gin's Abort follows the answer.
func (p *placement) abortsLater() bool {
	for next, ok := p.stmt.NextSibling(); ok; next, ok = next.NextSibling() {
		if p.isAbort(next.Node()) {
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
	fn := p.check.callee(call)
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

// chain returns fiber's answer that begins with a status.
func (p *placement) chain(status string) (string, bool) {
	outer, ok := p.wholeCall()
	if !ok || len(outer.Args) != 1 {
		return "", false
	}
	switch fn := p.check.callee(outer); {
	case fn == nil:
		return "", false
	case fn.Name() == "JSON":
		body, ok := p.body(outer.Args[0], strings.TrimSuffix(status[strings.LastIndex(status, "(")+1:], ")"))
		return status + ".JSON(" + body + ")", ok
	case fn.Name() == "SendString":
		text, ok := p.text(outer.Args[0], word)
		return status + ".SendString(" + text + ")", ok
	}
	return "", false
}

// rendered returns chi's answer: a status, and the body by another statement.
func (p *placement) rendered(call *ast.CallExpr, fun, status string) (string, bool) {
	next, ok := p.stmt.NextSibling()
	if !ok || p.tail == "" {
		return "", false
	}
	stmt, ok := next.Node().(*ast.ExprStmt)
	if !ok {
		return "", false
	}
	body, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok || len(body.Args) != 3 || p.check.callee(body) == nil || keyOf(p.check.callee(body)) != "github.com/go-chi/render" {
		return "", false
	}
	content, known := "", false
	switch p.check.callee(body).Name() {
	case "JSON":
		content, known = p.body(body.Args[2], status)
	case "PlainText":
		content, known = p.text(body.Args[2], word)
	}
	if !known {
		return "", false
	}
	r, ok1 := p.source(call.Args[0])
	name, ok2 := p.source(body.Fun)
	w, ok3 := p.source(body.Args[0])
	r2, ok4 := p.source(body.Args[1])
	return fun + "(" + r + ", " + status + ")\n" + name + "(" + w + ", " + r2 + ", " + content + ")", ok1 && ok2 && ok3 && ok4
}
