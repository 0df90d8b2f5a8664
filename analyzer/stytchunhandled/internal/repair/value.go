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

// text writes the text of an answer: a word in its place. One that is JSON keeps its
// shape, with the word in the place of its only text.
func (r *rewriter) text(old ast.Expr) bool {
	r.texts++
	isJSON := has(old, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || r.info.Types[e].Value == nil || r.info.Types[e].Value.Kind() != constant.String {
			return false
		}
		text := strings.TrimSpace(constant.StringVal(r.info.Types[e].Value))
		return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
	})
	if !isJSON {
		return r.put(old, r.word())
	}
	lit, ok := ast.Unparen(old).(*ast.BasicLit)
	if !ok {
		return false
	}
	text := constant.StringVal(r.info.Types[lit].Value)
	var object map[string]string
	if json.Unmarshal([]byte(text), &object) != nil || len(object) != 1 {
		return false
	}
	for _, value := range object {
		was, _ := json.Marshal(value)
		before, after, _ := strings.Cut(text, ":")
		if strings.Count(after, string(was)) != 1 {
			return false
		}
		text = before + ":" + strings.Replace(after, string(was), r.word(), 1)
	}
	if strings.HasPrefix(lit.Value, "`") {
		return r.put(old, "`"+text+"`")
	}
	return r.put(old, strconv.Quote(text))
}

// value writes the value of an answer in the shape of the old one. It may have the
// status that is answered, but no name that the program has for a failure. It stands
// where any is taken, or in a field of a struct.
func (r *rewriter) value(e ast.Expr, takesAny bool) bool {
	tv, t := r.info.Types[e], r.typeOf(e)
	lit, isLit := ast.Unparen(e).(*ast.BasicLit)
	switch {
	case literalOf(e) != nil:
		return r.literal(literalOf(e))
	case isLit && lit.Kind == token.STRING:
		return r.text(e)
	case tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.Bool:
		return r.same(e)
	case tv.Value != nil:
		n, ok := r.integer(e)
		return ok && n == r.Status && r.Scale == library.HTTPStatus && types.Identical(t, types.Typ[types.Int]) && r.put(e, r.newCode)
	case isText(t):
		return has(e, func(n ast.Node) bool { _, isCall := n.(*ast.CallExpr); return isCall }) && r.text(e)
	}
	return takesAny && isErrorValue(t) && r.text(e)
}

func (r *rewriter) literal(lit *ast.CompositeLit) bool {
	_, isMap := r.typeOf(lit).Underlying().(*types.Map)
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || !r.same(kv.Key) || !r.value(kv.Value, isMap) {
			return false
		}
	}
	return lit.Type == nil || r.same(lit.Type)
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
