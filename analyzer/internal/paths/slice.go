package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A function is what is worked out about a function once, before its paths are
// followed: which variables matter, and where they are read again.
type function struct {
	fn     *ssa.Function
	number map[ssa.Value]int // of variables and registers; those that are read in their own block alone are counted there, from -1 down
	known  []bool            // the variables that not only this function reads and writes, by their number
	wanted []bool            // the variables of basic types whose values matter, by their number
	live   [][]uint64        // by block, the numbers of those that may be read from its beginning on
	regs   []int             // how many registers are read in a block alone
}

// prepare works out what matters in a function: variables of basic types do only
// if a branch, a call or a result goes by them.
func (e *engine) prepare(fn *ssa.Function) *function {
	f, ok := e.functions[fn]
	if ok {
		return f
	}
	values := 0
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, ok := instr.(ssa.Value); ok {
				values++
			}
		}
	}
	f = &function{fn: fn, number: make(map[ssa.Value]int, values), regs: make([]int, len(fn.Blocks))}
	e.functions[fn] = f
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			v, ok := instr.(ssa.Value)
			if !ok {
				continue
			}
			alloc, isAlloc := v.(*ssa.Alloc)
			if !isAlloc && within(v, b) {
				f.regs[b.Index]++
				f.number[v] = -f.regs[b.Index]
				continue
			}
			f.number[v] = len(f.known)
			f.known = append(f.known, isAlloc && e.escapes(alloc))
		}
	}
	f.wanted = make([]bool, len(f.known))
	e.want(f)
	f.flow()
	return f
}

// A weighed function is one that is looked into with so many calls within calls.
type weighed struct {
	fn    *ssa.Function
	depth int
}

// weight returns how many instructions a function has, with those of the functions that
// it calls and that are looked into; endless if a block may run twice.
func (e *engine) weight(fn *ssa.Function, depth int) int {
	key := weighed{fn, depth}
	n, ok := e.weights[key]
	if ok {
		return n
	}
	for _, b := range fn.Blocks {
		if n += len(b.Instrs); inLoop(b) {
			n += endless
		}
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || depth == 0 {
				continue
			}
			if to := call.Common().StaticCallee(); to != nil && len(original(to).Blocks) > 0 {
				if w := e.weight(original(to), depth-1); w <= maxSteps {
					n += w
				}
			}
		}
	}
	e.weights[key] = n
	return n
}

// endless is the weight of loops.
const endless = 1 << 20

// within reports whether a register is read in a block alone.
func within(v ssa.Value, b *ssa.BasicBlock) bool {
	for _, r := range *v.Referrers() {
		if _, phi := r.(*ssa.Phi); phi || r.Block() != b {
			return false
		}
	}
	return true
}

// escapes reports whether others than its function may come to know a place.
func (e *engine) escapes(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if r.Val == v {
				return true
			}
		case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Slice, *ssa.MakeInterface, *ssa.ChangeType:
			if e.escapes(r.(ssa.Value)) {
				return true
			}
		case *ssa.Call:
			if fn := Callee(r.Common()); fn == nil || !e.lends(fn) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// want finds the variables that matter.
func (e *engine) want(f *function) {
	var work []ssa.Value
	seen := make(map[ssa.Value]bool) // of what is read more than once
	push := func(vs ...ssa.Value) {
		for _, v := range vs {
			if v == nil || v.Referrers() == nil || seen[v] {
				continue
			}
			if len(*v.Referrers()) > 1 {
				seen[v] = true
			}
			work = append(work, v)
		}
	}
	stores := make(map[ssa.Value][]ssa.Value)
	for _, b := range f.fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.If:
				push(instr.Cond)
			case *ssa.Return:
				push(instr.Results...)
			case ssa.CallInstruction:
				if e.matters(instr.Common()) {
					push(instr.Common().Value)
					push(instr.Common().Args...)
				}
			case *ssa.Store:
				root := rootOf(instr.Addr)
				if alloc, ok := root.(*ssa.Alloc); ok && f.skippable(alloc) {
					stores[alloc] = append(stores[alloc], instr.Val)
				} else {
					push(instr.Val, instr.Addr)
				}
			case *ssa.MapUpdate:
				push(instr.Map, instr.Key, instr.Value)
			}
		}
	}
	var operands []*ssa.Value
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if alloc, ok := rootOf(v).(*ssa.Alloc); ok {
			if n := f.number[alloc]; f.skippable(alloc) && !counts(alloc) && !f.wanted[n] {
				f.wanted[n] = true
				push(stores[alloc]...)
			}
		}
		if instr, ok := v.(ssa.Instruction); ok {
			operands = instr.Operands(operands[:0])
			for _, op := range operands {
				push(*op)
			}
		}
	}
}

