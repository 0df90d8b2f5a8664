package paths

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A span is what is known of a number: none is lower or higher.
type span struct{ low, high int64 }

// rangeOf returns what the path knows of a number.
func (p *Path) rangeOf(v Value) span {
	if n, ok := p.Number(v); ok {
		return span{n, n}
	}
	if p.isZeroOf(v) {
		return span{0, 0}
	}
	if n := p.t.nodes[v]; n.kind == kBinary {
		a, b := p.rangeOf(n.a), p.rangeOf(n.b)
		if is, ok := operate(n.str, a.low, b.low); ok && a.low == a.high && b.low == b.high {
			return span{is, is}
		}
	}
	r := span{math.MinInt64, math.MaxInt64}
	if p.t.kind(v) == kCounter {
		r.low, _ = integer(p.t.nodes[v].str)
	}
	for _, c := range p.s.conds {
		n := &p.t.nodes[c.v]
		if n.kind != kBinary && n.kind != kEq || n.a != v && n.b != v {
			continue
		}
		x, okX := p.Number(n.a)
		y, okY := p.Number(n.b)
		switch {
		case n.kind == kEq && okY && c.is:
			return span{y, y}
		case n.str != "<":
		case okY && c.is:
			r.high = min(r.high, y-1)
		case okY:
			r.low = max(r.low, y)
		case okX && c.is:
			r.low = max(r.low, x+1)
		case okX:
			r.high = min(r.high, x)
		}
	}
	return r
}

// Number returns the integer that a value is.
func (p *Path) Number(v Value) (int64, bool) {
	if n := &p.t.nodes[v]; n.kind == kConst {
		return integer(n.str)
	}
	return 0, false
}

func integer(s string) (int64, bool) {
	i, err := strconv.ParseInt(s, 10, 32)
	return i, err == nil
}

// ofAPI returns the error of which a value is a field, as one of the API's; 0 if it is
// none.
func (p *Path) ofAPI(v Value) Value {
	n := &p.t.nodes[v]
	if n.kind != kField || p.t.kind(n.a) != kAssert {
		return 0
	}
	as := &p.t.nodes[n.a]
	if _, ok := sdk.ErrorType(p.typeNamed(as.str)); ok || as.str == "stytcherror.Error" {
		return as.a
	}
	return 0
}

// isZeroOf reports whether a value is a field of an error of the API that there is
// not, such as after errors.As has failed.
func (p *Path) isZeroOf(v Value) bool {
	err := p.ofAPI(v)
	if err == 0 {
		return false
	}
	is, known := p.Truth(p.t.of(node{kind: kIs, a: err}))
	return known && !is
}

// fieldSet returns the error whose field a condition tells to be another value than
// zero: it is one of the API's then. It returns 0 if there is none.
func (p *Path) fieldSet(v Value, is bool) Value {
	n := &p.t.nodes[v]
	if v, of := p.membership(*n); of != 0 && is && p.ofAPI(v) != 0 {
		if list := p.members(of); len(list) > 0 && !slices.Contains(list, "0") && !slices.Contains(list, `""`) {
			return p.ofAPI(v)
		}
		return 0
	}
	switch {
	case n.kind == kEq && is && p.t.kind(n.b) == kConst && !p.isZero(n.b):
		return p.ofAPI(n.a)
	case n.kind == kEq && !is && p.isZero(n.b):
		return p.ofAPI(n.a)
	case n.kind == kBinary && n.str == "<":
		x, okX := p.Number(n.a)
		y, okY := p.Number(n.b)
		switch {
		case okY && !is && y > 0, okY && is && y <= 0:
			return p.ofAPI(n.a)
		case okX && is && x >= 0, okX && !is && x < 0:
			return p.ofAPI(n.b)
		}
	}
	return 0
}

// statusAsked returns what a condition asks of a status; nil if it asks something
// else.
func (p *Path) statusAsked(v Value) func(int) bool {
	isStatus := func(v Value) bool { n := &p.t.nodes[v]; return n.kind == kField && n.str == statusField }
	n := p.t.nodes[v]
	if x, of := p.membership(n); of != 0 && isStatus(x) {
		return p.isMember(of)
	}
	if n.kind != kEq && (n.kind != kBinary || n.str != "<") || !p.t.some(v, isStatus) {
		return nil
	}
	if _, ok := p.compute(v, 1); !ok {
		return nil
	}
	return func(status int) bool {
		n, ok := p.compute(v, status)
		return ok && n == 1
	}
}

// membership returns the value of which a condition asks whether it is in a list, a
// map or a set, and that; of is 0 if it asks something else.
func (p *Path) membership(n node) (v, of Value) {
	if n.kind == kPure {
		args := p.t.elements(n.a)
		switch strings.TrimRight(n.str, "!?") {
		case "has":
			n = p.t.nodes[args[0]]
		case "slices.Contains":
			return args[1], args[0]
		}
	}
	if n.kind == kAt && p.t.kind(n.a) == kElemAddr {
		n = p.t.nodes[n.a]
	}
	if n.kind == kElem || n.kind == kElemAddr {
		return n.b, n.a
	}
	return 0, 0
}

// isListed returns what is known of whether a constant is in a list of others.
func (p *Path) isListed(n node) (is, known bool) {
	v, of := p.membership(n)
	if of == 0 || p.t.kind(v) != kConst {
		return false, false
	}
	list := p.members(of)
	return slices.Contains(list, p.t.nodes[v].str), len(list) > 0
}

// isMember returns whether a number is in a list, a set or the like; nil if it is not
// known what is in there.
func (p *Path) isMember(of Value) func(int) bool {
	list := p.members(of)
	if len(list) == 0 {
		return nil
	}
	return func(n int) bool { return slices.Contains(list, strconv.Itoa(n)) }
}
