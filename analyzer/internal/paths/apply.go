package paths

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// apply runs a call of a function whose summary is known: in all ways in which it
// may end.
func (p *Path) apply(c *Call, sum *summary) []exit {
	for _, i := range sum.calls {
		if i < len(c.Args) {
			p.calledBack(c.Args[i])
		}
	}
	for _, r := range sum.retries {
		i := r.param
		if i >= len(c.Args) {
			continue
		}
		under, ok := p.mayHold(r.under, c)
		if !ok {
			continue
		}
		if j := slices.Index(p.params(), c.Args[i]); j >= 0 && c.Args[i] != 0 {
			p.fails[retried{j, under, r.others}] = true
		}
		if c.regs[i] != nil && p.isRelevant(c.Args[i]) && !slices.ContainsFunc(p.t.elements(under), p.isLeftOut) {
			return p.retry(c, c.Args[i], c.regs[i], func(p *Path, err Value) bool {
				return p.triesAgain(err, library.RetryAll) && (!r.others || p.isPlain(err))
			})
		}
	}
	p.handlesBy(c, sum)
	if len(sum.rows) == 0 && len(sum.retries) > 0 {
		return p.unknown(c)
	}
	var ways []exit
	for i := range sum.rows {
		q := *p
		q.s = p.s
		if i < len(sum.rows)-1 {
			q.s = p.s.clone()
		}
		ways = append(ways, q.applyRow(c, sum, &sum.rows[i])...)
	}
	return ways
}

// applyRow runs a call that ends in one way, with what it is handed and calls: this
// may end in several. It returns nil if the way cannot be.
func (p *Path) applyRow(c *Call, sum *summary, r *row) []exit {
	for i := range r.effects {
		p.forget(p.outcome(i))
	}
	calls := []exit{{s: p.s, results: make([]Value, len(r.effects))}} // by what the functions that it was handed returned
	for i := range r.effects {
		if e := &r.effects[i]; e.Name == "" {
			if fun := p.subst(p.First(e.Subject), c); fun != 0 && p.isRelevant(fun) {
				if len(calls) == 1 && calls[0].s == p.s {
					p.disturbed(c, p.broughtBy(c.Args), sum.writes) // and not what that does
				}
				calls = p.callsBack(c, i, fun, calls)
			}
		}
	}
	var ways []exit
	for _, x := range calls {
		q := *p
		q.s, q.returned = x.s, x.results
		if results, ok := q.ends(c, sum, r); ok {
			ways = append(ways, exit{q.s, results})
		}
	}
	return ways
}

// callsBack runs a function that a call is handed and that it calls: effect i, in each
// of some ways.
func (p *Path) callsBack(c *Call, i int, fun Value, ways []exit) []exit {
	j := slices.Index(c.Args, fun)
	if c.regs[j] == nil {
		return ways
	}
	var all []exit
	for _, way := range ways {
		for _, x := range p.invoke(way.s, c, fun, c.regs[j], p.f.again) {
			if c.made != nil && p.check.Back != nil {
				q := *p
				q.s = x.s
				p.check.Back(&q, &Call{Instr: c.Instr, sig: c.regs[j].Type().Underlying().(*types.Signature)}, x.results)
			}
			returned := slices.Clone(way.results)
			if len(x.results) > 0 {
				returned[i] = x.results[len(x.results)-1]
			}
			all = append(all, exit{x.s, returned})
		}
	}
	return all
}

