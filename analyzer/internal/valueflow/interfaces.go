package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
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

// An abstract stands for a method of an interface of the package. What callers pass
// flows through it into all implementations, and back what those return.
type abstract struct {
	*closure
	impls []*function
	open  bool // other packages may implement the interface
}

// abstractOf returns what stands for the method fn, whose implementations are in view.
func (b *builder) abstractOf(fn *types.Func, impls []*function) *abstract {
	if a := b.abstracts[fn]; a != nil {
		return a
	}
	sig := fn.Signature()
	a := &abstract{b.newClosure(sig), impls, fn.Exported() && b.pass.Pkg.Name() != "main"}
	b.abstracts[fn] = a
	a.params = append(append(a.params, nil), b.nodesOf(sig.Params())...)
	a.results = b.nodesOf(sig.Results())
	for _, d := range impls {
		d.self.linked = true
		for i, p := range a.params {
			b.flow(p, d.self.params[i], a.paramType(i))
		}
		for i, r := range a.results {
			b.flow(d.self.results[i], r, a.resultType(i))
		}
	}
	return a
}

// callAbstract evaluates a call through an interface whose implementations are
// in view.
func (b *builder) callAbstract(f *frame, call *ast.CallExpr, callee *types.Func, impls []*function) []*node {
	a := b.abstractOf(callee, impls)
	b.bind(a.closure, append([]argument{{}}, b.arguments(f, call)...), call)
	return a.results
}

// joinResults says of the results of calls through interfaces that they may be
// anything, unless every implementation returns codes. It returns the nodes
// that have a new label.
func (b *builder) joinResults() []*node {
	var opened []*node
	for _, a := range b.abstracts {
		for i, r := range a.results {
			switch {
			case r == nil:
				continue
			case slices.ContainsFunc(a.impls, func(d *function) bool { return !d.self.results[i].labels.isCode() }):
				b.taint(r, a.resultType(i), 0)
			case a.open:
				r.labels |= exposed
			default:
				continue
			}
			opened = append(opened, r)
		}
	}
	return opened
}
