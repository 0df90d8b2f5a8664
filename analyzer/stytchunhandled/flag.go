package stytchunhandled

import (
	"go/ast"
	"go/constant"
)

// isFlag reports whether a value tells by itself that there is the error.
func (k kind) isFlag() bool { return k == raised || k == lowered }

// flagged returns what a variable holds that is assigned where the error alone
// leads: a flag, if all else that it is assigned is the other constant.
func (w *walker) flagged(target, assigned ast.Expr, otherwise value) value {
	v := w.check.local(w.fn, target)
	raises, ok := w.check.boolean(assigned)
	if v == nil || !ok || isParam(w.fn, v) {
		return otherwise
	}
	times := 0
	for _, e := range w.fn.values[v] {
		b, ok := w.check.boolean(e)
		if !ok {
			return otherwise
		}
		if b == raises {
			times++
		}
	}
	switch {
	case times > 1:
		return otherwise
	case raises:
		return value{kind: raised}
	default:
		return value{kind: lowered}
	}
}

// boolean returns the constant that an expression is.
func (c *check) boolean(e ast.Expr) (is, ok bool) {
	v := c.info.Types[e].Value
	if v == nil || v.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(v), true
}
