package repair

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
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
	Answer // the old one
	file   *edit.File

	helper bool // a function of the program answers
	names  bool // a text may be the name of a template or a file
	fixed  bool // a text that has a name may be more than a text
	stops  bool // gin is told not to run the handlers that follow
	edits  []analysis.TextEdit
	texts  int // how many of the edits write a text
}

// leaving writes the statements that answer and leave the function. It fails if
// something else is done on the way there, which would not be done after the new answer.
func (r *rewriter) leaving(fn function, stmt inspector.Cursor) (string, bool) {
	var lines []string
	for {
		n := stmt.Node()
		ok := r.statement(n)
		text, isShort := r.file.Copy(n.Pos(), n.End(), r.edits)
		if !ok || !isShort || r.texts > 1 {
			return "", false
		}
		lines = append(lines, text)
		if ret, ok := n.(*ast.ReturnStmt); ok {
			isError := func(e ast.Expr) bool { return library.IsErrorValue(r.info.TypeOf(e)) }
			anew := len(lines) > 1 && fn.takes(library.AnswersErrors) && slices.ContainsFunc(ret.Results, isError) // by the framework
			return strings.Join(slices.Compact(lines), "\n"), !anew
		}
		next, more := edit.Next(stmt)
		if !more {
			return strings.Join(slices.Compact(lines), "\n") + "\nreturn", fn.sig.Results().Len() == 0 && ends(stmt)
		}
		stmt = next
	}
}

// ends reports whether the function ends after a statement.
func ends(cur inspector.Cursor) bool {
	for ; ; cur = cur.Parent() {
		switch cur.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return true
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CaseClause, *ast.CommClause:
			continue // the next clause is not run
		}
		if _, more := edit.Next(cur); more {
			return false
		}
	}
}

// statement writes a statement: the one that answers, one that writes the body, one that
// stops gin, or a return.
func (r *rewriter) statement(n ast.Node) bool {
	if ret, ok := n.(*ast.ReturnStmt); ok {
		return !slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
			return r.holds(e) && !r.answer(e) || !r.holds(e) && contains(e, isCall)
		})
	}
	call := edit.CallOf(n)
	if call == nil || r.holds(n) {
		return call != nil && r.answer(call)
	}
	fn := r.callee(call)
	if library.Of(fn).Is(library.StopsChain) && len(call.Args) == 0 {
		r.stops = true
		return true
	}
	return writers[nameOf(fn)] && r.arguments(call)
}

// writers are the functions that write a body.
var writers = map[string]bool{
	"(*encoding/json.Encoder).Encode": true,
	"(net/http.ResponseWriter).Write": true,
	"fmt.Fprint":                      true,
	"fmt.Fprintf":                     true,
	"fmt.Fprintln":                    true,
	"io.WriteString":                  true,
}

// continues are the methods that add something to what has the status, and whether that
// is told.
var continues = map[string]bool{"JSON": true, "SendString": true, "SetInternal": false, "WithInternal": false}

// holds reports whether the old answer lies in a node.
func (r *rewriter) holds(n ast.Node) bool { return n.Pos() <= r.Expr.Pos() && r.Expr.End() <= n.End() }

// put notes that another text is to stand in the place of a node.
func (r *rewriter) put(n ast.Node, text string) bool {
	r.edits = append(r.edits, edit.Replace(n.Pos(), n.End(), text))
	return true
}

// answer writes the expression that answers, with what continues it.
func (r *rewriter) answer(e ast.Expr) bool {
	e = ast.Unparen(e)
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return e == r.Expr && library.Of(r.info.Uses[sel.Sel]).Does == library.AnswersLate && r.put(sel.Sel, "ErrUnauthorized")
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, isMethod := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if e != r.Expr { // which is followed by a body, or a cause
		if !isMethod || sel.X != r.Expr {
			return false
		}
		told, ok := continues[sel.Sel.Name]
		return ok && r.answer(sel.X) && (!told || r.arguments(call))
	}
	fn := r.callee(call)
	row := library.Of(fn)
	r.stops = row.Is(library.StopsChain)
	r.helper = !row.Answers()
	r.fixed = r.helper
	decl := r.decls[fn]
	r.names = decl == nil || contains(decl.Body, func(n ast.Node) bool {
		inner, ok := n.(*ast.CallExpr)
		return ok && library.Of(r.callee(inner)).Is(library.TakesNames)
	})
	return (r.helper || row.Answer.Rewritten) && slices.ContainsFunc(call.Args, r.isStatus) && r.arguments(call)
}

