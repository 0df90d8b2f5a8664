package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// disturbed says that a call may have written to all that it was handed, or to
// what the parameters in writes lead to, and to what others can reach.
func (p *Path) disturbed(c *Call, errs Value, writes map[string]bool) {
	if c.Fn != nil && p.lends(c.Fn) {
		return
	}
	for i, v := range c.Args {
		if p.isStable(c, i) || p.isEventError(v) || writes != nil && !writes[index(i)] || c.regs[i] != nil && isFlat(c.regs[i].Type()) {
			continue
		}
		if left := p.havoc(v); left != 0 {
			p.comesFrom(left, errs)
		}
	}
	if c.Fn == nil {
		// What a field calls may know the struct.
		if load, ok := c.Instr.Common().Value.(*ssa.UnOp); ok {
			if field, ok := load.X.(*ssa.FieldAddr); ok {
				p.havoc(p.eval(field.X))
			}
		}
	}
	p.disturb()
}

// lends reports whether a function keeps nothing that it is handed, and writes to
// nothing of it but what a rule says.
func (e *engine) lends(fn *types.Func) bool {
	row := e.Rule(fn)
	return row.Is(library.ReadsOnly) || row.Does == library.ErrorAs || fn.Pkg() != nil && sdk.InModule(fn.Pkg().Path())
}

// isStable reports whether what is handed over as argument i stays as it is,
// whoever gets it: requests and the contexts of web frameworks.
func (e *engine) isStable(c *Call, i int) bool {
	r := c.regs[i]
	if r == nil {
		return false
	}
	if i == 0 && c.Fn != nil && e.Rule(c.Fn).Is(library.Writes) {
		return false
	}
	for {
		m, ok := r.(*ssa.MakeInterface)
		if !ok {
			break
		}
		r = m.X
	}
	return library.KindOf(r.Type()).Is(library.Lasting)
}

// broughtBy returns the results of calls that values depend on, as a list.
func (p *Path) broughtBy(vs []Value) Value {
	var list []Value
	for i := range p.s.events {
		e := &p.s.events[i]
		for _, r := range [...]Value{e.err, e.res} {
			if r != 0 && slices.ContainsFunc(vs, func(v Value) bool { return p.depends(v, r) || p.leadsTo(v, r) }) {
				list = append(list, r)
			}
		}
	}
	for _, i := range p.f.errors {
		if param := p.params()[i]; slices.ContainsFunc(vs, func(v Value) bool { return p.depends(v, param) || p.leadsTo(v, param) }) {
			list = append(list, param)
		}
	}
	return p.t.list(list...)
}

// leadsTo reports whether what a place holds depends on a result, such as the
// slice of a variadic call.
func (p *Path) leadsTo(v, r Value) bool {
	if p.t.kind(v) != kAlloc {
		return false
	}
	return slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.t.lies(c.at, v) && p.depends(c.val, r) })
}

// comesFrom says that a value may depend on the results of calls.
func (p *Path) comesFrom(v, errs Value) {
	if v != 0 {
		p.s.setLink(v, errs)
	}
}
