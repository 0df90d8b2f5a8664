package paths

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// eval returns the value of a register, variable, function or constant.
func (p *Path) eval(v ssa.Value) Value {
	switch v := v.(type) {
	case *ssa.Const:
		switch {
		case v.Value != nil:
			return p.t.constant(v.Value)
		case v.IsNil():
			return p.t.null()
		}
		return p.t.zero(v.Type())
	case *ssa.Global:
		return p.global(v.Pkg.Pkg, v.Name())
	case *ssa.Function:
		return p.function(v)
	case *ssa.Parameter:
		if i := slices.Index(p.f.fn.Params, v); i < len(p.f.params) {
			return p.f.params[i]
		}
		return 0
	case *ssa.FreeVar:
		if i := slices.Index(p.f.fn.FreeVars, v); i < len(p.f.free) {
			return p.f.free[i]
		}
		return 0
	case *ssa.Alloc:
		return p.placeOf(kAlloc, v)
	case *ssa.Builtin, nil:
		return 0
	}
	if n := p.f.number[v]; n < 0 && v.(ssa.Instruction).Block() == p.instr.Block() {
		return p.regs[-1-n]
	}
	val, _ := p.s.cell(p.register(v))
	return val
}

// set gives a register a value.
func (p *Path) set(v ssa.Value, val Value) {
	if n := p.f.number[v]; n < 0 {
		p.regs[-1-n] = val
		return
	}
	p.s.setCell(p.register(v), val)
}

func (p *Path) register(v ssa.Value) Value { return p.placeOf(kRegister, v) }

// placeOf returns the place of a variable or register.
func (p *Path) placeOf(k kind, v ssa.Value) Value {
	i, ok := p.f.number[v]
	if !ok || i < 0 {
		return p.t.of(node{kind: k, ref: v, a: p.f.ctx})
	}
	if p.f.at == nil {
		p.f.at = make([]Value, len(p.f.known))
	}
	if p.f.at[i] == 0 {
		p.f.at[i] = p.t.of(node{kind: k, ref: v, a: p.f.ctx})
	}
	return p.f.at[i]
}

// global returns the place of a package-level variable.
func (e *engine) global(pkg *types.Package, name string) Value {
	return e.t.of(node{kind: kGlobal, str: pkg.Path() + "." + name})
}

// function returns the value of a function that is named.
func (p *Path) function(fn *ssa.Function) Value {
	if obj := objectOf(fn); obj != nil {
		return p.t.of(node{kind: kFunc, ref: obj})
	}
	return p.t.of(node{kind: kClosure, ref: original(fn)})
}

// original returns the generic function of one that has type arguments.
func original(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// site returns what the instruction that is run makes.
func (p *Path) site(name string) Value {
	v := p.t.of(node{kind: kSite, ref: p.instr, a: p.f.ctx, str: name})
	p.forget(v)
	return v
}

// step runs an instruction that goes on to the next one.
func (p *Path) step(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Alloc:
		place := p.eval(instr)
		if p.f.known[p.f.number[instr]] {
			p.forget(place)
		}
		if p.f.skips(instr) {
			return
		}
		p.clear(place)
		p.s.setCell(place, p.t.zero(instr.Type().(*types.Pointer).Elem()))
	case *ssa.Store:
		if alloc, ok := instr.Addr.(*ssa.Alloc); ok && p.f.skips(alloc) {
			return
		}
		p.storeAt(instr)
	case *ssa.MapUpdate:
		m, k := p.eval(instr.Map), p.eval(instr.Key)
		if p.t.kind(k) != kConst {
			p.havoc(m)
		}
		if m != 0 && k != 0 {
			p.store(p.t.elemAddr(m, k), p.eval(instr.Value))
		}
	case *ssa.Defer:
		p.deferCall(instr)
	case *ssa.Go:
		if c := p.resolve(instr); c.Fn != nil {
			p.check.Call(p, c)
		}
	case *ssa.Send:
		p.escapes(p.eval(instr.X))
	case *ssa.DebugRef:
	case ssa.Value:
		p.set(instr, p.value(instr))
	}
}

// skips reports whether a variable does not matter.
func (f *function) skips(alloc *ssa.Alloc) bool {
	return f.skippable(alloc) && !f.wanted[f.number[alloc]]
}

