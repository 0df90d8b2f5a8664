package paths

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// The names of the two fields of an error of the API.
const (
	statusField = "StatusCode"
	codeField   = "ErrorType"
)

// A Condition asks something of the status or the code of one error.
type Condition struct {
	Err    Value
	Codes  []string       // whether its code is one of these, or
	Status func(int) bool // whether its status is such a one
	Asks   Value          // the question itself: whether that is so
	Is     bool           // the answer
}

// Condition returns what a condition asks of an error. It fails for what asks
// something else.
func (p *Path) Condition(v Value) (Condition, bool) {
	c := Condition{Asks: v, Is: true}
	for p.t.kind(c.Asks) == kNot {
		c.Asks, c.Is = p.t.nodes[c.Asks].a, !c.Is
	}
	n := p.t.nodes[c.Asks]
	if c.Codes = p.exactly(n, c.Asks); c.Codes != nil {
		c.Err = p.errorIn(c.Asks, codeField)
	} else if c.Status = p.statusAsked(c.Asks); c.Status != nil {
		c.Err = p.errorIn(c.Asks, statusField)
	}
	return c, c.Err != 0 && p.isSteady(c.Err)
}

// Conditions returns those that the path has gone by.
func (p *Path) Conditions() []Condition {
	list := make([]Condition, 0, len(p.s.conds))
	for _, known := range p.s.conds {
		if c, ok := p.Condition(known.v); ok {
			c.Is = c.Is == known.is
			list = append(list, c)
		}
	}
	return list
}

// exactly returns the codes of which a condition asks whether a code is one, and
// nothing less exact.
func (p *Path) exactly(n node, v Value) []string {
	if n.kind == kPure && strings.HasPrefix(n.str, "strings.") && strings.TrimRight(n.str, "!") != "strings.EqualFold" {
		return nil
	}
	return p.codesAsked(v, func(string) bool { return false })
}

// errorIn returns the error of which a condition asks for a field; 0 if it asks
// for those of several.
func (p *Path) errorIn(v Value, name string) Value {
	var found Value
	several := false
	p.t.some(v, func(v Value) bool {
		if n := &p.t.nodes[v]; n.kind == kField && n.str == name {
			several = several || found != 0 && found != n.a
			found = n.a
		}
		return false
	})
	if several {
		return 0
	}
	return found
}

// isSteady reports whether nobody else may write to an error meanwhile: it is in
// no package-level variable, and in none that a function literal writes to.
func (p *Path) isSteady(err Value) bool {
	return !p.t.some(err, func(v Value) bool {
		n := &p.t.nodes[v]
		if n.kind == kHavoc {
			n = &p.t.nodes[p.t.root(n.a)]
		}
		alloc, ok := n.ref.(*ssa.Alloc)
		return n.kind == kGlobal || n.kind == kAlloc && ok && p.shared(alloc)
	})
}

// compute returns the number that a value is where a status is known, 1 or 0 for a
// condition. It fails for what is computed of more than the status.
func (p *Path) compute(v Value, status int) (int64, bool) {
	n := p.t.nodes[v]
	switch n.kind {
	case kConst:
		return integer(n.str)
	case kField:
		return int64(status), n.str == statusField
	case kEq, kBinary:
		x, okX := p.compute(n.a, status)
		y, okY := p.compute(n.b, status)
		if !okX || !okY {
			return 0, false
		}
		if n.kind == kEq {
			return truth(x == y), true
		}
		return operate(n.str, x, y)
	}
	return 0, false
}

// operate returns the number that an operation on two others makes.
func operate(op string, x, y int64) (n int64, ok bool) {
	switch {
	case op == "<":
		return truth(x < y), true
	case op == "+":
		return x + y, true
	case op == "-":
		return x - y, true
	case op == "*":
		return x * y, true
	case op == "/" && y != 0:
		return x / y, true
	case op == "%" && y != 0:
		return x % y, true
	}
	return 0, false
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// note puts down a condition of which the path knows the answer, for a check that
// asks which ones it has gone by.
func (p *Path) note(v Value, is bool) {
	if c, ok := p.Condition(v); p.check.Asked != nil && ok && len(p.s.conds) < maxConds {
		p.s.setCond(c.Asks, c.Is == is)
	}
}

// before returns the path before a call, if the check is told what its result
// says.
func (p *Path) before(call *ssa.Call) *Path {
	if p.check.Asked == nil || p.f.up != nil || !isBoolean(call.Type()) {
		return nil
	}
	return &Path{walk: p.walk, f: p.f, t: p.t, instr: p.instr, s: &state{conds: slices.Clone(p.s.conds)}}
}

// ask tells the check in which ways a call has ended.
func (p *Path) ask(before *Path, call *ssa.Call, ways []exit) {
	if before == nil {
		return
	}
	for _, x := range ways {
		after := *p
		after.s = x.s
		for _, v := range x.results {
			p.check.Asked(before, &after, call, v)
		}
	}
}
