package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
)

// A truth says when a condition holds.
type truth uint8

const (
	maybe truth = iota
	always
	never
)

func (t truth) not() truth {
	switch t {
	case always:
		return never
	case never:
		return always
	default:
		return maybe
	}
}

// holds reports whether a condition of the graph holds where there is an error,
// or where there is none.
func (w *walker) holds(e ast.Expr, s state, isNil bool) truth {
	if tag := w.fn.tags[e]; tag != nil {
		if w.check.isNil(e) && w.value(s, w.check.variable(tag)).kind == failure {
			return truthOf(isNil)
		}
		return maybe
	}
	return w.truth(e, s, isNil)
}

func (w *walker) truth(e ast.Expr, s state, isNil bool) truth {
	e = ast.Unparen(e)
	if v := w.check.info.Types[e].Value; v != nil && v.Kind() == constant.Bool {
		return truthOf(constant.BoolVal(v))
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return w.truth(e.X, s, isNil).not()
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			x, y := w.truth(e.X, s, isNil), w.truth(e.Y, s, isNil)
			switch {
			case x == never || y == never:
				return never
			case x == always && y == always:
				return always
			}
		case token.LOR:
			x, y := w.truth(e.X, s, isNil), w.truth(e.Y, s, isNil)
			switch {
			case x == always || y == always:
				return always
			case x == never && y == never:
				return never
			}
		case token.EQL, token.NEQ:
			if w.isNilTest(e, s) {
				return truthOf(isNil == (e.Op == token.EQL))
			}
		}
	}
	return maybe
}

func truthOf(b bool) truth {
	if b {
		return always
	}
	return never
}

// tests reports whether a condition looks for the error: a path on which there
// is one goes another way than one without, or may.
func (w *walker) tests(e ast.Expr, s state, held bool) bool {
	failed, succeeded := w.holds(e, s, false), w.holds(e, s, true)
	if failed != maybe {
		return succeeded != failed
	}
	return held && succeeded == never || !held && succeeded == always
}

// isNilTest reports whether an expression compares the error with nil.
func (w *walker) isNilTest(e *ast.BinaryExpr, s state) bool {
	x, y := e.X, e.Y
	if w.check.isNil(x) {
		x, y = y, x
	}
	return w.check.isNil(y) && w.value(s, w.check.variable(x)).kind == failure
}

func (c *check) isNil(e ast.Expr) bool { return c.info.Types[ast.Unparen(e)].IsNil() }
