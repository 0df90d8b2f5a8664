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
// answer is its status, and its detail what that is counted in. That of an operation is
// whose it is what is proved, and its detail the major version of the SDK.
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

// A request is what a function asks Stytch for.
type request struct {
	catalog.Operation // that users make fail, if fails
	advice
	fails   bool
	creates bool   // it sets a password, or creates a user
	revokes bool   // it ends a session
	major   string // of the SDK
}

// request returns what a function asks for.
func (c *check) request(fn *types.Func) *request {
	r := c.requests[fn]
	if r == nil {
		r = new(request)
		c.requests[fn] = r
		if params, ok := sdk.ParamsOf(fn); ok {
			key := sdk.Key(params)
			r.creates, r.revokes = creating[key], revoking[key]
		}
		r.Operation, _ = sdk.OperationOf(fn)
		r.advice = outcomes[r.Outcome]
		if r.fails = r.status != 0 && library.ReturnsError(fn.Signature()); r.fails {
			r.major = sdk.CallMajor(fn)
		}
	}
	return r
}

// major returns the major version of the SDK of which an operation is asked.
func major(p *paths.Path, e *paths.Event) string {
	s, _ := p.Constant(p.First(e.Details))
	return s // or "": the fact is of another version
}

// isOwn reports whether an operation proves what the program brings itself and no user
// does, such as the token of a probe.
func isOwn(p *paths.Path, e *paths.Event) bool { return e.Subject == p.Text("own") }

// brings notes whether a call proves what the program brings itself.
func brings(p *paths.Path, e *paths.Event, call ssa.CallInstruction) {
	var args []ssa.Value
	for _, arg := range call.Common().Args {
		name := library.TypeName(arg.Type())
		client := name != nil && name.Pkg() != nil && sdk.InModule(name.Pkg().Path()) && !strings.HasSuffix(name.Name(), "Params")
		if !client && !library.IsContext(arg.Type()) {
			args = append(args, arg)
		}
	}
	if p.IsOwn(args...) {
		e.Subject = p.Text("own")
	}
}

// operation returns the operation that an event is.
func operation(e *paths.Event) (catalog.Operation, bool) {
	return catalog.OperationNamed(e.Name)
}

func isOperation(e *paths.Event) bool { _, ok := operation(e); return ok }

// scaleOf returns what the status of an answer is counted in.
func scaleOf(p *paths.Path, e *paths.Event) library.Scale {
	scale, _ := p.Number(p.First(e.Details))
	return library.Scale(scale)
}

// call runs a call of an operation that users make fail, or of a function of a
// library that answers.
func (c *check) call(p *paths.Path, call *paths.Call) ([]paths.Value, bool) {
	r := c.request(call.Fn)
	if r.creates {
		p.Remember(paths.Event{Name: creates, Subject: p.Text("set")})
	}
	if r.fails {
		if isFresh(p, call, r) {
			return p.Results(call), true
		}
		e := paths.Event{Name: r.Name, Subject: p.Text("a user's"), Details: p.List(p.Text(r.major)), Call: p.At(call)}
		brings(p, &e, call.Instr)
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

// meet is told of an event in a function that a path calls.
func (c *check) meet(p *paths.Path, e *paths.Event) bool {
	if e.Name == given {
		c.answers(p, e)
		status, _ := p.Number(e.Subject)
		p.AnsweredIn(status)
	}
	if isOperation(e) {
		if call, ok := p.Instr().(ssa.CallInstruction); ok && !isOwn(p, e) {
			brings(p, e, call)
		}
		c.proves(p, e)
	}
	return true
}

// came is told how a call ended in the function itself, or in an adapter of handlers.
func (c *check) came(p *paths.Path, call *paths.Call, results []paths.Value) {
	if len(results) == 0 || call.Results().Len() != len(results) || p.IsNil(results[len(results)-1]) {
		return
	}
	err := results[len(results)-1]
	own := call.Instr.Parent() == p.Of()
	if !own && !p.Matters(call) {
		return // it has made an error of the adapter's
	}
	var about []paths.Event // the failures that the call may end with
	for _, e := range p.Events() {
		if !isOperation(&e) || p.Ending(&e) == paths.Succeeded {
			continue
		}
		if !own || e.Call == call.Instr || e.Call.Parent() != p.Of() { // as in a literal that the call is handed
			about = append(about, e)
		}
	}
	if len(about) == 0 {
		return
	}
	if own && !slices.ContainsFunc(about, func(e paths.Event) bool { return p.Finds(err, &e) }) { // one that was tried in the place of another is found
		c.note(p, call.Instr).lost = true
	}
	for _, status := range c.statuses(p, call, results, own) {
		for _, e := range about {
			p.Remember(paths.Event{Name: carries, Args: p.Int(status), Call: e.Call})
		}
	}
}

// statuses returns the statuses of the answers that are made by what a call returns: by its
// error, and if it is none of the function's own, by any of its results.
func (c *check) statuses(p *paths.Path, call *paths.Call, results []paths.Value, own bool) []int64 {
	var list []int64
	last := len(results) - 1
	for _, cause := range p.Causes(results[last]) {
		if status, by := c.carried(p, cause, call.Results().At(last).Type()); by != nil && (by.IsTold() || call.Fn == nil || call.Fn.Pkg() == c.pass.Pkg) {
			list = append(list, status)
		}
	}
	if own {
		return list
	}
	for i, v := range results {
		if status, ok := c.tells(p, v, call.Results().At(i).Type()); ok {
			list = append(list, status)
		}
	}
	return list
}

// tells returns the status that a result is, or that it holds.
func (c *check) tells(p *paths.Path, v paths.Value, t types.Type) (int64, bool) {
	if status, ok := p.Number(v); ok {
		return status, true
	}
	status, by := c.carried(p, v, t)
	return status, by != nil
}

// isJudged reports whether a function has made an answer of a failure, with the same
// status.
func isJudged(p *paths.Path, e *paths.Event, status int) bool {
	return p.Has(func(o *paths.Event) bool {
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
			if isOperation(e) && e.Seen() >= paths.Examined && !slices.ContainsFunc(events[i:], func(e paths.Event) bool { return e.Name == given }) {
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

// isFresh reports whether what a call proves was made just before it, so that its
// failure is no user's fault: a session that another call returned, a password that
// was set, a user who was created. Who proves something else beside a session brings that.
func isFresh(p *paths.Path, call *paths.Call, r *request) bool {
	if strings.Contains(r.Outcome, "password") || !r.proves {
		return p.Has(func(e *paths.Event) bool { return e.Name == creates })
	}
	return renews(r.Operation) && slices.ContainsFunc(call.Args[1:], func(v paths.Value) bool {
		return p.Comes(v, func(fn *types.Func) bool { return sdk.IsCall(fn) && returnsSession(fn) })
	})
}

// returnsSession reports whether the response of a call holds the token of a
// session.
func returnsSession(fn *types.Func) bool {
	t := fn.Signature().Results().At(0).Type()
	for _, name := range [...]string{"SessionToken", "IntermediateSessionToken"} {
		if f, _, _ := types.LookupFieldOrMethod(t, false, nil, name); f != nil {
			return true
		}
	}
	return false
}
