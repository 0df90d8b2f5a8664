package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A Behind is what a function does behind a call that may fail, on the paths on which it
// failed and on those on which it succeeded.
type Behind struct {
	Call     ssa.CallInstruction
	Tested   bool // it is asked whether there is an error
	Told     bool // something else may tell a failure from a success
	Repeated bool // the call is made again although it succeeded

	spots   map[spot]*doing
	lookups []lookup
	errors  []Value // that the call returns in the place of the event's
	brought []Value // what else it returns, as far as that is not known
}

// A side says which paths come to a spot.
type side uint8

const (
	failed side = 1 << iota
	succeeded
	both = failed | succeeded
)

// A spot is an instruction in one of the functions that a path comes through.
type spot struct {
	frame Value
	instr ssa.Instruction
}

// A doing is what is done at a spot.
type doing struct {
	on    side
	after [2]Deed         // on the paths where the call failed, and on those where it succeeded
	given *[2][][]Value   // what is handed on then, by argument; nil for nothing
	outer ssa.Instruction // in the function itself
	gives *doing          // where the variable is declared that gets another value; nil if that is before the call
}

// does returns what is done on any path.
func (d *doing) does() Deed { return d.after[0] | d.after[1] }

// A lookup is a branch by the error of a call that was handed a part of the response.
type lookup struct {
	failing *ssa.BasicBlock
	acts    bool // the call returns nothing else, and so is there for what it does
}

// A look is one at what is done on a path behind a call.
type look struct {
	*Behind
	p  *Path
	e  *Event // of the call
	on side
}

// behind calls f for each call of the function itself behind which the path is, if the
// check compares what is done there.
func (p *Path) behind(f func(l look)) {
	if p.check.Behind == nil {
		return
	}
	for i := range p.s.events {
		e := &p.s.events[i]
		later := func(o Event) bool { return o.Call == e.Call && o.Compared }
		if !e.Compared || e.Call == nil || e.Call.Parent() != p.Of() || slices.ContainsFunc(p.s.events[i+1:], later) || !library.ReturnsError(e.Call.Common().Signature()) {
			continue
		}
		b := p.behinds[e.Call]
		if b == nil {
			b = &Behind{Call: e.Call, spots: make(map[spot]*doing)}
			p.behinds[e.Call] = b
		}
		on := both
		switch p.Ending(e) {
		case Failed:
			on = failed
		case Succeeded:
			on = succeeded
		}
		f(look{b, p, e, on})
	}
}

// seesStep looks at an instruction that is no call.
func (p *Path) seesStep(instr ssa.Instruction, does Deed) {
	p.behind(func(l look) {
		if l.Told || l.within() {
			return // or all that is asked for is which calls are made
		}
		switch instr := instr.(type) {
		case *ssa.Range:
			l.Told = l.Told || l.brings(p.eval(instr.X))
		case *ssa.BinOp:
			l.Told = l.Told || isRange(instr) && l.brings(p.eval(instr.Y))
			l.compares(instr)
		case *ssa.TypeAssert:
			l.asks(instr.X)
		case *ssa.If:
			l.branches(instr)
		default:
			l.adds(does)
			l.acts(instr, does)
		}
	})
}

// acts looks at an instruction that does more than to ask something.
func (l look) acts(instr ssa.Instruction, does Deed) {
	switch instr := instr.(type) {
	case *ssa.Store:
		l.stored(instr)
	case *ssa.MapUpdate:
		if does != 0 {
			l.holds(instr.Key, instr.Value)
		}
	case *ssa.Send:
		l.holds(instr.X)
	case *ssa.Return:
		if l.p.Own() {
			l.returns(instr)
		}
	}
}

