package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// A fork is a place where a path went one of two ways.
type fork struct {
	walker *walker
	at     *cfg.Block
	either map[*cfg.Block]bool // to which the other way leads as well where nothing else fails, as far as known
	ahead  []*cfg.Block        // that are to be looked at
}

// leads reports whether the other way leads to a block, too: what happens there
// does not depend on which way it was.
func (f *fork) leads(to *cfg.Block) bool {
	w := f.walker
	if w == nil || w.fn.isOnly(to) {
		return false
	}
	for len(f.ahead) > 0 && !f.either[to] {
		next := f.ahead[0]
		f.ahead = f.ahead[1:]
		if f.either[next] || next == f.at {
			continue
		}
		f.either[next] = true
		if w.origin != nil && slices.Contains(next.Nodes, w.origin) {
			continue
		}
		cond := condition(next)
		for i, succ := range next.Succs {
			if cond == nil || !w.testsOther(cond, state{}, i == 0) {
				f.ahead = append(f.ahead, succ)
			}
		}
	}
	return f.either[to]
}

// along returns the state of a path that goes one of the ways at the end of a
// block. A failure that leads somewhere is of interest only where a success
// does not, whatever the variables are called.
func (w *walker) along(b *cfg.Block, way int, s state) state {
	to := b.Succs[way]
	if s.due != nil && s.due.leads(to) {
		s.due = nil
	}
	if s.other != nil && s.other.leads(to) {
		s.other = nil
	}
	cond := condition(b)
	if cond == nil {
		return s
	}
	tests := s.due == nil && w.tests(cond, s, way == 0)
	other := s.other == nil && (s.due != nil || tests) && w.testsOther(cond, s, way == 0)
	if !tests && !other {
		return s
	}
	if d := w.decided(b, way); !d.leads(to) {
		if tests {
			s.due = d
		}
		if other {
			s.other = d
		}
	}
	return s
}

// decided returns the fork for a way out of a block.
func (w *walker) decided(b *cfg.Block, way int) *fork {
	start := b.Succs[1-way]
	if way == 0 {
		start = afterCase(b)
	}
	f, ok := w.forks[start]
	if !ok {
		f = &fork{walker: w, at: b, either: make(map[*cfg.Block]bool), ahead: []*cfg.Block{start}}
		w.forks[start] = f
	}
	return f
}

// afterCase returns where a condition leads that does not hold. The expressions
// of one case are one condition.
func afterCase(b *cfg.Block) *cfg.Block {
	next := b.Succs[1]
	for next.Kind == cfg.KindSwitchNextCase && len(next.Succs) == 2 && next.Succs[0] == b.Succs[0] {
		next = next.Succs[1]
	}
	return next
}

// testsOther reports whether a path takes its way at a condition only because of
// another failure: a condition that asks for another error, or for a value that
// the function got since and that is absent.
func (w *walker) testsOther(e ast.Expr, s state, held bool) bool {
	return told(w.holdsOther(e, s, true), w.holdsOther(e, s, false), held)
}

// holdsOther returns whether a condition holds where everything else failed, or
// where nothing else did.
func (w *walker) holdsOther(e ast.Expr, s state, failed bool) truth {
	if tag := w.fn.tags[e]; tag != nil {
		if w.check.isNil(e) && w.isOther(tag, s) {
			return truthOf(failed != isError(w.check.info.TypeOf(tag)))
		}
		return maybe
	}
	return w.check.truth(e, func(e ast.Expr) truth {
		switch e := e.(type) {
		case *ast.BinaryExpr:
			if w.isNilTest(e, s) {
				return truthOf(e.Op == token.NEQ) // of the failure that is followed
			}
			x, y := e.X, e.Y
			if w.check.isNil(x) {
				x, y = y, x
			}
			if (e.Op == token.EQL || e.Op == token.NEQ) && w.check.isNil(y) && w.isOther(x, s) {
				isNil := failed != isError(w.check.info.TypeOf(x)) // nothing is left but the error
				return truthOf(isNil == (e.Op == token.EQL))
			}
		case *ast.CallExpr:
			if (w.check.isErrors(e, "Is") || w.check.isErrors(e, "As")) && !failed && len(e.Args) > 0 && w.isOther(e.Args[0], s) {
				return never
			}
		case *ast.Ident:
			if v := w.check.variable(e); v != nil && w.since(v) && types.Identical(v.Type().Underlying(), types.Typ[types.Bool]) && slices.Contains(w.fn.values[v], nil) {
				return truthOf(!failed) // the second result of a look-up
			}
		}
		return maybe
	})
}

// isOther reports whether an expression is another error than the one that is
// followed, or a value that a call returned since.
func (w *walker) isOther(e ast.Expr, s state) bool {
	t := w.check.info.TypeOf(e)
	if t == nil {
		return false
	}
	v := w.check.variable(e)
	if isError(t) {
		return v == nil || w.value(s, v).kind == nothing
	}
	return v != nil && w.since(v) && w.value(s, v).kind == nothing
}

// since reports whether a variable begins after the call whose error is
// followed.
func (w *walker) since(v *types.Var) bool {
	return w.origin != nil && v.Pos() >= w.origin.End() && v.Pos() < w.fn.node.End()
}
