package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

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
