package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// byHelper returns the answer in the place of a helper of the program: the same
// helper with another status, or one like the helper makes, or like the function
// has elsewhere.
func (p *placement) byHelper() (string, bool) {
	call, ok := p.answer.expr.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	ends := p.abort || p.abortsLater()
	if p.answer.chosen >= 0 {
		text, ok := p.helperAgain(call)
		if ok && ends && !p.check.mayAbort(call) {
			return p.thenAbort(call, text)
		}
		return text, ok
	}
	path, ok := p.check.handed(call)
	if !ok {
		return "", false
	}
	inside := p.check.inside(p.check.callee(call))
	for i, ex := range append(inside, p.check.insideOf(p.fn)...) {
		returned := isErrorValue(typeOrInvalid(p.check.info.TypeOf(ex.whole())))
		if ex.path != path || !ex.usable || i >= len(inside) && !ex.body || ex.answer.expr == p.answer.expr || p.tail == "" && !returned || p.tail != "" && ex.answer.returned {
			continue
		}
		if text, ok := p.check.like(ex, p, p.at, p.err, ends); ok {
			return text, true
		}
	}
	return "", false
}

// inside returns the answers that a function of the package makes itself.
func (c *check) inside(fn *types.Func) []*example {
	if fn == nil || c.decls[fn.Origin()] == nil {
		return nil
	}
	return c.insideOf(c.function(c.decls[fn.Origin()]))
}

func (c *check) insideOf(fn *function) []*example {
	if fn == nil {
		return nil
	}
	var list []*example
	for _, ex := range c.examplesOf(c.report.File(fn.node.Pos())) {
		if ex.fn == fn {
			list = append(list, ex)
		}
	}
	return list
}

// whole returns the expression that makes an answer, with the calls that
// continue it.
func (ex *example) whole() ast.Expr {
	if outer, ok := (&placement{expr: ex.cur}).wholeCall(); ok {
		return outer
	}
	return ex.answer.expr
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// thenAbort adds the call that ends gin's chain to an answer.
func (p *placement) thenAbort(call *ast.CallExpr, text string) (string, bool) {
	for _, arg := range call.Args {
		if typeKey(typeOrInvalid(p.check.info.TypeOf(arg))) == ginContext {
			c, ok := p.source(arg)
			return text + "\n" + c + ".Abort()", ok && isSafe(arg)
		}
	}
	return "", false
}

// helperAgain returns the call of a helper with another status. The only text
// that it is given is changed, too, unless it names something.
func (p *placement) helperAgain(call *ast.CallExpr) (string, bool) {
	fun, ok := p.source(call.Fun)
	status, known := p.status(call)
	if !ok || !known || call.Ellipsis.IsValid() {
		return "", false
	}
	if t := p.check.info.TypeOf(call.Args[p.answer.chosen]); p.answer.scale == httpStatus && t != nil && t.Underlying() != types.Typ[types.Int] && t.Underlying() != types.Typ[types.UntypedInt] {
		return "", false
	}
	texts := 0
	var args []string
	for i, arg := range call.Args {
		s, ok := p.source(arg)
		switch {
		case i == p.answer.chosen:
			s, ok = status, true
		case isText(arg):
			texts++
			if p.names(call, i) {
				return "", false
			}
			s, ok = rewritten(ast.Unparen(arg).(*ast.BasicLit), word)
		case p.isStatusText(arg):
			texts++
			s = strconv.Quote(word)
		case !p.tellsOfError(arg):
			if !isLiteral(arg) {
				return "", false
			}
			s, ok = p.body(arg, status)
		}
		if !ok {
			return "", false
		}
		args = append(args, s)
	}
	return fun + "(" + strings.Join(args, ", ") + ")", texts <= 1
}

// tellsOfError reports whether an argument can be given once more: it has no
// text or number of its own that tells what the server failed at, but for a
// text around the error.
func (p *placement) tellsOfError(arg ast.Expr) bool {
	same := true
	ast.Inspect(arg, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return same
		}
		switch e := e.(type) {
		case *ast.KeyValueExpr:
			same = same && p.tellsOfError(e.Value)
			return false
		case *ast.CallExpr:
			if fn := p.check.callee(e); fn != nil && fn.FullName() == "fmt.Errorf" && p.err != nil && usesVar(p.check.info, e, p.err) {
				return false
			}
		}
		if v := p.check.info.Types[e].Value; v != nil && v.Kind() != constant.Bool || p.isKept(e) {
			same = false
		}
		return same
	})
	return same
}

