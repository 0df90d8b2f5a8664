package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A rewriter writes an answer once more, as one that asks the user to sign in: with
// another status, and another text in the place of its only one.
type rewriter struct {
	*Fixer
	*place // of the old answer
	file   *edit.File
	at     token.Pos  // where the new one is to stand
	err    *types.Var // the error there, if it is not that of the old place
	abort  string     // what gin is told by not to run the handlers that follow; "" if it need not be

	edits   []analysis.TextEdit // of the old answer
	texts   int                 // how many of them write a text
	code    string              // the new status
	missing []string            // packages that the new answer needs and the file does not import
}

// put notes that another text is to stand in the place of a node.
func (r *rewriter) put(n ast.Node, text string) bool {
	r.edits = append(r.edits, edit.Replace(n.Pos(), n.End(), text))
	return true
}

// cut notes that what stands between two positions is to be left out.
func (r *rewriter) cut(pos, end token.Pos) bool {
	r.edits = append(r.edits, edit.Replace(pos, end, ""))
	return true
}

// copy returns the source of some nodes as it is after the edits.
func (r *rewriter) copy(list ...ast.Node) (string, bool) {
	var texts []string
	for _, n := range list {
		text, ok := r.file.Copy(n.Pos(), n.End(), r.edits)
		if !ok || r.texts > 1 {
			return "", false
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "\n"), true
}

// statements returns the statements that answer, and leave the function.
func (r *rewriter) statements() (string, bool) {
	ret, ok := r.stmt.Node().(*ast.ReturnStmt)
	if !ok {
		text, ok := r.answer()
		if r.ret == nil {
			return text + "\nreturn", ok
		}
		tail, isShort := r.copy(r.ret)
		return text + "\n" + tail, ok && isShort
	}
	outer, ok := r.rewrite()
	for _, e := range ret.Results {
		ok = ok && (ast.Unparen(e) == outer || isSafe(e) && r.same(e))
	}
	if !ok {
		return "", false
	}
	return r.copy(ret)
}

// answer returns the answer: an expression, or statements if it takes some.
func (r *rewriter) answer() (string, bool) {
	outer, ok := r.rewrite()
	if !ok {
		return "", false
	}
	list := []ast.Node{outer}
	if call := callOf(r.stmt.Node()); call != nil && call == outer {
		list[0] = r.stmt.Node()
	} else if !r.isLate(r.place) && r.stmt.Node() != ast.Node(r.ret) {
		return "", false
	}
	for _, cur := range r.after {
		n := cur.Node()
		if !r.answersBy(n) {
			continue
		}
		if !r.isAbort(n) && !r.writes(callOf(n)) {
			return "", false
		}
		list = append(list, n)
	}
	if len(list) == 1 && r.reply != nil && nameOf(r.callee(r.Expr.(*ast.CallExpr))) == "github.com/go-chi/render.Status" {
		return "", false // nothing is answered
	}
	text, ok := r.copy(list...)
	if r.abort != "" {
		text += "\n" + r.abort + ".Abort()"
	}
	return text, ok
}

// rewrite writes the answer. It returns the expression that the old one is, with what
// continues it.
func (r *rewriter) rewrite() (ast.Expr, bool) {
	call, ok := r.Expr.(*ast.CallExpr)
	if !ok {
		sel, ok := r.Expr.(*ast.SelectorExpr)
		return r.Expr, ok && r.style() == library.Sentinel && r.same(sel.X) && r.put(sel.Sel, "ErrUnauthorized")
	}
	if r.status == nil || call.Ellipsis.IsValid() {
		return nil, false
	}
	code := 401
	if r.Scale == library.GRPCCode {
		code = 16
	}
	if r.code, ok = r.file.Status(r.status, code); !ok || !r.same(r.status) {
		return nil, false
	}
	r.put(r.status, r.code)
	switch whole := r.whole(); r.style() {
	case library.Rewritten:
		return call, r.call(call)
	case library.Chained:
		outer := whole.(*ast.CallExpr)
		name := nameOf(r.callee(outer))
		return outer, (strings.HasSuffix(name, ".JSON") || strings.HasSuffix(name, ".SendString")) && r.call(outer)
	case library.SameStatus:
		if r.reply.Does == library.Answers {
			return call, r.call(call)
		}
		// The framework has a text for it.
		r.cut(r.status.End(), call.Rparen)
		ok := r.same(call.Fun) && !slices.ContainsFunc(call.Args[1:], func(e ast.Expr) bool { return !isText(r.info.TypeOf(e)) && !library.IsErrorValue(r.info.TypeOf(e)) })
		if outer, isCall := whole.(*ast.CallExpr); isCall && outer != call && types.Identical(r.info.TypeOf(call), r.info.TypeOf(whole)) {
			// As echo.NewHTTPError(status).SetInternal(err).
			return outer, ok && r.cut(call.End(), outer.End()) && !slices.ContainsFunc(outer.Args, func(e ast.Expr) bool { return !isSafe(e) })
		}
		return call, ok
	}
	return call, r.reply == nil && r.helper(call)
}

// call writes the call of a library's function.
func (r *rewriter) call(call *ast.CallExpr) bool {
	sig, ok := r.info.TypeOf(call.Fun).(*types.Signature)
	if !ok || !sig.Variadic() && len(call.Args) > sig.Params().Len() || !r.function(call.Fun) {
		return false
	}
	texts := r.texts
	for i, e := range call.Args {
		isRest := sig.Variadic() && i >= sig.Params().Len()-1
		if isRest && r.texts > texts {
			return r.cut(call.Args[i-1].End(), call.Rparen) // the values of a format
		}
		as := text
		if t := sig.Params().At(min(i, sig.Params().Len()-1)).Type(); library.IsError(t) {
			as = failure
		} else if !isRest && !isText(t) {
			as = object
		}
		if !r.write(e, as) {
			return false
		}
	}
	return true
}

// function writes what a call calls. In gin, it aborts where it has to and can, and a
// text for gRPC needs no format.
func (r *rewriter) function(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return r.same(e)
	}
	name := sel.Sel.Name
	switch {
	case sel.X == r.Expr:
		return r.call(r.Expr.(*ast.CallExpr))
	case r.abort != "" && name == "JSON":
		name = "AbortWithStatusJSON"
	case r.abort != "" && name == "Status":
		name = "AbortWithStatus"
	case r.Scale == library.GRPCCode:
		name = strings.TrimSuffix(name, "f")
	}
	if strings.HasPrefix(name, "Abort") {
		r.abort = ""
	}
	return r.same(e) && r.put(sel.Sel, name)
}

