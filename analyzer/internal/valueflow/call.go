package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"
)

// call evaluates a call in frame f and returns the nodes of its results, nil
// for those that can hold no code.
func (b *builder) call(f *frame, call *ast.CallExpr) []*node {
	if results, ok := f.calls.get(call); ok {
		return results
	}
	f.calls.set(call, nil)
	results := b.evalCall(f, call)
	f.calls.set(call, results)
	return results
}

func (b *builder) evalCall(f *frame, call *ast.CallExpr) []*node {
	if tv := b.info.Types[call.Fun]; tv.IsType() {
		return []*node{b.conversion(f, call, tv.Type)}
	}
	callee := b.callee(call)
	b.passedOn(f, call, callee)
	switch callee := callee.(type) {
	case *types.Builtin:
		return []*node{b.builtin(f, call, callee.Name())}
	case *types.Func:
		if b.errors.matter {
			first := len(b.comparisons)
			defer func() { b.searchedAt(first, call) }()
			if results, ok := b.errorCall(f, call, callee); ok {
				return results
			}
		}
		b.fakeFormat(f, call, callee.Signature())
		b.writes(f, call)
		if d := b.decls[callee.Origin()]; d != nil {
			return b.callDeclared(f, call, d)
		}
		if option, ok := b.client(f, call, callee); ok {
			return []*node{option}
		}
		row := library.Of(callee)
		if results, ok := b.cut(f, call, row); ok {
			return results
		}
		if n, ok := b.operate(f, call, row); ok {
			return []*node{n}
		}
		if fact := b.importedFunc(callee); fact != nil {
			return b.callImported(f, call, callee, fact)
		}
		if impls := b.implementations(callee); impls != nil {
			return b.callAbstract(f, call, callee, impls)
		}
		return b.callUnknown(f, call, callee)
	}
	return b.callValue(f, call)
}

// callee returns what is called: a function of a library, too, if a variable holds
// that and nothing else.
func (b *builder) callee(call *ast.CallExpr) types.Object {
	callee := typeutil.Callee(b.info, call)
	v, ok := callee.(*types.Var)
	if !ok {
		return callee
	}
	var held *ast.Ident
	switch e := ast.Unparen(b.onlyValue(v)).(type) {
	case *ast.Ident:
		held = e
	case *ast.SelectorExpr:
		held = e.Sel
	default:
		return callee
	}
	fn, ok := b.info.Uses[held].(*types.Func)
	if !ok || fn.Signature().Recv() != nil || fn.Pkg() == b.pass.Pkg || b.factful[fn.Pkg()] {
		return callee
	}
	return fn
}

// conversion evaluates T(x).
func (b *builder) conversion(f *frame, call *ast.CallExpr, t types.Type) *node {
	if len(call.Args) > 0 {
		b.convert(b.typeOf(call.Args[0]), t)
		b.becomes(f, call.Args[0], t)
		if b.info.Types[call.Args[0]].IsNil() {
			return nil
		}
	}
	if !b.holds(t) {
		return nil
	}
	x := b.arg(f, call, 0)
	if x == nil || len(call.Args) > 0 && b.isNumber(t) != b.isNumber(b.typeOf(call.Args[0])) {
		return b.unknown(t)
	}
	if isCodeType(t) {
		n := b.node()
		n.kind = retyped
		b.edge(x, n)
		return n
	}
	return x
}

func (b *builder) builtin(f *frame, call *ast.CallExpr, name string) *node {
	switch name {
	case "append":
		return b.appendTo(f, call)
	case "copy":
		if len(call.Args) == 2 {
			dst, src := b.value(f, call.Args[0]), b.value(f, call.Args[1])
			if dst != nil && src != nil {
				b.flow(b.elem(src), b.storeElem(dst), elemType(b.typeOf(call.Args[0])))
			}
		}
	case "delete":
		if len(call.Args) == 2 {
			if m := b.value(f, call.Args[0]); m != nil {
				b.compare(Equal, b.value(f, call.Args[1]), b.key(m))
			}
		}
	case "make":
		if b.holds(b.typeOf(call)) {
			return b.node()
		}
	case "new":
		if t := b.typeOf(call); t != nil && b.holds(t) {
			return b.makePointer(call, t)
		}
	case "min", "max":
		n := b.node()
		for _, a := range call.Args {
			b.flow(b.value(f, a), n, b.typeOf(a))
		}
		return n
	}
	return nil
}

