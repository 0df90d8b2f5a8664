package repair

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

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
	stops  bool       // gin must be told not to run the handlers that follow

	edits   []analysis.TextEdit // of the old answer
	texts   int                 // how many of them write a text
	newCode string              // the new status
	missing []string            // packages that the new one needs and the file does not import
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

// statements returns the statements that answer, and leave the function.
func (r *rewriter) statements() (string, bool) {
	if ret, ok := r.stmt.Node().(*ast.ReturnStmt); ok {
		return r.returned(ret)
	}
	text, ok := r.answer()
	if r.ret == nil {
		return text + "\nreturn", ok
	}
	ret, isShort := r.file.Copy(r.ret.Pos(), r.ret.End(), nil)
	return text + "\n" + ret, ok && isShort
}

// returned returns the statement that returns the answer.
func (r *rewriter) returned(ret *ast.ReturnStmt) (string, bool) {
	outer, ok := r.rewrite()
	if !ok {
		return "", false
	}
	for _, e := range ret.Results {
		if ast.Unparen(e) != outer && !(isSafe(e) && r.same(e)) {
			return "", false
		}
	}
	return r.file.Copy(ret.Pos(), ret.End(), r.edits)
}

// answer returns the answer: an expression, or statements if it takes some.
func (r *rewriter) answer() (string, bool) {
	aborted := slices.ContainsFunc(r.after, func(cur inspector.Cursor) bool { return r.isAbort(cur.Node()) })
	r.stops = r.stops && !aborted
	outer, ok := r.rewrite()
	if stmt, isExpr := r.stmt.Node().(*ast.ExprStmt); !ok || isExpr && ast.Unparen(stmt.X) != outer {
		return "", false
	}
	list, written := []ast.Node{outer}, false
	for _, cur := range r.after {
		switch n := cur.Node(); {
		case !r.answersBy(n):
			continue
		case !r.isAbort(n):
			if written = r.writes(n); !written {
				return "", false
			}
		}
		list = append(list, cur.Node())
	}
	if r.texts > 1 || !written && r.lacksBody() {
		return "", false
	}
	var lines []string
	for _, n := range list {
		text, ok := r.file.Copy(n.Pos(), n.End(), r.edits)
		if !ok {
			return "", false
		}
		lines = append(lines, text)
	}
	if r.stops && !strings.Contains(lines[0], "AbortWith") && (r.reply != nil || !r.mayAbort(r.callee(r.Expr.(*ast.CallExpr)))) {
		c := GinParam(r.fn.sig)
		if c == nil || c.Name() == "" || c.Name() == "_" {
			return "", false
		}
		lines = append(lines, c.Name()+".Abort()")
	}
	return strings.Join(lines, "\n"), true
}

// lacksBody reports whether an answer that writes no body needs one: one follows it, or
// others of the function have one, so that it would be unlike them.
func (r *rewriter) lacksBody() bool {
	switch r.style() {
	case library.RenderState:
		return true
	case library.SameStatus, library.Aborted:
		return !r.isLate(r.place) && slices.ContainsFunc(r.examplesIn(r.fn.file), func(p *place) bool {
			return p.fn.cur == r.fn.cur && r.hasBody(p) && p.isWhole() && p.Expr != r.Expr
		})
	}
	return false
}

