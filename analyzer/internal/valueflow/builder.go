package valueflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

// A builder turns one package into a graph.
type builder struct {
	pass  *analysis.Pass
	info  *types.Info
	nodes []*node

	// Where values are.
	decls     map[*types.Func]*function
	globals   map[*types.Var]*node      // package variables and struct fields
	factful   map[*types.Package]bool   // packages with facts about their objects
	blanks    map[blank][]*node         // what is not written yet
	placed    *placeIndex               // see findPlaces
	misplaced map[ast.Expr]bool         // constants that meet something that is not known to be a code
	visited   map[*types.Var]bool       // variables that take every index of a container
	converted map[[2]*types.Struct]bool // struct types whose fields flow into each other
	owners    map[ast.Expr]ast.Node     // the switch or map literal around a case or key
	keyed     keyed
	pieces    map[*node]piece
	spans     map[span]*ast.BasicLit

	reads     reads
	tracked   map[*types.Var]bool         // the variables that reads tells of
	searched  map[*ast.FuncLit]bool       // for the reads in its body
	values    map[types.Object][]ast.Expr // see valuesOf
	addressed map[*types.Var]bool         // local variables whose address is passed on
	constants map[*node]map[string]bool   // see constantsOf
	holdsMemo map[types.Type]bool

	// Calls, and code that is not in view.
	closures      []*closure                // of function literals
	abstract      map[string]bool           // names of methods that are called through interfaces
	abstracts     map[*types.Func]*abstract // methods of interfaces
	implementers  map[*types.Func][]*function
	summaries     []summary
	out           *node                    // see outside
	escaped       map[types.Type]bool      // types whose fields code out of view may write
	escapedParams map[*types.TypeName]bool // type parameters that do
	open          map[*types.Var]bool      // see openFields

	comparisons []comparison
	codeDomain
	sinks    sinks
	clients  clients
	statuses statuses
	pointers pointers
	errors   errorDomain

	// Room for what the graph is made of.
	nodeSlab    slab[node]
	leafSlab    slab[leaf]
	closureSlab slab[closure]
	frameSlab   slab[frame]
	bindingSlab slab[binding]
	lists       slab[*node]

	onEdge func(from *node) // set while functions are being propagated
	budget int              // how many nodes of syntax the copies of helpers may still take
	epoch  uint32           // of the last visit to nodes
}

// A comparison is one place where two values meet.
type comparison struct {
	use  Use
	a, b *node // equals; for the uses with a direction a is the text and b what is looked for
}

// A function is a declared function or method of the package.
type function struct {
	obj   *types.Func
	decl  *ast.FuncDecl
	frame *frame
	self  *closure
	size  int // how many nodes of syntax a copy takes; 0 where not counted yet

	copied bool // a call of it was looked at in a frame of its own
}

// A frame is a context in which the body of a declared function is evaluated:
// the shared one, or that of one call. The frame of package level has no
// function.
type frame struct {
	fn    *function
	vars  few[*types.Var, *node]
	defs  few[*ast.Ident, *node] // single definitions of variables, see reads
	memo  few[ast.Expr, *node]
	calls few[*ast.CallExpr, []*node]
	up    *frame // the frame of the call, for the copies of helpers
	depth int
}

// newFrame returns a frame for fn, called from up if it is a copy.
func (b *builder) newFrame(fn *function, up *frame) *frame {
	f := b.frameSlab.one()
	f.fn, f.up = fn, up
	if up != nil {
		f.depth = up.depth + 1
	}
	return f
}

// put is m[k] = v for a map that may not have been made yet; it returns the
// map.
func put[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	if m == nil {
		m = make(map[K]V)
	}
	m[k] = v
	return m
}