func (b *builder) appendTo(f *frame, call *ast.CallExpr) *node {
	t := b.typeOf(call)
	if t == nil && len(call.Args) > 0 {
		t = b.typeOf(call.Args[0]) // what is appended is not written yet
	}
	et := elemType(t)
	if len(call.Args) == 0 || et == nil || !b.holds(et) {
		for _, a := range call.Args {
			b.value(f, a)
		}
		return nil
	}
	n := b.node()
	b.flow(b.value(f, call.Args[0]), n, t)
	for i, a := range call.Args[1:] {
		x := b.value(f, a)
		if x == nil {
			continue
		}
		if call.Ellipsis.IsValid() && i == len(call.Args)-2 {
			b.flow(b.elem(x), b.elem(n), et)
			continue
		}
		b.listElement(a, t)
		b.flow(x, b.elem(n), b.typeOf(a))
	}
	return n
}

// argument is a value that is passed, with its type.
type argument struct {
	n *node
	t types.Type
}

// arguments evaluates the arguments of a call, the results of g in f(g())
// apart.
func (b *builder) arguments(f *frame, call *ast.CallExpr) []argument {
	if len(call.Args) == 1 {
		if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
			if tuple, ok := b.typeOf(inner).(*types.Tuple); ok {
				results := b.call(f, inner)
				args := make([]argument, tuple.Len())
				for i := range args {
					args[i].t = tuple.At(i).Type()
					if i < len(results) {
						args[i].n = results[i]
					}
				}
				return args
			}
		}
	}
	args := make([]argument, len(call.Args))
	for i, a := range call.Args {
		args[i] = argument{b.valueOrPointer(f, a), b.typeOf(a)}
	}
	return args
}

// valueOrPointer is value, but has a node for pointers to structs, too, so that
// it can be seen where they are handed over to code that is not in view.
func (b *builder) valueOrPointer(f *frame, e ast.Expr) *node {
	n := b.value(f, e)
	if n != nil {
		return n
	}
	t := b.typeOf(e)
	if t == nil || !shares(t) || !b.hasStruct(t, 0) {
		return nil
	}
	n = b.node()
	n.add().types = []types.Type{t}
	return n
}

// hasStruct reports whether a struct of this package can be reached from t.
func (b *builder) hasStruct(t types.Type, depth int) bool {
	e := elemType(t)
	if e == nil || depth > maxDepth {
		return false
	}
	if _, ok := e.Underlying().(*types.Struct); ok {
		named, ok := types.Unalias(e).(*types.Named)
		return !ok || named.Obj().Pkg() == b.pass.Pkg
	}
	_, isParam := types.Unalias(e).(*types.TypeParam)
	return isParam || b.hasStruct(e, depth+1)
}

// bind lets the arguments of a call flow into parameters.
func (b *builder) bind(c *closure, args []argument, call *ast.CallExpr) {
	b.blankArguments(call, c, len(args))
	for i, a := range args {
		if i < len(c.params) {
			b.convert(a.t, c.paramType(i))
		}
		last := len(c.params) - 1
		if c.sig.Variadic() && i >= last {
			p := c.params[last]
			switch {
			case p == nil:
			case call.Ellipsis.IsValid():
				b.flow(a.n, p, a.t)
			default:
				b.flow(a.n, b.elem(p), a.t)
			}
			continue
		}
		if i <= last {
			b.flow(a.n, c.params[i], a.t)
		}
	}
}

// callDeclared evaluates a call of a function or method of the package.
func (b *builder) callDeclared(f *frame, call *ast.CallExpr, d *function) []*node {
	args := b.arguments(f, call)
	if d.obj.Signature().Recv() != nil {
		args = append([]argument{b.receiver(f, call)}, args...)
	}
	if answers(d.obj) {
		b.passedTo(call, d.obj)
	}
	if b.copies(d, f) {
		d.copied = true
		own := b.newFrame(d, f)
		c := b.closure(own, d.obj.Signature())
		if d.open() {
			for i, p := range c.params {
				if p != nil {
					p.labels |= b.openLabels(c.paramType(i))
				}
			}
		}
		b.bind(c, args, call)
		b.boundArguments(f, call, args, d.obj.Signature(), c)
		b.walk(own, c, d.decl.Body)
		return c.results
	}
	b.bind(d.self, args, call)
	b.boundArguments(f, call, args, d.obj.Signature(), d.self)
	d.self.linked = true
	return d.self.results
}