// rewrite writes the answer. It returns the expression that the old one is, with what
// continues it.
func (r *rewriter) rewrite() (ast.Expr, bool) {
	call, ok := r.Expr.(*ast.CallExpr)
	if !ok {
		sel, ok := r.Expr.(*ast.SelectorExpr)
		return r.Expr, ok && r.reply != nil && r.same(sel.X) && r.put(sel.Sel, "ErrUnauthorized")
	}
	if r.status == nil {
		return nil, false
	}
	old := r.unconverted(r.status)
	var isConst bool
	if r.newCode, isConst = r.file.Status(old, r.code()); !isConst || !r.same(old) {
		return nil, false
	}
	r.put(old, r.newCode)
	style, whole := r.style(), r.whole()
	switch {
	case r.reply == nil:
		return call, r.helper(call)
	case style == library.Chained:
		outer := whole.(*ast.CallExpr)
		name := nameOf(r.callee(outer))
		return outer, (strings.HasSuffix(name, ".JSON") || strings.HasSuffix(name, ".SendString")) && r.call(outer)
	case style == library.Aborted:
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		return call, ok && r.same(sel) && r.put(sel.Sel, "AbortWithStatus") && r.cut(r.status.End(), call.Rparen)
	case style == library.SameStatus && r.reply.Does == library.AnswersLate:
		// The framework has a text for it.
		if !r.same(call.Fun) || slices.ContainsFunc(call.Args[1:], func(e ast.Expr) bool { return !isText(r.typeOf(e)) && !isErrorValue(r.typeOf(e)) }) {
			return nil, false
		}
		r.cut(r.status.End(), call.Rparen)
		if whole == call || !types.Identical(r.typeOf(call), r.typeOf(whole)) {
			return call, true
		}
		// As echo.NewHTTPError(status).SetInternal(err).
		return whole, r.cut(call.End(), whole.End()) && !slices.ContainsFunc(whole.(*ast.CallExpr).Args, func(e ast.Expr) bool { return !isSafe(e) })
	case style == library.NoStyle, style == library.StatusJSON && len(call.Args) != 2:
		return nil, false
	}
	return call, r.call(call)
}

// code returns the status to answer with.
func (r *rewriter) code() int {
	if r.Scale == library.GRPCCode {
		return 16
	}
	return 401
}

// word returns what an answer says in the place of another text.
func (r *rewriter) word() string {
	if r.Scale == library.GRPCCode {
		return `"unauthenticated"`
	}
	return `"unauthorized"`
}

// call writes the call of a library's function.
func (r *rewriter) call(call *ast.CallExpr) bool {
	sig, ok := r.typeOf(call.Fun).Underlying().(*types.Signature)
	if !ok || call.Ellipsis.IsValid() || !r.function(call.Fun) {
		return false
	}
	texts := r.texts
	for i, e := range call.Args {
		var param types.Type
		if !sig.Variadic() || i < sig.Params().Len()-1 {
			param = sig.Params().At(i).Type()
		} else if r.texts > texts {
			return r.cut(call.Args[i-1].End(), call.Rparen) // the values of a format
		}
		if !r.argument(e, param) {
			return false
		}
	}
	return true
}

// function writes what a call calls. In gin, it aborts where it has to and can, and a
// text for gRPC needs no format.
func (r *rewriter) function(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if ok && sel.X == r.Expr {
		return r.call(r.Expr.(*ast.CallExpr))
	}
	if ok && r.stops && aborting[sel.Sel.Name] != "" {
		r.put(sel.Sel, aborting[sel.Sel.Name])
	}
	if ok && r.Scale == library.GRPCCode {
		r.put(sel.Sel, strings.TrimSuffix(sel.Sel.Name, "f"))
	}
	return r.same(e)
}

// aborting are the methods of gin that abort as others answer.
var aborting = map[string]string{"JSON": "AbortWithStatusJSON", "Status": "AbortWithStatus"}

// argument writes an argument of a library's function. Its type is nil if it is one of
// many values.
func (r *rewriter) argument(e ast.Expr, param types.Type) bool {
	t := r.typeOf(e)
	conv, isCall := ast.Unparen(e).(*ast.CallExpr)
	switch {
	case e == r.status:
		return true
	case isResponder(t) || library.Type(t) == "net/http.Request":
		return r.same(e)
	case isText(t) && (param == nil || isText(param)):
		return r.text(e)
	case isCall && r.info.Types[conv.Fun].IsType() && isText(r.typeOf(conv.Args[0])):
		return r.text(conv.Args[0])
	case param != nil && isError(param):
		if _, isName := ast.Unparen(e).(*ast.Ident); isName {
			return r.same(e)
		}
		// It tells what the server failed at.
		pkg := r.file.Imported(r.at, "errors", "errors", &r.missing)
		return r.put(e, pkg+".New("+r.word()+")") && pkg != ""
	}
	return r.value(e, true)
}

