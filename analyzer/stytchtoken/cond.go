package stytchtoken

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// equal returns whether two values are equal.
func (w *walker) equal(x, y value) value {
	if x == 0 || y == 0 {
		// Nothing is known of it, and nothing will be.
		return 0
	}
	for _, b := range [...]bool{true, false} {
		// A comparison with a constant condition is the condition itself.
		switch c := w.t.boolean(b); {
		case y == c:
			return w.when(x, b)
		case x == c:
			return w.when(y, b)
		}
	}
	if a, b := w.isSettled(x), w.isSettled(y); a && !b || a == b && x < y {
		x, y = y, x
	}
	return w.t.of(key{kind: kEq, a: x, b: y})
}

// isSettled reports whether a value is nil or a constant: it stands on the
// right of a comparison.
func (w *walker) isSettled(v value) bool { return w.t.kind(v) == kNil || w.t.kind(v) == kConst }

// when returns x or its opposite.
func (w *walker) when(x value, b bool) value {
	if b {
		return x
	}
	return w.not(x)
}

// not returns the opposite of x.
func (w *walker) not(x value) value {
	if x == 0 {
		return 0
	}
	if w.t.kind(x) == kNot {
		return w.t.keys[x].a
	}
	return w.t.of(key{kind: kNot, a: x})
}

// less returns whether x is less than y.
func (w *walker) less(x, y value) value {
	if x == 0 || y == 0 {
		return 0
	}
	return w.t.of(key{kind: kBinary, a: x, b: y, str: "<"})
}

// truth returns what is known of a condition.
func (w *walker) truth(v value) (is, known bool) {
	if is, known := w.s.conds[v]; known {
		return is, true
	}
	k := w.t.keys[v]
	switch k.kind {
	case kConst:
		return k.str == "true", k.str == "true" || k.str == "false"
	case kNot:
		is, known := w.truth(k.a)
		return !is, known
	case kEq:
		return w.equality(k.a, k.b)
	case kAPI:
		if none, known := w.truth(w.equal(k.a, w.t.null())); known && none {
			return false, true
		}
	case kBinary:
		x, okX := w.number(k.a)
		y, okY := w.number(k.b)
		switch {
		case k.str != "<":
		case okX && okY:
			return x < y, true
		case okY && w.t.kind(k.a) == kCounter && y <= maxCount+1:
			return false, true
		case okX && w.t.kind(k.b) == kCounter && x <= maxCount:
			return true, true
		}
	}
	return false, false
}

// equality returns what is known of the equality of two values.
func (w *walker) equality(x, y value) (is, known bool) {
	kx, ky := w.t.keys[x], w.t.keys[y]
	switch {
	case x == y:
		return true, true
	case kx.kind == kConst && ky.kind == kConst:
		return false, true
	case ky.kind == kNil:
		return false, w.isNotNil(x)
	case kx.kind == kCounter:
		n, ok := w.number(y)
		return false, ok && n <= maxCount
	case ky.kind == kConst:
		// It equals another constant.
		for cond, is := range w.s.conds {
			if k := w.t.keys[cond]; is && k.kind == kEq && k.a == x && w.t.kind(k.b) == kConst && k.b != y {
				return false, true
			}
		}
	}
	return false, false
}

// isNotNil reports whether a value cannot be nil.
func (w *walker) isNotNil(v value) bool {
	switch k := w.t.keys[v]; k.kind {
	case kStorage, kGlobal, kAlloc, kAddr, kWrapped, kFunc, kLiteral:
		return true
	case kField:
		// The errors that packages declare.
		return w.t.kind(k.a) == kGlobal && k.str == "*" && w.t.types[v] != nil && isErrorType(w.t.types[v])
	}
	return false
}

