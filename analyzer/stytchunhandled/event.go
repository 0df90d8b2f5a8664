package stytchunhandled

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// The names of events that are no operations of the catalog. The subject of an
// answer is its status, and its detail what that is counted in.
const (
	given   = "answer" // a request is answered
	made    = "make"   // an error is made that answers once it is returned
	left    = "leave"  // the failure is left to the framework, in the server of another package
	ends    = "end"    // the program ends, and answers nobody
	panics  = "panic"  // the handler panics
	keeps   = "keep"   // the error is kept for those that answer later
	creates = "create" // a password is set, or a user created
	amiss   = "amiss"  // something else failed
	flag    = "flag"   // the path has gone by a constant
	carries = "carry"  // a call has returned an error with the status Args, which is judged where that is made
)

// details returns what is kept of an operation: the major version of the SDK, and
// whether it proves what the program brings itself.
func details(p *paths.Path, major paths.Value, own bool) paths.Value {
	whose := "a user's"
	if own {
		whose = "own"
	}
	return p.List(major, p.Text(whose))
}

// major returns the major version of the SDK of which an operation is asked.
func major(p *paths.Path, e *paths.Event) string {
	d := p.Details(e)
	if len(d) == 0 {
		return "" // the fact is of another version
	}
	s, _ := p.Constant(d[0])
	return s
}

// isOwn reports whether an operation proves what the program brings itself.
func isOwn(p *paths.Path, e *paths.Event) bool { return slices.Contains(p.Details(e), p.Text("own")) }

// bringsOwn reports whether a call proves what the program brings itself and no user
// does, such as the token of a probe.
func bringsOwn(p *paths.Path, call ssa.CallInstruction) bool {
	return p.IsOwn(slices.DeleteFunc(slices.Clone(call.Common().Args), func(arg ssa.Value) bool {
		name := library.TypeName(arg.Type())
		client := name != nil && name.Pkg() != nil && sdk.InModule(name.Pkg().Path()) && !strings.HasSuffix(name.Name(), "Params")
		return client || library.IsContext(arg.Type())
	})...)
}

// mayFail reports whether a call of a function asks for an operation that users
// make fail.
func mayFail(fn *types.Func) bool {
	op, ok := sdk.OperationOf(fn)
	return ok && outcomes[op.Outcome].status != 0 && library.ReturnsError(fn.Signature())
}

// operation returns the operation that an event is.
func operation(e *paths.Event) (catalog.Operation, bool) {
	return catalog.OperationNamed(e.Name)
}

// scaleOf returns what the status of an answer is counted in.
func scaleOf(p *paths.Path, e *paths.Event) library.Scale {
	scale, _ := p.Number(p.First(e.Details))
	return library.Scale(scale)
}

// call runs a call of an operation that users make fail, or of a function of a
// library that answers.
func (c *check) call(p *paths.Path, call *paths.Call) ([]paths.Value, bool) {
	if params, ok := sdk.ParamsOf(call.Fn); ok && creating[sdk.Key(params)] {
		p.Remember(paths.Event{Name: creates, Subject: p.Text("set")})
	}
	if mayFail(call.Fn) {
		op, _ := sdk.OperationOf(call.Fn)
		if isFresh(p, call, op) {
			return p.Results(call), true
		}
		forgetFirst(p)
		e := paths.Event{Name: op.Name, Subject: p.Text("asked"), Call: p.At(call)}
		e.Details = details(p, p.Text(sdk.CallMajor(call.Fn)), bringsOwn(p, call.Instr))
		c.proves(p, &e)
		return p.Happens(call, e), true
	}
	row := p.Rule(call.Fn)
	if row.Does == 0 && !row.Is(library.NeverReturns) {
		return nil, false
	}
	e := paths.Event{Name: given, Subject: cmp.Or(p.Status(call, row), p.Text("a status")), Details: p.List(p.Int(int64(row.Answer.Scale))), Call: p.At(call)}
	switch {
	case row.Does == library.Answers:
	case row.Does == library.AnswersLate:
		e.Name = made
		return p.Makes(call, e), true
	case row.Does == library.AnswersWith:
		status, by := c.carried(p, call.Arg(row.Arg), call.Instr.Common().Signature().Params().At(int(row.Arg)).Type())
		if by == nil {
			return nil, false
		}
		e.Subject = p.Int(status)
		p.AnsweredIn(status)
	case row.Does == library.KeepsError:
		e.Name, e.Subject = keeps, p.Text("an error")
		p.Remember(e)
		return nil, false
	case row.Is(library.NeverReturns) && library.AnswersRequest(p.Of().Signature):
		e.Name, e.Subject = ends, p.Int(defaultStatus)
		c.answers(p, &e)
		return nil, false
	default:
		return nil, false
	}
	c.answers(p, &e)
	p.Remember(e)
	return nil, false
}

// forgetFirst forgets the first operation of a path with many: what comes so much later
// has little to do with it.
func forgetFirst(p *paths.Path) {
	const many = 8
	n := 0
	for _, e := range p.Events() {
		if _, ok := operation(&e); ok {
			n++
		}
	}
	p.Forget(func(e *paths.Event) bool {
		if _, ok := operation(e); !ok || n < many {
			return false
		}
		n = 0
		return true
	})
}

