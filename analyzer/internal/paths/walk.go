package paths

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// How much is done for one function before it is given up: states of one block,
// blocks that are run, ways in which one call ends, events of one path, and calls within
// calls that are looked into.
const (
	maxStates   = 64
	maxRuns     = 6000
	maxAgain    = 32 // and as many more for each block of the function
	maxWays     = 64
	maxForks    = 16 * maxStates // ways in which the calls of one block end
	maxEvents   = 64             // of one path, before the first of them ends
	maxCompared = 8              // of these, with which what follows is compared
	maxDepth    = 6
	maxSteps    = 300 // instructions of a function that is looked into, with those that this looks into
	maxApart    = 8   // states of one block, before those that follow know only what they share
	maxBlocks   = 12  // of a function that is looked into although nothing in it matters
)

// A walk follows the paths through one function.
type walk struct {
	*engine
	notes   map[ssa.CallInstruction]any
	behinds map[ssa.CallInstruction]*Behind
	fails   map[retried]bool // the parameters that are called again when they failed
	calls   map[int]bool     // the parameters that are called
	writes  map[string]bool  // the parameters that lead to what is written to
	handled []row            // what is made of functions that it is handed does
	deeds   Deed             // what the function does
	runs    int
	steps   int // instructions that were run
	limit   int // of runs
	giveUp  bool
	vague   bool // there are too many ends of the function to tell of it
	low     int  // how deep the outermost function lies that is being walked and was used
	lean    bool // conditions that nobody can ask for again are dropped
	sum     *summary
}

// A frame is one run of a function: the one that is walked, or one that it calls
// and that is looked into.
type frame struct {
	*function
	ctx    Value // which run it is
	up     *frame
	from   ssa.Instruction // of the frame above, that called
	params []Value
	args   []ssa.Value // of the call
	free   []Value
	report ssa.CallInstruction // where what happens is reported; nil for where it happens
	made   ssa.CallInstruction // of a literal that is run where it is made: what made it
	again  bool                // the function is called again by one that retries
	depth  int
	at     []Value // the places of the function
	errors []int   // the parameters of the function that is walked that are errors, if callers ask what it finds out about them
}

// A Path is one path through a function, up to the instruction that is run.
type Path struct {
	*walk
	f     *frame
	s     *state
	t     *table
	instr ssa.Instruction
	regs  []Value // of the block

	returned []Value // by the functions that were handed to the one which is called, by effect
}

// An exit is the end of a path through a function.
type exit struct {
	s       *state
	results []Value
}

// A visit is a block that is to be run, from an instruction on.
type visit struct {
	b, from *ssa.BasicBlock
	at      int
	s       *state
	regs    []Value
}

// An edge leads from one block to another.
type edge struct{ from, to *ssa.BasicBlock }

// run follows all paths through a function.
func (w *walk) run(f *frame, s *state) []exit {
	var exits []exit
	seen := make([][]uint64, len(f.fn.Blocks))
	common := make(map[edge][]cond) // what all states know that come late
	var ended []uint64
	forks := make([]int, len(f.fn.Blocks))
	list := []visit{{b: f.fn.Blocks[0], s: s}}
	push := func(b, from *ssa.BasicBlock, s *state) {
		(&Path{walk: w, f: f, s: s, t: w.t}).nextRound(b)
		s.prune(w.t, f, b)
		if w.lean {
			s.conds = w.stillAsked(s, f, b)
		}
		joins := len(b.Preds) > 1
		if n := len(seen[b.Index]); joins && w.lean && w.check.Asked != nil && n >= maxApart {
			e := edge{from, b}
			if n >= maxStates/2 {
				e.from = nil // from wherever they come
			}
			common[e] = s.share(common[e])
		}
		if !add(&seen[b.Index], s.hash()+arrival(b, from)) {
			return // also where nothing joins: ways in which a call ends may have become one
		}
		if joins {
			w.giveUp = w.giveUp || len(seen[b.Index]) > maxStates
		}
		list = append(list, visit{b: b, from: from, s: s})
	}
	for len(list) > 0 {
		w.runs++
		if w.giveUp || w.runs > w.limit {
			w.giveUp = true
			return nil
		}
		v := list[len(list)-1]
		list = list[:len(list)-1]
		p := &Path{walk: w, f: f, s: v.s, t: w.t, regs: v.regs}
		if v.at == 0 {
			p.regs = make([]Value, f.regs[v.b.Index])
		} else {
			forks[v.b.Index]++
			w.giveUp = w.giveUp || forks[v.b.Index] > maxForks
		}
		alive := true
		for i := v.at; alive && i < len(v.b.Instrs); i++ {
			p.instr = v.b.Instrs[i]
			w.steps++
			p.comes()
			switch instr := p.instr.(type) {
			case *ssa.Phi:
				for j, pred := range v.b.Preds {
					if pred == v.from {
						p.set(instr, p.eval(instr.Edges[j]))
					}
				}
			case *ssa.Jump:
				push(v.b.Succs[0], v.b, p.s)
			case *ssa.If:
				p.branch(instr, v.b, push)
			case *ssa.Return:
				for _, x := range p.ret(instr) {
					if add(&ended, x.hash()) {
						exits = append(exits, x)
					}
				}
				if len(exits) > 4*maxWays {
					w.giveUp = w.giveUp || f.up != nil
					w.vague, exits = true, nil
				}
			case *ssa.Panic:
			case *ssa.RunDefers:
				ways := p.runDefers()
				alive = p.fork(ways, nil, v, i, &list)
			case *ssa.Call:
				c := p.resolve(instr)
				before := p.before(instr)
				ways := p.call(c)
				p.back(c, ways)
				p.ask(before, instr, ways)
				alive = p.fork(ways, instr, v, i, &list)
			default:
				p.step(instr)
			}
		}
	}
	return exits
}

