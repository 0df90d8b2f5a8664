package valueflow

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Labels tell that a node may hold constants and variables of the environment.
// Which ones, and in what order they are put together, is found by a walk
// backwards from the few nodes of which it matters.

// A Text is what is known of a string that a node may hold: its beginning.
type Text struct {
	Value    string
	Whole    bool // Value is all of it
	Fallback bool // it is used only if a variable of the environment is not set
	Sure     bool // there is a way to the node on which it is held
}

// Texts are the strings that a node may hold.
type Texts struct {
	List []Text // without the empty string, which stands for what is not set yet
	// Empty says that it may also be the empty string.
	Empty bool
	// Env has the names of variables of the environment, "" for one whose name is
	// not known. There are texts beside it only where those are defaults.
	Env []string
}

// What is not simple is not worth the time, and only the beginning of a string
// tells anything.
const (
	maxTexts = 16
	maxSteps = 2000
	maxText  = 200
)

// A made is a text that is made of others: it has a label for what it is.
type made struct {
	by library.Role // GetEnv of the first part, Sprintf with it, or JoinText
	of []*node
}

// JoinText is what + does to texts.
const joinText = library.Role(0)

// make returns a node for a text that is made of others, if it matters.
func (b *builder) makeText(by library.Role, of ...*node) (*node, bool) {
	if !b.clients.matter || slices.Contains(of, nil) {
		return nil, false
	}
	n := b.node()
	n.labels = fromText
	if by == library.GetEnv {
		n.labels = fromEnv
	}
	b.clients.made = put(b.clients.made, n, made{by, of})
	return n, true
}

// binary evaluates x + y, of which y may not be written yet.
func (b *builder) binary(f *frame, e *ast.BinaryExpr) *node {
	if e.Op == token.ADD && b.errors.matter && isString(b.typeOf(e.X)) {
		n, _ := b.sum(f, e.X, e.Y)
		return n
	}
	if t := b.typeOf(e.X); b.clients.matter && e.Op == token.ADD && isString(t) {
		y := b.value(f, e.Y)
		if y == nil {
			y = b.unknown(t)
		}
		if n, ok := b.makeText(joinText, b.value(f, e.X), y); ok {
			return n
		}
	}
	if t := b.typeOf(e); t != nil && b.holds(t) {
		return b.unknown(t)
	}
	return nil
}

// A reading is what a node may hold.
type reading struct {
	list    []Text
	env     []string
	empty   bool
	unknown bool
	guard   guard // of the assignment that it comes by
}

var anything = reading{unknown: true}

// A reader finds out what nodes hold. It remembers what it found, so that a chain of
// helpers, each of which hands on what it got, is not walked again from each of them.
type reader struct {
	*builder
	steps int           // that were taken for one question
	depth map[*node]int // of the nodes that are being read, from 1
	open  int           // the least depth of one that what was read last goes around to
	known map[*node]reading
}

// texts returns what n may hold, nothing if that may be anything.
func (b *builder) texts(n *node) Texts {
	if n == nil {
		return Texts{}
	}
	if b.clients.reader == nil {
		b.clients.reader = &reader{builder: b, depth: make(map[*node]int), known: make(map[*node]reading)}
	}
	b.clients.reader.steps = 0
	r := b.clients.reader.read(n)
	if r.unknown || len(r.list) > 0 && len(r.env) > 0 {
		return Texts{}
	}
	return Texts{List: r.list, Empty: r.empty, Env: r.env}
}

// read returns what n may hold.
func (r *reader) read(n *node) reading {
	if n.labels&^(fromConstant|fromEnv|fromText) != 0 {
		return anything
	}
	if known, ok := r.known[n]; ok {
		return known
	}
	if depth := r.depth[n]; depth > 0 {
		r.open = min(r.open, depth)
		return reading{} // what is assigned to itself is nothing new
	}
	r.steps++
	if r.steps > maxSteps {
		return anything
	}
	depth, around := len(r.depth)+1, r.open
	r.depth[n], r.open = depth, depth
	all := r.readNew(n)
	delete(r.depth, n)
	if all.unknown || r.open == depth {
		r.known[n] = all
		r.open = around
	}
	r.open = min(r.open, around)
	return all
}

