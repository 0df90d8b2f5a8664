package paths

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// equal returns whether two values are equal.
func (p *Path) equal(x, y Value) Value {
	if x == 0 || y == 0 {
		return 0 // nothing is known of it, and nothing will be
	}
	for _, b := range [...]bool{true, false} {
		// A comparison with a constant condition is the condition itself.
		switch c := p.t.boolean(b); {
		case y == c:
			return p.when(x, b)
		case x == c:
			return p.when(y, b)
		}
	}
	if a, b := p.isSettled(x), p.isSettled(y); a && !b || a == b && x < y {
		x, y = y, x
	}
	if p.t.kind(x) == kMarked && p.t.kind(y) == kNil {
		return p.equal(p.t.nodes[x].a, y) // whatever it is marked as
	}
	return p.t.of(node{kind: kEq, a: x, b: y})
}

// isSettled reports whether a value is nil or a constant: it stands on the right
// of a comparison.
func (p *Path) isSettled(v Value) bool { return p.t.kind(v) == kNil || p.t.kind(v) == kConst }

// when returns x or its opposite.
func (p *Path) when(x Value, b bool) Value {
	if b {
		return x
	}
	return p.not(x)
}

// not returns the opposite of x.
func (p *Path) not(x Value) Value {
	switch p.t.kind(x) {
	case kNothing:
		return 0
	case kNot:
		return p.t.nodes[x].a
	case kConst:
		if is, known := p.Truth(x); known {
			return p.t.boolean(!is)
		}
	}
	return p.t.of(node{kind: kNot, a: x})
}

// less returns whether x is less than y.
func (p *Path) less(x, y Value) Value {
	if x == 0 || y == 0 {
		return 0
	}
	return p.t.of(node{kind: kBinary, a: x, b: y, str: "<"})
}

// isNull returns whether a value is nil.
func (p *Path) isNull(v Value) Value { return p.equal(v, p.t.null()) }

// Truth returns what is known of a condition.
func (p *Path) Truth(v Value) (is, known bool) {
	if is, known := p.s.cond(v); known {
		return is, true
	}
	n := &p.t.nodes[v]
	switch n.kind {
	case kConst:
		return n.str == "true", n.str == "true" || n.str == "false"
	case kNot:
		is, known := p.Truth(n.a)
		return !is, known
	case kEq:
		return p.equality(n.a, n.b)
	case kIs:
		if p.IsNil(n.a) {
			return false, true
		}
	case kPure:
		return p.isListed(*n)
	case kBinary:
		if n.str != "<" || n.a == 0 || n.b == 0 {
			break
		}
		switch x, y := p.rangeOf(n.a), p.rangeOf(n.b); {
		case x.high < y.low:
			return true, true
		case x.low >= y.high:
			return false, true
		}
	}
	return false, false
}

// equality returns what is known of the equality of two values.
func (p *Path) equality(x, y Value) (is, known bool) {
	nx, ny := &p.t.nodes[x], &p.t.nodes[y]
	switch {
	case x == y:
		return true, true
	case nx.kind == kConst && ny.kind == kConst:
		return false, true
	case ny.kind == kNil:
		return false, p.isNotNil(x)
	case p.isAPIError(x) && p.isOwnError(y), p.isAPIError(y) && p.isOwnError(x):
		return false, true
	case p.isTextOfError(x) && ny.kind == kConst && ny.str == `""`:
		return false, true
	case ny.kind == kConst:
		if p.isZeroOf(x) {
			return p.isZero(y), true
		}
		if n, ok := p.Number(y); ok {
			if r := p.rangeOf(x); n < r.low || n > r.high {
				return false, true
			}
		}
		// It equals another constant.
		for _, c := range p.s.conds {
			if n := &p.t.nodes[c.v]; c.is && n.kind == kEq && n.a == x && n.b != y && p.t.kind(n.b) == kConst {
				return false, true
			}
		}
	}
	return false, false
}

// isTextOfError reports whether a value is what an error says, which is never empty.
func (p *Path) isTextOfError(v Value) bool {
	n := &p.t.nodes[v]
	return n.kind == kPure && n.str == "error.Error"
}

// isNotNil reports whether a value cannot be nil.
func (p *Path) isNotNil(v Value) bool {
	switch n := &p.t.nodes[v]; n.kind {
	case kFree, kGlobal, kAlloc, kFieldAddr, kElemAddr, kWrapped, kMade, kBoxed, kFunc, kClosure:
		return true
	case kMarked:
		return p.isNotNil(n.a)
	case kAt:
		return p.isDeclared(v)
	case kPure:
		return p.isJoined(v) && slices.ContainsFunc(p.Causes(v), p.IsNotNil)
	}
	return false
}

// A path that knows more conditions than this does not note those that fail, such
// as the cases of a wide switch that are not taken.
const maxConds = 128

// assume goes on with a condition being true or false. It reports whether that
// can be.
func (p *Path) assume(v Value, is bool) bool {
	if p.t.kind(v) == kNot {
		return p.assume(p.t.nodes[v].a, !is)
	}
	p.goes(v, is)
	if v == 0 {
		return true
	}
	if known, ok := p.Truth(v); ok {
		return known == is
	}
	if n := &p.t.nodes[v]; n.kind == kEq && p.t.kind(n.b) == kNil && is {
		// The SDK hands out a response whenever the API has answered.
		for i := range p.s.events {
			if e := &p.s.events[i]; e.res != 0 && e.res == n.a {
				return false
			}
		}
	}
	if p.check.Implied != nil && p.check.Implied(p, v, is) {
		return true
	}
	if is || len(p.s.conds) < maxConds {
		p.s.setCond(v, is)
	}
	if n := p.t.nodes[v]; is && n.kind == kEq && p.t.kind(n.b) == kNil && p.isJoined(n.a) {
		return !slices.ContainsFunc(p.Causes(n.a), func(err Value) bool { return p.isEventError(err) && !p.assume(p.isNull(err), true) })
	}
	if is && p.t.kind(v) == kIs {
		return p.assume(p.isNull(p.t.nodes[v].a), false) // nil is of no type
	}
	if err := p.fieldSet(v, is); err != 0 {
		return p.assume(p.t.of(node{kind: kIs, a: err}), true)
	}
	return true
}

