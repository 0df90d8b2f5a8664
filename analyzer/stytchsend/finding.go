package stytchsend

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// A meeting is a send, and a call behind it that creates a user for the same
// address.
type meeting struct {
	failure *failure
	create  string // the calls that lead to the user
}

// What is known of a meeting from all paths.
type met struct {
	failure *failure
	what    *creation
	site    site     // of what creates
	codes   []string // with which it was reached
	other   bool     // it is reached with any other outcome, too
}

// A finding is a send whose failure for an unknown address is answered by
// creating the user.
type finding struct {
	call *ast.CallExpr // that sends, or leads to where something is sent
	send *send
	what *creation
	code string
	in   *frame // the innermost function that both calls are made from

	direct bool          // call is the one that sends
	maker  *ast.CallExpr // that creates the user, or leads to where that is done

	// only are the blocks that are entered if the address is unknown, and
	// then alone.
	only  map[*cfg.Block]bool
	extra bool // more is asked for then than by the call that sends
}

// meets notes that a user is created behind a send.
func (c *check) meets(f *frame, failed *failure, k knowledge, what *creation, call *ast.CallExpr) {
	at := f.site(call)
	key := meeting{failed, at.calls()}
	m := c.meetings[key]
	if m == nil {
		m = &met{failure: failed, what: what, site: at}
		c.meetings[key] = m
	}
	if k.codes == nil {
		m.other = true
	}
	m.codes = union(m.codes, k.codes)
}

// An entry is a block that is entered, behind a send or, if failure is nil, at
// all.
type entry struct {
	failure *failure
	block   *cfg.Block
}

// enters counts how often a block is entered, and how often with an address
// that nobody has.
func (c *check) enters(b *cfg.Block, st *state) {
	c.entered[entry{nil, b}]++
	for failure, k := range st.known {
		other := func(code string) bool { return !isUnknownAddress(code) }
		if failure.send != nil && len(k.codes) > 0 && !slices.ContainsFunc(k.codes, other) {
			c.entered[entry{failure, b}]++
		}
	}
}

// paths walks through a function from its beginning. It reports whether it
// came to the end of all paths.
func (c *check) paths(node ast.Node, body *ast.BlockStmt, sig *types.Signature, st *state) ([]exit, bool) {
	c.steps = 0
	c.failures = make(map[siteKey]*failure)
	c.meetings = make(map[meeting]*met)
	c.entered = make(map[entry]int)
	c.forms = make(map[*failure]value)
	c.extra = make(map[*failure]bool)
	exits := c.walk(&frame{node: node, body: body, sig: sig}, st)
	return exits, c.steps < maxSteps
}

// search walks through all functions in which something is sent.
func (c *check) search() {
	for cur := range c.root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if report.InTest(c.pass, cur.Node().Pos()) {
			continue
		}
		switch n := cur.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := c.info.Defs[n.Name].(*types.Func); ok && c.decls[fn] == n && c.traits[fn]&doesSend != 0 {
				c.searchIn(n, n.Body, fn.Signature())
			}
		case *ast.FuncLit:
			sig, ok := c.info.TypeOf(n).(*types.Signature)
			if !ok {
				continue
			}
			t, callees := c.traitsOf(n.Body)
			for _, callee := range callees {
				t |= c.traits[callee]
			}
			if t&doesSend != 0 {
				c.searchIn(n, n.Body, sig)
			}
		}
	}
}

func (c *check) searchIn(node ast.Node, body *ast.BlockStmt, sig *types.Signature) {
	st := new(state)
	for v := range sig.Results().Variables() {
		if v.Name() != "" {
			st = st.with(v, zero(v.Type()))
		}
	}
	exits, whole := c.paths(node, body, sig, st)
	if !whole {
		return
	}
	// Where unknown addresses are turned away, too, or nobody asks about them,
	// something else decides who may sign up. The twin would not.
	chosen := make(map[*failure]bool)
	for _, e := range exits {
		for failure, k := range e.state.known {
			chosen[failure] = chosen[failure] || k.open(failure) && !k.created
		}
	}
	for _, m := range c.meetings {
		if common(m.failure.codes, m.codes) && !m.other && !chosen[m.failure] {
			c.found(m)
		}
	}
}

// found makes a finding of a meeting: it is shown in the innermost function
// that both calls are made from.
func (c *check) found(m *met) {
	sent, created := m.failure.site, m.site
	n := 1
	for n < len(sent.frames) && n < len(created.frames) && sent.frames[n].call == created.frames[n].call {
		n++
	}
	f := &finding{call: sent.call, send: m.failure.send, what: m.what, in: sent.frames[n-1], direct: true, maker: created.call, extra: c.extra[m.failure]}
	if !contains(f.in.node, sent.call.Pos()) {
		f.call, f.direct = sent.frames[n].call, false
	}
	if !contains(f.in.node, created.call.Pos()) {
		f.maker = created.frames[n].call
	}
	f.only = make(map[*cfg.Block]bool)
	for _, b := range c.graphs.Of(f.in.body).Blocks {
		n := c.entered[entry{m.failure, b}]
		f.only[b] = n > 0 && n == c.entered[entry{nil, b}]
	}
	for _, code := range m.failure.codes {
		if slices.Contains(m.codes, code) {
			f.code = code
		}
	}
	if !report.InTest(c.pass, f.call.Pos()) {
		c.findings = append(c.findings, f)
	}
}

// emit reports the findings, one for each call.
func (c *check) emit() {
	slices.SortFunc(c.findings, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(a.call.Pos(), b.call.Pos()), cmp.Compare(a.maker.Pos(), b.maker.Pos()))
	})
	c.findings = slices.CompactFunc(c.findings, func(a, b *finding) bool { return a.call == b.call })
	x := fixer{check: c}
	for _, f := range c.findings {
		c.report.Report(analysis.Diagnostic{
			Pos:            f.call.Pos(),
			End:            f.call.Fun.End(),
			Category:       "create",
			Message:        f.message(),
			SuggestedFixes: x.fix(f),
		}, true)
	}
}

// message says what is wrong and what to do.
func (f *finding) message() string {
	s := f.send
	remedy := fmt.Sprintf("%s.%s sends %s and creates the user in one call", s.call, twinMethod, s.what)
	if f.what.twin {
		return fmt.Sprintf("after %q the same is asked of %s, which can be called in the first place: it sends %s to everybody", f.code, f.what.name, s.what)
	}
	return fmt.Sprintf("an unknown %s is %s after %q; %s", s.noun, f.what.verb, f.code, remedy)
}