// storeAt runs an assignment.
func (p *Path) storeAt(instr *ssa.Store) {
	at := p.eval(instr.Addr)
	if elem, ok := instr.Addr.(*ssa.IndexAddr); ok {
		if base := p.eval(elem.X); p.t.kind(p.t.nodes[at].b) != kConst && base != 0 {
			p.havoc(base)
		}
	}
	v := p.eval(instr.Val)
	switch p.t.kind(p.t.root(at)) {
	case kAlloc, kRegister, kFree, kSite, kNothing:
	default:
		p.escapes(v)
	}
	p.store(at, v)
}

// escapes says that others may look at values, and so at the errors that these lead to.
func (p *Path) escapes(vs ...Value) {
	if p.check.Behind == nil {
		return
	}
	for i := range p.s.events {
		e := &p.s.events[i]
		if slices.ContainsFunc(vs, func(v Value) bool { return p.Carries(v, e) }) {
			p.Examine(e)
		}
	}
}

// deferCall keeps a call for the end of the function.
func (p *Path) deferCall(instr *ssa.Defer) {
	const many = 8
	if len(p.s.defers) >= many {
		p.giveUp = true
		return
	}
	c := p.resolve(instr)
	p.s.defers = append(slices.Clip(p.s.defers), deferred{p.f.ctx, c})
}

// value returns what an instruction computes that is no call.
func (p *Path) value(instr ssa.Value) Value {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return p.unary(instr)
	case *ssa.BinOp:
		v := p.binary(instr)
		if p.check.Asked != nil && p.f.up == nil && isComparison(instr.Op) {
			p.check.Asked(p, p, instr, v)
		}
		return v
	case *ssa.FieldAddr:
		if x := p.eval(instr.X); x != 0 {
			return p.t.fieldAddr(x, p.fieldName(instr.X.Type(), instr.Field))
		}
	case *ssa.Field:
		v := p.t.field(p.eval(instr.X), p.fieldName(instr.X.Type(), instr.Field))
		return p.typed(v, instr.Type())
	case *ssa.IndexAddr:
		if x, i := p.eval(instr.X), p.element(instr.Index); x != 0 && i != 0 {
			return p.t.elemAddr(x, i)
		}
	case *ssa.Index:
		if x, i := p.eval(instr.X), p.element(instr.Index); x != 0 && i != 0 {
			return p.typed(p.t.elem(x, i), instr.Type())
		}
	case *ssa.Lookup:
		return p.lookup(instr)
	case *ssa.Slice:
		return p.slice(instr)
	case *ssa.ChangeType:
		return p.eval(instr.X)
	case *ssa.ChangeInterface:
		return p.eval(instr.X)
	case *ssa.MakeInterface:
		return p.boxed(p.eval(instr.X), instr.X.Type())
	case *ssa.SliceToArrayPointer:
		return p.eval(instr.X)
	case *ssa.Convert:
		return p.convert(instr.X, instr.Type())
	case *ssa.MultiConvert:
		return p.convert(instr.X, instr.Type())
	case *ssa.TypeAssert:
		return p.assert(instr)
	case *ssa.Extract:
		if list := p.t.elements(p.eval(instr.Tuple)); instr.Index < len(list) {
			return list[instr.Index]
		}
	case *ssa.MakeClosure:
		return p.closure(instr)
	case *ssa.Next:
		return p.t.list(p.site("ok"), p.site("key"), p.site("value"))
	case *ssa.Select:
		list := make([]Value, instr.Type().(*types.Tuple).Len())
		for i := range list {
			list[i] = p.site(index(i))
		}
		return p.t.list(list...)
	case *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		v := p.site("made")
		p.s.setCell(v, p.t.of(node{kind: kZero}))
		return v
	}
	return p.site("value")
}

// typed returns the zero value of a type in the place of one with parts.
func (p *Path) typed(v Value, typ types.Type) Value {
	if p.t.kind(v) == kZero && !isAggregate(typ) {
		return p.t.zero(typ)
	}
	return v
}

// nameOfField returns the name of a field, as the check has it.
func (e *engine) nameOfField(f *types.Var) string {
	if e.check.Field != nil {
		if name := e.check.Field(f); name != "" {
			return name
		}
	}
	return f.Name()
}

func isComparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

// fieldName returns the name of a field of a struct, or of what a pointer to one
// leads to.
func (e *engine) fieldName(t types.Type, i int) string {
	if f := fieldOf(t, i); f != nil {
		return e.nameOfField(f)
	}
	return index(i)
}

