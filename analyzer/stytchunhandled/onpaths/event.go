package onpaths

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// The names of events that are no operations of the catalog. The subject of an
// answer is its status.
const (
	answersHTTP = "answer"      // a request is answered
	answersGRPC = "answer gRPC" // the same, with a code of gRPC
	makesHTTP   = "make"        // an error is made that answers once it is returned
	makesGRPC   = "make gRPC"   // the same, with a code of gRPC
	amiss       = ""            // something else failed, which callers are not told
)

// mayFail reports whether a call of a function asks for an operation that users
// make fail.
func mayFail(fn *types.Func) bool {
	op, ok := sdk.OperationOf(fn)
	return ok && outcomes[op.Outcome].status != 0 && returnsError(fn.Signature())
}

func returnsError(sig *types.Signature) bool {
	results := sig.Results()
	return results.Len() > 0 && types.Identical(results.At(results.Len()-1).Type(), types.Universe.Lookup("error").Type())
}

// operation returns the operation that an event is.
func operation(e *paths.Event) (catalog.Operation, bool) {
	switch e.Name {
	case answersHTTP, answersGRPC, makesHTTP, makesGRPC, amiss:
		return catalog.Operation{}, false
	}
	return catalog.OperationNamed(e.Name)
}

// isAnswer reports whether an event is an answer that was given.
func isAnswer(e *paths.Event) bool { return e.Name == answersHTTP || e.Name == answersGRPC }

// isMade reports whether an event is an error that answers once it is returned.
func isMade(e *paths.Event) bool { return e.Name == makesHTTP || e.Name == makesGRPC }

// scaleOf returns what the status of an answer is counted in.
func scaleOf(e *paths.Event) library.Scale {
	if e.Name == answersGRPC || e.Name == makesGRPC {
		return library.GRPCCode
	}
	return library.HTTPStatus
}

// call runs a call of an operation that users make fail, or of a function of a
// library that answers.
func (c *check) call(p *paths.Path, call *paths.Call) ([]paths.Value, bool) {
	if mayFail(call.Fn) {
		op, _ := sdk.OperationOf(call.Fn)
		c.acts(p, call)
		return p.Happens(call, paths.Event{Name: op.Name, Subject: p.Text("asked"), Args: p.List(call.Args...), Call: p.At(call)}), true
	}
	c.acts(p, call)
	row := library.Of(call.Fn)
	if !row.Answers() {
		return nil, false
	}
	e := paths.Event{Name: answersHTTP, Subject: p.Text("a status"), Call: p.At(call)}
	if row.Answer.Status != 0 {
		e.Subject = p.Int(int64(row.Answer.Status))
	} else if i := int(row.Arg) + len(call.Args) - call.Fn.Signature().Params().Len(); row.Arg >= 0 && i < len(call.Args) && call.Args[i] != 0 {
		e.Subject = call.Args[i]
	}
	if row.Does == library.AnswersLate {
		if e.Name = makesHTTP; row.Answer.Scale == library.GRPCCode {
			e.Name = makesGRPC
		}
		return p.Makes(call, e), true
	}
	if row.Answer.Scale == library.GRPCCode {
		e.Name = answersGRPC
	}
	c.answers(p, &e)
	p.Remember(e)
	return nil, false
}

// meet is told of an event in a function that a path calls.
func (c *check) meet(p *paths.Path, e *paths.Event) bool {
	if isAnswer(e) {
		c.answers(p, e)
	}
	return true
}

// branch is told of a condition that a path goes by. Where something else is amiss
// after a failure, what follows is about that.
func (c *check) branch(p *paths.Path, cond paths.Value, is bool) {
	if p.Amiss(cond, is) {
		p.Remember(paths.Event{Name: amiss, Subject: p.Text("amiss")})
	}
}

// unknown is told of a call of which nothing is known: it may look at the error that
// it is handed.
func (c *check) unknown(p *paths.Path, call *paths.Call) {
	c.acts(p, call)
	if call.Fn != nil && logs(call.Fn) {
		return
	}
	events := p.Events()
	for i := range events {
		if _, ok := operation(&events[i]); !ok {
			continue
		}
		for _, arg := range call.Args {
			if p.Carries(arg, &events[i]) {
				p.Examine(&events[i])
			}
		}
	}
}

// returned is told of what a function returns.
func (c *check) returned(p *paths.Path, results []paths.Value) {
	c.lets(p, results)
	if len(results) == 0 {
		return
	}
	err := results[len(results)-1]
	events := p.Events()
	for i := range events {
		if e := &events[i]; isMade(e) && p.Wraps(err, e) {
			c.answers(p, e)
		}
	}
}
