package repair

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A part of an answer is taken for something.
type part int

const (
	text    part = iota // what is told, or a value in it
	object              // what is told as any value
	field               // what a field of that has
	failure             // an error that is told
	given               // an argument of a helper, which is told unless it is for something else
)

// write writes a part of an answer: the status, the text, and what is the same as
// before. No part may tell what the server failed at, such as a constant or a variable
// that the program has for it.
func (r *rewriter) write(e ast.Expr, as part) bool {
	tv, inner := r.info.Types[e], ast.Unparen(e)
	lit, isLit := inner.(*ast.BasicLit)
	conv, isCall := inner.(*ast.CallExpr)
	_, isName := inner.(*ast.Ident)
	isText := tv.Type != nil && isText(tv.Type)
	switch {
	case e == r.status:
		return true // it is written
	case isLit && lit.Kind == token.STRING, as == text && isText:
		return r.text(e)
	case tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.Bool || isResponder(tv.Type) || library.Type(tv.Type) == "net/http.Request":
		return r.same(e)
	case tv.Value != nil:
		n, ok := r.integer(e)
		return ok && n == r.Status && r.Scale == library.HTTPStatus && types.Identical(tv.Type, types.Typ[types.Int]) && r.put(e, r.code)
	case literalOf(e) != nil:
		return r.literal(literalOf(e))
	case as == given:
		return r.same(e) && (isCall && library.Of(r.callee(conv)).Does == library.FormatError || !contains(e, r.tells))
	case as == failure && isName:
		return r.same(e)
	case as == failure:
		pkg := r.file.Imported(r.at, "errors", "errors", &r.missing)
		return r.put(e, pkg+".New("+r.word()+")") && pkg != ""
	case isCall && len(conv.Args) == 1 && r.info.Types[conv.Fun].IsType():
		return r.write(conv.Args[0], text)
	}
	return isText && has[*ast.CallExpr](e) && r.text(e) ||
		as != field && library.IsErrorValue(tv.Type) && r.text(e)
}

// tells reports whether a node is a constant or a variable that the program keeps.
func (r *rewriter) tells(n ast.Node) bool {
	if _, ok := n.(*ast.BasicLit); ok {
		return true
	}
	id, _ := n.(*ast.Ident)
	switch v := r.info.Uses[id].(type) {
	case *types.Const:
		return v.Pkg() != nil // not true or false
	case *types.Var:
		return v.IsField() && v.Pkg() == r.pass.Pkg && isText(v.Type()) || v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
	}
	return false
}

func (r *rewriter) literal(lit *ast.CompositeLit) bool {
	t := r.info.TypeOf(lit)
	if t == nil || lit.Type != nil && !r.same(lit.Type) {
		return false
	}
	as := field
	if _, isMap := t.Underlying().(*types.Map); isMap {
		as = object
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || !r.same(kv.Key) || !r.write(kv.Value, as) {
			return false
		}
	}
	return true
}

// literalOf returns the composite literal that an expression is, or points to; nil if
// it does neither.
func literalOf(e ast.Expr) *ast.CompositeLit {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	lit, _ := ast.Unparen(e).(*ast.CompositeLit)
	return lit
}

// word returns what an answer says in the place of another text.
func (r *rewriter) word() string {
	if r.Scale == library.GRPCCode {
		return `"unauthenticated"`
	}
	return `"unauthorized"`
}

// text writes the text of an answer: a word in its place. One that is JSON keeps its
// shape, with the word in the place of its only text.
func (r *rewriter) text(old ast.Expr) bool {
	r.texts++
	source, ok := r.file.Copy(old.Pos(), old.End(), nil)
	if !ok || !strings.Contains(source, "{") && !strings.Contains(source, "[\"") {
		return ok && r.put(old, r.word())
	}
	content, err := strconv.Unquote(source)
	var object map[string]string
	if err != nil || json.Unmarshal([]byte(content), &object) != nil || len(object) != 1 {
		return false
	}
	for _, value := range object { // the last text of it
		if i := strings.LastIndex(source, value); i >= 0 && len(value) > 1 {
			return r.put(old, source[:i]+strings.Trim(r.word(), `"`)+source[i+len(value):])
		}
	}
	return false
}
