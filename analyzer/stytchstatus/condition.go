package stytchstatus

import (
	"go/ast"
	"go/constant"
	"go/token"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// An atom is a comparison of a field of an error with a constant.
type atom struct {
	expr  ast.Expr // the whole comparison, or the value of a case
	field errfield.Field
	place errfield.Place
	op    token.Token
	value ast.Expr

	status int
	code   string
	chain  chain
}

// condition looks at a condition where s is known, and returns what is known
// where it is true and where it is false. Where want is false, it matters that
// the condition can be false, as that of a guard. ch is the chain of && that the
// condition is part of.
func (c *check) condition(e ast.Expr, s state, want bool, ch chain) (yes, no state) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.condition(e.X, s, want, ch)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			no, yes = c.condition(e.X, s, !want, nil)
			return yes, no
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			if ch == nil {
				ch = e
			}
			yes = s
			for _, x := range operands(e, e.Op) {
				yes, _ = c.condition(x, yes, true, ch)
			}
			return yes, c.forget(s, e)
		case token.LOR:
			no = s
			list := operands(e, e.Op)
			for _, x := range list {
				_, no = c.condition(x, no, false, nil)
			}
			return c.among(c.forget(s, e), c.alternatives(list)), no
		}
		if a, ok := c.atom(e); ok {
			a.chain = ch
			return c.compare(a, s, want)
		}
	}
	c.inside(e, s)
	s = c.forget(s, e)
	return s, s
}

// atom returns the comparison that e is.
func (c *check) atom(e *ast.BinaryExpr) (atom, bool) {
	switch e.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
	default:
		return atom{}, false
	}
	if a, ok := c.comparison(e, e.X, e.Op, e.Y); ok {
		return a, true
	}
	return c.comparison(e, e.Y, mirrored(e.Op), e.X)
}

func mirrored(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

// comparison returns the atom "x op value", where e is the expression to show.
func (c *check) comparison(e, x ast.Expr, op token.Token, value ast.Expr) (atom, bool) {
	v := c.pass.TypesInfo.Types[value].Value
	if v == nil {
		return atom{}, false
	}
	a := atom{expr: e, op: op, value: value}
	a.field, a.place = c.fields.Of(x)
	switch a.field {
	case errfield.Status:
		n, exact := constant.Int64Val(constant.ToInt(v))
		a.status = int(n)
		return a, exact
	case errfield.Code:
		if v.Kind() != constant.String || op != token.EQL && op != token.NEQ {
			return atom{}, false
		}
		a.code = constant.StringVal(v)
		return a, true
	}
	return atom{}, false
}

// test returns what an atom about a status says.
func (a atom) test() test {
	t := test{op: a.op, values: []int{a.status}}
	if a.op == token.EQL {
		t.value, t.chain = a.value, a.chain
	}
	return t
}

// compare judges an atom where s is known, and returns what is known where it
// is true and where it is false.
func (c *check) compare(a atom, s state, want bool) (yes, no state) {
	if c.judge(a, s[a.place], want) {
		return s, s // one finding is enough
	}
	yes, no = s, s
	switch {
	case a.field == errfield.Status:
		t := a.test()
		yes = s.with(a.place, t)
		if not, ok := t.negated(); ok {
			no = s.with(a.place, not)
		}
	case a.op == token.EQL:
		yes = s.withCodes(a.place, []string{a.code}, a.chain)
	default:
		no = s.withCodes(a.place, []string{a.code}, nil)
	}
	return yes, no
}

// operands returns what stands between the operators of a chain of && or of ||.
// A chain is looked at as a whole, since each of its operators has all of them
// before it as an operand.
func operands(e ast.Expr, op token.Token) []ast.Expr {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || b.Op != op {
		return []ast.Expr{e}
	}
	return append(operands(b.X, op), operands(b.Y, op)...)
}

// alternatives returns the atoms of the operands of || if all compare the same
// field with ==, nil otherwise.
func (c *check) alternatives(operands []ast.Expr) []atom {
	var list []atom
	for _, e := range operands {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			return nil
		}
		a, ok := c.atom(b)
		if !ok || a.op != token.EQL || len(list) > 0 && (a.field != list[0].field || a.place != list[0].place) {
			return nil
		}
		list = append(list, a)
	}
	return list
}

// among returns s where one of several == of the same field is true.
func (c *check) among(s state, list []atom) state {
	if len(list) == 0 {
		return s
	}
	if list[0].field == errfield.Code {
		codes := make([]string, len(list))
		for i, a := range list {
			codes[i] = a.code
		}
		return s.withCodes(list[0].place, codes, nil)
	}
	values := make([]int, len(list))
	for i, a := range list {
		values[i] = a.status
	}
	if len(values) == 1 {
		return s.with(list[0].place, test{op: token.EQL, values: values})
	}
	return s.with(list[0].place, test{values: values})
}

// inside looks at the conditions in a node that is none itself. Function
// literals are looked at on their own.
func (c *check) inside(n ast.Node, s state) {
	if n == nil {
		return
	}
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BinaryExpr:
			if m == n {
				return true // a comparison of something else
			}
			switch m.Op {
			case token.LAND, token.LOR, token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
				c.condition(m, s, true, nil)
				return false
			}
		}
		return true
	})
}
