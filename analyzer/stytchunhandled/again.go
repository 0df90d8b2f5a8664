package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// byHelper returns the answer in the place of a helper of the program: the same
// helper with another status, or what the library has for it.
func (p *placement) byHelper() (string, bool) {
	call, ok := p.answer.expr.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	if p.answer.chosen >= 0 {
		return p.helperAgain(call)
	}
	for _, arg := range call.Args {
		t := p.check.info.TypeOf(arg)
		if !isResponder(t) {
			continue
		}
		who, ok := p.source(arg)
		at := p.stmt.Node().Pos()
		var missing []string
		switch typeKey(t) {
		case "net/http.ResponseWriter":
			pkg := p.file.Imported(at, "net/http", "http", &p.missing)
			return pkg + ".Error(" + who + `, "unauthorized", ` + pkg + ".StatusUnauthorized)", ok && pkg != "" && p.tail != ""
		case "github.com/gin-gonic/gin.Context":
			pkg := p.file.Imported(at, "net/http", "http", &p.missing)
			return who + ".AbortWithStatusJSON(" + pkg + `.StatusUnauthorized, map[string]string{"error": "unauthorized"})`, ok && pkg != "" && p.tail != ""
		case "github.com/labstack/echo.Context", "github.com/gofiber/fiber.Ctx":
			named, isNamed := types.Unalias(deref(t)).(*types.Named)
			if !isNamed || p.tail != "" {
				return "", false
			}
			pkg := p.file.Imported(at, named.Obj().Pkg().Path(), named.Obj().Pkg().Name(), &missing)
			return pkg + ".ErrUnauthorized", pkg != "" && len(missing) == 0
		}
	}
	return "", false
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// helperAgain returns the call of a helper with another status. The only text
// that it is given is changed, too.
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
	for _, arg := range call.Args {
		if isText(arg) {
			texts++
		}
	}
	var args []string
	for i, arg := range call.Args {
		s, ok := p.source(arg)
		switch {
		case !ok:
			return "", false
		case i == p.answer.chosen:
			s = status
		case texts == 1 && isText(arg):
			s = `"unauthorized"`
		}
		args = append(args, s)
	}
	return fun + "(" + strings.Join(args, ", ") + ")", true
}

func isText(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Kind == token.STRING
}
