package stytchunhandled

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// defaultStatus is what frameworks answer with for an error that they do not know.
const defaultStatus = 500

// returned is told of what a function returns: an error of a library that answers, an
// object of the program that carries a status, a status, or the failure itself, for
// which a framework answers.
func (c *check) returned(p *paths.Path, results []paths.Value) {
	c.goesOn(p)
	if len(results) == 0 || !p.Has(isOperation) {
		return
	}
	last := len(results) - 1
	err := results[last]
	if row := library.Of(p.Variable(err)); row.Does == library.AnswersLate {
		c.answersBy(p, last, int64(row.Answer.Status))
	}
	causes := p.Causes(err)
	is := func(e *paths.Event) bool {
		return slices.ContainsFunc(causes, func(cause paths.Value) bool { return p.IsError(cause, e) })
	}
	for _, cause := range causes {
		status, by := c.carried(p, cause, p.Of().Signature.Results().At(last).Type())
		if by != nil && !(by.Mapped && p.Has(is)) {
			c.answersBy(p, last, status)
		}
	}
	events := p.Events()
	for i := range events {
		e := &events[i]
		switch {
		case !is(e):
		case e.Name == made:
			c.answers(p, e)
		case isOperation(e):
			c.leaves(p, e, last)
		}
	}
	for i, v := range results {
		t := p.Of().Signature.Results().At(i).Type()
		if status, ok := c.tells(p, v, t); ok && (i < last && c.pkg.IsStatus(p.Of(), i) || library.KindOf(t).Is(library.Response)) {
			c.answersBy(p, i, status)
		}
	}
}

// panics judges a panic in a handler: a framework answers for it, as net/http does by
// hanging up. What is made for whoever recovers from it, or declared, is not looked at.
func (c *check) panics(p *paths.Path, at ssa.Instruction) {
	instr, ok := at.(*ssa.Panic)
	if !ok {
		return
	}
	v := p.Value(instr.X)
	if !library.AnswersRequest(p.Of().Signature) || p.Type(v) != nil || p.Variable(v) != nil || c.pkg.Recovers() {
		return
	}
	e := paths.Event{Name: panics, Subject: p.Int(defaultStatus), Args: p.Int(0)}
	if call, ok := p.Outer().(ssa.CallInstruction); ok {
		e.Call = call
	}
	c.answers(p, &e)
}

// answersBy judges an answer that a result makes.
func (c *check) answersBy(p *paths.Path, result int, status int64) {
	c.answers(p, &paths.Event{Name: made, Subject: p.Int(status), Args: p.Int(int64(result))})
}

// carried returns the status that an object carries by which the program answers, and what
// is known of the field; nil if it carries none. t is of what type it is, or what leads to
// it, unless more is known of that.
func (c *check) carried(p *paths.Path, v paths.Value, t types.Type) (int64, *answers.Status) {
	if made := p.Type(v); made != nil {
		t = made
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			by := c.pkg.StatusIn(f)
			if by == nil && library.KindOf(t).Is(library.Response) && f.Name() == "StatusCode" {
				by = new(answers.Status)
			}
			if by == nil {
				continue
			}
			if status, ok := p.Number(p.Field(v, f.Name())); ok {
				return status, by
			}
		}
	}
	return 0, nil
}
