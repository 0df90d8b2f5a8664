package stytchtoken

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// spendsToken reports whether a call of a function asks for an operation that
// spends a token.
func spendsToken(fn *types.Func) bool {
	op, ok := sdk.OperationOf(fn)
	return ok && op.Token != ""
}

// call runs a call that spends a token.
func (c *check) call(p *paths.Path, call *paths.Call) ([]paths.Value, bool) {
	op, ok := sdk.OperationOf(call.Fn)
	if _, later := call.Instr.(*ssa.Go); later || !ok || op.Token == "" {
		return nil, false // or at another time
	}
	params := call.Param(sdk.ParamsAt(call.Fn))
	tokens := []paths.Value{p.Field(params, op.Token)}
	for _, with := range op.With {
		tokens = append(tokens, p.Field(params, with))
	}
	e := paths.Event{
		Name:    op.Name,
		Subject: p.List(tokens...),
		Client:  p.Client(call),
		Args:    p.All(params),
		Call:    p.At(call),
	}
	if !c.meet(p, &e) {
		return p.Results(call), true
	}
	return p.Happens(call, e), true
}

// meet judges a call that spends a token: it fails if the path has spent the same
// one before. It reports whether what is spent may be a token at all. Constants
// are none: they are the reusable ones of Stytch's sandbox, and placeholders.
func (c *check) meet(p *paths.Path, e *paths.Event) bool {
	if token := p.First(e.Subject); token == 0 || p.IsConstant(token) {
		return false
	}
	events := p.Events()
	for i := range events {
		before := &events[i]
		if before.Name != e.Name || before.Subject != e.Subject {
			continue
		}
		ended := p.Ending(before)
		sameClient := before.Client == e.Client && before.Client != 0
		switch {
		case ended != paths.Succeeded && p.Looked(before) > paths.Definite, before.Seen() == paths.Judged:
			// The path goes on because of what it found out.
		case ended == paths.Failed && (!sameClient || before.Args != e.Args || before.Args == 0 || before.Loose()):
			// What failed there is tried in another way.
		case (before.Call == e.Call || ended == paths.Unknown) && before.Client != e.Client && before.Client != 0 && e.Client != 0:
			// The token may belong to the other client.
		default:
			c.note(p, e, before, ended)
		}
	}
	return true
}

// note puts down that a call spends what another one has spent before.
func (c *check) note(p *paths.Path, e, before *paths.Event, ended paths.Ending) {
	op, _ := catalog.OperationNamed(e.Name)
	f := p.Note(e.Call, func() any {
		return &finding{call: e.Call, first: before.Call, op: &op, repeat: before.Call == e.Call, again: p.Again(), reusable: true}
	}).(*finding)
	certain := ended == paths.Succeeded && !before.Loose() && before.Args == e.Args && before.Args != 0 &&
		before.Client == e.Client && before.Client != 0 && before.Call != e.Call
	if ended != paths.Failed && (!f.fails || f.repeat && before.Call != e.Call) {
		f.first, f.op, f.repeat = before.Call, &op, before.Call == e.Call
	}
	f.again = f.again || p.Again()
	f.fails = f.fails || ended != paths.Failed
	f.reusable = f.reusable && certain && f.first == before.Call
}
