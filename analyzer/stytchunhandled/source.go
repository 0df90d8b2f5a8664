package stytchunhandled

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// A callSite is a call that may fail because of what a user did.
type callSite struct {
	cur    inspector.Cursor
	call   *ast.CallExpr
	callee *types.Func
}

// A source is such a call, with where its error goes.
type source struct {
	callSite
	fn         *function
	operations []catalog.Operation // that are asked, the first for certain
	major      string              // of the SDK
	lost       bool                // errors.As does not find the error
	mixed      bool                // it may be joined with other failures

	at       place      // of the call in the graph
	err      *types.Var // nil if the error is dropped or returned
	resp     *types.Var // the first result, nil if it is dropped
	returned bool       // the results are returned as they are
	out      *outcome   // of the paths on which it fails, once they are followed
}

// find lists the calls that may fail because of users, by function.
func (c *check) find() {
	c.calls = make(map[ast.Node][]callSite)
	for cur := range c.root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(c.info, call).(*types.Func)
		if !ok || !returnsError(fn) {
			continue
		}
		fn = fn.Origin()
		if _, ok := sdk.OperationOf(fn); !ok && c.decls[fn] == nil && !c.pass.ImportObjectFact(fn, new(fails)) {
			continue
		}
		if report.InTest(c.pass, call.Pos()) {
			continue
		}
		for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			c.calls[around.Node()] = append(c.calls[around.Node()], callSite{cur, call, fn})
			break
		}
	}
	for _, node := range c.callers() {
		for _, site := range c.calls[node] {
			if s := c.source(node, site); s != nil {
				c.sources = append(c.sources, s)
			}
		}
	}
}

// callers returns the functions that hold calls, in the order of the source.
func (c *check) callers() []ast.Node {
	var list []ast.Node
	for node := range c.calls {
		list = append(list, node)
	}
	slices.SortFunc(list, func(a, b ast.Node) int { return int(a.Pos() - b.Pos()) })
	return list
}

func returnsError(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && isError(results.At(results.Len()-1).Type())
}

// source returns what is known of a call; nil if it asks no such operation, or
// if it is not known where its error goes.
func (c *check) source(node ast.Node, site callSite) *source {
	if s, ok := c.bySite[site.call]; ok {
		return s
	}
	s := c.newSource(node, site)
	c.bySite[site.call] = s
	return s
}

func (c *check) newSource(node ast.Node, site callSite) *source {
	s := &source{callSite: site, operations: c.operationsOf(site)}
	if len(s.operations) == 0 {
		return nil
	}
	if f := c.fails(site.callee); f != nil {
		s.major, s.lost, s.mixed = f.Major, f.Lost, f.Mixed
	} else {
		s.major = sdk.CallMajor(site.callee)
	}
	if s.fn = c.function(node); s.fn == nil || !c.placed(s) || c.fresh(s) {
		return nil
	}
	return s
}

// operationsOf returns the operations that a call may fail as.
func (c *check) operationsOf(site callSite) []catalog.Operation {
	if op, ok := sdk.OperationOf(site.callee); ok {
		return []catalog.Operation{op}
	}
	f := c.fails(site.callee)
	if f == nil {
		return nil
	}
	var list []catalog.Operation
	for _, name := range f.Operations {
		if op, ok := catalog.OperationNamed(name); ok {
			list = append(list, op)
		}
	}
	return list
}

// placed finds the node of the graph that holds the call, and where its results
// go.
func (c *check) placed(s *source) bool {
	cur := s.cur
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	parent := cur.Parent().Node()
	results := s.callee.Signature().Results().Len()
	var targets []ast.Expr
	switch n := parent.(type) {
	case *ast.AssignStmt:
		if len(n.Rhs) != 1 {
			return false
		}
		targets = n.Lhs
	case *ast.ValueSpec:
		if len(n.Values) != 1 {
			return false
		}
		for _, name := range n.Names {
			targets = append(targets, name)
		}
	case *ast.ReturnStmt:
		s.returned = len(n.Results) == 1
		s.at = s.fn.places[parent]
		return s.returned && s.at.block != nil
	case *ast.ExprStmt:
		s.at = s.fn.places[parent]
		return s.at.block != nil
	default:
		return false
	}
	s.at = s.fn.places[parent]
	if s.at.block == nil || len(targets) != results {
		return false
	}
	if last := targets[len(targets)-1]; !isBlank(last) {
		if s.err = c.local(s.fn, last); s.err == nil {
			return false // it goes where it may be looked at
		}
	}
	if results > 1 {
		s.resp = c.variable(targets[0])
		if isBlank(targets[0]) {
			s.resp = nil
		}
	}
	return true
}

// function returns the function that holds the call.
func (s *source) function() inspector.Cursor {
	for around := range s.cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return around
	}
	return s.cur
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// value returns what the error of the call is.
func (s *source) value() value { return value{kind: failure, lost: s.lost, mixed: s.mixed} }

// follow walks the paths on which a call fails.
func (c *check) follow(s *source) *outcome {
	if s.out != nil {
		return s.out
	}
	s.out = new(outcome)
	if s.returned {
		s.out.returned = []value{s.value()}
		return s.out
	}
	if s.err == nil {
		return s.out
	}
	w := c.newWalker(s.fn)
	w.origin, w.resp = s.at.block.Nodes[s.at.index], s.resp
	bit := w.carry(s.err, s.value())
	w.from(s.at.block, s.at.index+1, state{carriers: bit})
	*s.out = w.out
	for i := range s.out.answers {
		a := &s.out.answers[i]
		a.carriers = w.holding(a.state)
	}
	return s.out
}

// holding returns what holds the error itself in a state.
func (w *walker) holding(s state) []carrier {
	var list []carrier
	for i, c := range w.carriers {
		if s.carriers&(1<<i) != 0 && c.kind == failure {
			list = append(list, c)
		}
	}
	return list
}
