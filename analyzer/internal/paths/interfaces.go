package paths

import (
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// maxImplementations is how many methods one of an interface may mean. An interface
// that more types implement tells too little.
const maxImplementations = 4

// implementations returns the methods that one of an interface of the program can
// mean: those of types of the package, and of types of other packages of which
// something is known. It returns nil for any other function, and if there are too
// many.
func (e *engine) implementations(method *types.Func) []*types.Func {
	recv, pkg := method.Signature().Recv(), method.Pkg()
	if recv == nil || pkg == nil || !types.IsInterface(recv.Type()) {
		return nil
	}
	if list, ok := e.methods[method]; ok {
		return list
	}
	var list []*types.Func
	iface, _ := recv.Type().Underlying().(*types.Interface)
	if pkg == e.pass.Pkg || !library.IsStandard(pkg.Path()) && !sdk.InModule(pkg.Path()) {
		for _, t := range e.candidates() {
			if types.Implements(types.NewPointer(t), iface) {
				m, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, pkg, method.Name())
				if m, ok := m.(*types.Func); ok && !slices.Contains(list, m.Origin()) {
					list = append(list, m.Origin())
				}
			}
		}
	}
	if len(list) > maxImplementations {
		list = nil
	}
	e.methods[method] = list
	return list
}

// candidates returns the types that may implement an interface in a way that is known.
func (e *engine) candidates() []*types.Named {
	if e.named != nil {
		return e.named
	}
	e.named = []*types.Named{}
	seen := make(map[*types.Named]bool)
	add := func(t types.Type) {
		named, ok := types.Unalias(t).(*types.Named)
		if ok && named.TypeParams() == nil && !types.IsInterface(named) && named.NumMethods() > 0 && !report.InTest(e.pass, named.Obj().Pos()) && !seen[named] {
			seen[named] = true
			e.named = append(e.named, named)
		}
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if obj, ok := scope.Lookup(name).(*types.TypeName); ok && !obj.IsAlias() {
			add(obj.Type())
		}
	}
	own := len(e.named)
	for _, f := range e.pass.AllObjectFacts() {
		fn, ok := f.Object.(*types.Func)
		if !ok || fn.Pkg() == e.pass.Pkg || fn.Signature().Recv() == nil {
			continue
		}
		t := types.Unalias(fn.Signature().Recv().Type())
		if ptr, ok := t.(*types.Pointer); ok {
			t = ptr.Elem()
		}
		add(t)
	}
	slices.SortFunc(e.named[own:], func(a, b *types.Named) int { return strings.Compare(a.String(), b.String()) })
	return e.named
}

// meant finds out which methods a call of one of an interface may mean: by the type of
// the object that it is called on, by those that are put into the field that holds it,
// or by the types that implement the interface.
func (p *Path) meant(c *Call) {
	if c.Fn == nil || c.body != nil || len(c.Args) == 0 {
		return
	}
	recv := c.Fn.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) {
		return
	}
	list := p.implementations(c.Fn)
	known := p.filledWith(c.regs[0])
	if t := p.Type(c.Args[0]); t != nil {
		known = []types.Type{types.NewPointer(t)}
	}
	if len(known) > 0 && len(known) <= maxImplementations {
		list = nil
		for _, t := range known {
			m, _, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, c.Fn.Name())
			if m, ok := m.(*types.Func); ok {
				list = append(list, m.Origin())
			}
		}
	}
	if slices.ContainsFunc(list, p.mattersIn) {
		// Not all types of other packages show.
		list = slices.DeleteFunc(slices.Clone(list), func(m *types.Func) bool { return m.Pkg() != p.pass.Pkg && !p.mattersIn(m) })
	}
	switch {
	case len(list) == 1:
		p.means(c, list[0])
	case !slices.ContainsFunc(list, func(m *types.Func) bool { return !p.mattersIn(m) }):
		c.any = list
	}
}

// mattersIn reports whether something in a function or method matters. Where that is
// not so of one that a method may mean, nobody can tell whether anything happens.
func (e *engine) mattersIn(fn *types.Func) bool {
	if body := e.bodies[fn]; body != nil {
		return e.matter(body)
	}
	return e.imported(fn).matters()
}

// means makes a call of a method of an interface one of a method that it means.
func (e *engine) means(c *Call, m *types.Func) { c.impl, c.body = m, e.bodies[m] }
