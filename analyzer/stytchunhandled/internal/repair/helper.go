package repair

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// byHelper returns the call of a helper of the program with another status. The
// only text that it is given is changed, too, unless it names something.
func (p *placement) byHelper(call *ast.CallExpr, fun, status string) (string, bool) {
	if call.Ellipsis.IsValid() {
		return "", false
	}
	if t := typeOrInvalid(p.info.TypeOf(p.answer.status)).Underlying(); p.answer.scale == library.HTTPStatus && t != types.Typ[types.Int] && t != types.Typ[types.UntypedInt] {
		return "", false
	}
	texts := 0
	var args []string
	for _, arg := range call.Args {
		s, ok := p.source(arg)
		lit, isLit := ast.Unparen(arg).(*ast.BasicLit)
		switch {
		case arg == p.answer.status:
			s, ok = status, true
		case isLit && lit.Kind == token.STRING:
			texts++
			s, ok = reworded(lit)
			ok = ok && !looksLikeName(lit) && !p.takesNames(call)
		case isLiteral(arg):
			s, ok = p.body(arg, status)
		default:
			ok = ok && p.saysNothing(arg)
		}
		if !ok {
			return "", false
		}
		args = append(args, s)
	}
	return fun + "(" + strings.Join(args, ", ") + ")", texts <= 1
}

// saysNothing reports whether an argument can be given once more: nothing in it
// tells what the server failed at, such as a constant or a variable that the
// program keeps, but for a text around an error.
func (p *placement) saysNothing(arg ast.Expr) bool {
	nothing := true
	ast.Inspect(arg, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			v, ok := p.info.Uses[n].(*types.Var)
			ours := ok && v.IsField() && v.Pkg() == p.pass.Pkg && isString(v.Type())
			nothing = nothing && !ours && (!ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope())
		case *ast.CallExpr:
			if library.Of(p.callee(n)).Does == library.FormatError && isErrorValue(typeOrInvalid(p.info.TypeOf(n.Args[len(n.Args)-1]))) {
				return false
			}
		}
		if e, ok := n.(ast.Expr); ok {
			v := p.info.Types[e].Value
			nothing = nothing && (v == nil || v.Kind() == constant.Bool)
		}
		return nothing
	})
	return nothing
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

// looksLikeName reports whether a text is none for people: a format, a path, or
// one word with an extension.
func looksLikeName(lit *ast.BasicLit) bool {
	text, err := strconv.Unquote(lit.Value)
	return err != nil || strings.Contains(text, "%") || !strings.ContainsAny(text, " \t\n{<") && strings.ContainsAny(strings.TrimSuffix(text, "."), "/.")
}

// takesNames reports whether a helper in view finds templates or files, so that a
// text may be a name.
func (p *placement) takesNames(call *ast.CallExpr) bool {
	fn := p.callee(call)
	if fn == nil || p.decls[fn.Origin()] == nil {
		return false
	}
	found := false
	ast.Inspect(p.decls[fn.Origin()].Body, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok {
			found = found || library.Of(p.callee(inner)).Is(library.TakesNames)
		}
		return !found
	})
	return found
}