// assume goes on with a condition being true or false.
func (w *walker) assume(v value, is bool) {
	k := w.t.keys[v]
	if k.kind == kNot {
		w.assume(k.a, !is)
		return
	}
	w.scrutinize(v, is)
	if v == 0 {
		return
	}
	if known, ok := w.truth(v); ok {
		w.s.dead = w.s.dead || known != is
		return
	}
	if k.kind == kEq && w.t.kind(k.b) == kNil && is {
		// The SDK hands out a response whenever the API has answered.
		for _, sp := range w.s.spent {
			w.s.dead = w.s.dead || sp.res != 0 && sp.res == k.a
		}
	}
	if is || len(w.s.conds) < maxConds {
		w.s.conds[v] = is
	}
}

// scrutinize notes that the path goes by a condition, and so maybe by the
// error of a call.
func (w *walker) scrutinize(v value, is bool) {
	for w.t.kind(v) == kNot {
		v, is = w.t.keys[v].a, !is
	}
	k := w.t.keys[v]
	for i := range w.s.spent {
		sp := &w.s.spent[i]
		via := w.t.elements(sp.via)
		null := k.kind == kEq && w.t.kind(k.b) == kNil && (k.a == sp.err || k.a == sp.res || slices.Contains(via, k.a))
		if null || slices.Contains(via, v) || !w.dependsOn(v, sp) {
			continue
		}
		switch {
		case w.t.mentions(v, w.t.of(key{kind: kField, a: sp.res, str: "StatusCode"})):
			sp.seen = judged
		case k.kind != kAPI || !is:
			sp.seen = max(sp.seen, examined)
		case sp.seen == unexamined:
			sp.seen = definite
		}
	}
}

// compared returns whether the operands of a comparison are equal. A variable
// that holds something which a call has brought is taken to hold something:
// what such a comparison asks is whether the call was made.
func (w *walker) compared(e *ast.BinaryExpr, x, y value) value {
	for _, o := range [...]struct {
		e    ast.Expr
		v, w value
	}{{e.X, x, y}, {e.Y, y, x}} {
		if v := w.variable(o.e); v != nil && !isErrorLike(v.Type()) && w.isZero(o.w) && w.wasBrought(o.v) {
			return w.t.boolean(false)
		}
	}
	return w.equal(x, y)
}

// isZero reports whether a value is the zero value of its type.
func (w *walker) isZero(v value) bool {
	k := w.t.keys[v]
	return k.kind == kNil || k.kind == kConst && (k.str == `""` || k.str == "0")
}

// wasBrought reports whether a value comes from the response of a call that
// has not failed.
func (w *walker) wasBrought(v value) bool {
	for i := range w.s.spent {
		sp := &w.s.spent[i]
		if v != sp.err && v != sp.res && w.s.statusOf(w.t, *sp) != failed && !w.depends(v, sp.err) && w.dependsOn(v, sp) {
			return true
		}
	}
	return false
}

// dependsOn reports whether a value may depend on what a call returned.
func (w *walker) dependsOn(v value, sp *spending) bool {
	return w.depends(v, sp.err) || w.depends(v, sp.res) ||
		slices.ContainsFunc(w.t.elements(sp.via), func(r value) bool { return w.depends(v, r) })
}

// depends reports whether a value may depend on an error.
func (w *walker) depends(v, err value) bool {
	if err == 0 || v == 0 {
		return false
	}
	return w.t.mentions(v, err) || slices.ContainsFunc(w.t.partsOf(v), func(p value) bool {
		return w.t.mentions(w.s.from[p], err)
	})
}

// asserted returns whether x is of a type, so far as that tells an error of
// the API.
func (w *walker) asserted(x value, typ types.Type) value {
	if _, ok := sdk.ErrorType(typ); ok {
		return w.t.of(key{kind: kAPI, a: x})
	}
	return w.t.pure("is "+typ.String(), x)
}

// statusOf returns what is known of how a call ended.
func (s *state) statusOf(t *table, sp spending) status {
	if sp.fixed != unknown || sp.err == 0 {
		return sp.fixed
	}
	null, ok := s.conds[t.of(key{kind: kEq, a: sp.err, b: t.null()})]
	switch {
	case !ok:
		return unknown
	case null:
		return succeeded
	}
	return failed
}
