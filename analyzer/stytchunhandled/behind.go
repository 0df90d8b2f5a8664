package stytchunhandled

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// step looks at an instruction that is no call.
func (c *check) step(p *paths.Path, instr ssa.Instruction, does paths.Deed) {
	if instr, ok := instr.(*ssa.Panic); ok {
		c.panics(p, instr)
	}
	c.behind(p, func(l look) {
		if l.within() {
			return
		}
		l.adds(does)
		switch instr := instr.(type) {
		case *ssa.Range:
			l.told = l.told || l.brings(p.Value(instr.X))
		case *ssa.BinOp:
			l.told = l.told || isRange(instr) && l.brings(p.Value(instr.Y))
			l.compares(instr)
		case *ssa.TypeAssert:
			l.asks(instr.X)
		case *ssa.If:
			l.branches(instr)
		case *ssa.Store:
			l.stored(instr)
		case *ssa.MapUpdate:
			if does != 0 {
				l.holds(instr.Key, instr.Value)
			}
		case *ssa.Send:
			l.holds(instr.X)
		case *ssa.Return:
			if p.Own() {
				c.returns(l, instr)
				if l.on == failed {
					l.goesOn()
				}
			}
		}
	})
}

// holds notes what values that are handed on have to do with a call.
func (l look) holds(vs ...ssa.Value) {
	for _, v := range vs {
		v := l.p.Value(v)
		if l.fails(v) {
			l.adds(tells)
		}
		if l.brings(v) {
			l.adds(uses)
		}
	}
}

// stored looks at an assignment. One to a variable of the branch itself changes
// nothing.
func (l look) stored(instr *ssa.Store) {
	declared, ok := l.p.Declared(instr.Addr)
	switch v := l.p.Value(instr.Val); {
	case !ok:
		l.holds(instr.Val)
	case paths.Counts(instr.Val) && inLoop(l.call.Block()), l.p.IsError(v, l.e), slices.Contains(l.errors, v):
	default:
		l.adds(changes)
		l.spot().gives = declared
	}
}

// compares looks at a comparison.
func (l look) compares(op *ssa.BinOp) {
	switch {
	case !isNilTest(op):
		l.asks(op.X)
		l.asks(op.Y)
	case l.p.Own():
		l.tested = l.tested || l.fails(l.p.Value(op.X)) || l.fails(l.p.Value(op.Y))
	}
}

// asks notes where the function asks which error the call has returned in the place of
// the API's: it may be one that is meant to let guests in.
func (l look) asks(err ssa.Value) {
	if slices.Contains(l.errors, l.p.Value(err)) && (l.p.Own() || l.p.Instr().Parent().Signature.Results().Len() > 0) {
		l.told = true
	}
}

// isRange reports whether an operation asks whether a range loop is at its end. What is
// done for each element of a response is not done for an empty one.
func isRange(op *ssa.BinOp) bool {
	_, length := op.Y.(*ssa.Call)
	return op.Op == token.LSS && strings.HasPrefix(op.Block().Comment, "rangeindex") && length
}

// isNilTest reports whether an operation compares something with nil.
func isNilTest(op *ssa.BinOp) bool {
	y, ok := op.Y.(*ssa.Const)
	if x, is := op.X.(*ssa.Const); is && x.IsNil() {
		return true
	}
	return ok && y.IsNil()
}

