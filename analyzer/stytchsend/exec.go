package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

const (
	maxDepth  = 6     // of functions looked into from one
	maxStates = 200   // that a block is entered with
	maxSteps  = 20000 // of the walk through one function and all it calls
)

// A frame is a function that is being walked through.
type frame struct {
	node   ast.Node // *ast.FuncDecl or *ast.FuncLit
	body   *ast.BlockStmt
	sig    *types.Signature
	parent *frame
	call   *ast.CallExpr // that led into it, nil for the first
	depth  int
}

// site returns a call in the function.
func (f *frame) site(call *ast.CallExpr) site {
	s := site{call: call}
	for ; f != nil; f = f.parent {
		s.frames = append(s.frames, f)
	}
	slices.Reverse(s.frames)
	return s
}

// within reports whether a function is being walked through.
func (f *frame) within(node ast.Node) bool {
	for ; f != nil; f = f.parent {
		if f.node == node {
			return true
		}
	}
	return false
}

// An exit is a way in which a function returns.
type exit struct {
	state   *state
	results []value
}

// A task is a block that is still to be walked through.
type task struct {
	block *cfg.Block
	state *state
}

// walk follows all paths through a function, and returns its exits.
func (c *check) walk(f *frame, st *state) []exit {
	live := c.liveness(f)
	graph := c.graphs.Of(f.body)
	var exits []exit
	entered := make(map[*cfg.Block]map[string]bool)
	known := make(map[string]bool)
	var todo []task
	enter := func(b *cfg.Block, st *state) {
		c.enters(b, st)
		st = st.without(func(v *types.Var) bool {
			return contains(f.node, v.Pos()) && !live.matters(b, v)
		})
		if entered[b] == nil {
			entered[b] = make(map[string]bool)
		}
		c.steps += (len(st.vars) + len(st.known)) / 4
		if key := st.key(); !entered[b][key] {
			if len(entered[b]) == maxStates {
				c.steps = maxSteps
			}
			entered[b][key] = true
			todo = append(todo, task{b, st})
		}
	}
	leave := func(st *state, results []value) {
		for i, v := range results {
			if v.kind == pointer && contains(f.node, v.target.Pos()) {
				results[i] = c.load(st, v.target)
			}
		}
		st = st.without(func(v *types.Var) bool { return contains(f.node, v.Pos()) })
		c.steps += len(st.known) / 4
		key := st.key() + together(results).key()
		if !known[key] {
			if len(known) == maxStates {
				c.steps = maxSteps
			}
			known[key] = true
			exits = append(exits, exit{st, results})
		}
	}
	enter(graph.Blocks[0], st)
	for len(todo) > 0 && c.steps < maxSteps {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		c.walkBlock(f, t, enter, leave)
	}
	return exits
}

// walkBlock follows the paths through one block.
func (c *check) walkBlock(f *frame, t task, enter func(*cfg.Block, *state), leave func(*state, []value)) {
	b := t.block
	nodes := b.Nodes
	branch := c.branchOf(b)
	if branch.cond != nil && len(nodes) > 0 {
		nodes = nodes[:len(nodes)-1]
	}
	states := []*state{t.state}
	for _, n := range nodes {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			for _, st := range states {
				for _, e := range c.returned(f, ret, st) {
					leave(e.state, e.v.list)
				}
			}
			return
		}
		var next []*state
		for _, st := range states {
			next = append(next, c.stmt(f, n, st)...)
		}
		if states = next; len(states) == 0 {
			return // every path ended in a panic, or it is enough
		}
	}
	for _, st := range states {
		switch len(b.Succs) {
		case 0: // it ends in a call that does not return
		case 1:
			enter(b.Succs[0], st)
		default:
			for _, e := range c.decide(f, branch, st) {
				if !e.v.isFalse() {
					enter(b.Succs[0], e.state)
				}
				if !e.v.isTrue() {
					enter(b.Succs[1], e.state)
				}
			}
		}
	}
}

func contains(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() }