// ends brings a call to an end in one way. It reports whether that can be.
func (p *Path) ends(c *Call, sum *summary, r *row) ([]Value, bool) {
	for _, cond := range r.conds {
		if v := p.subst(cond.v, c); v != 0 && !p.assume(v, cond.is) {
			return nil, false
		}
	}
	for i, arg := range c.Args {
		for j := range p.s.events {
			if e := &p.s.events[j]; r.asked&(1<<i) != 0 && p.dependsOn(arg, e) {
				e.seen = max(e.seen, Examined)
			}
		}
	}
	for i, err := range p.returned { // by functions that it was handed
		for j := range p.s.events {
			if e := &p.s.events[j]; err != 0 && r.effects[i].seen > Definite && p.Wraps(err, e) {
				e.seen = max(e.seen, r.effects[i].seen)
			}
		}
	}
	args := p.handed(c)
	var happened []Event
	var which []int
	for i, e := range r.effects {
		ev := Event{Name: e.Name, Subject: p.subst(e.Subject, c), Client: p.subst(e.Client, c), Args: p.subst(e.Args, c), Details: p.t.each(e.Details, func(v Value) Value { return p.subst(v, c) }), Call: p.reportAt(c), end: e.end, seen: e.seen, plain: e.plain}
		if ev.Args == 0 || sum.writes == nil || len(sum.writes) > 0 && c.body != p.f.fn {
			ev.Args = args // what it does may depend on more, and not only on how often it has called itself
		}
		if ev.Call == nil {
			ev.Call = e.Call
		}
		if ev.Call == nil {
			ev.Call = c.Instr
		}
		if ev.Subject == 0 || e.Name == "" {
			continue
		}
		if p.check.Meet(p, &ev) {
			happened = append(happened, ev)
			which = append(which, i)
		}
	}
	values := make([]Value, len(r.values))
	for i, v := range r.values {
		values[i] = p.subst(v, c)
	}
	errs := p.broughtBy(c.Args)
	if !slices.ContainsFunc(p.returned, func(v Value) bool { return v != 0 }) {
		p.disturbed(c, errs, sum.writes)
	}
	results := p.Results(c)
	var err Value
	for i := range results {
		p.comesFrom(results[i], errs)
		if i >= len(values) {
			continue // the fact is of another version
		}
		if values[i] != 0 {
			results[i] = values[i]
		}
		p.learn(results[i], r.results[i])
		if i == len(results)-1 && library.IsErrorValue(c.sig.Results().At(i).Type()) {
			err = results[i]
		}
	}
	for i, ev := range happened {
		if ev.plain {
			p.Remember(ev)
			continue
		}
		ev.err = p.outcome(which[i])
		if len(results) > 1 && p.isResult(results[0]) {
			ev.res = results[0]
		}
		told := slices.ContainsFunc(results, func(v Value) bool { return p.depends(v, ev.err) })
		if !told && !p.check.Inside {
			ev.err, ev.loose = err, ev.end != Failed
		}
		p.keep(ev)
		if !told && p.check.Behind != nil {
			p.Examine(p.event(ev.err))
		}
	}
	return results, true
}

// isResult reports whether a value is the result of a call.
func (p *Path) isResult(v Value) bool {
	n := &p.t.nodes[v]
	return n.kind == kSite || n.kind == kPure && n.str[len(n.str)-1] == '?'
}

// learn puts down what is known of a result.
func (p *Path) learn(v Value, c class) {
	switch c {
	case isNil, isNotNil:
		if null := p.isNull(v); p.t.kind(null) == kEq {
			if _, known := p.Truth(null); !known {
				p.s.setCond(null, c == isNil)
			}
		}
	case isTrue, isFalse:
		if v != 0 && p.t.kind(v) != kConst {
			p.s.setCond(v, c == isTrue)
		}
	}
}

// handed returns all that a call hands over, but for contexts and the like.
func (p *Path) handed(c *Call) Value {
	name := "a literal"
	if c.Fn != nil {
		name = nameOf(c.Fn)
	}
	var args []Value
	for i, v := range c.Args {
		if !p.isStable(c, i) {
			args = append(args, p.asLeft(v))
		}
	}
	return p.t.pure("call of "+name, args...)
}

