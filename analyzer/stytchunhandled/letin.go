package stytchunhandled

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/cfg"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A passage is the look at what a function does after a call that proves who
// somebody is: on the paths where it failed, and on those where it did not.
type passage struct {
	*walker
	src     *source
	derived map[*types.Var]bool // variables with parts of the response
	lookups map[*types.Var]bool // errors of calls that are given a part

	failed, succeeded map[ast.Node]signs // the nodes that are reached
	sorted            []ast.Node         // of failed
	tests             []ast.Expr         // conditions that tell a failure from a success
	looping           bool               // the call can be reached again
	doubt             bool               // the failure may be noticed
}

// letIn finds out whether a function goes on after a failed call as it does
// after one that succeeded, and returns where it does.
func (c *check) letIn(s *source) (*passage, act) {
	if s.returned || !outcomes[s.operations[0].Outcome].proves || c.signsOut(s.fn) {
		return nil, act{}
	}
	p, st := c.newPassage(s)
	if p.leavesAtOnce(st) {
		return nil, act{}
	}
	p.follow(st)
	if p.doubt || !p.alike() {
		return nil, act{}
	}
	done := p.act()
	return p, done
}

// passageOf returns the look at what a function does after a call.
func (c *check) passageOf(s *source) *passage {
	p, st := c.newPassage(s)
	p.follow(st)
	return p
}

// newPassage returns a passage that nothing was looked at of, and what holds in
// its beginning.
func (c *check) newPassage(s *source) (*passage, state) {
	p := &passage{
		walker:    c.newWalker(s.fn),
		src:       s,
		derived:   make(map[*types.Var]bool),
		lookups:   make(map[*types.Var]bool),
		failed:    make(map[ast.Node]signs),
		succeeded: make(map[ast.Node]signs),
	}
	p.origin = s.at.block.Nodes[s.at.index]
	if s.resp != nil {
		p.derived[s.resp] = true
	}
	var st state
	if s.err != nil {
		st.carriers = p.carry(s.err, s.value())
	}
	return p, st
}

// follow looks at the paths after a failure and after a success.
func (p *passage) follow(st state) {
	at := p.src.at
	p.reach(false, at.block, at.index+1, st)
	p.seen = make(map[visit]bool)
	p.reach(true, at.block, at.index+1, st)
	p.derive()
}

// leavesAtOnce reports whether what follows the call tests the error, and a
// failure leaves the function there, as most do.
func (p *passage) leavesAtOnce(st state) bool {
	b := p.src.at.block
	cond := condition(b)
	if cond == nil {
		return false
	}
	for _, n := range b.Nodes[p.src.at.index+1:] {
		st = p.look(n, st)
	}
	failed, succeeded := p.holds(cond, st, false), p.holds(cond, st, true)
	if failed == maybe || succeeded != failed.not() {
		return false
	}
	to := b.Succs[0]
	if failed == never {
		to = b.Succs[1]
	}
	return p.fn.isOnly(to) && p.fn.returnsFrom(to)
}

// reach walks the paths on which there is no error, or on which there is one.
func (p *passage) reach(isNil bool, b *cfg.Block, i int, s state) {
	visited := p.failed
	if isNil {
		visited = p.succeeded
	}
	for ; i < len(b.Nodes); i++ {
		n := b.Nodes[i]
		if n == p.origin {
			p.looping = true
			return
		}
		sign := visited[n]
		sign.mentioned = sign.mentioned || p.tells(n, s)
		s = p.look(n, s)
		sign.effect = sign.effect || p.sign.effect
		sign.examined = sign.examined || p.sign.examined
		sign.answers = append(sign.answers, p.sign.answers...)
		sign.returned = append(sign.returned, p.sign.returned...)
		visited[n] = sign
	}
	leads := maybe
	if cond := condition(b); cond != nil {
		leads = p.holds(cond, s, isNil)
		if !isNil && (p.walker.tests(cond, s, true) || p.walker.tests(cond, s, false)) && !slices.Contains(p.tests, cond) {
			p.tests = append(p.tests, cond)
		}
		if leads == maybe {
			leads = p.ofResponse(cond)
		}
	}
	for i, succ := range b.Succs {
		if leads == never && i == 0 || leads == always && i == 1 {
			continue
		}
		v := visit{succ.Index, s}
		if p.seen[v] {
			continue
		}
		p.fn.visits--
		if p.fn.visits < 0 {
			p.doubt = true
			return
		}
		p.seen[v] = true
		p.reach(isNil, succ, 0, s)
	}
	if len(b.Succs) == 0 && b.Return() == nil && len(b.Nodes) > 0 {
		last := b.Nodes[len(b.Nodes)-1]
		sign := visited[last]
		sign.blocks = true
		visited[last] = sign
	}
}