func newBuilder(pass *analysis.Pass) *builder {
	return &builder{
		pass:          pass,
		info:          pass.TypesInfo,
		decls:         make(map[*types.Func]*function),
		globals:       make(map[*types.Var]*node),
		visited:       make(map[*types.Var]bool),
		converted:     make(map[[2]*types.Struct]bool),
		owners:        make(map[ast.Expr]ast.Node),
		reads:         make(reads),
		tracked:       make(map[*types.Var]bool),
		searched:      make(map[*ast.FuncLit]bool),
		constants:     make(map[*node]map[string]bool),
		holdsMemo:     make(map[types.Type]bool),
		abstract:      make(map[string]bool),
		abstracts:     make(map[*types.Func]*abstract),
		implementers:  make(map[*types.Func][]*function),
		escaped:       make(map[types.Type]bool),
		escapedParams: make(map[*types.TypeName]bool),
		codeDomain:    newCodeDomain(),
		statuses:      newStatuses(),
		budget:        300_000,
	}
}

// root returns the syntax of the package.
func (b *builder) root() inspector.Cursor {
	return b.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
}

// buildPackage evaluates every declaration of the package.
func (b *builder) buildPackage() {
	for _, file := range b.pass.Files {
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				b.declare(fd)
			}
		}
	}
	top := b.newFrame(nil, nil)
	for _, file := range b.pass.Files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				b.walk(top, nil, d)
			case *ast.FuncDecl:
				switch fn := b.functionOf(d); {
				case d.Body == nil:
				case fn != nil:
					b.walk(fn.frame, fn.self, d.Body)
				default:
					b.walkCopy(d)
				}
			}
		}
	}
}

// walkCopy evaluates a function of a name that another one has, too: what somebody has
// copied and not changed yet. Nobody calls it.
func (b *builder) walkCopy(fd *ast.FuncDecl) {
	b.findReads(fd, fd.Body)
	f := b.newFrame(nil, nil)
	for _, field := range fd.Type.Params.List {
		for _, name := range field.Names {
			v, _ := b.info.Defs[name].(*types.Var)
			if p := b.variable(f, v); p != nil {
				p.param = true
				b.taintParam(p, v.Type())
			}
		}
	}
	b.walk(f, nil, fd.Body)
}

// declare makes the shared nodes of a function declaration.
func (b *builder) declare(fd *ast.FuncDecl) {
	obj, ok := b.info.Defs[fd.Name].(*types.Func)
	if !ok {
		return
	}
	fn := &function{obj: obj, decl: fd}
	fn.frame = b.newFrame(fn, nil)
	fn.self = b.closure(fn.frame, obj.Signature())
	if fd.Body != nil {
		b.findReads(fd, fd.Body)
	}
	b.decls[obj] = fn
}

func (b *builder) functionOf(fd *ast.FuncDecl) *function {
	obj, _ := b.info.Defs[fd.Name].(*types.Func)
	return b.decls[obj]
}

// closure makes the nodes of a signature's parameters and results in f. A
// receiver counts as the first parameter.
func (b *builder) closure(f *frame, sig *types.Signature) *closure {
	c := b.newClosure(sig)
	param := func(v *types.Var) {
		p := b.variable(f, v)
		if p != nil {
			p.param = true
		}
		c.params = append(c.params, p)
	}
	if recv := sig.Recv(); recv != nil {
		param(recv)
	}
	for v := range sig.Params().Variables() {
		param(v)
	}
	for v := range sig.Results().Variables() {
		var n *node
		if b.holds(v.Type()) {
			n = b.node()
			n.kind = sheltered
		}
		if v.Name() != "" {
			named := b.variable(f, v)
			b.flow(named, n, v.Type())
			c.named = append(c.named, named)
		}
		c.results = append(c.results, n)
	}
	return c
}

// newClosure returns a closure with room for parameters and results.
func (b *builder) newClosure(sig *types.Signature) *closure {
	c := b.closureSlab.one()
	c.sig = sig
	c.params = b.lists.take(sig.Params().Len() + 1)[:0]
	c.results = b.lists.take(sig.Results().Len())[:0]
	return c
}

// node returns a fresh node.
func (b *builder) node() *node {
	n := b.nodeSlab.one()
	b.nodes = append(b.nodes, n)
	return n
}

