package valueflow

import (
	"cmp"
	"go/ast"
	"maps"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A demand is what a node is expected to hold, because of one comparison.
type demand struct {
	use     Use
	family  sdk.Family
	upper   bool
	exact   bool // compared as it is
	exposed bool
	public  bool
	but     map[string]bool // constants that the other side may really hold
	coined  bool            // the program may mean a name of its own
	sent    bool            // an error of the SDK has the code, and not only something of the code type
	shaped  bool            // an error in the shape of Stytch's has it, and none of the SDK
}

// A verdict sums up, over all contexts in which a constant is evaluated, what
// is known of it.
type verdict struct {
	leaf    *leaf
	demands []demand
	foreign bool // compared with something that is not known to be a code
}

// sites returns the constants that meet a code.
func (b *builder) sites() []Site {
	verdicts := make(map[ast.Expr]*verdict)
	at := func(l *leaf) *verdict {
		v := verdicts[l.expr]
		if v == nil {
			v = &verdict{leaf: l}
			verdicts[l.expr] = v
		}
		return v
	}
	b.importOwnNames()
	b.markExpected()
	for _, n := range b.nodes {
		if n.leaf == nil || n.leaf.expr == nil {
			continue
		}
		if v := at(n.leaf); n.expected {
			v.foreign = true
		}
	}
	b.meetConstants(at)
	own := b.demandAll(at)
	b.addDeclared(at)
	b.listed = b.onlyListed()
	coined := b.coinedNames(verdicts)

	var sites []Site
	for e, v := range verdicts {
		if v.foreign {
			b.misplaced = put(b.misplaced, e, true)
		}
		if s, ok := b.site(v, own, coined); ok {
			s.Owner = b.owners[s.Expr]
			s.InKey = b.keyed.parts[s.Expr]
			s.Via = b.via[s.Expr]
			sites = append(sites, s)
		}
	}
	for lit, codes := range b.embedded {
		for _, c := range codes {
			if b.answers[c.value] {
				continue
			}
			sites = append(sites, Site{Expr: lit, Pos: c.pos, End: c.end, Value: c.value, Use: Built, Family: sdk.API, Embedded: true, Coined: b.doubtful(lit)})
		}
	}
	slices.SortFunc(sites, func(x, y Site) int { return cmp.Compare(x.Pos, y.Pos) })
	return sites
}

// markExpected marks all nodes whose values are compared with something that
// is not known to be a code.
func (b *builder) markExpected() {
	var met []*node
	for _, c := range b.comparisons {
		if b.foreign(c.a, c.use) {
			met = append(met, c.b)
		}
		if c.use <= Fold && b.foreign(c.b, c.use) {
			met = append(met, c.a)
		}
	}
	marked := b.reach(met, everywhere, func(n *node, visit func(*node)) {
		if n.kind != partial {
			upstream(n, visit)
		}
	})
	for _, n := range marked {
		n.expected = true
	}
}

// foreign reports whether what n is compared with may be something else than a
// code, or a piece of one.
func (b *builder) foreign(n *node, use Use) bool {
	if n.labels == fromPiece && use == Equal {
		p, ok := b.onlyPiece(n)
		return !ok || !p.of.labels.isCode()
	}
	return n.labels.foreign()
}

// demandAll carries the demand of every comparison with a code back to the
// constants that flow into it. It returns the constants that the program
// itself makes errors with.
func (b *builder) demandAll(at func(*leaf) *verdict) (own map[string]bool) {
	// Nodes that are compared often, such as a parameter of a helper, are
	// searched once.
	type target struct {
		n   *node
		use Use
	}
	demands := make(map[target][]demand)
	var order []target
	ask := func(code, n *node, use Use) {
		if n.labels&fromConstant == 0 {
			return
		}
		d, ok := b.demandOf(code, n, use)
		if !ok {
			return
		}
		t := target{n, d.use}
		if demands[t] == nil {
			order = append(order, t)
		}
		demands[t] = append(demands[t], d)
	}
	for _, c := range b.comparisons {
		ask(c.a, c.b, c.use)
		if c.use <= Fold {
			ask(c.b, c.a, c.use)
		}
	}
	for _, t := range order {
		for _, l := range b.leaves(t.n, false) {
			if l.expr == nil {
				continue // a constant of another package
			}
			if t.use == Pattern {
				b.demandNames(l.leaf, demands[t], at)
				continue
			}
			v := at(l.leaf)
			for _, d := range demands[t] {
				// Who has names of their own in the type of a code has them where it is used.
				d.public = l.public && !l.typed
				v.demands = append(v.demands, d)
			}
		}
	}
	own = make(map[string]bool)
	for _, c := range b.builds {
		for _, l := range b.leaves(c.code, false) {
			if l.expr == nil {
				continue
			}
			v := at(l.leaf)
			v.demands = append(v.demands, demand{use: Built, family: c.family, coined: c.isCoined(), shaped: c.shaped})
			if !b.inTest(l.expr) {
				own[l.value] = true
			}
		}
	}
	return own
}

// demandNames is demandAll for the names in a regular expression.
func (b *builder) demandNames(pattern *leaf, demands []demand, at func(*leaf) *verdict) {
	foreign := at(pattern).foreign
	for _, name := range b.namesIn(pattern) {
		v := at(name.leaf)
		v.foreign = v.foreign || foreign
		for _, d := range demands {
			d.use, d.exact = name.use, name.use == Equal
			v.demands = append(v.demands, d)
		}
	}
}

// demandOf returns what is expected of n, which meets a node, if that is a code.
func (b *builder) demandOf(code, n *node, use Use) (demand, bool) {
	if code.labels == fromPiece && use == Equal {
		p, ok := b.onlyPiece(code)
		if !ok {
			return demand{}, false
		}
		code, use = p.of, p.use
	}
	if !code.labels.isCode() {
		return demand{}, false
	}
	exact := use == Equal && n.labels&upper == 0
	if code.labels&upper != 0 {
		if use > Fold {
			return demand{}, false
		}
		use = Fold
	}
	return demand{
		use:    use,
		family: code.labels.family(),
		upper:  code.labels&upper != 0,
		exact:  exact,
		// What lies beside codes may be meant as a name of its own, such as the first
		// value of a variable.
		exposed: code.labels&anyExposed != 0 || n.labels&fromCode != 0 && !n.param,
		sent:    code.labels&(fromAPI|fromOAuth2|fromShape) != 0,
		shaped:  code.labels&fromShape != 0 && code.labels&(fromAPI|fromOAuth2) == 0,
		but:     b.constantsOf(code),
	}, true
}

// meetConstants marks the constants that are compared with constants of the
// program in some context: those of a helper that serves several purposes, as
// it is looked at anew for each call, and keys that are looked up by name, such
// as "default".
func (b *builder) meetConstants(at func(*leaf) *verdict) {
	byValue := make(map[*node]map[string][]*leaf)
	for _, c := range b.comparisons {
		for _, side := range [...][2]*node{{c.a, c.b}, {c.b, c.a}} {
			n, other := side[0], side[1]
			if n.leaf == nil || n.leaf.expr == nil || other.labels&fromConstant == 0 {
				continue
			}
			// What a test calls a helper with, or looks up, says nothing of
			// what it is for.
			inTest := b.inTest(n.leaf.expr)
			if other.labels&fromCode == 0 && (other.labels&fromProgram != 0 || inTest) {
				at(n.leaf).foreign = true
			}
			if c.use != Equal {
				continue
			}
			index := byValue[other]
			if index == nil {
				index = make(map[string][]*leaf)
				for _, l := range b.leaves(other, false) {
					index[l.value] = append(index[l.value], l.leaf)
				}
				byValue[other] = index
			}
			for _, l := range index[n.leaf.value] {
				if l.expr != nil && l.expr != n.leaf.expr && (!inTest || b.inTest(l.expr)) {
					at(l).foreign = true
				}
			}
		}
	}
}

// addDeclared adds the constants of the code type that nothing uses. Those that
// other packages can use may be names of their own there.
func (b *builder) addDeclared(at func(*leaf) *verdict) {
	for c, l := range b.declared {
		if !b.used[c] {
			at(l)
			b.listed[l.expr] = !c.Exported() || b.pass.Pkg.Name() == "main"
		}
	}
}

// onlyListed returns the constants that are listed and, as far as is in view,
// are not put beside codes besides.
func (b *builder) onlyListed() map[ast.Expr]bool {
	var codes []*node
	for _, n := range b.nodes {
		if n.labels&fromCode != 0 && !n.imported {
			codes = append(codes, n)
		}
	}
	only := maps.Clone(b.listed)
	for _, n := range b.reach(codes, everywhere, upstream) {
		if n.leaf != nil {
			delete(only, n.leaf.expr)
		}
	}
	return only
}

// coinedNames returns the constants of the code type that the program has for
// something else than to compare them.
func (b *builder) coinedNames(verdicts map[ast.Expr]*verdict) map[string]bool {
	coined := make(map[string]bool)
	for e, v := range verdicts {
		if _, listed := b.listed[e]; v.leaf.typed && len(v.demands) == 0 && !listed {
			coined[v.leaf.value] = true
		}
	}
	return coined
}

// site turns a verdict into a site, if the constant is to be an error code.
func (b *builder) site(v *verdict, own, coined map[string]bool) (Site, bool) {
	s := Site{Expr: v.leaf.expr, Pos: v.leaf.expr.Pos(), End: v.leaf.expr.End(), Value: v.leaf.value, Own: own[v.leaf.value]}
	if s.Value == "" || v.foreign {
		return s, false
	}
	if v.leaf.within != nil {
		s.Expr, s.Embedded = v.leaf.within, true
	}
	// The other side may really hold it. What only tests put there counts only
	// in tests.
	excused := func(set map[string]bool) bool {
		always, ok := set[s.Value]
		return ok && (always || b.inTest(s.Expr))
	}
	best := -1
	for i, d := range v.demands {
		if d.shaped && b.answers[s.Value] && (d.use != Built || b.inTest(s.Expr)) {
			return s, false
		}
		if d.use != Built && (excused(d.but) || d.family&sdk.API != 0 && b.renamed[s.Value] || !d.sent && coined[s.Value]) {
			return s, false
		}
		if best < 0 || d.use < v.demands[best].use {
			best = i
		}
	}
	if best < 0 {
		key, listed := b.listed[s.Expr]
		s.Use, s.Family, s.Coined = Listed, sdk.Either, !key || coined[s.Value]
		return s, listed
	}
	s.Use, s.Coined, s.Exact = v.demands[best].use, true, true
	for _, d := range v.demands {
		if d.use != s.Use {
			continue
		}
		s.Family |= d.family
		s.Upper = s.Upper || d.upper
		s.Exact = s.Exact && d.exact
		s.Exposed = s.Exposed || d.exposed
		s.Public = s.Public || d.public
		s.Coined = s.Coined && d.coined
	}
	return s, true
}