// readNew is read for a node of which nothing is known yet.
func (r *reader) readNew(n *node) reading {
	var all reading
	if n.leaf != nil && n.leaf.value != "" {
		all.list = []Text{{Value: n.leaf.value, Whole: true, Sure: true}}
	}
	if m, ok := r.clients.made[n]; ok {
		all = r.make(m)
	}
	guards := guard(0)
	for _, from := range n.in {
		one := r.read(from)
		guards |= one.guard
		if all = all.or(one); all.unknown {
			return all
		}
	}
	switch {
	case len(n.in) == 1:
		all.guard = guards
	case len(all.list) > 0 && len(all.env) > 0:
		all = all.settle(guards&conditional == 0 && (!n.keeps || guards&askingEnv != 0))
	}
	if len(all.list)+len(all.env) == 0 {
		all.empty = true
	}
	if n.keeps || n.kind == partial {
		all.list = doubted(all.list)
	}
	if s, ok := r.clients.stores[n]; ok {
		all.guard = r.guardOf(s)
	}
	return all
}

// or returns what a node may hold that holds one of two.
func (r reading) or(s reading) reading {
	if r.unknown || s.unknown || len(r.list)+len(s.list) > maxTexts {
		return anything
	}
	return reading{list: union(r.list, s.list), env: union(r.env, s.env), empty: r.empty || s.empty}
}

// union returns what is in one of two lists, both of which it leaves alone. What goes
// around in a ring comes by twice.
func union[T comparable](x, y []T) []T {
	if len(x) == 0 {
		return y
	}
	x = slices.Clip(x)
	for _, v := range y {
		if !slices.Contains(x, v) {
			x = append(x, v)
		}
	}
	return x
}

// settle returns r, which has texts and variables of the environment, as the
// defaults of those, if they can be nothing else.
func (r reading) settle(defaults bool) reading {
	if !defaults {
		return anything
	}
	list := slices.Clone(r.list)
	for i := range list {
		list[i].Fallback = true
	}
	return reading{list: list, empty: r.empty}
}

// doubted returns texts of which any may be another's.
func doubted(list []Text) []Text {
	list = slices.Clone(list)
	for i := range list {
		list[i].Sure = false
	}
	return list
}

// make returns what a text is that is made of others.
func (r *reader) make(m made) reading {
	first := r.read(m.of[0])
	switch {
	case m.by == library.GetEnv:
		name := ""
		if len(first.list) == 1 && first.list[0].Whole {
			name = first.list[0].Value
		}
		return reading{env: []string{name}}
	case first.unknown || len(first.env) > 0:
		return anything
	case m.by == library.Sprintf:
		first.list = slices.Clone(first.list)
		for i, t := range first.list {
			text, _, verbs := strings.Cut(t.Value, "%")
			first.list[i].Value, first.list[i].Whole = text, t.Whole && !verbs
		}
		return reading{list: first.list}
	}
	return first.join(r.read(m.of[1]))
}

// join returns what a text is that is made of two.
func (r reading) join(end reading) reading {
	if end.unknown || len(end.env) > 0 || len(end.list) == 0 {
		end.list = []Text{{Sure: true}}
	}
	var all reading
	for _, x := range r.list {
		if !x.Whole {
			all.list = append(all.list, x)
			continue
		}
		for _, y := range end.list {
			t := Text{x.Value + y.Value, y.Whole, x.Fallback || y.Fallback, x.Sure && y.Sure}
			if len(t.Value) > maxText {
				t.Value, t.Whole = t.Value[:maxText], false
			}
			all.list = append(all.list, t)
		}
	}
	if len(all.list) > maxTexts {
		return anything
	}
	return all
}