// typedNode returns a fresh node for values of type t. Whatever gets into a
// value of the code type, by a type assertion for instance, is a code.
func (b *builder) typedNode(t types.Type) *node {
	n := b.node()
	if isCodeType(t) {
		n.kind = retyped
	}
	return n
}

// elem returns the node of what the container or pointer n holds.
func (b *builder) elem(n *node) *node {
	if n.elem == nil {
		n.elem = b.node()
		n.elem.public, n.elem.keeps, n.elem.imported = n.public, n.keeps, n.imported
	}
	return n.elem
}

// key returns the node of the keys of the map n.
func (b *builder) key(n *node) *node {
	x := n.add()
	if x.key == nil {
		x.key = b.node()
		x.key.public, x.key.keeps, x.key.imported = n.public, n.keeps, n.imported
	}
	return x.key
}

// storeElem returns the node to which a store into the contents of n flows. It
// is apart from the contents themselves because a store is seen through all
// aliases of a container, while what another alias happens to hold is not.
func (b *builder) storeElem(n *node) *node {
	if n.elemStore == nil {
		n.elemStore = b.node()
		b.edge(n.elemStore, b.elem(n))
	}
	return n.elemStore
}

// storeKey is storeElem for the keys of a map.
func (b *builder) storeKey(n *node) *node {
	x := n.add()
	if x.keyStore == nil {
		x.keyStore = b.node()
		b.edge(x.keyStore, b.key(n))
	}
	return x.keyStore
}

// flow lets a value of type t flow from one node into another, contents and
// all.
func (b *builder) flow(from, to *node, t types.Type) { b.flowAt(from, to, t, 0) }

func (b *builder) flowAt(from, to *node, t types.Type, depth int) {
	if from == nil || to == nil || from == to {
		return
	}
	b.edge(from, to)
	if t == nil || depth > maxDepth {
		return
	}
	if e := elemType(t); e != nil && b.holds(e) {
		if at := b.at(from, t); at != nil {
			for i, n := range b.at(to, t) {
				b.flowAt(at[i], n, e, depth+1)
			}
		}
		b.flowAt(b.elem(from), b.elem(to), e, depth+1)
		if shares(t) {
			b.edge(b.storeElem(to), b.storeElem(from))
		}
	}
	if k := keyType(t); k != nil && b.holds(k) {
		b.flowAt(b.key(from), b.key(to), k, depth+1)
		b.edge(b.storeKey(to), b.storeKey(from))
	}
}

// variable returns the node of a variable or field, in frame f if it is a
// local one; nil if it can hold no code.
func (b *builder) variable(f *frame, v *types.Var) *node {
	if v == nil || !b.holds(v.Type()) {
		return nil
	}
	if v.IsField() {
		if b.isError(v.Type()) {
			return nil // who fills it is not followed
		}
		return b.field(v)
	}
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return b.global(v)
	}
	n, ok := f.vars.get(v)
	if !ok {
		n = b.typedNode(v.Type())
		f.vars.set(v, n)
	}
	return n
}

// global returns the node of a package variable.
func (b *builder) global(v *types.Var) *node {
	return b.shared(v, func() bool { return v.Exported() && b.pass.Pkg.Name() != "main" })
}

// field returns the node of a struct field, one for all values of the struct.
func (b *builder) field(v *types.Var) *node {
	v = v.Origin()
	return b.shared(v, func() bool { return b.openFields()[v] })
}

// shared returns the node of a variable that all functions share. Others may set it if
// it is open.
func (b *builder) shared(v *types.Var, isOpen func() bool) *node {
	n := b.globals[v]
	if n == nil {
		n = b.typedNode(v.Type())
		n.keeps = true
		b.globals[v] = n
		switch {
		case v.Pkg() != b.pass.Pkg:
			n.imported = true
			if !b.importVariable(n, v) {
				b.taint(n, v.Type(), 0)
			}
		case isOpen():
			n.labels |= exposed
			n.public = true
		}
	}
	return n
}