// writes writes a statement that writes the body after a status.
func (r *rewriter) writes(n ast.Node) bool {
	var e ast.Expr
	switch n := n.(type) {
	case *ast.ExprStmt:
		e = n.X
	case *ast.AssignStmt:
		if slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { return !isBlank(l) }) {
			return false
		}
		e = n.Rhs[0]
	}
	call, ok := e.(*ast.CallExpr)
	return ok && writers[nameOf(r.callee(call))] && r.call(call)
}

// writers are the functions that write a body.
var writers = map[string]bool{
	"encoding/json.Encoder.Encode":       true,
	"fmt.Fprint":                         true,
	"fmt.Fprintf":                        true,
	"fmt.Fprintln":                       true,
	"github.com/go-chi/render.JSON":      true,
	"github.com/go-chi/render.PlainText": true,
	"io.WriteString":                     true,
	"net/http.ResponseWriter.Write":      true,
}

// helper writes the call of a helper of the program.
func (r *rewriter) helper(call *ast.CallExpr) bool {
	t := r.typeOf(r.status).Underlying()
	if call.Ellipsis.IsValid() || r.Scale == library.HTTPStatus && t != types.Typ[types.Int] && t != types.Typ[types.UntypedInt] {
		return false
	}
	for _, e := range call.Args {
		lit, isLit := ast.Unparen(e).(*ast.BasicLit)
		ok := true
		switch {
		case e == r.status:
		case isLit && lit.Kind == token.STRING:
			ok = r.text(e) && !looksLikeName(lit.Value) && !r.takesNames(call)
		case literalOf(e) != nil:
			ok = r.value(e, true)
		default:
			ok = r.same(e) && (r.formats(e) || !has(e, r.tells))
		}
		if !ok {
			return false
		}
	}
	return r.same(call.Fun)
}

// tells reports whether a node tells what the server failed at, such as a constant or
// a variable that the program keeps.
func (r *rewriter) tells(n ast.Node) bool {
	e, ok := n.(ast.Expr)
	if ok && r.info.Types[e].Value != nil {
		return r.info.Types[e].Value.Kind() != constant.Bool
	}
	id, _ := n.(*ast.Ident)
	v, ok := r.info.Uses[id].(*types.Var)
	if ok && v.IsField() {
		return v.Pkg() == r.pass.Pkg && isText(v.Type())
	}
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// formats reports whether an expression is an error that is made around another.
func (r *rewriter) formats(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && library.Of(r.callee(call)).Does == library.FormatError
}

// takesNames reports whether a helper in view finds templates or files, so that a
// text may be a name.
func (r *rewriter) takesNames(call *ast.CallExpr) bool {
	decl := r.decls[r.callee(call)]
	return decl != nil && has(decl.Body, func(n ast.Node) bool {
		inner, ok := n.(*ast.CallExpr)
		return ok && library.Of(r.callee(inner)).Is(library.TakesNames)
	})
}

// looksLikeName reports whether a literal is no text for people: a format, a path, or
// one word with an extension.
func looksLikeName(lit string) bool {
	text := strings.Trim(lit, "\"`.")
	return strings.Contains(text, "%") || !strings.ContainsAny(text, " \t\n{<") && strings.ContainsAny(text, "/.")
}

// same reports whether an expression can be written as it is: what it names has the
// same names where the answer is to stand.
func (r *rewriter) same(e ast.Expr) bool {
	return !has(e, func(n ast.Node) bool {
		if _, isFunc := n.(*ast.FuncLit); isFunc {
			return true
		}
		id, ok := n.(*ast.Ident)
		if !ok {
			return false
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
	switch a := a.(type) {
	case *types.PkgName:
		b, ok := b.(*types.PkgName)
		return ok && a.Imported() == b.Imported()
	case *types.Var:
		return types.Identical(a.Type(), b.Type()) &&
			(b == r.err && isError(a.Type()) || isResponder(a.Type()) || library.Type(a.Type()) == "net/http.Request")
	}
	return false
}