// seesCall looks at a call that is not looked into.
func (p *Path) seesCall(call *Call, does Deed) {
	row := p.Rule(call.Fn)
	p.behind(func(l look) {
		if l.within() {
			l.Repeated = l.Repeated || p.Own() && l.on&succeeded != 0
			return
		}
		l.adds(does)
		if does&(Logged|Counted) != 0 && !isAsked(call.Instr) {
			return
		}
		if row.Does.OfErrors() {
			for _, arg := range call.Instr.Common().Args {
				l.asks(arg)
			}
		}
		l.hands(call.Args, does&Responds == 0)
		if slices.ContainsFunc(call.Args, l.fails) {
			l.adds(tells)
		}
		if slices.ContainsFunc(call.Args, l.brings) &&
			(does&(Responds|CallsNext) != 0 || row.Does == library.SameValue || does&(Acts|Touches) != 0 && isForItsDeed(call.Instr)) {
			l.adds(Uses)
		}
	})
}

// AnsweredIn says that a function which is not looked into has answered with a status.
func (p *Path) AnsweredIn(status int64) {
	p.behind(func(l look) {
		if !l.within() {
			l.adds(answering(status))
		}
	})
}

// seesEnd looks at how a call ended. Where it returns none although it failed, the failure
// was seen to.
func (p *Path) seesEnd(call *Call, results []Value) {
	p.behind(func(l look) {
		if l.e.Call != call.Instr {
			return
		}
		last := len(results) - 1
		for _, v := range results[:last] {
			if p.MadeBy(v) == call.Instr && !slices.Contains(l.brought, v) {
				l.brought = append(l.brought, v)
			}
		}
		switch err := results[last]; {
		case l.on&failed == 0 || p.Carries(err, l.e):
		case err == 0 || !p.IsNotNil(err):
			l.Told = true
		case !slices.Contains(l.errors, err):
			l.errors = append(l.errors, err)
		}
	})
}

// within reports whether the path is in the call itself.
func (l look) within() bool { return l.p.Outer() == l.e.Call }

// doing returns what is done where the path is.
func (l look) doing() *doing {
	at := spot{l.p.f.ctx, l.p.instr}
	s := l.spots[at]
	if s == nil {
		s = &doing{outer: l.p.Outer()}
		l.spots[at] = s
	}
	s.on |= l.on
	return s
}

// adds notes what is done where the path is.
func (l look) adds(d Deed) {
	s := l.doing()
	for i := range s.after {
		if l.on&(1<<i) != 0 {
			s.after[i] |= d
		}
	}
}

// hands notes what is handed on where the path is. Nobody's name, which the program's own
// function returns with the error, may tell nothing.
func (l look) hands(vs []Value, nobody bool) {
	if len(vs) == 0 {
		return
	}
	s := l.doing()
	if s.given == nil {
		s.given = new([2][][]Value)
	}
	for i := range s.given {
		if l.on&(1<<i) == 0 {
			continue
		}
		if s.given[i] == nil {
			s.given[i] = make([][]Value, len(vs))
		}
		for j, v := range vs {
			if v = l.p.handedOn(v); nobody && i == 0 && l.p.isZero(v) && !l.p.IsNil(v) {
				v = 0
			}
			if j < len(s.given[i]) && !slices.Contains(s.given[i][j], v) {
				s.given[i][j] = append(s.given[i][j], v)
			}
		}
	}
}

// brings reports whether a value is, or leads to, something made of what the call has
// brought.
func (l look) brings(v Value) bool {
	return l.p.leads(v, l.e.res) || slices.ContainsFunc(l.brought, func(part Value) bool { return l.p.leads(v, part) })
}

// fails reports whether a value is, or leads to, something made of the error of the
// call.
func (l look) fails(v Value) bool {
	return l.p.Carries(v, l.e) || slices.ContainsFunc(l.errors, func(err Value) bool { return l.p.leads(v, err) })
}

// holds notes what values that are handed on have to do with a call.
func (l look) holds(vs ...ssa.Value) {
	for _, v := range vs {
		v := l.p.eval(v)
		if l.fails(v) {
			l.adds(tells)
		}
		if l.brings(v) {
			l.adds(Uses)
		}
	}
}