// isKept reports whether an expression names a variable of the package, or a text
// that the program keeps in a field: it may be the answer itself.
func (p *placement) isKept(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		v := p.check.variable(e)
		return v != nil && v.Parent() == p.check.pass.Pkg.Scope()
	case *ast.SelectorExpr:
		v, ok := p.check.info.Uses[e.Sel].(*types.Var)
		switch {
		case !ok:
			return false
		case !v.IsField():
			return true
		}
		return isString(v.Type()) && v.Pkg() == p.check.pass.Pkg
	}
	return false
}

// isStatusText reports whether an expression is the text of a status.
func (p *placement) isStatusText(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := p.check.callee(call)
	return fn != nil && fn.FullName() == "net/http.StatusText"
}

// isLiteral reports whether an expression is a composite literal, or points to
// one.
func isLiteral(e ast.Expr) bool {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	_, ok := ast.Unparen(e).(*ast.CompositeLit)
	return ok
}

func usesVar(info *types.Info, n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && info.Uses[id] == v
		return !found
	})
	return found
}

func isText(e ast.Expr) bool {
	lit, ok := ast.Unparen(e).(*ast.BasicLit)
	return ok && lit.Kind == token.STRING
}

// names reports whether a text that a call is given is no text for people: the
// name of a template or file, or a format.
func (p *placement) names(call *ast.CallExpr, arg int) bool {
	text, err := strconv.Unquote(ast.Unparen(call.Args[arg]).(*ast.BasicLit).Value)
	if err != nil || strings.Contains(text, "%") || looksLikeFile(text) {
		return true
	}
	fn := p.check.callee(call)
	if fn == nil || p.check.decls[fn.Origin()] == nil {
		return false
	}
	params := fn.Origin().Signature().Params()
	if arg >= params.Len() {
		return false
	}
	found := false
	ast.Inspect(p.check.decls[fn.Origin()].Body, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok {
			if callee := p.check.callee(inner); callee != nil && takesNames(callee) {
				for _, a := range inner.Args {
					found = found || usesVar(p.check.info, a, params.At(arg))
				}
			}
		}
		return !found
	})
	return found
}

// looksLikeFile reports whether a text is one word with an extension, or a path.
func looksLikeFile(text string) bool {
	if strings.ContainsAny(text, " \t\n{<") {
		return false
	}
	i := strings.LastIndex(text, ".")
	return strings.Contains(text, "/") || i >= 0 && i < len(text)-1
}

// naming are the packages whose functions take names of templates and files.
var naming = map[string]bool{
	"embed": true, "html/template": true, "io/fs": true, "os": true, "path": true, "path/filepath": true, "text/template": true,
}

// rendering are the methods that do, of the frameworks.
var rendering = map[string]map[string]bool{
	"net/http":                         {"ServeFile": true, "ServeFileFS": true},
	"github.com/gin-gonic/gin.Context": {"HTML": true, "File": true, "FileFromFS": true},
	"github.com/labstack/echo.Context": {"Render": true, "File": true},
	"github.com/gofiber/fiber.Ctx":     {"Render": true, "SendFile": true},
}

// takesNames reports whether a function finds a template or a file by its name.
func takesNames(fn *types.Func) bool {
	return fn.Pkg() != nil && naming[fn.Pkg().Path()] || rendering[keyOf(fn)][fn.Name()]
}