// meet is told of an event in a function that a path calls.
func (c *check) meet(p *paths.Path, e *paths.Event) bool {
	if e.Name == given {
		c.answers(p, e)
		status, _ := p.Number(e.Subject)
		p.AnsweredIn(status)
	}
	if _, ok := operation(e); ok {
		if call, ok := p.Instr().(ssa.CallInstruction); ok {
			e.Details = details(p, p.Text(major(p, e)), isOwn(p, e) || bringsOwn(p, call))
		}
		c.proves(p, e)
	}
	return true
}

// came is told how a call ended in the function itself, or in an adapter of handlers.
func (c *check) came(p *paths.Path, call *paths.Call, results []paths.Value) {
	if len(results) == 0 || p.IsNil(results[len(results)-1]) {
		return
	}
	err := results[len(results)-1]
	own := call.Instr.Parent() == p.Of()
	if !own && !p.Matters(call) {
		return // it has made an error of the adapter's
	}
	fails, finds := false, false
	for _, e := range slices.Clone(p.Events()) {
		if _, ok := operation(&e); !ok || p.Ending(&e) == paths.Succeeded {
			continue
		}
		if own && e.Call != call.Instr && e.Call.Parent() == p.Of() { // and not in a literal that the call is handed
			continue
		}
		fails = true
		finds = finds || p.Finds(err, &e) // one that was tried in the place of another
		for _, cause := range p.Causes(err) {
			if status, by := c.carried(p, cause, call.Results().At(len(results)-1).Type()); by != nil && (by.IsTold() || call.Fn == nil || call.Fn.Pkg() == c.pass.Pkg) {
				c.carry(p, &e, status)
			}
		}
		if own {
			continue
		}
		for i, v := range results {
			if status, ok := c.tells(p, v, call.Results().At(i).Type()); ok {
				c.carry(p, &e, status)
			}
		}
	}
	if own && fails && !finds {
		c.note(p, call.Instr).lost = true
	}
}

// tells returns the status that a result is, or that it holds.
func (c *check) tells(p *paths.Path, v paths.Value, t types.Type) (int64, bool) {
	if status, ok := p.Number(v); ok {
		return status, true
	}
	status, by := c.carried(p, v, t)
	return status, by != nil
}

// carry notes that a function has made an answer of a failure.
func (c *check) carry(p *paths.Path, e *paths.Event, status int64) {
	p.Remember(paths.Event{Name: carries, Args: p.Int(status), Call: e.Call})
}

// isJudged reports whether a function has made an answer of a failure, with the same
// status.
func isJudged(p *paths.Path, e *paths.Event, status int) bool {
	return slices.ContainsFunc(p.Events(), func(o paths.Event) bool {
		have, _ := p.Number(o.Args)
		return o.Name == carries && o.Call == e.Call && int(have) == status
	})
}

// branch is told of a condition that a path goes by. Where something else is amiss
// after a failure, what follows is about that, until the path asks for the failure.
func (c *check) branch(p *paths.Path, cond paths.Value, is bool) {
	if len(p.Events()) == 0 {
		return
	}
	if p.IsConstant(cond) {
		p.Remember(paths.Event{Name: flag})
		return
	}
	p.Forget(func(e *paths.Event) bool { return e.Name == flag })
	if p.Amiss(cond, is) {
		p.Remember(paths.Event{Name: amiss})
		return
	}
	events := p.Events()
	for i := range events {
		if e := &events[i]; p.Ending(e) == paths.Failed && p.Carries(cond, e) {
			if _, ok := operation(e); ok && e.Seen() >= paths.Examined && !slices.ContainsFunc(events[i:], func(e paths.Event) bool { return e.Name == given }) {
				c.note(p, e.Call).looked = true
			}
			if !p.Conjoined() {
				p.Forget(func(e *paths.Event) bool { return e.Name == amiss })
			}
			return
		}
	}
	if is && p.Disjoined() {
		p.Remember(paths.Event{Name: amiss}) // as bad as a failure
	}
}

// unknown is told of a call of which nothing is known: it may look at the error that
// it is handed.
func (c *check) unknown(p *paths.Path, call *paths.Call) {
	if call.Fn == nil || !library.OnlyTells(call.Fn) && !library.Of(call.Fn).Answers() {
		for _, arg := range call.Args {
			c.escapes(p, arg)
		}
	}
}

// escapes is told of a value that others may look at.
func (c *check) escapes(p *paths.Path, v paths.Value) {
	events := p.Events()
	for i := range events {
		if _, ok := operation(&events[i]); ok && p.Carries(v, &events[i]) {
			p.Examine(&events[i])
		}
	}
}

// isFresh reports whether what a call proves was made just before it, so that its
// failure is no user's fault: a session that another call returned, a password that
// was set, a user who was created. Who proves something else beside a session brings that.
func isFresh(p *paths.Path, call *paths.Call, op catalog.Operation) bool {
	if strings.Contains(op.Outcome, "password") || !outcomes[op.Outcome].proves {
		return slices.ContainsFunc(p.Events(), func(e paths.Event) bool { return e.Name == creates })
	}
	return renews(op) && slices.ContainsFunc(call.Args[1:], func(v paths.Value) bool {
		return p.Comes(v, func(fn *types.Func) bool { return sdk.IsCall(fn) && returnsSession(fn) })
	})
}

// returnsSession reports whether the response of a call holds the token of a
// session.
func returnsSession(fn *types.Func) bool {
	t := fn.Signature().Results().At(0).Type()
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Name() == "SessionToken" || f.Name() == "IntermediateSessionToken" {
			return true
		}
	}
	return false
}
