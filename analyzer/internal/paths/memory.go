package paths

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Load returns what a place holds that has a type.
func (p *Path) load(at Value, typ types.Type) Value {
	if at == 0 {
		return 0
	}
	v := p.content(at)
	switch {
	case isAggregate(typ):
		return p.whole(at, v)
	case p.t.kind(v) == kZero:
		return p.t.zero(typ)
	}
	if typ != nil && v != 0 {
		if _, ok := p.t.types[v]; !ok {
			p.t.types[v] = typ
		}
	}
	return v
}

// content returns what a place holds, apart from what was written to its parts.
func (p *Path) content(at Value) Value { return p.s.content(p.t, at) }

func (s *state) content(t *table, at Value) Value {
	if v, ok := s.cell(at); ok {
		return v
	}
	switch n := &t.nodes[at]; n.kind {
	case kFieldAddr:
		return t.field(s.content(t, n.a), n.str)
	case kElemAddr:
		return t.elem(s.content(t, n.a), n.b)
	case kMade:
		return n.a
	case kNil:
		return 0
	}
	if v, ok := t.begins[at]; ok {
		return v
	}
	return t.of(node{kind: kAt, a: at})
}

// whole returns v with what was written to the parts of a place.
func (p *Path) whole(at, v Value) Value {
	for _, c := range p.s.from(at) {
		if c.at != at && p.t.lies(c.at, at) {
			v = p.t.overwrite(v, at, c.at, c.val)
		}
	}
	return v
}

// lies reports whether a place is or lies in another.
func (t *table) lies(at, in Value) bool {
	for at != in {
		switch n := &t.nodes[at]; n.kind {
		case kFieldAddr, kElemAddr:
			at = n.a
		default:
			return false
		}
	}
	return true
}

// overwrite returns v, the content of a place, with another value at part, which
// lies in that.
func (t *table) overwrite(v, at, part, val Value) Value {
	n := t.nodes[part]
	if n.a != at {
		val = t.overwrite(t.reach(v, at, n.a), n.a, part, val)
		return t.overwrite(v, at, n.a, val)
	}
	return t.with(v, n.str, n.b, val)
}

// reach returns what of v, the content of a place, is at part.
func (t *table) reach(v, at, part Value) Value {
	if part == at {
		return v
	}
	n := t.nodes[part]
	return t.part(t.reach(v, at, n.a), n.str, n.b)
}

// contents returns what the array behind a slice holds, or v itself as long as
// nothing was written there.
func (p *Path) contents(v Value) Value {
	if _, ok := p.s.cell(v); !ok && !slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.t.lies(c.at, v) }) {
		return v
	}
	return p.whole(v, p.content(v))
}

// store puts a value into a place.
func (p *Path) store(at, v Value) {
	if at == 0 {
		return
	}
	if v == 0 || p.grows(at, v) {
		v = p.left(at, p.instr)
	}
	p.wrote(at)
	p.clear(at)
	p.s.setCell(at, v)
}

// clear drops what is known of the parts of a place.
func (p *Path) clear(at Value) {
	parts := p.s.from(at)
	left := slices.DeleteFunc(parts, func(c cell) bool { return c.at != at && p.t.lies(c.at, at) })
	p.s.cells = p.s.cells[:len(p.s.cells)-len(parts)+len(left)]
}

// grows reports whether a variable is computed from itself, as in a loop whose
// values would never end.
func (p *Path) grows(at, v Value) bool {
	switch p.t.kind(v) {
	case kBinary, kPure:
		if old := p.content(at); v != old && old != 0 && p.t.holds(v, old) {
			return true
		}
	}
	return p.t.size[v] >= maxSize
}

// left returns what an instruction leaves a place with.
func (p *Path) left(at Value, ref ssa.Instruction) Value {
	v := p.t.of(node{kind: kHavoc, a: at, b: p.f.ctx, ref: ref})
	p.forget(v)
	return v
}

// havoc says that the instruction that is run may have written to all that v
// leads to. It returns what the parts of v come from now.
func (p *Path) havoc(v Value) Value {
	switch p.t.kind(v) {
	case kNothing, kConst, kNil, kZero, kList, kEq, kBinary, kNot, kIs, kWrapped, kFunc, kClosure, kCounter:
		return 0
	}
	// What is found in a place can be written to only if it is certainly a place.
	places := []Value{v}
	add := func(held Value) {
		switch p.t.kind(held) {
		case kAlloc, kGlobal, kFree, kFieldAddr, kElemAddr:
			if !slices.Contains(places, held) {
				places = append(places, held)
			}
		}
	}
	for i := 0; i < len(places); i++ { //nolint:intrange // there come more
		n := p.t.nodes[places[i]]
		for ; n.kind == kWith; n = p.t.nodes[n.a] {
			add(n.b)
		}
		for _, c := range p.s.cells {
			if p.t.lies(c.at, places[i]) {
				add(c.val)
			}
		}
	}
	for _, at := range places {
		if p.t.kind(at) == kWith {
			continue
		}
		p.wrote(at)
		left := p.left(at, p.instr)
		p.clear(at)
		p.s.setCell(at, left)
	}
	left, _ := p.s.cell(v)
	return left
}

