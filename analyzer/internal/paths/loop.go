package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A loop is what may run again from a block on, before the path comes to that again.
type loop struct {
	head   *ssa.BasicBlock
	within map[*ssa.BasicBlock]bool
}

// loopsOf returns the loops of a function.
func loopsOf(fn *ssa.Function) (loops []loop) {
	const open, done = 1, 2
	state := make([]uint8, len(fn.Blocks))
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		state[b.Index] = open
		for _, s := range b.Succs {
			switch state[s.Index] {
			case open:
				loops = append(loops, loopTo(s, b))
			case done:
			default:
				visit(s)
			}
		}
		state[b.Index] = done
	}
	visit(fn.Blocks[0])
	return loops
}

// loopTo returns the loop that ends with an edge back to its head.
func loopTo(head, end *ssa.BasicBlock) loop {
	l := loop{head, map[*ssa.BasicBlock]bool{head: true, end: true}}
	for list := []*ssa.BasicBlock{end}; len(list) > 0; {
		b := list[len(list)-1]
		list = list[:len(list)-1]
		for _, pred := range b.Preds {
			if b != head && !l.within[pred] {
				l.within[pred] = true
				list = append(list, pred)
			}
		}
	}
	return l
}

// isOfLoop reports whether a value was made in a loop that begins with a block: it is
// one of the round before.
func (f *frame) isOfLoop(t *table, v Value, b *ssa.BasicBlock) bool {
	n := &t.nodes[v]
	for n.a != f.ctx && t.kind(n.a) == kFrame {
		n = &t.nodes[n.a]
	}
	instr, ok := n.ref.(ssa.Instruction)
	if !ok {
		return false
	}
	for _, l := range f.loops {
		if l.head == b && l.within[instr.Block()] {
			return true
		}
	}
	return false
}

// nextRound forgets where a loop through a list has been when it goes on.
func (p *Path) nextRound(b *ssa.BasicBlock) {
	load, ok := b.Instrs[0].(*ssa.UnOp)
	if !ok || rangeIndex(load) == nil {
		return
	}
	at := p.eval(load.X)
	if v, _ := p.s.cell(at); p.t.kind(v) == kCounter {
		p.forget(v)
		p.s.setCell(at, p.t.of(node{kind: kCounter, str: p.t.nodes[v].str}))
	}
}

// rangeIndex returns the variable by which a loop goes through a list, if a register was
// read from it.
func rangeIndex(v ssa.Value) *ssa.Alloc {
	if load, ok := v.(*ssa.UnOp); ok {
		if alloc, ok := load.X.(*ssa.Alloc); ok && alloc.Comment == "rangeindex" {
			return alloc
		}
	}
	return nil
}

// round returns the number of the next round of such a loop. The first one counts apart
// if the number has a name, since the program may ask for it.
func (p *Path) round(index *ssa.Alloc, before Value) Value {
	switch n, first := p.Number(before); {
	case !first || n >= 0:
		return p.counter(0)
	case isNamed(index):
		return p.t.number(n + 1)
	}
	return p.counter(-1)
}

// isNamed reports whether the number of a round is put into a variable of the program.
func isNamed(index *ssa.Alloc) bool {
	for _, r := range *index.Referrers() {
		if load, ok := r.(*ssa.UnOp); ok && slices.ContainsFunc(*load.Referrers(), func(r ssa.Instruction) bool { _, ok := r.(*ssa.Store); return ok && r.(*ssa.Store).Addr != index }) {
			return true
		}
	}
	return false
}
