package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An editor asks where a code is expected before there is one:
//
//	if e.ErrorType == "
//	return authx.Is(err, "session_not_found", )
//
// What is not written yet, or is no constant yet, has a node without a label and
// without a leaf, so that it changes nothing, and what it flows into tells what is
// expected. Of a constant its value does not matter.

// A blank is what is not written yet: an expression that the compiler makes nothing
// of, or what may come next in a call or literal.
type blank struct {
	node  ast.Node
	index int // of the argument
}

// blank returns a node for what is not written yet.
func (b *builder) blank(at ast.Node, index int) *node {
	n := b.node()
	k := blank{at, index}
	b.blanks = put(b.blanks, k, append(b.blanks[k], n))
	return n
}

// startsLine reports whether e stands on a later line than what it follows.
func (b *builder) startsLine(e ast.Expr, follows token.Pos) bool {
	file := b.pass.Fset.File(follows)
	return file != nil && e.Pos() > follows && file.Line(follows) != file.Line(e.Pos())
}

// unfinished evaluates an expression that has no type: it does not compile yet, or
// stands on the left of :=.
func (b *builder) unfinished(f *frame, e ast.Expr) *node {
	switch e := e.(type) {
	case *ast.Ident:
		switch b.info.ObjectOf(e).(type) {
		case nil, *types.Const: // which is a constant without a value
			return b.blank(e, 0)
		}
		return b.declaredFunc(e)
	case *ast.BinaryExpr:
		return b.binary(f, e)
	case *ast.CallExpr:
		if results := b.call(f, e); len(results) > 0 {
			return results[0]
		}
	case *ast.CompositeLit:
		return b.composite(f, e)
	case *ast.IndexExpr:
		return b.index(f, e)
	case *ast.BasicLit, *ast.BadExpr, *ast.SelectorExpr:
		return b.blank(e, 0)
	}
	return nil
}

// blankArguments lets the arguments that a call does not have yet flow into the
// parameters of c. The first of those may be a receiver.
func (b *builder) blankArguments(call *ast.CallExpr, c *closure, args int) {
	receiver := args - len(call.Args)
	if receiver < 0 || receiver > 1 || call.Ellipsis.IsValid() {
		return // f(g()), or nothing can follow
	}
	for i := args; i < len(c.params); i++ {
		p := c.params[i]
		if p != nil && c.sig.Variadic() && i == len(c.params)-1 {
			p = b.elem(p)
		}
		if p != nil {
			b.edge(b.blank(call, i-receiver), p)
		}
	}
}

// A Place is what is expected of a constant.
type Place struct {
	Use    Use
	Family sdk.Family
	Upper  bool // the code is brought to upper case before it is compared
}

// maxPlace bounds how many nodes a constant is followed to.
const maxPlace = 10_000

// A placeIndex is what is looked up to answer questions about places.
type placeIndex struct {
	of     map[ast.Expr][]*node     // the nodes of constant expressions
	consts map[*types.Const][]*node // the nodes of what names a constant
	meets  map[*node][]meet
	builds map[*node]construction
}

// findPlaces returns it, made for the first question.
func (b *builder) findPlaces() *placeIndex {
	if b.placed != nil {
		return b.placed
	}
	p := &placeIndex{
		of:     make(map[ast.Expr][]*node),
		consts: make(map[*types.Const][]*node),
		meets:  b.meets(),
		builds: make(map[*node]construction),
	}
	b.placed = p
	add := func(e ast.Expr, n *node) {
		p.of[e] = append(p.of[e], n)
		id, ok := e.(*ast.Ident)
		if !ok {
			return
		}
		if c, ok := b.info.Uses[id].(*types.Const); ok {
			p.consts[c] = append(p.consts[c], n)
		}
	}
	for _, n := range b.nodes {
		if n.leaf != nil && n.leaf.expr != nil && n.leaf.within == nil {
			add(n.leaf.expr, n)
		}
	}
	for k, nodes := range b.blanks {
		if e, ok := k.node.(ast.Expr); ok && k.index == 0 {
			for _, n := range nodes {
				add(e, n)
			}
		}
	}
	for _, c := range b.builds {
		p.builds[c.code] = c
	}
	return p
}

// Expected returns what is expected of a constant, or of an expression that is not
// written yet, if that is a code.
func (r *Result) Expected(e ast.Expr) (Place, bool) {
	if r.builder == nil {
		return Place{}, false
	}
	e = ast.Unparen(e)
	if _, listed := r.builder.listed[e]; listed {
		if p, ok := r.builder.place(r.builder.findPlaces().of[e]); ok || r.builder.misplaced[e] {
			return p, ok
		}
		return Place{Use: Listed, Family: sdk.Either}, true
	}
	if r.builder.misplaced[e] {
		return Place{}, false
	}
	return r.builder.place(r.builder.findPlaces().of[e])
}

// ExpectedNext returns what is expected of the argument of a call that is not
// written yet, or of what may come first in a composite literal, if that is a code.
func (r *Result) ExpectedNext(n ast.Expr, argument int) (Place, bool) {
	if r.builder == nil {
		return Place{}, false
	}
	r.builder.findPlaces()
	return r.builder.place(r.builder.blanks[blank{n, argument}])
}

// ExpectedOf returns what is expected of a constant where the package uses it, if
// that is a code.
func (r *Result) ExpectedOf(c *types.Const) (Place, bool) {
	if r.builder == nil {
		return Place{}, false
	}
	return r.builder.place(r.builder.findPlaces().consts[c])
}

// AboutCodes reports whether the package has to do with codes.
func (r *Result) AboutCodes() bool { return r.builder != nil && r.builder.aboutCodes }

// Foreign reports whether a constant is something else than a code.
func (r *Result) Foreign(e ast.Expr) bool {
	return r.builder != nil && r.builder.misplaced[ast.Unparen(e)]
}

// place returns what is expected of what has the given nodes, if that is a code.
func (b *builder) place(nodes []*node) (Place, bool) {
	for _, n := range nodes {
		if n.expected || n.leaf != nil && b.misplaced[n.leaf.expr] {
			return Place{}, false
		}
	}
	best, ok := Place{Use: Listed}, false
	add := func(use Use, family sdk.Family, isUpper bool) {
		if !ok || use < best.Use {
			best, ok = Place{Use: use}, true
		}
		if use == best.Use {
			best.Family |= family
			best.Upper = best.Upper || isUpper
		}
	}
	for _, n := range b.forwards(nodes) {
		for _, m := range b.placed.meets[n] {
			if d, ok := b.demandOf(m.other, n, m.use); ok && m.use != Pattern {
				add(d.use, d.family, d.upper)
			}
		}
		if c, ok := b.placed.builds[n]; ok {
			add(Built, c.family, false)
		}
		if n.kind == retyped || n.leaf != nil && n.leaf.typed {
			add(Listed, sdk.Either, false)
		}
	}
	return best, ok
}

// forwards returns the nodes that constants in the given ones get to, those among
// them, but for one that is picked from others.
func (b *builder) forwards(nodes []*node) []*node {
	return b.reach(nodes, maxPlace, func(n *node, visit func(*node)) {
		for _, to := range n.out {
			if to.kind != partial {
				visit(to)
			}
		}
	})
}
