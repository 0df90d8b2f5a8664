package stytchtoken

import (
	"go/ast"

	"golang.org/x/tools/go/cfg"
)

// A path that knows more conditions than this does not note those that fail, such
// as the cases of a wide switch that are not taken.
const maxConds = 128

// How much is done for one function before it is given up: states of one
// block, runs of blocks, and ways through one block.
const (
	maxStates = 64
	maxRuns   = 6000
	maxWays   = 64
)

// A walker follows the paths through one function, each with its own state.
type walker struct {
	*check
	fn    *function
	s     *state // of the path being followed
	exits []exit
	found map[*ast.CallExpr]*finding
	fails map[value]bool // the parameters that are called again when they failed

	picks   []pick // the ways taken so far in this block
	at      int
	giveUp  bool
	results []value // of the return statement that ended the path
}

// A pick is a choice between several ways.
type pick struct{ way, ways int }

// An exit is the end of a path.
type exit struct {
	s       *state
	results []value
}

// walk follows all paths through a function.
func (c *check) walk(f *function) *walker {
	c.prepare(f)
	w := &walker{check: c, fn: f, found: make(map[*ast.CallExpr]*finding), fails: make(map[value]bool)}
	graph := c.graphs.Of(f.body)
	if len(graph.Blocks) == 0 {
		return w
	}
	type visit struct {
		block *cfg.Block
		s     *state
	}
	seen := make(map[int32]map[string]bool)
	var list []visit
	push := func(b *cfg.Block, s *state) {
		s.prune(c.t)
		if seen[b.Index] == nil {
			seen[b.Index] = make(map[string]bool)
		}
		if k := s.key(); !seen[b.Index][k] {
			seen[b.Index][k] = true
			w.giveUp = w.giveUp || len(seen[b.Index]) > maxStates
			list = append(list, visit{b, s})
		}
	}
	push(graph.Blocks[0], w.entry())
	for runs := 0; len(list) > 0; runs++ {
		v := list[len(list)-1]
		list = list[:len(list)-1]
		for _, s := range w.ways(v.block, v.s) {
			push(v.block.Succs[s.next], s)
		}
		if w.giveUp || runs > maxRuns {
			w.giveUp = true
			return w
		}
	}
	return w
}

// entry returns the state in which a function begins.
func (w *walker) entry() *state {
	w.s = newState()
	for i, p := range w.fn.params {
		v := w.t.of(key{kind: kParam, obj: p, str: index(i)})
		w.t.types[v] = p.Type()
		if isAggregate(p.Type()) {
			w.s.roots[w.t.storage(p)] = v
		} else {
			w.s.slots[slot{obj: w.t.storage(p), name: "*"}] = v
		}
	}
	for v := range w.fn.sig.Results().Variables() {
		w.declare(v, w.fn.body.Pos())
	}
	return w.s
}

// ways runs a block in all ways that it can be run, and returns the states
// that go on to a successor.
func (w *walker) ways(b *cfg.Block, s *state) []*state {
	var after []*state
	w.picks = w.picks[:0]
	for n := 0; ; n++ {
		if n > maxWays {
			w.giveUp = true
			return nil
		}
		w.s, w.at, w.results = s.clone(), 0, nil
		w.run(b)
		switch {
		case w.s.dead:
		case len(b.Succs) > 0:
			after = append(after, w.s)
		case w.results != nil:
			w.exits = append(w.exits, exit{w.s, w.results})
		}
		for len(w.picks) > 0 {
			last := &w.picks[len(w.picks)-1]
			last.way++
			if last.way < last.ways {
				break
			}
			w.picks = w.picks[:len(w.picks)-1]
		}
		if len(w.picks) == 0 {
			return after
		}
	}
}

// choose picks one of several ways to go on. The block is run again for each
// of the others.
func (w *walker) choose(ways int) int {
	if ways <= 1 {
		return 0
	}
	if w.at == len(w.picks) {
		w.picks = append(w.picks, pick{ways: ways})
	}
	w.at++
	return w.picks[w.at-1].way
}

// run runs a block to its end, or to where the path turns out to be none.
func (w *walker) run(b *cfg.Block) {
	nodes := b.Nodes
	test := w.testOf(b)
	if test != nil {
		nodes = nodes[:len(nodes)-1]
	}
	for _, n := range nodes {
		w.exec(n)
		if w.s.dead {
			return
		}
	}
	if len(b.Succs) != 2 {
		return
	}
	clause := b.Succs[0].Stmt
	switch kind := b.Succs[0].Kind; {
	case kind == cfg.KindRangeBody:
		w.s.next = w.choose(2)
		if loop, ok := clause.(*ast.RangeStmt); ok && w.s.next == 0 {
			w.round(loop)
		}
	case test == nil && kind == cfg.KindSwitchCaseBody:
		w.typeCase(clause)
	case test == nil:
		w.s.next = w.choose(2)
	default:
		v := w.test(test, clause)
		if w.s.dead {
			return
		}
		if known, ok := w.truth(v); ok {
			w.s.next = 1 - int(truthValue(known))
			w.scrutinize(v, known)
			return
		}
		w.s.next = w.choose(2)
		w.assume(v, w.s.next == 0)
	}
}

// testOf returns the expression that a block ends with and by which it goes on
// to one of its two successors; nil if there is none.
func (w *walker) testOf(b *cfg.Block) ast.Expr {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return nil
	}
	switch b.Succs[0].Kind {
	case cfg.KindRangeBody, cfg.KindSelectCaseBody:
		return nil
	case cfg.KindSwitchCaseBody:
		if _, ok := w.fn.clauses[b.Succs[0].Stmt].(*ast.TypeSwitchStmt); ok {
			return nil
		}
	}
	e, _ := b.Nodes[len(b.Nodes)-1].(ast.Expr)
	return e
}

// test evaluates the expression that a block ends with, or compares the tag of
// a switch with it.
func (w *walker) test(e ast.Expr, clause ast.Stmt) value {
	if s, ok := w.fn.clauses[clause].(*ast.SwitchStmt); ok && s.Tag != nil {
		return w.equal(w.load(tagOf(w.t, s), nil), w.eval(e))
	}
	return w.eval(e)
}

// tagOf returns where the tag of a switch is kept.
func tagOf(t *table, s ast.Stmt) slot {
	return slot{obj: t.of(key{kind: kStorage, pos: s.Pos()}), name: "*"}
}
