package stytchunhandled

import (
	"go/ast"
	"go/types"
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
	if p.abortsLater() {
		fun, ok = aborting(fun)
		if !ok {
			return "", false
		}
	}
	switch p.answer.reply.style {
	case httpError:
		w, ok := p.source(call.Args[0])
		return fun + "(" + w + `, "unauthorized", ` + status + ")", ok
	case sameStatus:
		return fun + "(" + status + ")", true
	case sameText, sameFormat:
		word := `"unauthorized"`
		if p.answer.scale == grpcCode {
			fun, word = strings.TrimSuffix(fun, "f"), `"unauthenticated"`
		}
		return fun + "(" + status + ", " + word + ")", true
	case sameJSON:
		return fun + "(" + status + ", " + p.object(call) + ")", len(call.Args) == 2
	case sameError:
		arg, ok := p.source(call.Args[len(call.Args)-1])
		if _, isName := ast.Unparen(call.Args[len(call.Args)-1]).(*ast.Ident); !isName {
			// It tells what the server failed at.
			pkg := p.file.Imported(p.stmt.Node().Pos(), "errors", "errors", &p.missing)
			arg, ok = pkg+`.New("unauthenticated")`, pkg != ""
		}
		return fun + "(" + status + ", " + arg + ")", ok && len(call.Args) == 2
	case abort:
		return strings.TrimSuffix(fun, "Error") + "Status(" + status + ")", strings.HasSuffix(fun, "AbortWithError")
	case chained:
		return p.chain(call, fun+"("+status+")")
	case renderState:
		return p.rendered(call, fun, status)
	}
	return "", false
}

// abortsLater reports whether a call of gin's Abort follows the answer.
func (p *placement) abortsLater() bool {
	for next, ok := p.stmt.NextSibling(); ok; next, ok = next.NextSibling() {
		if stmt, isExpr := next.Node().(*ast.ExprStmt); isExpr {
			call, isCall := ast.Unparen(stmt.X).(*ast.CallExpr)
			if !isCall {
				continue
			}
			if fn := p.check.callee(call); fn != nil && fn.Name() == "Abort" && keyOf(fn) == "github.com/gin-gonic/gin.Context" {
				return true
			}
		}
	}
	return false
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

// status returns the constant to answer with.
func (p *placement) status(call *ast.CallExpr) (string, bool) {
	at := p.stmt.Node().Pos()
	if p.answer.scale == grpcCode {
		if fn := p.check.callee(call); fn != nil && fn.Pkg() != nil && fn.Name() == "NewError" {
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !ok {
				return "", false
			}
			pkg, ok := p.source(sel.X)
			return pkg + ".CodeUnauthenticated", ok
		}
		pkg := p.file.Imported(at, "google.golang.org/grpc/codes", "codes", &p.missing)
		return pkg + ".Unauthenticated", pkg != ""
	}
	if path := p.fiber(call); path != "" {
		pkg := p.file.Imported(at, path, "fiber", &p.missing)
		return pkg + ".StatusUnauthorized", pkg != ""
	}
	pkg := p.file.Imported(at, "net/http", "http", &p.missing)
	return pkg + ".StatusUnauthorized", pkg != ""
}

// fiber returns the path of fiber's package if a call is one of its functions,
// or of a helper that takes its context.
func (p *placement) fiber(call *ast.CallExpr) string {
	const path = "github.com/gofiber/fiber"
	if have, ok := p.frameworkOf(call); ok && unversioned(have) == path {
		return have
	}
	for _, arg := range call.Args {
		if t := p.check.info.TypeOf(arg); isResponder(t) && typeKey(t) == path+".Ctx" {
			return types.Unalias(deref(t)).(*types.Named).Obj().Pkg().Path()
		}
	}
	return ""
}

// frameworkOf returns the path of the package that declares the function of a
// call.
func (p *placement) frameworkOf(call *ast.CallExpr) (string, bool) {
	fn := p.check.callee(call)
	if fn == nil || fn.Pkg() == nil {
		return "", false
	}
	return fn.Pkg().Path(), true
}

// object returns the body of an answer in JSON.
func (p *placement) object(call *ast.CallExpr) string {
	path, _ := p.frameworkOf(call)
	typ := "map[string]string"
	for framework, name := range map[string]string{"github.com/gin-gonic/gin": "gin.H", "github.com/gofiber/fiber": "fiber.Map"} {
		if unversioned(path) != framework {
			continue
		}
		pkg, short, _ := strings.Cut(name, ".")
		var missing []string
		if have := p.file.Imported(p.stmt.Node().Pos(), path, pkg, &missing); have != "" && len(missing) == 0 {
			typ = have + "." + short
		}
	}
	return typ + `{"error": "unauthorized"}`
}

// chain returns fiber's answer that begins with a status.
func (p *placement) chain(call *ast.CallExpr, status string) (string, bool) {
	outer, ok := p.wholeCall()
	if !ok || len(outer.Args) != 1 {
		return "", false
	}
	switch fn := p.check.callee(outer); {
	case fn == nil:
		return "", false
	case fn.Name() == "JSON":
		return status + ".JSON(" + p.object(call) + ")", true
	case fn.Name() == "SendString":
		return status + `.SendString("unauthorized")`, true
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
	content := `map[string]string{"error": "unauthorized"}`
	switch p.check.callee(body).Name() {
	case "JSON":
	case "PlainText":
		content = `"unauthorized"`
	default:
		return "", false
	}
	r, ok1 := p.source(call.Args[0])
	name, ok2 := p.source(body.Fun)
	w, ok3 := p.source(body.Args[0])
	r2, ok4 := p.source(body.Args[1])
	return fun + "(" + r + ", " + status + ")\n" + name + "(" + w + ", " + r2 + ", " + content + ")", ok1 && ok2 && ok3 && ok4
}