// add adds a number to a small set, and reports whether it was not there.
func add(set *[]uint64, h uint64) bool {
	if slices.Contains(*set, h) {
		return false
	}
	*set = append(*set, h)
	return true
}

// arrival returns a number that tells the blocks apart from which one is entered,
// where it matters which one that is: where what they bring along is not the same
// constant.
func arrival(b, from *ssa.BasicBlock) uint64 {
	var h uint64
	for _, instr := range b.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		c, ok := phi.Edges[slices.Index(b.Preds, from)].(*ssa.Const)
		if !ok || c.Value == nil {
			return uint64(from.Index)
		}
		for _, c := range []byte(c.Value.ExactString()) {
			h = (h ^ uint64(c)) * 0x9E3779B97F4A7C15
		}
	}
	return h
}

// hash returns a number that two exits share only if they are alike.
func (x *exit) hash() uint64 {
	h := x.s.hash()
	for _, v := range x.results {
		h = (h ^ uint64(v)) * 0x9E3779B97F4A7C15
	}
	return h
}

// fork goes on in all ways in which a call may have ended: here in the first, and
// later in the others. It reports whether there is one.
func (p *Path) fork(ways []exit, result *ssa.Call, v visit, at int, list *[]visit) bool {
	if len(ways) == 0 {
		return false
	}
	if len(ways) > maxWays {
		p.giveUp = true
		return false
	}
	for i, way := range slices.Backward(ways) {
		q := p
		if i > 0 {
			other := *p
			other.regs = slices.Clone(p.regs)
			q = &other
		}
		q.s = way.s
		if result != nil {
			q.set(result, q.tuple(result.Type(), way.results))
		}
		if i > 0 {
			*list = append(*list, visit{b: v.b, from: v.from, at: at + 1, s: q.s, regs: q.regs})
		}
	}
	return true
}

// tuple returns the value of a call: its only result, or all as a list.
func (p *Path) tuple(typ types.Type, results []Value) Value {
	if t, ok := typ.(*types.Tuple); ok {
		if t.Len() == 0 {
			return 0
		}
		return p.t.list(results...)
	}
	if len(results) == 0 {
		return 0
	}
	return results[0]
}

// branch goes on from the end of a block to one of two others, or to both.
func (p *Path) branch(instr *ssa.If, b *ssa.BasicBlock, push func(b, from *ssa.BasicBlock, s *state)) {
	v := p.eval(instr.Cond)
	if is, known := p.Truth(v); known {
		p.goes(v, is)
		p.went(v, is)
		p.note(v, is)
		to := 0
		if !is {
			to = 1
		}
		push(b.Succs[to], b, p.s)
		return
	}
	if p.isSwitch(v) {
		p.s.setCond(p.t.pure(unset, 0), true)
	}
	left, when := p.optional(instr.Cond)
	other := *p
	other.s = p.s.clone()
	p.leaveOut(left, when)
	other.leaveOut(left, !when)
	if v == 0 || strings.HasPrefix(b.Comment, "range") && strings.HasSuffix(b.Comment, ".loop") {
		push(b.Succs[1], b, other.s)
		push(b.Succs[0], b, p.s)
		return
	}
	if other.assume(v, false) {
		other.went(v, false)
		push(b.Succs[1], b, other.s)
	}
	if p.assume(v, true) {
		p.went(v, true)
		push(b.Succs[0], b, p.s)
	}
}

// went tells the check by which condition the path went.
func (p *Path) went(v Value, is bool) {
	if p.check.Branch != nil {
		p.check.Branch(p, v, is)
	}
}

// index returns the name of a parameter or result.
func index(i int) string { return strconv.Itoa(i) }