// wrote notes that the function writes to what its parameters lead to.
func (p *Path) wrote(at Value) {
	root := p.t.root(at)
	if k := p.t.kind(root); k == kAlloc || k == kMade {
		return
	}
	p.t.some(root, func(v Value) bool {
		if n := &p.t.nodes[v]; n.kind == kParam {
			p.writes[n.str] = true
		}
		return false
	})
}

// disturb says that the call that is run may have written to variables that
// others can reach.
func (p *Path) disturb() {
	var roots []Value
	for _, c := range p.s.cells {
		root := p.t.root(c.at)
		if n := &p.t.nodes[root]; n.kind == kAlloc && p.shared(n.ref.(*ssa.Alloc)) && !slices.Contains(roots, root) {
			roots = append(roots, root)
		}
	}
	for _, root := range roots {
		p.lose(root)
	}
	for f := p.f; f != nil; f = f.up {
		for _, g := range p.globals(f.fn) {
			p.lose(g)
		}
		if f.up == nil {
			for i, v := range f.free {
				if p.changes(f.fn, i) {
					p.lose(v)
				}
			}
		}
	}
}

// lose says that the call that is run may have written to a place.
func (p *Path) lose(at Value) {
	p.clear(at)
	p.s.setCell(at, p.left(at, p.instr))
}

// globals returns the package-level variables that a function and those that it
// calls read, and that others may write to meanwhile.
func (e *engine) globals(fn *ssa.Function) []Value {
	list, ok := e.read[fn]
	if ok {
		return list
	}
	found := make(map[Value]bool)
	seen := make(map[*ssa.Function]bool)
	var visit func(*ssa.Function)
	visit = func(fn *ssa.Function) {
		if seen[fn] {
			return
		}
		seen[fn] = true
		if list, ok := e.read[fn]; ok {
			for _, v := range list {
				found[v] = true
			}
			return
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, op := range instr.Operands(nil) {
					switch v := (*op).(type) {
					case *ssa.Global:
						if e.mayChange(v) {
							found[e.global(v.Pkg.Pkg, v.Name())] = true
						}
					case *ssa.Function:
						visit(original(v))
					}
				}
			}
		}
	}
	visit(fn)
	list = slices.Sorted(maps.Keys(found))
	e.read[fn] = list
	return list
}

// mayChange reports whether a package-level variable may be written to while the
// program runs: by its own package as far as that can be seen, or by others.
// Errors are not.
func (e *engine) mayChange(g *ssa.Global) bool {
	v, ok := g.Object().(*types.Var)
	if !ok || isSentinel(v.Type()) {
		return false
	}
	return v.Exported() || v.Pkg() != e.pass.Pkg || e.outline.written[v]
}

// changes reports whether a variable around a function literal is given another
// value after it has its first.
func (e *engine) changes(fn *ssa.Function, i int) bool {
	for _, r := range *fn.Referrers() {
		c, ok := r.(*ssa.MakeClosure)
		if !ok {
			continue
		}
		switch v := c.Bindings[i].(type) {
		case *ssa.Alloc:
			stores := 0
			for _, r := range *v.Referrers() {
				if s, ok := r.(*ssa.Store); ok && s.Addr == v {
					stores++
				}
			}
			return stores > 1 || e.shared(v)
		case *ssa.FreeVar:
			return e.changes(fn.Parent(), slices.Index(fn.Parent().FreeVars, v))
		}
	}
	return true
}

// shared reports whether a variable is written to by a function literal.
func (e *engine) shared(alloc *ssa.Alloc) bool {
	is, ok := e.literals[alloc]
	if !ok {
		for _, r := range *alloc.Referrers() {
			if c, ok := r.(*ssa.MakeClosure); ok {
				is = is || writes(c, alloc)
			}
		}
		e.literals[alloc] = is
	}
	return is
}

// writes reports whether a function literal writes to a variable around it.
func writes(c *ssa.MakeClosure, v ssa.Value) bool {
	fn := c.Fn.(*ssa.Function)
	for i, b := range c.Bindings {
		if b != v || i >= len(fn.FreeVars) {
			continue
		}
		for _, r := range *fn.FreeVars[i].Referrers() {
			switch r := r.(type) {
			case *ssa.UnOp, *ssa.DebugRef:
			case *ssa.MakeClosure:
				if writes(r, fn.FreeVars[i]) {
					return true
				}
			case *ssa.FieldAddr, *ssa.IndexAddr:
				if !onlyRead(r.(ssa.Value)) {
					return true
				}
			default:
				return true
			}
		}
	}
	return false
}

// onlyRead reports whether what an address leads to is only read.
func onlyRead(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if !onlyRead(r.(ssa.Value)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