// receiver returns the receiver that a method is called on.
func (b *builder) receiver(f *frame, call *ast.CallExpr) argument {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return argument{}
	}
	return argument{b.value(f, sel.X), b.typeOf(sel.X)}
}

// open reports whether code outside the package may call d.
func (d *function) open() bool {
	return d.obj.Exported() && d.obj.Pkg().Name() != "main"
}

// callValue evaluates the call of a function value.
func (b *builder) callValue(f *frame, call *ast.CallExpr) []*node {
	fun := b.value(f, call.Fun)
	args := b.arguments(f, call)
	sig, ok := b.signature(call.Fun)
	if !ok {
		return nil
	}
	if fun == nil {
		b.handOver(call, args, nil)
		b.escapeResults(nil, sig)
		return b.unknownResults(sig)
	}
	// A closure of our own stands for whatever will turn out to be called.
	c := &closure{sig: sig, params: b.nodesOf(sig.Params())}
	b.bind(c, args, call)
	b.boundArguments(f, call, args, sig, c)
	return b.callOf(fun, sig, args, c.params).results
}

// callOf notes a call of the function of type sig that fun will turn out to hold.
func (b *builder) callOf(fun *node, sig *types.Signature, args []argument, params []*node) *dynamic {
	d := &dynamic{sig: sig, args: args, params: params, results: b.nodesOf(sig.Results()), linked: make(map[*closure]bool)}
	fun.add().calls = append(fun.add().calls, d)
	return d
}

// nodesOf returns a fresh node for each variable that can hold a code.
func (b *builder) nodesOf(tuple *types.Tuple) []*node {
	nodes := b.lists.take(tuple.Len())
	for i := range nodes {
		nodes[i] = b.nodeFor(tuple.At(i).Type())
	}
	return nodes
}

// signature returns the type of a function; false if it is none, or does not compile.
func (b *builder) signature(fun ast.Expr) (*types.Signature, bool) {
	t := b.typeOf(fun)
	if t == nil {
		return nil, false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return sig, ok
}

// callUnknown evaluates the call of a function whose body is not in view.
func (b *builder) callUnknown(f *frame, call *ast.CallExpr, callee *types.Func) []*node {
	if does := library.Of(callee).Does; does == library.ErrorIs || does == library.ErrorIsLike {
		b.compareWhole(call)
	}
	b.listArguments(call, callee.Origin().Signature())
	args := b.arguments(f, call)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		b.value(f, sel.X)
	}
	if recv := callee.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		b.abstract[callee.Name()] = true
	}
	sig, ok := b.signature(call.Fun)
	if !ok {
		return nil
	}
	if !readsOnly(callee) {
		b.handOver(call, args, callee.Origin().Signature())
		b.escapeResults(callee.Origin().Signature(), sig)
	}
	return b.foundResults(call, callee, sig, b.unknownResults(sig))
}

// escapeResults says that what a function not in view returns was made there,
// if the function does not know the type: what those do to their own types, or
// to types that they name, facts tell.
func (b *builder) escapeResults(declared, sig *types.Signature) {
	for i := range sig.Results().Len() {
		if declared == nil || anyType(declared.Results().At(i).Type()) {
			b.escape(sig.Results().At(i).Type(), 0)
		}
	}
}

// anyType reports whether t is an interface or made of type parameters, so that
// a function which takes or returns it works with types that it does not know.
func anyType(t types.Type) bool {
	for depth := 0; t != nil && depth <= maxDepth; depth++ {
		if types.IsInterface(t) {
			return true
		}
		t = elemType(t)
	}
	return false
}

func (b *builder) unknownResults(sig *types.Signature) []*node {
	results := b.lists.take(sig.Results().Len())
	for i := range results {
		if t := sig.Results().At(i).Type(); b.holds(t) {
			results[i] = b.unknown(t)
		}
	}
	return results
}
