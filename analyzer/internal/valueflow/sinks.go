package valueflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// sinks are what a builder knows of the places where values of two roles get together.
type sinks struct {
	list     []*sink
	shared   map[sinkKey]*sink // those that are no call of the package
	roles    map[*node]map[*sink]Role
	bound    []*binding                    // in the order of the walk
	bindings map[*node][]*binding          // the same, by what the value becomes, once there are all
	cursors  map[ast.Node]inspector.Cursor // see cursor
	handed   map[*types.Var]bool           // see handedOn
}

// A sink is where values of two roles get together: a call, in each of the frames
// that it is evaluated in. That of another package has no call, and neither have
// errors.
type sink struct {
	key      sinkKey
	call     *ast.CallExpr
	params   sdk.Constructor
	other    bool // it talks to another server, or may
	contexts []context
}

// A context is a sink in one frame.
type context struct {
	frame   *frame
	ends    [2]*node // by Role
	options []*node  // of a client
}

// A Role is what a value is taken for at a sink.
type Role uint8

// What a client is made with.
const (
	ProjectID Role = iota
	Secret
)

// What an error has.
const (
	Code Role = iota
	Status
)

// A sinkKey names a sink across packages: by its function, whatever the order of
// files is.
type sinkKey string

// A binding is an expression whose value gets somewhere: an argument that becomes
// a parameter, a value that becomes a field, a variable or a result.
type binding struct {
	frame  *frame
	expr   ast.Expr
	at     ast.Expr     // where it is bound; the target of an assignment
	n, to  *node        // the value, and what it becomes
	object types.Object // the parameter or field, nil for a variable or result
	within ast.Node     // the place that it belongs to, nil for those around at
}

// bound notes a binding.
func (b *builder) bound(x binding) {
	if b.binding() && x.n != nil && x.to != nil {
		kept := b.bindingSlab.one()
		*kept = x
		b.sinks.bound = append(b.sinks.bound, kept)
	}
}

// binding reports whether it matters where values get.
func (b *builder) binding() bool { return b.clients.matter || b.statuses.matter }

// bindable reports whether values of type t may get to a sink.
func (b *builder) bindable(t types.Type) bool { return isString(t) || b.isNumber(t) }

// boundArguments notes what becomes of the arguments of a call of a function of type
// sig, whose closure is c. A receiver is the first of them.
func (b *builder) boundArguments(f *frame, call *ast.CallExpr, args []argument, sig *types.Signature, c *closure) {
	if !b.binding() {
		return
	}
	first := len(c.params) - sig.Params().Len()
	for i := range min(sig.Params().Len(), len(args)-first) {
		if !b.bindable(sig.Params().At(i).Type()) {
			continue
		}
		e := call.Args[0] // f(g())
		if len(call.Args) == len(args)-first {
			e = call.Args[i]
		}
		b.bound(binding{frame: f, expr: e, at: e, n: args[first+i].n, to: c.params[first+i], object: sig.Params().At(i)})
	}
}

// boundField notes what becomes of the value n of e in a literal.
func (b *builder) boundField(f *frame, e ast.Expr, n, to *node, field *types.Var) {
	if b.bindable(field.Type()) {
		b.bound(binding{frame: f, expr: e, at: e, n: n, to: to, object: field})
	}
}

// boundResult notes what becomes of the value n of e that is returned.
func (b *builder) boundResult(f *frame, e ast.Expr, n, to *node) {
	if b.bindable(b.typeOf(e)) {
		b.bound(binding{frame: f, expr: e, at: e, n: n, to: to})
	}
}

// boundTarget notes what becomes of the value n of e by an assignment.
func (b *builder) boundTarget(f *frame, target, e ast.Expr, n *node) {
	if !b.binding() || !b.bindable(b.typeOf(target)) {
		return
	}
	switch x := ast.Unparen(target).(type) {
	case *ast.Ident:
		if v := b.variableOf(x); v != nil {
			to := b.variable(f, v)
			if b.tracked[v] {
				to = b.definition(f, x)
			}
			b.bound(binding{frame: f, expr: e, at: target, n: n, to: to})
		}
	case *ast.SelectorExpr:
		if v, ok := b.info.Uses[x.Sel].(*types.Var); ok {
			b.bound(binding{frame: f, expr: e, at: target, n: n, to: b.variable(f, v), object: v})
		}
	}
}

// sharedEnd returns an end of a sink that is no call of the package.
func (b *builder) sharedEnd(o outlet) *node {
	s := b.sinks.shared[o.Sink]
	if s == nil {
		s = &sink{key: o.Sink, contexts: []context{{ends: [2]*node{b.node(), b.node()}}}}
		b.sinks.shared = put(b.sinks.shared, o.Sink, s)
		b.sinks.list = append(b.sinks.list, s)
	}
	return s.contexts[0].ends[o.Role]
}

// backwards visits the nodes that flow into those at work, which are among them,
// as long as there are steps left.
func (b *builder) backwards(work []*node, steps *int, visit func(*node)) {
	if *steps <= 0 {
		return
	}
	list := b.reach(work, *steps, upstream)
	*steps -= len(list)
	for _, n := range list {
		visit(n)
	}
}

// maxBackwards bounds how many nodes are visited for all sinks of a package.
const maxBackwards = 200_000

// findRoles finds for each node of which it matters what sinks it gets to, and in
// which role. What gets to both ends has none: it serves several purposes.
func (b *builder) findRoles() {
	c := &b.sinks
	if len(c.list) == 0 {
		return
	}
	for _, x := range c.bound {
		c.bindings = put(c.bindings, x.to, append(c.bindings[x.to], x))
	}
	params := make(map[*node]bool)
	for _, s := range b.summaries {
		for _, p := range s.c.params {
			params[p] = true
		}
	}
	steps := maxBackwards
	both := make(map[*node]bool)
	for _, s := range c.list {
		for role := range Role(2) {
			var ends []*node
			for _, in := range s.contexts {
				ends = append(ends, in.ends[role])
			}
			b.backwards(ends, &steps, func(n *node) {
				if c.bindings[n] == nil && !params[n] && !n.public {
					return
				}
				for _, other := range c.roles[n] {
					if other != role {
						both[n] = true
					}
				}
				c.roles = put(c.roles, n, put(c.roles[n], s, role))
			})
		}
	}
	for n := range both {
		delete(c.roles, n)
	}
}