// goes notes that the path goes by a condition, and so maybe by the error of a
// call.
func (p *Path) goes(v Value, is bool) {
	for p.t.kind(v) == kNot {
		v, is = p.t.nodes[v].a, !is
	}
	n := &p.t.nodes[v]
	if n.kind == kEq && (p.t.kind(n.b) == kNil && p.isNotNil(n.a) || p.isTextOfError(n.a) && p.isZero(n.b)) {
		return // an error that wraps another, say, or the text of one
	}
	p.goesByParams(v)
	for i := range p.s.events {
		e := &p.s.events[i]
		null := n.kind == kEq && p.t.kind(n.a) == kPure && p.t.nodes[n.a].str == "join" || n.kind == kEq && p.t.kind(n.b) == kNil && (n.a == e.err || n.a == e.res)
		if null || !p.dependsOn(v, e) {
			continue
		}
		switch {
		case e.res != 0 && p.t.holds(v, p.t.field(p.content(e.res), "StatusCode")):
			e.seen = Judged
		case is && e.err != 0 && p.s.ending(p.t, e) == Succeeded && !p.depends(v, e.res):
			e.seen = Judged // who says yes to a question about nil has none that can be told
		case e.seen == Foreign:
		case e.seen == Unexamined && p.asksForOthers(v):
			if is {
				e.seen = Foreign
			} else if e.Name == "" {
				p.s.setCond(p.t.pure(others), true)
			}
		case n.kind != kIs || !is:
			e.seen = max(e.seen, Examined)
		case e.seen == Unexamined:
			e.seen = Definite
		}
	}
}

// goesByParams notes that the path goes by a condition on a parameter that is an error, if
// callers are not told of the condition.
func (p *Path) goesByParams(v Value) {
	for _, i := range p.f.errors {
		if p.depends(v, p.params()[i]) && !p.ofParams(v, true) {
			p.s.asked |= 1 << i
		}
	}
}

// compared returns whether the operands of a comparison are equal. A variable
// that holds something which a call has brought is taken to hold something: what
// such a comparison asks is whether the call was made.
func (p *Path) compared(op *ssa.BinOp, x, y Value) Value {
	for _, o := range [...]struct {
		reg  ssa.Value
		v, w Value
	}{{op.X, x, y}, {op.Y, y, x}} {
		if isVariable(o.reg) && !library.IsErrorValue(o.reg.Type()) && p.isZero(o.w) && p.wasBrought(o.v) {
			return p.t.boolean(false)
		}
	}
	return p.equal(x, y)
}

// isVariable reports whether a register was read from a variable.
func isVariable(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	switch load.X.(type) {
	case *ssa.Alloc, *ssa.Global, *ssa.FreeVar:
		return true
	}
	return false
}

// isZero reports whether a value is the zero value of its type.
func (p *Path) isZero(v Value) bool {
	n := &p.t.nodes[v]
	return n.kind == kNil || n.kind == kConst && (n.str == `""` || n.str == "0")
}

// wasBrought reports whether a value comes from the response of a call that has
// not failed.
func (p *Path) wasBrought(v Value) bool {
	for i := range p.s.events {
		e := &p.s.events[i]
		if v != e.err && v != e.res && p.s.ending(p.t, e) != Failed && !p.depends(v, e.err) && p.dependsOn(v, e) {
			return true
		}
	}
	return false
}

// dependsOn reports whether a value may depend on what a call returned.
func (p *Path) dependsOn(v Value, e *Event) bool {
	return p.depends(v, e.err) || p.depends(v, e.res)
}

// depends reports whether a value may depend on the result of a call.
func (p *Path) depends(v, result Value) bool {
	if result == 0 || v == 0 {
		return false
	}
	if p.t.holds(v, result) {
		return true
	}
	for _, l := range p.s.links {
		if p.t.holds(l.from, result) && p.t.holds(v, l.v) {
			return true
		}
	}
	return false
}

// maxCount is the last number that is counted.
const maxCount = 1

// sum returns the sum of two values, or their difference. Small numbers are
// counted, so that loops which begin in another way than they go on are
// understood; any number beyond them is one that is not known.
func (p *Path) sum(x, y Value, sign int64, op string) Value {
	a, okX := p.Number(x)
	b, okY := p.Number(y)
	b *= sign
	switch n := a + b; {
	case okX && okY && -1 <= n && n <= max(maxCount, a):
		return p.t.number(n)
	case okY && b > 0 && (okX && a >= 0 || p.t.kind(x) == kCounter):
		return p.counter(maxCount)
	case okX || p.t.kind(x) == kCounter || p.t.kind(x) == kSite:
		return p.site("sum") // another round makes it another one
	case x == 0 || y == 0:
		return 0
	}
	return p.t.of(node{kind: kBinary, a: x, b: y, str: op})
}

// counter returns a new number above another one.
func (p *Path) counter(above int64) Value {
	v := p.t.of(node{kind: kCounter, a: p.f.ctx, str: strconv.FormatInt(above+1, 10), ref: p.instr})
	p.forget(v)
	return v
}
