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

// The word that an answer says in the place of another.
const word = "unauthorized"

// text returns what to write in the place of the text of an answer. One that is
// JSON keeps its shape.
func (p *placement) text(old ast.Expr) (string, bool) {
	if lit, ok := ast.Unparen(old).(*ast.BasicLit); ok && lit.Kind == token.STRING {
		return reworded(lit)
	}
	ok := true
	ast.Inspect(old, func(n ast.Node) bool {
		if e, isExpr := n.(ast.Expr); isExpr {
			if v := p.info.Types[e].Value; v != nil && v.Kind() == constant.String && looksJSON(constant.StringVal(v)) {
				ok = false
			}
		}
		return ok
	})
	return strconv.Quote(word), ok
}

// reworded returns a literal with another word in the place of its text, which
// in JSON is the only text.
func reworded(lit *ast.BasicLit) (string, bool) {
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return "", false
	}
	if !looksJSON(text) {
		return strconv.Quote(word), true
	}
	var object map[string]string
	if json.Unmarshal([]byte(text), &object) != nil || len(object) != 1 {
		return "", false
	}
	for _, value := range object {
		old, err := json.Marshal(value)
		if before, after, found := strings.Cut(text, ":"); err == nil && found && strings.Count(after, string(old)) == 1 {
			text = before + ":" + strings.Replace(after, string(old), strconv.Quote(word), 1)
			if strings.HasPrefix(lit.Value, "`") {
				return "`" + text + "`", true
			}
			return strconv.Quote(text), true
		}
	}
	return "", false
}

func looksJSON(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
}

// body returns the value of an answer in the shape of the old one. It may have
// one text, and the status that is answered.
func (p *placement) body(old ast.Expr, status string) (string, bool) {
	s := shaper{placement: p, status: status}
	text, ok := s.shape(old, true)
	return text, ok && s.texts <= 1
}

// A shaper writes a value once more.
type shaper struct {
	*placement
	status string
	texts  int
}

// shape writes a value. It stands where any is taken, or in a field of a struct.
func (s *shaper) shape(e ast.Expr, takesAny bool) (string, bool) {
	e = ast.Unparen(e)
	tv := s.info.Types[e]
	t := typeOrInvalid(tv.Type)
	switch n := e.(type) {
	case *ast.UnaryExpr:
		if lit, ok := n.X.(*ast.CompositeLit); ok && n.Op == token.AND {
			text, ok := s.literal(lit)
			return "&" + text, ok
		}
	case *ast.CompositeLit:
		return s.literal(n)
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			s.texts++
			return reworded(n)
		}
	}
	switch {
	case tv.IsNil():
		return "nil", true
	case tv.Value != nil && tv.Value.Kind() == constant.Bool:
		return s.source(e)
	case tv.Value != nil && tv.Value.Kind() == constant.Int && s.answer.scale == library.HTTPStatus:
		n, exact := constant.Int64Val(tv.Value)
		return s.status, exact && int(n) == s.answer.code && types.Identical(t, types.Typ[types.Int])
	case tv.Value != nil || isErrorValue(t) && !takesAny || !isErrorValue(t) && !s.isMessage(e):
		return "", false // a name that the program has for it, or something else
	}
	s.texts++
	return s.text(e)
}

// isMessage reports whether an expression is a text that a call makes.
func (s *shaper) isMessage(e ast.Expr) bool {
	calls := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, isCall := n.(*ast.CallExpr)
		calls = calls || isCall
		return !calls
	})
	return calls && isString(typeOrInvalid(s.info.TypeOf(e)))
}

func (s *shaper) literal(lit *ast.CompositeLit) (string, bool) {
	typ := ""
	if lit.Type != nil {
		var ok bool
		if typ, ok = s.source(lit.Type); !ok {
			return "", false
		}
	}
	_, isMap := typeOrInvalid(s.info.TypeOf(lit)).Underlying().(*types.Map)
	var elts []string
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return "", false
		}
		key, ok := s.source(kv.Key)
		value, ok2 := s.shape(kv.Value, isMap)
		if !ok || !ok2 {
			return "", false
		}
		elts = append(elts, key+": "+value)
	}
	return typ + "{" + strings.Join(elts, ", ") + "}", true
}

// bodyAfter returns the statement that writes the body after the status, in the
// shape of the old one; "" if there is none.
func (p *placement) bodyAfter(status string) (string, bool) {
	text := ""
	for next, ok := following(p.stmt); ok; next, ok = following(next) {
		if _, isReturn := next.Node().(*ast.ReturnStmt); isReturn {
			break
		}
		if !p.writes(next.Node()) || p.isAbort(next.Node()) {
			continue
		}
		s, ok := p.written(next.Node(), status)
		if !ok || text != "" {
			return "", false
		}
		text = s
	}
	return text, true
}

// writes reports whether a statement does something with what the request is
// answered by.
func (p *placement) writes(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && isResponder(p.info.TypeOf(e))
		return !found
	})
	return found
}

// written returns the statement that writes a body in the shape of another one.
func (p *placement) written(n ast.Node, status string) (string, bool) {
	blanks, e := "", ast.Expr(nil)
	switch n := n.(type) {
	case *ast.ExprStmt:
		e = n.X
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			if !isBlank(l) {
				return "", false
			}
		}
		blanks, e = strings.Repeat("_, ", len(n.Lhs)-1)+"_ = ", n.Rhs[0]
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return "", false
	}
	fn := p.callee(call)
	if fn == nil {
		return "", false
	}
	// The arguments before the body, and the body.
	args := call.Args
	var value string
	switch key := keyOf(fn); {
	case key == "encoding/json.Encoder" && fn.Name() == "Encode", key == "github.com/go-chi/render" && fn.Name() == "JSON":
		value, ok = p.body(args[len(args)-1], status)
	case key == "fmt" && strings.HasPrefix(fn.Name(), "Fprint") && len(args) > 1, key == "io" && fn.Name() == "WriteString":
		args = args[:2]
		value, ok = p.text(args[1])
	case key == "github.com/go-chi/render" && fn.Name() == "PlainText":
		value, ok = p.text(args[len(args)-1])
	case key == "net/http.ResponseWriter" && fn.Name() == "Write":
		conv, isCall := ast.Unparen(args[0]).(*ast.CallExpr)
		if !isCall || !p.info.Types[conv.Fun].IsType() || !isString(typeOrInvalid(p.info.TypeOf(conv.Args[0]))) {
			return "", false
		}
		value, ok = p.text(conv.Args[0])
		value = "[]byte(" + value + ")"
	default:
		return "", false
	}
	fun, isShort := p.source(call.Fun)
	var list []string
	for _, arg := range args[:len(args)-1] {
		s, isOne := p.source(arg)
		list, isShort = append(list, s), isShort && isOne
	}
	return blanks + fun + "(" + strings.Join(append(list, value), ", ") + ")", ok && isShort
}