// fieldOf returns a field of a struct, or of what a pointer to one leads to; nil if there
// is none.
func fieldOf(t types.Type, i int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok && i < s.NumFields() {
		return s.Field(i)
	}
	return nil
}

// element returns the value of an index. What a range loop goes through is
// another element in each round.
func (p *Path) element(i ssa.Value) Value {
	if alloc := rangeIndex(i); alloc != nil && isNamed(alloc) {
		return p.counter(-1)
	}
	return p.eval(i)
}

// unary returns the value of an operation on one operand.
func (p *Path) unary(instr *ssa.UnOp) Value {
	switch instr.Op {
	case token.MUL:
		if alloc, ok := instr.X.(*ssa.Alloc); ok && p.f.skips(alloc) {
			return 0
		}
		return p.load(p.eval(instr.X), instr.Type())
	case token.NOT:
		return p.not(p.eval(instr.X))
	case token.ARROW:
		if instr.CommaOk {
			return p.t.list(p.site("value"), p.site("ok"))
		}
		return p.site("value")
	}
	if x := p.eval(instr.X); x != 0 {
		return p.t.pure(instr.Op.String(), x)
	}
	return 0
}

// binary returns the value of an operation on two operands.
func (p *Path) binary(instr *ssa.BinOp) Value {
	x, y := p.eval(instr.X), p.eval(instr.Y)
	switch instr.Op {
	case token.EQL:
		return p.compared(instr, x, y)
	case token.NEQ:
		return p.not(p.compared(instr, x, y))
	case token.GEQ:
		return p.not(p.less(x, y))
	case token.GTR:
		return p.less(y, x)
	case token.LEQ:
		return p.not(p.less(y, x))
	case token.LSS:
		return p.less(x, y)
	case token.ADD:
		if alloc := rangeIndex(instr.X); alloc != nil {
			return p.round(alloc, x)
		}
		return p.sum(x, y, 1, "+")
	case token.SUB:
		return p.sum(x, y, -1, "-")
	}
	if x == 0 || y == 0 {
		return 0
	}
	return p.t.of(node{kind: kBinary, a: x, b: y, str: instr.Op.String()})
}

// lookup returns the element of a map or string.
func (p *Path) lookup(instr *ssa.Lookup) Value {
	x, i := p.eval(instr.X), p.eval(instr.Index)
	if x == 0 || i == 0 {
		if instr.CommaOk {
			return p.t.list(p.site("value"), p.site("ok"))
		}
		return p.site("value")
	}
	at := p.t.elemAddr(x, i)
	typ := instr.Type()
	if !instr.CommaOk {
		return p.load(at, typ)
	}
	v := p.load(at, typ.(*types.Tuple).At(0).Type())
	ok := p.t.pure("has", v)
	if _, has := p.s.cell(at); has {
		ok = p.t.boolean(true)
	}
	return p.t.list(v, ok)
}

// slice returns a part of a slice, string or array.
func (p *Path) slice(instr *ssa.Slice) Value {
	x := p.eval(instr.X)
	made, ok := instr.X.(*ssa.Alloc)
	if instr.Low == nil && (instr.High == nil || ok && made.Comment == "makeslice") || x == 0 {
		return x
	}
	args := []Value{x, 0, 0, 0}
	for i, v := range [...]ssa.Value{instr.Low, instr.High, instr.Max} {
		if v != nil {
			args[i+1] = p.eval(v)
		}
	}
	return p.t.pure("[:]", args...)
}

// convert returns the value of a conversion. A text is made of what a slice holds
// then.
func (p *Path) convert(x ssa.Value, to types.Type) Value {
	v := p.eval(x)
	if _, ofSlice := x.Type().Underlying().(*types.Slice); ofSlice && isString(to) && v != 0 {
		return p.contents(v)
	}
	return v
}

// closure returns the value of a function literal, or of a method with its
// receiver.
func (p *Path) closure(instr *ssa.MakeClosure) Value {
	fn := instr.Fn.(*ssa.Function)
	bound := make([]Value, len(instr.Bindings))
	for i, b := range instr.Bindings {
		bound[i] = p.eval(b)
	}
	if obj := objectOf(fn); obj != nil && len(bound) == 1 {
		return p.t.of(node{kind: kFunc, ref: obj, a: bound[0]})
	}
	return p.t.of(node{kind: kClosure, ref: original(fn), a: p.t.list(bound...)})
}