// arguments writes the arguments of a call.
func (r *rewriter) arguments(call *ast.CallExpr) bool {
	sig, ok := r.info.TypeOf(call.Fun).(*types.Signature)
	if !ok || call.Ellipsis.IsValid() {
		return false
	}
	texts, last := r.texts, sig.Params().Len()-1
	for i, e := range call.Args {
		t := sig.Params().At(min(i, last)).Type()
		if sig.Variadic() && i >= last {
			if r.texts > texts { // these are the values of a format, or more of a text
				r.edits = append(r.edits, edit.Replace(call.Args[i-1].End(), call.Rparen, ""))
				return true
			}
			t = t.(*types.Slice).Elem()
		}
		if !r.part(e, t) {
			return false
		}
	}
	return true
}

// part writes a part of an answer that is taken as a type: the status, the text, and
// what is as before. None may tell what the server failed at.
func (r *rewriter) part(e ast.Expr, as types.Type) bool {
	tv, inner := r.info.Types[e], ast.Unparen(e)
	call, _ := inner.(*ast.CallExpr)
	isText, isError := types.Identical(tv.Type, types.Typ[types.String]), library.IsErrorValue(tv.Type)
	lit, _ := inner.(*ast.CompositeLit)
	switch {
	case tv.IsNil(), tv.Value != nil && tv.Value.Kind() == constant.Bool, isResponder(tv.Type), library.Type(tv.Type) == "net/http.Request":
		return true
	case r.isStatus(e):
		code := 401
		if r.Scale == library.GRPCCode {
			code = 16
		}
		text, ok := r.file.Status(e, code)
		return ok && r.put(e, text)
	case library.IsError(as), isError && r.helper:
		return r.isFailure(inner)
	case isText && (types.IsInterface(as) || types.Identical(as, tv.Type)), isError && types.IsInterface(as):
		return r.text(inner, isError)
	case lit != nil:
		return r.literal(lit)
	}
	return call != nil && len(call.Args) == 1 && r.info.Types[call.Fun].IsType() && r.part(call.Args[0], types.Typ[types.String])
}

// isStatus reports whether an expression is the constant that is the old status.
func (r *rewriter) isStatus(e ast.Expr) bool {
	v := r.info.Types[e].Value
	if v == nil || v.Kind() != constant.Int {
		return false
	}
	n, ok := constant.Int64Val(v)
	return ok && int(n) == r.Status
}

// isFailure reports whether an expression is what happened: a variable of the function with
// an error, or what wraps that. What the program makes of it may say that the server failed.
func (r *rewriter) isFailure(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		does := library.Of(r.callee(e)).Does
		return (does == library.FormatError || does == library.WrapError) && slices.ContainsFunc(e.Args, r.isFailure)
	case *ast.Ident:
		v, ok := r.info.Uses[e].(*types.Var)
		return ok && !v.IsField() && v.Parent() != v.Pkg().Scope() && library.IsError(v.Type())
	}
	return false
}

// literal writes the values of a map or a struct.
func (r *rewriter) literal(lit *ast.CompositeLit) bool {
	fixed := r.fixed
	r.fixed = true
	defer func() { r.fixed = fixed }()
	return !slices.ContainsFunc(lit.Elts, func(elt ast.Expr) bool {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		t := r.info.TypeOf(kv.Key) // of a field
		if m, ok := r.info.TypeOf(lit).Underlying().(*types.Map); ok {
			t = m.Elem()
		}
		return !r.part(kv.Value, t)
	})
}

// text writes the text of an answer: a word in its place, unless it has a shape, as JSON
// does.
func (r *rewriter) text(old ast.Expr, isError bool) bool {
	r.texts++
	word := "unauthorized"
	if r.Scale == library.GRPCCode {
		word = "unauthenticated"
	}
	source, ok := r.file.Copy(old.Pos(), old.End(), nil)
	_, isLit := old.(*ast.BasicLit)
	isName := isLit && r.helper && !strings.Contains(source, " ") && (r.names || strings.ContainsAny(source, "./"))
	isFixed := !isLit && !isError && r.fixed && !contains(old, isCall)
	return ok && !isName && !isFixed && !strings.ContainsAny(source, "{[") && r.put(old, strconv.Quote(word))
}

// contains reports whether something holds for a node or one in it.
func contains(n ast.Node, is func(ast.Node) bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		found = found || n != nil && is(n)
		return !found
	})
	return found
}

func isCall(n ast.Node) bool {
	_, ok := n.(*ast.CallExpr)
	return ok
}

// nameOf returns the full name of a function, "" for nil.
func nameOf(fn *types.Func) string {
	if fn == nil {
		return ""
	}
	return fn.FullName()
}