// skippable reports whether a variable can be left out if it does not matter.
func (f *function) skippable(alloc *ssa.Alloc) bool {
	_, basic := alloc.Type().(*types.Pointer).Elem().Underlying().(*types.Basic)
	return basic && !f.isKnown(alloc) || alloc.Comment == "defer$stack"
}

// isKnown reports whether others than the function read or write a variable.
func (f *function) isKnown(v ssa.Value) bool {
	n, ok := f.number[v]
	return ok && n >= 0 && f.known[n]
}

// counts reports whether a variable counts the rounds of a range loop that
// nobody asks for the number.
func counts(alloc *ssa.Alloc) bool {
	if alloc.Comment != "rangeindex" && alloc.Comment != "rangeint.iter" {
		return false
	}
	for _, r := range *alloc.Referrers() {
		load, ok := r.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range *load.Referrers() {
			switch use.(type) {
			case *ssa.BinOp, *ssa.IndexAddr, *ssa.Index:
			default:
				return false
			}
		}
	}
	return true
}

// rootOf returns the place that an address lies in.
func rootOf(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		default:
			return v
		}
	}
}

// flow finds out which places may be read again, block by block.
func (f *function) flow() {
	words := (len(f.known) + 63) / 64
	f.live = make([][]uint64, len(f.fn.Blocks))
	kills := make([][]uint64, len(f.fn.Blocks))
	var operands []*ssa.Value
	for i, b := range f.fn.Blocks {
		f.live[i], kills[i] = make([]uint64, words), make([]uint64, words)
		for _, instr := range slices.Backward(b.Instrs) {
			if v, ok := instr.(ssa.Value); ok {
				if n, ok := f.number[v]; ok && n >= 0 {
					set(kills[i], n, true)
					set(f.live[i], n, false)
				}
			}
			store, _ := instr.(*ssa.Store)
			operands = instr.Operands(operands[:0])
			for _, op := range operands {
				n, ok := f.number[*op]
				if !ok || n < 0 {
					continue
				}
				if store != nil && op == &store.Addr && !f.known[n] {
					set(kills[i], n, true)
					set(f.live[i], n, false)
					continue
				}
				set(f.live[i], n, true)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for i, b := range slices.Backward(f.fn.Blocks) {
			for _, s := range b.Succs {
				for w, bits := range f.live[s.Index] {
					if more := bits &^ kills[i][w] &^ f.live[i][w]; more != 0 {
						f.live[i][w] |= more
						changed = true
					}
				}
			}
		}
	}
}

func set(bits []uint64, n int, to bool) {
	if to {
		bits[n/64] |= 1 << (n % 64)
	} else {
		bits[n/64] &^= 1 << (n % 64)
	}
}

// isLive reports whether a place of the function may be read from the beginning
// of a block on by what names it.
func (f *function) isLive(b *ssa.BasicBlock, place ssa.Value) bool {
	n, ok := f.number[place]
	return !ok || n < 0 || f.live[b.Index][n/64]&(1<<(n%64)) != 0
}

// Callee returns the function or method that a call names; nil if it calls a
// value.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	if fn := c.StaticCallee(); fn != nil {
		return objectOf(fn)
	}
	return nil
}

// objectOf returns what declares a function; nil for a literal.
func objectOf(fn *ssa.Function) *types.Func {
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	return obj.Origin()
}
