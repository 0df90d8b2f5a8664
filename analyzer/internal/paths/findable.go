package paths

import (
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Finds reports whether errors.As finds the error of an event in an error, and no other
// failure.
func (p *Path) Finds(err Value, e *Event) bool {
	return slices.Contains(p.findableIn(err), e.err) &&
		!slices.ContainsFunc(p.Causes(err), func(v Value) bool { return v != e.err && p.mayFail(v) })
}

// mayFail reports whether a value may be a failure of its own: it is no error that a
// package declares, and none that is made on the spot.
func (p *Path) mayFail(v Value) bool {
	switch p.t.kind(v) {
	case kConst, kNil, kZero, kAlloc, kMade, kBoxed, kWrapped:
		return false
	}
	if p.IsNil(v) {
		return false
	}
	return !p.isDeclared(v)
}

// findableIn returns the errors that errors.As finds in an error.
func (p *Path) findableIn(err Value) []Value {
	n := p.t.nodes[err]
	switch {
	case n.kind == kMarked:
		return p.findableIn(n.a)
	case p.isJoined(err):
		return p.findableIn(p.t.elements(n.a)[0])
	case n.kind == kWrapped:
		var list []Value
		for _, in := range p.t.elements(n.b) {
			list = append(list, p.findableIn(in)...)
		}
		return list
	}
	return p.Causes(err)
}

// findable returns those arguments of a call that makes an error which errors.As finds
// in it.
func (p *Path) findable(row library.Row, args []Value) []Value {
	switch row.Does {
	case library.JoinErrors:
		var list []Value
		for _, arg := range args {
			list = append(list, p.causesIn(arg)...)
		}
		return list
	case library.FormatError:
		format, ok := p.text(args[0])
		if !ok || len(args) < 2 {
			return nil
		}
		verbs := library.Verbs(format)
		var list []Value
		for n := p.t.nodes[args[1]]; n.kind == kWith; n = p.t.nodes[n.a] {
			if i, ok := p.Number(n.c); ok && int(i) < len(verbs) && verbs[i].Letter == 'w' {
				list = append(list, n.b)
			}
		}
		return list
	}
	return nil
}
