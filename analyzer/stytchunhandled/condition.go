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
		if v := w.value(s, w.check.variable(tag)); w.check.isNil(e) && v.kind == failure && !(isNil && v.mixed) {
			return truthOf(isNil)
		}
		return maybe
	}
	return w.truth(e, s, isNil)
}

func (w *walker) truth(e ast.Expr, s state, isNil bool) truth {
	return w.check.truth(e, func(e ast.Expr) truth {
		if k := w.value(s, w.check.variable(e)).kind; k.isFlag() {
			return truthOf((k == raised) != isNil)
		}
		b, ok := e.(*ast.BinaryExpr)
		if !ok || !w.isNilTest(b, s) || isNil && w.testedBy(b, s).mixed {
			return maybe
		}
		return truthOf(isNil == (b.Op == token.EQL))
	})
}

// truth returns when a condition holds, if part tells it of those that it is
// made of.
func (c *check) truth(e ast.Expr, part func(ast.Expr) truth) truth {
	e = ast.Unparen(e)
	if v := c.info.Types[e].Value; v != nil && v.Kind() == constant.Bool {
		return truthOf(constant.BoolVal(v))
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return c.truth(e.X, part).not()
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			x, y := c.truth(e.X, part), c.truth(e.Y, part)
			switch {
			case x == never || y == never:
				return never
			case x == always && y == always:
				return always
			}
			return maybe
		case token.LOR:
			x, y := c.truth(e.X, part), c.truth(e.Y, part)
			switch {
			case x == always || y == always:
				return always
			case x == never && y == never:
				return never
			}
			return maybe
		}
	}
	return part(e)
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
	return told(w.holds(e, s, false), w.holds(e, s, true), held)
}

// told reports whether the way that a path takes at a condition tells a failure
// from a success.
func told(failed, succeeded truth, held bool) bool {
	if failed != maybe {
		return succeeded != failed && failed == truthOf(held)
	}
	return succeeded == truthOf(!held)
}

// isNilTest reports whether an expression compares the error with nil.
func (w *walker) isNilTest(e *ast.BinaryExpr, s state) bool {
	return w.testedBy(e, s).kind == failure
}

// testedBy returns the value that an expression compares with nil.
func (w *walker) testedBy(e *ast.BinaryExpr, s state) value {
	x, y := e.X, e.Y
	if w.check.isNil(x) {
		x, y = y, x
	}
	if e.Op != token.EQL && e.Op != token.NEQ || !w.check.isNil(y) {
		return value{}
	}
	return w.value(s, w.check.variable(x))
}

func (c *check) isNil(e ast.Expr) bool { return c.info.Types[ast.Unparen(e)].IsNil() }
