package valueflow

import (
	"go/ast"
	"go/types"
)

// A kind says what a node does to the labels that flow into it.
type kind uint8

const (
	plain     kind = iota
	retyped        // a conversion to the SDK's code type: what was foreign is typed now
	uppered        // strings.ToUpper
	sheltered      // a result: what callers outside may bring does not come back here
	partial        // one element of a container, whose others may be of another sort
	uniform        // all elements of a container that is compared as a whole
	rendered       // the text of an error
	losing         // the text of an error from which another error is made
	joined         // a text that is put beside others
	composed       // a text or an error made of several parts
)

// stops reports whether the constants that flow into a node of that kind are not what
// it is compared by.
func (k kind) stops() bool { return k == partial || k == composed }

// A node holds the values of one variable, field, parameter, result,
// expression, or of the elements or keys of a container.
type node struct {
	in, out []*node

	elem      *node // the contents of a container or the target of a pointer
	elemStore *node // what is stored through this alias of it

	leaf *leaf // for a constant
	more *more // see has and add

	labels labels
	seen   uint32 // when it was visited last, in epochs
	kind   kind

	keeps    bool // a field or package variable: it outlives the call that stores into it
	public   bool // a variable or field that other packages can use
	imported bool // a variable or field of another package
	param    bool // a parameter
	queued   bool
	expected bool // compared with something that is not known to be a code
}

// More is what few nodes have, so that it takes no room in the others.
type more struct {
	key, keyStore *node // elem and elemStore for the keys of a map

	at    []*node      // the elements of a short array, which may be of different sorts
	funcs []*closure   // functions that the node may hold
	types []types.Type // of the pointers to structs that it may hold
	calls []*dynamic   // calls of what the node holds
}

var nothing more

// has returns what few nodes have, to be read.
func (n *node) has() *more {
	if n.more == nil {
		return &nothing
	}
	return n.more
}

// add returns the same to be added to.
func (n *node) add() *more {
	if n.more == nil {
		n.more = new(more)
	}
	return n.more
}

// hold notes that n may hold a function.
func (n *node) hold(c *closure) { n.add().funcs = append(n.add().funcs, c) }

// A leaf is one constant expression, seen from one context.
type leaf struct {
	expr  ast.Expr
	value string
	typed bool // of the SDK's code type

	within *ast.BasicLit // the literal that has it as a part; nil for a whole constant
}

// A closure is a function whose parameters and results have nodes.
type closure struct {
	sig     *types.Signature
	params  []*node // a receiver counts as the first
	results []*node
	named   []*node  // the variables of named results, where deferred functions find what is returned
	of      *closure // the method, for a method value
	linked  bool     // a call of it is in view
	leaves  bool     // it is handed to code that is not in view
	public  bool     // other packages may call it
}

// paramType returns the type of the i-th parameter.
func (c *closure) paramType(i int) types.Type {
	i -= len(c.params) - c.sig.Params().Len()
	if i < 0 {
		return c.sig.Recv().Type()
	}
	return c.sig.Params().At(i).Type()
}

func (c *closure) resultType(i int) types.Type { return c.sig.Results().At(i).Type() }

// A dynamic is a call of a function value.
type dynamic struct {
	sig     *types.Signature
	args    []argument
	params  []*node // what is passed, one node for each parameter
	results []*node
	linked  map[*closure]bool
}

// edge lets the values of from flow into to.
func (b *builder) edge(from, to *node) {
	if from == nil || to == nil || from == to {
		return
	}
	from.out = b.append(from.out, to)
	to.in = b.append(to.in, from)
	if b.onEdge != nil {
		b.onEdge(from)
	}
}

// append adds n to the nodes on one side of another one. Most have one or two.
func (b *builder) append(list []*node, n *node) []*node {
	if list == nil {
		list = b.lists.take(2)[:0]
	}
	return append(list, n)
}

// arrive returns what labels l become on entering n.
func (n *node) arrive(l labels) labels {
	if n.keeps && l&(exposedParam|fromCaller) != 0 {
		if l&fromCaller != 0 {
			l |= fromElsewhere
		}
		l = l&^(exposedParam|fromCaller) | exposed
	}
	switch n.kind {
	case retyped:
		if l.foreign() {
			l = l&native | fromTyped
		}
	case uppered:
		l |= upper
	case sheltered:
		l &^= exposedParam | fromCaller
	case rendered:
		if l&fromElsewhere != 0 {
			l = l&^fromElsewhere | fromOtherError
		}
	case losing:
		if l&ofError != 0 {
			l |= lost
		}
	case joined:
		// Whatever stands beside the text of an error, that text is still there.
		if l&ofError == 0 && l&^(fromConstant|marks) != 0 {
			l = l&(fromConstant|marks) | beside
		}
	case partial, uniform:
		// Of codes and constants side by side, either may be meant.
		if l&fromCode != 0 && l&fromProgram != 0 {
			l |= fromElsewhere
		}
	}
	return l
}
