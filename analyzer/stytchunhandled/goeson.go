package stytchunhandled

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"
)

// mayAbort reports whether a node ends the chain, or may.
func (c *check) mayAbort(node ast.Node) bool {
	found := false
	ast.Inspect(node, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		callee, _ := typeutil.Callee(c.info, call).(*types.Func)
		switch {
		case callee != nil && keyOf(callee) == ginContext:
			found = strings.HasPrefix(callee.Name(), "Abort")
		case !c.isHandedGin(call) || callee != nil && c.logs(callee):
		case callee == nil || c.decls[callee.Origin()] == nil:
			found = true // it is not in view
		default:
			found = c.declAborts(callee.Origin())
		}
		return !found
	})
	return found
}

func (c *check) declAborts(fn *types.Func) bool {
	aborts, ok := c.aborting[fn]
	if !ok {
		c.aborting[fn] = false // while it is worked out, for recursion
		aborts = c.mayAbort(c.decls[fn].Body)
		c.aborting[fn] = aborts
	}
	return aborts
}

// goesOn returns the answers to a failed call after which gin runs the handlers
// that follow.
func (c *check) goesOn(s *source) []answer {
	if s.err == nil || s.returned || ginParam(s.fn) == nil || !outcomes[s.operations[0].Outcome].proves || c.signsOut(s.fn) || !c.isMiddleware(s) {
		return nil
	}
	aborts := false
	ast.Inspect(s.fn.body, func(n ast.Node) bool {
		if d, ok := n.(*ast.DeferStmt); ok {
			aborts = aborts || c.mayAbort(d)
		}
		return !aborts
	})
	if aborts {
		return nil
	}
	g := &goingOn{passage: c.passageOf(s), seen: make(map[answered]bool)}
	if g.doubt {
		return nil
	}
	g.passage.seen = nil
	g.from(s.at.block, s.at.index+1, state{carriers: g.carry(s.err, s.value())}, nil)
	return g.found
}

// goingOn is the walk along the paths on which a call fails, in a middleware.
type goingOn struct {
	*passage
	seen  map[answered]bool
	found []answer
}

// answered is a visit after an answer, nil if there was none.
type answered struct {
	visit
	by ast.Expr
}

func (g *goingOn) from(b *cfg.Block, i int, s state, last *answer) {
	for ; i < len(b.Nodes); i++ {
		n := b.Nodes[i]
		if n == g.origin {
			return
		}
		_, both := g.succeeded[n]
		s = g.look(n, s)
		if g.check.mayAbort(n) {
			return
		}
		if !both && s.due != nil && s.other == nil {
			for _, a := range g.sign.answers {
				if !a.returned && (a.status >= 300 || a.status == 0 && (a.reply != nil || a.chosen >= 0)) {
					last = &a
				}
			}
		}
		if _, ok := n.(*ast.ReturnStmt); ok {
			if last != nil && !slices.ContainsFunc(g.found, func(a answer) bool { return a.expr == last.expr }) {
				g.found = append(g.found, *last)
			}
			return
		}
	}
	for i, succ := range b.Succs {
		if cond := condition(b); cond != nil {
			failed := g.holds(cond, s, false)
			if failed == never && i == 0 || failed == always && i == 1 {
				continue
			}
		}
		next := g.along(b, i, s)
		v := answered{visit: visit{succ.Index, next}}
		if last != nil {
			v.by = last.expr
		}
		if g.seen[v] || len(g.seen) > maxVisits {
			continue
		}
		g.seen[v] = true
		g.from(succ, 0, next, last)
	}
}
