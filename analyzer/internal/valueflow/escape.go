package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// handOver gives the arguments of a function of the declared signature, nil if
// that is not known, to code that is not in view: what they point to may
// be written there, and functions may be called with anything.
func (b *builder) handOver(call *ast.CallExpr, args []argument, declared *types.Signature) {
	for i, a := range args {
		// A text holds nothing that could be written.
		if a.n != nil && !isString(a.t) && !b.isError(a.t) && !b.isTarget(call, a.t) {
			b.edge(a.n, b.outside())
			b.taintContents(a.n, a.t)
		}
		if a.t != nil && takesAny(declared, i) {
			b.escapeTarget(a.t)
		}
	}
	// A generic function makes values of the types it is instantiated with.
	if id := library.CalleeIdent(call); id != nil {
		if inst, ok := b.info.Instances[id]; ok && inst.TypeArgs != nil {
			for t := range inst.TypeArgs.Types() {
				b.escape(t, 0)
			}
		}
	}
}

// takesAny reports whether the i-th parameter of a function, nil if that is not
// known, is of a type that the function does not know.
func takesAny(declared *types.Signature, i int) bool {
	if declared == nil || declared.Params().Len() == 0 {
		return true
	}
	return anyType(declared.Params().At(min(i, declared.Params().Len()-1)).Type())
}

// leak says of everything that gets outside by way of other functions of the
// package, behind a parameter of type any for instance, that it may be written
// there.
func (b *builder) leak() {
	if b.out == nil {
		return
	}
	for _, t := range b.out.has().types {
		b.escapeTarget(t)
	}
	for _, n := range b.reach([]*node{b.out}, everywhere, upstream) {
		if n.elem != nil || n.elemStore != nil {
			b.storeElem(n).labels |= fromElsewhere
		}
		if n.has().key != nil || n.has().keyStore != nil {
			b.storeKey(n).labels |= fromElsewhere
		}
	}
}

// outside is the node of all code that is not in view.
func (b *builder) outside() *node {
	if b.out == nil {
		b.out = b.node()
	}
	return b.out
}

// taintContents says that the contents of n may be written by code that is not
// in view.
func (b *builder) taintContents(n *node, t types.Type) {
	if t == nil || !shares(t) {
		return
	}
	if e := elemType(t); e != nil && b.holds(e) {
		b.taint(b.storeElem(n), e, 1)
	}
	if k := keyType(t); k != nil && b.holds(k) {
		b.taint(b.storeKey(n), k, 1)
	}
}

// escapeTarget is escape for a value of type t that is handed over: only what
// it shares with its holder can be written.
func (b *builder) escapeTarget(t types.Type) {
	if e := elemType(t); e != nil && shares(t) {
		b.escape(e, 0)
	}
}

// escape says that values of type t are made or written by code that is not in
// view, by decoding for instance, and so that its fields may hold anything.
func (b *builder) escape(t types.Type, depth int) {
	if t == nil || depth > maxDepth || b.escaped[t] {
		return
	}
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		b.escaped[t] = true
		b.escapedParams[p.Obj()] = true
		return
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != b.pass.Pkg && !b.factful[named.Obj().Pkg()] {
			return // its fields are unknown as it is
		}
		b.escaped[t] = true
		for v := range s.Fields() {
			if n := b.variable(nil, v); n != nil {
				b.taint(n, v.Type(), 0)
			}
			b.escape(v.Type(), depth+1)
		}
		return
	}
	if e := elemType(t); e != nil {
		b.escape(e, depth+1)
	}
}

// escapeInstances says of the types that stand for escaping type parameters of this
// package's functions and types that they escape, too.
func (b *builder) escapeInstances() {
	for grew := len(b.escapedParams) > 0; grew; {
		before := len(b.escapedParams)
		for fn := range b.decls { // a method has parameters of its own for those of its type
			recv := fn.Signature().RecvTypeParams()
			for i := range recv.Len() {
				if named := receiverType(fn); named != nil && b.escapedParams[recv.At(i).Obj()] {
					b.escapedParams[named.TypeParams().At(i).Obj()] = true
				}
			}
		}
		for id, inst := range b.info.Instances {
			var params *types.TypeParamList
			switch obj := b.info.Uses[id].(type) {
			case *types.Func:
				params = obj.Origin().Signature().TypeParams()
			case *types.TypeName:
				if named, ok := types.Unalias(obj.Type()).(*types.Named); ok {
					params = named.Origin().TypeParams()
				}
			}
			for i := range min(params.Len(), inst.TypeArgs.Len()) {
				if b.escapedParams[params.At(i).Obj()] {
					b.escape(inst.TypeArgs.At(i), 0)
				}
			}
		}
		grew = len(b.escapedParams) > before
	}
}

// receiverType returns the named type that fn is a method of.
func receiverType(fn *types.Func) *types.Named {
	t := fn.Signature().Recv().Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, _ := types.Unalias(t).(*types.Named)
	return named
}

// readsOnly reports whether a library function leaves alone what its arguments
// point to, and keeps no function that it is given.
func readsOnly(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true // the Error method of the predeclared interface
	}
	row := library.Of(fn)
	return row.Is(library.KeepsNothing|library.Logs|library.Prints) && (!row.Is(library.Writes) || row.Does == library.ErrorAs)
}
