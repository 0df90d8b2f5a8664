package stytchunhandled

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
	if t := typeOrInvalid(p.check.info.TypeOf(call.Args[p.answer.chosen])).Underlying(); p.answer.scale == library.HTTPStatus && t != types.Typ[types.Int] && t != types.Typ[types.UntypedInt] {
		return "", false
	}
	texts := 0
	var args []string
	for i, arg := range call.Args {
		s, ok := p.source(arg)
		lit, isLit := ast.Unparen(arg).(*ast.BasicLit)
		switch {
		case i == p.answer.chosen:
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
			v, ok := p.check.info.Uses[n].(*types.Var)
			ours := ok && v.IsField() && v.Pkg() == p.check.pass.Pkg && isString(v.Type())
			nothing = nothing && !ours && (!ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope())
		case *ast.CallExpr:
			if library.Of(p.check.callee(n)).Does == library.FormatError && isErrorValue(typeOrInvalid(p.check.info.TypeOf(n.Args[len(n.Args)-1]))) {
				return false
			}
		}
		if e, ok := n.(ast.Expr); ok {
			v := p.check.info.Types[e].Value
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
	fn := p.check.callee(call)
	if fn == nil || p.check.decls[fn.Origin()] == nil {
		return false
	}
	found := false
	ast.Inspect(p.check.decls[fn.Origin()].Body, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok {
			found = found || library.Of(p.check.callee(inner)).Is(library.TakesNames)
		}
		return !found
	})
	return found
}