// stored looks at an assignment. One to a variable of the branch itself changes
// nothing.
func (l look) stored(instr *ssa.Store) {
	declared, ok := l.p.declared(instr.Addr)
	switch v := l.p.eval(instr.Val); {
	case !ok:
		l.holds(instr.Val)
	case isCount(instr.Val) && inLoop(l.Call.Block()), l.p.IsError(v, l.e), slices.Contains(l.errors, v):
	default:
		l.adds(changes)
		l.doing().gives = l.spots[declared]
	}
}

// compares looks at a comparison.
func (l look) compares(op *ssa.BinOp) {
	switch {
	case nilTested(op) == nil:
		l.asks(op.X)
		l.asks(op.Y)
	case l.p.Own():
		l.Tested = l.Tested || l.fails(l.p.eval(op.X)) || l.fails(l.p.eval(op.Y))
	}
}

// asks notes where the function asks which error the call has returned in the place of
// the event's: it may be one that is meant to be no failure.
func (l look) asks(err ssa.Value) {
	if slices.Contains(l.errors, l.p.eval(err)) && (l.p.Own() || l.p.instr.Parent().Signature.Results().Len() > 0) {
		l.Told = true
	}
}

// branches looks at a condition that the path goes by.
func (l look) branches(instr *ssa.If) {
	cond := l.p.eval(instr.Cond)
	of, isNil := l.p.NilTest(cond)
	switch {
	case l.p.IsError(of, l.e), l.p.Wraps(of, l.e), slices.Contains(l.errors, of):
	case of != 0 && of == l.e.res:
		l.Told = l.Told || mayBeNil(l.Call)
	case slices.Contains(l.brought, of):
		l.Told = true
	case l.p.Carries(cond, l.e):
		l.Told = l.Told || l.p.Own()
	case l.brings(cond):
		call := l.p.MadeBy(of)
		if call == nil || !library.ReturnsError(call.Common().Signature()) {
			l.Told = true
			return
		}
		found := lookup{failing: instr.Block().Succs[0], acts: call.Common().Signature().Results().Len() == 1}
		if isNil {
			found.failing = instr.Block().Succs[1]
		}
		if !slices.Contains(l.lookups, found) {
			l.lookups = append(l.lookups, found)
		}
	}
}

// returns looks at what the function returns.
func (l look) returns(instr *ssa.Return) {
	var results []Value
	for _, r := range instr.Results {
		results = append(results, l.p.eval(r))
	}
	last := len(results) - 1
	if last < 0 {
		return
	}
	l.hands(results, false)
	wellIfNil := library.IsError(l.p.Of().Signature.Results().At(last).Type())
	well := wellIfNil && l.p.IsNil(results[last])
	for i, v := range results {
		if l.fails(v) {
			l.adds(tells)
		}
		if i < last && well && l.brings(v) {
			l.adds(Uses)
		}
	}
	if library.AnswersRequest(l.p.Of().Signature) || l.p.pass.Pkg.Name() == "main" {
		return // what it returns says nothing
	}
	if isTrue, known := l.p.Truth(results[last]); well && (last == 0 || !l.p.IsEmpty(results[0])) || !wellIfNil && known && isTrue {
		l.adds(Approves)
	}
	if call := l.p.MadeBy(results[last]); wellIfNil && call != nil && call != l.Call && call.Parent() == l.p.Of() {
		l.ends(call)
	}
}

// ends looks at a call whose results the function returns: it does what is to be done
// after a success. One that is handed what the call has brought, and nothing else, may be
// a look-up, which finds nothing for nobody.
func (l look) ends(call ssa.CallInstruction) {
	brings, others := false, false
	for _, arg := range arguments(call.Common()) {
		_, constant := arg.(*ssa.Const)
		v := l.p.eval(arg)
		is := l.brings(v) || l.on == failed && !constant && l.p.IsEmpty(v)
		brings = brings || is
		others = others || !is && !library.IsContext(arg.Type())
	}
	switch {
	case !brings && Callee(call.Common()) != nil:
		l.adds(Approves)
	case brings && others:
		l.adds(Uses)
	}
}
