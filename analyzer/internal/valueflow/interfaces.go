package valueflow

import (
	"go/ast"
	"go/types"
)

// implementations returns the methods of the package's types that a call of
// the interface method fn may reach, nil if there is one that is not in view
// or the interface is not of this package.
func (b *builder) implementations(fn *types.Func) []*function {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	named, ok := types.Unalias(recv.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != b.pass.Pkg || named.TypeParams().Len() > 0 {
		return nil
	}
	iface, ok := named.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	if list, ok := b.implementers[fn]; ok {
		return list
	}
	var list []*function
	scope := b.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		t := types.NewPointer(tn.Type())
		if !types.Implements(t, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, fn.Pkg(), fn.Name())
		method, ok := obj.(*types.Func)
		if !ok || b.decls[method.Origin()] == nil {
			list = nil
			break
		}
		list = append(list, b.decls[method.Origin()])
	}
	b.implementers[fn] = list
	return list
}

// An abstractCall is a call through an interface of the package, of which one
// result may come from several implementations.
type abstractCall struct {
	result *node
	t      types.Type
	from   []*node
	open   bool // other packages may implement the interface
}

// callAbstract evaluates a call through an interface whose implementations are
// in view.
func (b *builder) callAbstract(f *frame, call *ast.CallExpr, callee *types.Func, impls []*function) []*node {
	args := b.arguments(f, call)
	open := callee.Exported() && b.pass.Pkg.Name() != "main"
	for _, d := range impls {
		b.bind(d.self, append([]argument{{}}, args...), call)
		d.self.linked = true
	}
	sig := callee.Signature()
	results := b.nodesOf(sig.Results())
	for i, r := range results {
		if r == nil {
			continue
		}
		a := abstractCall{result: r, t: sig.Results().At(i).Type(), open: open}
		for _, d := range impls {
			if i < len(d.self.results) {
				a.from = append(a.from, d.self.results[i])
				b.flow(d.self.results[i], r, a.t)
			}
		}
		b.abstractCalls = append(b.abstractCalls, a)
	}
	return results
}

// joinResults says of the results of calls through interfaces that they may be
// anything, unless every implementation returns codes. It returns the nodes
// that have a new label.
func (b *builder) joinResults() []*node {
	var opened []*node
	for _, a := range b.abstractCalls {
		codes := true
		for _, n := range a.from {
			codes = codes && n.labels.isCode()
		}
		switch {
		case !codes:
			b.taint(a.result, a.t, 0)
		case a.open:
			a.result.labels |= exposed
		default:
			continue
		}
		opened = append(opened, a.result)
	}
	return opened
}