// subst returns what a value of a called function is for its caller; 0 if that
// cannot be said.
func (p *Path) subst(v Value, c *Call) Value {
	if v == 0 {
		return 0
	}
	n := p.t.nodes[v]
	switch n.kind {
	case kConst, kNil, kZero, kGlobal:
		return v
	case kOutcome:
		i, _ := strconv.Atoi(n.str)
		if i < len(p.returned) && p.returned[i] != 0 {
			return p.returned[i]
		}
		return p.outcome(i)
	case kParam:
		i, err := strconv.Atoi(n.str)
		if err != nil || i >= len(c.Args) {
			return 0
		}
		return c.Args[i]
	case kAt, kField, kElem:
		if at := p.place(v, c); at != 0 {
			if typ := p.t.types[v]; typ != nil {
				return p.load(at, typ)
			}
			return p.typed(p.whole(at, p.content(at)), p.typeOr(v))
		}
	}
	a, b, i := p.subst(n.a, c), p.subst(n.b, c), p.subst(n.c, c)
	if a == 0 && (n.a != 0 || n.kind == kList) || n.b != 0 && b == 0 || n.c != 0 && i == 0 {
		return 0
	}
	switch n.kind {
	case kIs, kAssert:
		if v, is, ok := p.foundAs(a, n.str); ok && n.kind == kIs {
			return is
		} else if ok {
			return v
		}
	case kPure:
		args := p.t.elements(a)
		if name, ok := strings.CutPrefix(n.str, isPrefix); ok {
			if _, is, ok := p.foundAs(args[0], name); ok {
				return is
			}
		}
		if strings.HasSuffix(n.str, "errors.Is") {
			if is, known := p.isError(args[0], args[1]); known {
				return p.t.boolean(is)
			}
		}
		a = p.t.each(a, p.listAsLeft)
	case kMade:
		n.c = p.site("made " + n.str)
	case kField:
		return p.typed(p.t.field(a, n.str), p.typeOr(v))
	case kElem:
		return p.typed(p.t.elem(a, b), p.typeOr(v))
	case kWith:
		return p.t.with(a, n.str, i, b)
	case kEq:
		return p.equal(a, b)
	case kNot:
		return p.not(a)
	}
	n.a, n.b = a, b
	return p.t.of(n)
}

// listAsLeft returns what a list holds that is handed over, which may be gone once the
// function is left that made it.
func (p *Path) listAsLeft(v Value) Value {
	if t := allocated(p.t.nodes[v]); t != nil {
		if _, ok := t.Underlying().(*types.Array); ok {
			return p.contents(v)
		}
	}
	return v
}

// foundAs is found for the name of a type; "" is the SDK's.
func (p *Path) foundAs(err Value, name string) (v, is Value, ok bool) {
	typ := p.typeNamed(name)
	if typ == nil && name != "" && !strings.HasSuffix(name, "stytcherror.Error") {
		return 0, 0, false
	}
	return p.found(err, typ)
}

// typeOr returns the type of a value, or that of text if it is not known.
func (p *Path) typeOr(v Value) types.Type {
	if typ := p.t.types[v]; typ != nil {
		return typ
	}
	return types.Typ[types.String]
}

// place returns the place of the caller that a value is read from; 0 if there is
// none.
func (p *Path) place(v Value, c *Call) Value {
	n := p.t.nodes[v]
	switch n.kind {
	case kAt:
		return p.subst(n.a, c)
	case kField:
		if at := p.place(n.a, c); at != 0 {
			return p.t.fieldAddr(at, n.str)
		}
	case kElem:
		if at, i := p.place(n.a, c), p.subst(n.b, c); at != 0 && i != 0 {
			return p.t.elemAddr(at, i)
		}
	}
	return 0
}

// event returns the event whose error is err.
func (p *Path) event(err Value) *Event {
	return &p.s.events[slices.IndexFunc(p.s.events, func(e Event) bool { return e.err == err })]
}

// keep remembers an event on the path. One that is the same as an earlier one
// takes its place where that has failed, or is in a loop.
func (p *Path) keep(ev Event) {
	for i := range p.s.events {
		e := &p.s.events[i]
		if e.Name == ev.Name && e.Subject == ev.Subject && e.Details == ev.Details && (!p.check.Inside || e.Call == ev.Call) {
			if p.s.ending(p.t, e) == Failed || e.Call == ev.Call {
				*e = ev
			}
			return
		}
	}
	p.add(ev)
}
