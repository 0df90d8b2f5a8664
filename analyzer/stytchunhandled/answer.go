package stytchunhandled

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
	"github.com/stytchlint/stytchlint/catalog"
)

// An answered is what leads to an answer that the server failed.
type answered struct {
	at      place
	scale   library.Scale
	status  int
	how     string // the name of the event
	sources []source
}

// A source is a call that may fail because of users, as it leads to an answer.
type source struct {
	call       ssa.CallInstruction
	operations []string // in which it fails
	failed     bool     // a failure leads there that nothing has looked at
	byFlag     bool     // by a constant that tells of it
	beside     bool     // and so does another failure, after a success
	otherwise  bool     // and so does a success, or a failure with another status

	major string // of the SDK
}

func (s *source) pos() token.Pos { return s.call.Common().Pos() }

// answers judges an answer: one that says that the server failed is wrong for a
// failure that users cause, if nothing has looked at the error, and only the failure
// leads there.
func (c *check) answers(p *paths.Path, e *paths.Event) {
	number, ok := p.Number(e.Subject)
	status := int(number)
	if !ok {
		return
	}
	servers := isServers(scaleOf(p, e), status)
	anew := (e.Name == made || e.Name == left) && e.Call == nil && answers.Overwrites(p.Of().Signature)
	events := p.Events()
	var succeeded []*paths.Event
	other := false // it is about another failure
	byFlag := p.Has(func(e *paths.Event) bool { return e.Name == flag })
	for i := range slices.Backward(events) {
		before := &events[i]
		if before.Name == given && !anew {
			return // too late
		}
		other = other || before.Name == amiss
		if !isOperation(before) || before.Call == e.Call {
			continue
		}
		switch p.Ending(before) {
		case paths.Failed:
			if !other && (servers || status >= 400) {
				c.failed(p, e, before, status, byFlag)
			}
			return
		case paths.Succeeded:
			succeeded = append(succeeded, before)
		}
	}
	for _, before := range succeeded {
		if servers && before.Seen() != paths.Judged {
			c.leads(p, e, status, source{call: before.Call, operations: []string{before.Name}, otherwise: !other, beside: other})
		}
	}
}

// failed judges an answer to the failure of an operation.
func (c *check) failed(p *paths.Path, e, before *paths.Event, status int, byFlag bool) {
	if before.Seen() != paths.Unexamined || isOwn(p, before) || isJudged(p, before, status) || p.Deferred(before) {
		return
	}
	servers := isServers(scaleOf(p, e), status)
	c.leads(p, e, status, source{
		call: before.Call, operations: []string{before.Name}, failed: servers, otherwise: !servers, byFlag: byFlag,
		major: major(p, before),
	})
}

// leads notes that a call leads to an answer.
func (c *check) leads(p *paths.Path, e *paths.Event, status int, s source) {
	call, at := e.Call, place{}
	if call != nil {
		at.pos = call.Common().Pos()
	} else {
		i, _ := p.Number(e.Args)
		call, at = s.call, place{p.Pos(), int(i)}
	}
	n := c.note(p, call)
	a := n.at(at)
	if a == nil {
		a = &answered{at: at}
		n.answers = append(n.answers, a)
	}
	if s.failed || a.status == 0 {
		a.scale, a.status, a.how = scaleOf(p, e), status, e.Name
	}
	a.add(s)
}

// add adds what leads there.
func (a *answered) add(s source) {
	i := slices.IndexFunc(a.sources, func(o source) bool { return o.pos() == s.pos() })
	if i < 0 {
		a.sources = append(a.sources, s)
		return
	}
	have := &a.sources[i]
	if s.failed {
		have.major = s.major
	}
	have.failed, have.otherwise = have.failed || s.failed, have.otherwise || s.otherwise
	have.byFlag, have.beside = have.byFlag || s.byFlag, have.beside || s.beside
	have.operations = append(have.operations, s.operations...)
	slices.Sort(have.operations)
	have.operations = slices.Compact(have.operations)
}

// wrong returns the calls whose failures are answered wrongly, in the order of the
// source.
func (c *check) wrong(a *answered) []source {
	list := slices.DeleteFunc(slices.Clone(a.sources), func(s source) bool {
		n := c.notes[s.pos()]
		return !s.failed || s.otherwise || s.byFlag && s.beside || n != nil && n.looked
	})
	slices.SortFunc(list, func(s, o source) int { return int(s.pos() - o.pos()) })
	return list
}

// repair returns what a fix has to know of an answer that is wrong for some calls; nil if
// that are several.
func (c *check) repair(e ast.Expr, a *answered, wrong []source) *repair.Finding {
	s := wrong[0]
	n := c.notes[s.pos()]
	if len(wrong) > 1 {
		return nil
	}
	return &repair.Finding{
		Call:   c.callAt(s.pos()),
		Stops:  n != nil && n.proof != nil && n.proof.Behind != nil && c.isMiddleware(n.proof),
		Found:  n != nil && !n.lost,
		Answer: &repair.Answer{Expr: e, Status: a.status, Scale: a.scale},
		Major:  s.major,
		Codes:  codesOf(s.operations),
	}
}

// codesOf returns the codes that a branch handles. Only those count that prove
// nobody to be signed in.
func codesOf(operations []string) []string {
	var codes []string
	for i, name := range operations {
		op, _ := catalog.OperationNamed(name)
		if !outcomes[op.Outcome].proves || i == 0 && len(op.Codes) == 0 {
			return nil
		}
		for _, code := range op.Codes {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// isServers reports whether a status says that the server failed.
func isServers(s library.Scale, status int) bool {
	if s == library.GRPCCode {
		switch status {
		case 2, 13, 14, 15: // Unknown, Internal, Unavailable, DataLoss
			return true
		}
		return false
	}
	return status >= 500 && status < 600
}