// writes rewrites a call, if it is one that writes the body after a status.
func (r *rewriter) writes(call *ast.CallExpr) bool {
	return call != nil && writers[nameOf(r.callee(call))] && r.call(call)
}

// writers are the functions that write a body.
var writers = map[string]bool{
	"(*encoding/json.Encoder).Encode":    true,
	"(net/http.ResponseWriter).Write":    true,
	"fmt.Fprint":                         true,
	"fmt.Fprintf":                        true,
	"fmt.Fprintln":                       true,
	"github.com/go-chi/render.JSON":      true,
	"github.com/go-chi/render.PlainText": true,
	"io.WriteString":                     true,
}

// helper writes the call of a helper of the program.
func (r *rewriter) helper(call *ast.CallExpr) bool {
	t := r.info.TypeOf(r.status).Underlying()
	if r.Scale == library.HTTPStatus && t != types.Typ[types.Int] && t != types.Typ[types.UntypedInt] {
		return false
	}
	fn := r.callee(call)
	if r.decls[fn] == nil || r.calls(fn, func(inner *types.Func) bool { return strings.HasPrefix(nameOf(inner), ginMethod+"Abort") }) {
		r.abort = ""
	}
	names := r.calls(fn, func(inner *types.Func) bool { return library.Of(inner).Is(library.TakesNames) })
	for _, e := range call.Args {
		lit, isLit := ast.Unparen(e).(*ast.BasicLit)
		if isLit && lit.Kind == token.STRING && (names || looksLikeName(lit.Value)) || !r.write(e, given) {
			return false
		}
	}
	return r.same(call.Fun)
}

// looksLikeName reports whether a text is none for people: a path, a format, or one
// word with an extension.
func looksLikeName(lit string) bool {
	text := strings.Trim(lit, "\"`.")
	return strings.Contains(text, "%") || !strings.ContainsAny(text, " \t\n{<") && strings.ContainsAny(text, "/.")
}

// same reports whether an expression can be written as it is: what it names has the
// same names where the answer is to stand.
func (r *rewriter) same(e ast.Expr) bool {
	return !contains(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			_, isFunc := n.(*ast.FuncLit)
			return isFunc
		}
		obj := r.info.Uses[id]
		if obj == nil || obj.Parent() == nil || obj.Pkg() != nil && obj.Pkg() != r.pass.Pkg {
			return false // a field, a method, or of another package
		}
		return !r.isSame(obj, r.file.Meaning(r.at, id.Name))
	})
}

// isSame reports whether two objects stand for the same, in two functions: the same
// thing, what a request comes with or is answered by, or the error.
func (r *rewriter) isSame(a, b types.Object) bool {
	if a == b || b == nil {
		return a == b
	}
	if pkg, ok := a.(*types.PkgName); ok {
		b, ok := b.(*types.PkgName)
		return ok && pkg.Imported() == b.Imported()
	}
	return types.Identical(a.Type(), b.Type()) &&
		(b == types.Object(r.err) && library.IsError(a.Type()) || isResponder(a.Type()) || library.Type(a.Type()) == "net/http.Request")
}