// tells reports whether a statement does something with the error but for
// logging it.
func (p *passage) tells(n ast.Node, s state) bool {
	switch n := n.(type) {
	case ast.Expr:
		return false // a condition
	case *ast.ExprStmt:
		if call, ok := ast.Unparen(n.X).(*ast.CallExpr); ok {
			if fn := p.check.callee(call); fn != nil && p.check.logs(fn) && !p.responds(fn, call) {
				return false
			}
		}
	case *ast.AssignStmt:
		for _, r := range n.Rhs {
			if p.mentions(r, s) {
				return true
			}
		}
		return false
	}
	return p.mentions(n, s)
}

// ofResponse returns whether a condition holds that tests the response for nil,
// where the SDK returns one whatever happens: the methods Authenticate of its
// clients do since v3, beside any error of the API.
func (p *passage) ofResponse(cond ast.Expr) truth {
	e, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || p.src.resp == nil || e.Op != token.EQL && e.Op != token.NEQ {
		return maybe
	}
	recv := p.src.callee.Signature().Recv()
	if recv == nil || types.IsInterface(recv.Type()) || p.src.callee.Name() != "Authenticate" || !sdk.InModule(p.src.callee.Pkg().Path()) {
		return maybe
	}
	if p.src.major == "" || p.src.major == "v2" {
		return maybe
	}
	if p.check.variable(e.X) == p.src.resp && p.check.isNil(e.Y) {
		return truthOf(e.Op == token.NEQ)
	}
	return maybe
}

// nodes returns the nodes that are reached after a failure, in the order of the
// source. All of them have to be known.
func (p *passage) nodes() []ast.Node {
	if p.sorted == nil {
		for n := range p.failed {
			p.sorted = append(p.sorted, n)
		}
		slices.SortFunc(p.sorted, func(a, b ast.Node) int { return cmp.Compare(a.Pos(), b.Pos()) })
	}
	return p.sorted
}

// alike reports whether a failure is treated as a success: it is looked at by
// nothing but tests whose branches log, or answer, and come together again.
func (p *passage) alike() bool {
	for n, sign := range p.failed {
		if sign.examined || len(sign.returned) > 0 || p.decides(n) {
			return false
		}
		if _, both := p.succeeded[n]; both {
			if sign.mentioned {
				return false
			}
			continue
		}
		_, isReturn := n.(*ast.ReturnStmt)
		if isReturn || sign.effect || sign.blocks || p.check.changes(n) || slices.ContainsFunc(sign.answers, p.check.aborts) {
			return false
		}
	}
	for n, sign := range p.succeeded {
		if _, both := p.failed[n]; both {
			continue
		}
		_, isReturn := n.(*ast.ReturnStmt)
		if isReturn || sign.effect || len(sign.answers) > 0 || p.check.changes(n) || p.uses(n) || p.counting(n) {
			return false
		}
	}
	return true
}

// aborts reports whether an answer keeps the handlers that follow from running.
func (c *check) aborts(a answer) bool {
	return a.returned || a.status == 0 || a.reply != nil && a.reply.Is(library.StopsChain) || a.reply == nil && c.mayAbort(a.expr)
}

// changes reports whether a statement changes a variable that others may read.
func (c *check) changes(n ast.Node) bool {
	if target := c.counted(n); target != nil {
		_, ok := ast.Unparen(target).(*ast.Ident)
		return ok
	}
	a, ok := n.(*ast.AssignStmt)
	return ok && a.Tok != token.DEFINE
}

// decides reports whether a node makes something depend on the response, or
// gives another response in its place.
func (p *passage) decides(n ast.Node) bool {
	if a, ok := n.(*ast.AssignStmt); ok && p.src.resp != nil {
		for _, l := range a.Lhs {
			if p.check.variable(l) == p.src.resp {
				return true
			}
		}
	}
	if p.readsStatus(n) {
		return true
	}
	e, ok := n.(ast.Expr)
	return ok && (p.ofResponse(e) == maybe && p.mentionsResponse(e) || p.asksLookup(e))
}

// asksLookup reports whether a condition asks whether something was found for
// the response, which nothing is for an empty one. A look-up whose failure is
// answered as the server's is not there to tell who is signed in.
func (p *passage) asksLookup(e ast.Expr) bool {
	if !p.names(e, p.lookups) || slices.Contains(p.tests, e) {
		return false
	}
	b := p.fn.places[e].block
	for i, succ := range b.Succs {
		if condition(b) != e || !p.testsOther(e, state{}, i == 0) {
			continue
		}
		for _, n := range succ.Nodes {
			if answers := p.failed[n].answers; len(answers) > 0 {
				return !answers[0].isServers()
			}
		}
	}
	return true
}

// readsStatus reports whether a node reads the status in the response, which is
// zero after a failure.
func (p *passage) readsStatus(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "StatusCode" && p.mentionsResponse(sel.X) {
			found = true
		}
		return !found
	})
	return found
}
