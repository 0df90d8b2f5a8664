package stytchunhandled

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// The word that an answer says in the place of another.
const word = "unauthorized"

// text returns what to write in the place of the text of an answer. One that is
// JSON keeps its shape.
func (p *placement) text(old ast.Expr, word string) (string, bool) {
	if lit, ok := ast.Unparen(old).(*ast.BasicLit); ok && lit.Kind == token.STRING {
		return rewritten(lit, word)
	}
	ok := true
	ast.Inspect(old, func(n ast.Node) bool {
		if e, isExpr := n.(ast.Expr); isExpr {
			if v := p.check.info.Types[e].Value; v != nil && v.Kind() == constant.String && looksJSON(constant.StringVal(v)) {
				ok = false
			}
		}
		return ok
	})
	return strconv.Quote(word), ok
}

// rewritten returns a literal with another word in the place of its text, which
// in JSON is the only text.
func rewritten(lit *ast.BasicLit, word string) (string, bool) {
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
	text, ok := s.shape(old, nil)
	return text, ok && s.texts <= 1
}

// A shaper writes a value once more.
type shaper struct {
	*placement
	status string
	texts  int
}

func (s *shaper) shape(e ast.Expr, into types.Type) (string, bool) {
	e = ast.Unparen(e)
	tv := s.check.info.Types[e]
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
			return rewritten(n, word)
		}
	}
	switch {
	case tv.IsNil():
		return "nil", true
	case tv.Value != nil && tv.Value.Kind() == constant.Bool:
		return s.source(e)
	case tv.Value != nil && tv.Value.Kind() == constant.Int && s.answer.scale == httpStatus:
		n, exact := constant.Int64Val(tv.Value)
		return s.status, exact && int(n) == s.answer.status && isInteger(into)
	case tv.Value != nil:
		return "", false // a name that the program has for it
	case isErrorValue(typeOrInvalid(tv.Type)) && (into == nil || !takesText(into)):
		return "", false
	case isErrorValue(typeOrInvalid(tv.Type)) || isString(typeOrInvalid(tv.Type)):
		if into != nil && isString(typeOrInvalid(tv.Type)) && s.isPlain(e) {
			return s.source(e) // something else, such as the id of the request
		}
		s.texts++
		text, ok := s.text(e, word)
		return text, ok
	}
	return "", false
}

// isPlain reports whether an expression names a value that has nothing to do
// with the error.
func (s *shaper) isPlain(e ast.Expr) bool {
	if !isSafe(e) {
		return false
	}
	_, isSelector := e.(*ast.SelectorExpr)
	v := s.check.variable(e)
	return isSelector || v != nil && isParam(s.fn, v)
}

func (s *shaper) literal(lit *ast.CompositeLit) (string, bool) {
	t := typeOrInvalid(s.check.info.TypeOf(lit))
	typ := ""
	if lit.Type != nil {
		var ok bool
		if typ, ok = s.source(lit.Type); !ok {
			return "", false
		}
	}
	var elts []string
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return "", false
		}
		key, ok := s.source(kv.Key)
		value, ok2 := s.shape(kv.Value, elementOf(t, kv.Key))
		if !ok || !ok2 {
			return "", false
		}
		elts = append(elts, key+": "+value)
	}
	return typ + "{" + strings.Join(elts, ", ") + "}", true
}

// elementOf returns the type that a value of a literal takes.
func elementOf(t types.Type, key ast.Expr) types.Type {
	switch t := t.Underlying().(type) {
	case *types.Map:
		return t.Elem()
	case *types.Struct:
		id, ok := key.(*ast.Ident)
		for f := range t.Fields() {
			if ok && f.Name() == id.Name {
				return f.Type()
			}
		}
	}
	return types.Typ[types.Invalid]
}

func isInteger(t types.Type) bool {
	if takesAnyValue(t) {
		return true
	}
	b, ok := typeOrInvalid(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// takesText reports whether a text can be put where a value of type t was.
func takesText(t types.Type) bool { return isString(typeOrInvalid(t)) || takesAnyValue(t) }

func takesAnyValue(t types.Type) bool {
	i, ok := typeOrInvalid(t).Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
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
		found = found || ok && isResponder(p.check.info.TypeOf(e))
		return !found
	})
	return found
}

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
	if !ok {
		return "", false
	}
	fn := p.check.callee(call)
	fun, ok := p.source(call.Fun)
	if fn == nil || !ok {
		return "", false
	}
	switch key := keyOf(fn); {
	case key == "encoding/json.Encoder" && fn.Name() == "Encode":
		value, ok := p.body(call.Args[0], status)
		return blanks + fun + "(" + value + ")", ok
	case key == "fmt" && (fn.Name() == "Fprint" || fn.Name() == "Fprintln" || fn.Name() == "Fprintf"), key == "io" && fn.Name() == "WriteString":
		w, ok := p.source(call.Args[0])
		if len(call.Args) < 2 || !ok {
			return "", false
		}
		value, ok := p.text(call.Args[1], word)
		return blanks + fun + "(" + w + ", " + value + ")", ok
	case key == "net/http.ResponseWriter" && fn.Name() == "Write":
		conv, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
		if !ok || !p.check.info.Types[conv.Fun].IsType() || !isString(typeOrInvalid(p.check.info.TypeOf(conv.Args[0]))) {
			return "", false
		}
		value, ok := p.text(conv.Args[0], word)
		return blanks + fun + "([]byte(" + value + "))", ok
	}
	return "", false
}