// branches looks at a condition that the path goes by.
func (l look) branches(instr *ssa.If) {
	cond := l.p.Value(instr.Cond)
	of, isNil := l.p.NilTest(cond)
	switch {
	case l.p.IsError(of, l.e), l.p.Wraps(of, l.e), slices.Contains(l.errors, of):
	case l.p.IsResponse(of, l.e):
		l.told = l.told || mayBeNil(l.e.Call)
	case slices.Contains(l.brought, of):
		l.told = true
	case l.p.Carries(cond, l.e):
		l.told = l.told || l.p.Own()
	case l.brings(cond):
		call := l.p.MadeBy(of)
		if call == nil || !library.ReturnsError(call.Common().Signature()) {
			l.told = true
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

// mayBeNil reports whether a call may return no response when the API has refused:
// the methods of clients do not since v3.
func mayBeNil(call ssa.CallInstruction) bool {
	fn := paths.Callee(call.Common())
	if fn == nil || fn.Name() != "Authenticate" || fn.Pkg() == nil || !sdk.InModule(fn.Pkg().Path()) {
		return true
	}
	major := sdk.CallMajor(fn)
	return major == "" || major == "v2"
}

// returns looks at what the function returns.
func (c *check) returns(l look, instr *ssa.Return) {
	var results []paths.Value
	for _, r := range instr.Results {
		results = append(results, l.p.Value(r))
	}
	last := len(results) - 1
	if last < 0 {
		return
	}
	l.hands(results)
	wellIfNil := library.IsError(l.p.Of().Signature.Results().At(last).Type())
	well := wellIfNil && l.p.IsNil(results[last])
	for i, v := range results {
		if l.fails(v) {
			l.adds(tells)
		}
		if i < last && well && l.brings(v) {
			l.adds(uses)
		}
	}
	if library.AnswersRequest(l.p.Of().Signature) || c.pass.Pkg.Name() == "main" {
		return // what it returns says nothing
	}
	if well && (last == 0 || !l.p.IsEmpty(results[0])) || !wellIfNil && l.p.IsTrue(results[last]) {
		l.adds(approves)
	}
	if call := l.p.MadeBy(results[last]); wellIfNil && call != nil && call != l.e.Call && call.Parent() == l.p.Of() {
		l.ends(call)
	}
}

// ends looks at a call whose results the function returns: it does what is to be done for
// somebody who is signed in. One that is handed what tells who that is, and nothing else,
// may be a look-up, which finds nothing for nobody.
func (l look) ends(call ssa.CallInstruction) {
	brings, others := false, false
	for _, arg := range paths.Arguments(call.Common()) {
		_, constant := arg.(*ssa.Const)
		v := l.p.Value(arg)
		is := l.brings(v) || l.on == failed && !constant && l.p.IsEmpty(v)
		brings = brings || is
		others = others || !is && !library.IsContext(arg.Type())
	}
	switch {
	case !brings && paths.Callee(call.Common()) != nil:
		l.adds(approves)
	case brings && others:
		l.adds(uses)
	}
}

// does looks at a call that is not looked into.
func (c *check) does(p *paths.Path, call *paths.Call, does paths.Deed) {
	if signsOut(p, call) && !hasFailed(p) {
		c.signsOut[p.Of()] = true
	}
	row := p.Rule(call.Fn)
	c.behind(p, func(l look) {
		if l.within() {
			l.repeated = l.repeated || p.Own() && l.on&succeeded != 0
			return
		}
		l.adds(does)
		if does&(paths.Logged|paths.Counted) != 0 {
			return
		}
		if row.Does.OfErrors() {
			for _, arg := range call.Instr.Common().Args {
				l.asks(arg)
			}
		}
		l.hands(call.Args)
		if slices.ContainsFunc(call.Args, l.fails) {
			l.adds(tells)
		}
		if slices.ContainsFunc(call.Args, l.brings) &&
			(does&(paths.Responds|paths.CallsNext) != 0 || row.Does == library.SameValue || does&(paths.Acts|paths.Touches) != 0 && isForItsDeed(call.Instr)) {
			l.adds(uses)
		}
	})
	if does&paths.Stops != 0 && chained(p.Of().Signature) != nil {
		p.Remember(paths.Event{Name: stopsChain, Subject: p.Text("stopped")})
	}
}

// answeredIn looks at an answer in a function that is not looked into.
func (c *check) answeredIn(p *paths.Path, answer *paths.Event) {
	status, _ := p.Number(answer.Subject)
	c.behind(p, func(l look) {
		if !l.within() {
			l.adds(paths.Answering(status))
		}
	})
}

// isForItsDeed reports whether a call is there for what it does: its results are left
// alone, or are nothing but an error.
func isForItsDeed(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	return results.Len() == 0 || isUnused(call.Value()) || results.Len() == 1 && library.IsError(results.At(0).Type())
}

func isUnused(v *ssa.Call) bool {
	if v == nil {
		return true
	}
	for _, r := range *v.Referrers() {
		if e, ok := r.(*ssa.Extract); !ok || len(*e.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// back looks at how a call ended. Where it returns none although it failed, the failure
// was seen to.
func (c *check) back(p *paths.Path, call *paths.Call, results []paths.Value) {
	c.behind(p, func(l look) {
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
		case !p.IsFailure(err):
			l.told = true
		case !slices.Contains(l.errors, err):
			l.errors = append(l.errors, err)
		}
	})
}

// inLoop reports whether a block may run twice.
func inLoop(b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(from *ssa.BasicBlock) bool
	visit = func(from *ssa.BasicBlock) bool {
		for _, s := range from.Succs {
			if s == b {
				return true
			}
			if !seen[s] {
				seen[s] = true
				if visit(s) {
					return true
				}
			}
		}
		return false
	}
	return visit(b)
}
