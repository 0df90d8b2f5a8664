package codeflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A summary is the frame in which an exported function is evaluated for its
// callers in other packages: nothing flows into its parameters.
type summary struct {
	fn *function
	c  *closure
}

// summarize evaluates the functions that other packages may call.
func (b *builder) summarize() {
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok || d.Body == nil {
				continue
			}
			fn := b.functionOf(d)
			if fn == nil || !fn.open() || !b.concerns(fn) {
				continue
			}
			frame := newFrame(fn, nil)
			c := b.closure(frame, fn.obj.Signature())
			for i, p := range c.params {
				b.ports(p, c.types[i])
			}
			b.walk(frame, c, d.Body)
			b.summaries = append(b.summaries, summary{fn, c})
		}
	}
}

// concerns reports whether a parameter or result of fn can hold a code.
func (b *builder) concerns(fn *function) bool {
	for _, n := range fn.self.results {
		if n != nil {
			return true
		}
	}
	return b.takesCode(fn)
}

// ports makes the contents of a parameter of type t, so that they can be
// followed.
func (b *builder) ports(n *node, t types.Type) {
	if n == nil {
		return
	}
	if e := elemType(t); e != nil && b.holds(e) {
		b.elem(n)
	}
	if k := keyType(t); k != nil && b.holds(k) {
		b.key(n)
	}
}

// partsOf returns the parts of a value that have nodes.
func partsOf(n *node) map[part]*node {
	parts := make(map[part]*node, 3)
	if n != nil {
		parts[whole] = n
		if n.elem != nil {
			parts[elems] = n.elem
		}
		if n.key != nil {
			parts[keys] = n.key
		}
	}
	return parts
}

// An exporter exports the facts of a solved graph.
type exporter struct {
	*builder
	asked map[*node][]meet // by the node that is compared
	found bool
}

// A meet is one side's view of a comparison.
type meet struct {
	other *node
	use   Use
}

// exportFacts exports what importing packages need to know.
func (b *builder) exportFacts() {
	x := &exporter{builder: b, asked: make(map[*node][]meet)}
	for _, c := range b.comparisons {
		x.asked[c.b] = append(x.asked[c.b], meet{c.a, c.use})
		if c.use <= Fold {
			x.asked[c.a] = append(x.asked[c.a], meet{c.b, c.use})
		}
	}
	for _, s := range b.summaries {
		x.function(s)
	}
	for v, n := range b.globals {
		x.variable(v, n)
	}
	for v := range b.codeFields {
		if v.Exported() {
			x.export(v, &varFact{Supplies: []supply{{Source: fromAPI}}})
		}
	}
	if x.found {
		b.pass.ExportPackageFact(new(packageFact))
	}
}

func (x *exporter) export(obj types.Object, fact analysis.Fact) {
	x.pass.ExportObjectFact(obj, fact)
	x.found = true
}

// reached returns all nodes that the values of n flow into, n among them.
func reached(n *node) []*node {
	seen := map[*node]bool{n: true}
	list := []*node{n}
	for i := 0; i < len(list); i++ {
		for _, to := range list[i].out {
			if !seen[to] {
				seen[to] = true
				list = append(list, to)
			}
		}
	}
	return list
}

// expectations returns what the values of n are compared with, as far as those
// are codes.
func (x *exporter) expectations(reach []*node, param int, p part) []expectation {
	var list []expectation
	for _, n := range reach {
		for _, m := range x.asked[n] {
			if m.other.src&fromForeign != 0 {
				return nil // it may be meant for that
			}
			if !m.other.src.isCode() || m.other.src&upper != 0 {
				continue
			}
			e := expectation{Param: param, Part: p, Use: m.use, Family: m.other.src.family()}
			e.Except = sortedConstants(x.constantsOf(m.other))
			list = append(list, e)
		}
	}
	return compact(list, func(a, b expectation) int {
		return cmp.Or(cmp.Compare(a.Use, b.Use), cmp.Compare(a.Family, b.Family), slices.Compare(a.Except, b.Except))
	})
}

func sortedConstants(set map[string]bool) []string {
	list := slices.Sorted(maps.Keys(set))
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

func compact[T any](list []T, compare func(a, b T) int) []T {
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(a, b T) bool { return compare(a, b) == 0 })
}

func (x *exporter) function(s summary) {
	fact := new(funcFact)
	results := make(map[*node]*supply)
	for i, r := range s.c.results {
		for p, n := range partsOf(r) {
			results[n] = &supply{Result: i, Part: p, Source: n.src &^ exposed, Consts: sortedConstants(x.constantsOf(n))}
		}
	}
	// What other parameters flow into, to see which of them meet.
	flows := make(map[*node][]port)
	for i, param := range s.c.params {
		for p, n := range partsOf(param) {
			reach := reached(n)
			fact.Expects = append(fact.Expects, x.expectations(reach, i, p)...)
			for _, to := range reach {
				if r := results[to]; r != nil {
					r.Params = append(r.Params, port{i, p})
				}
				if len(x.asked[to]) > 0 {
					flows[to] = append(flows[to], port{i, p})
				}
			}
		}
	}
	for n, as := range flows {
		for _, m := range x.asked[n] {
			for _, b := range flows[m.other] {
				for _, a := range as {
					if m.use > Fold || less(a, b) {
						fact.Meets = append(fact.Meets, meeting{A: b, B: a, Use: m.use})
					}
				}
			}
		}
	}
	for _, r := range results {
		if r.Source&fromForeign == 0 && (r.Source&fromCode != 0 || len(r.Params) > 0) {
			r.Params = compact(r.Params, comparePorts)
			fact.Supplies = append(fact.Supplies, *r)
		}
	}
	if len(fact.Expects)+len(fact.Supplies)+len(fact.Meets) == 0 {
		return
	}
	slices.SortFunc(fact.Expects, func(a, b expectation) int {
		return cmp.Or(cmp.Compare(a.Param, b.Param), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Use, b.Use), cmp.Compare(a.Family, b.Family))
	})
	slices.SortFunc(fact.Supplies, compareSupplies)
	fact.Meets = compact(fact.Meets, func(a, b meeting) int {
		return cmp.Or(comparePorts(a.A, b.A), comparePorts(a.B, b.B), cmp.Compare(a.Use, b.Use))
	})
	x.export(s.fn.obj, fact)
}

func compareSupplies(a, b supply) int {
	return cmp.Or(cmp.Compare(a.Result, b.Result), cmp.Compare(a.Part, b.Part))
}

func comparePorts(a, b port) int {
	return cmp.Or(cmp.Compare(a.Param, b.Param), cmp.Compare(a.Part, b.Part))
}

func less(a, b port) bool { return comparePorts(a, b) < 0 }

// variable exports what is known of a package variable or field.
func (x *exporter) variable(v *types.Var, n *node) {
	if v.Pkg() != x.pass.Pkg || !v.Exported() || v.Pkg().Name() == "main" {
		return
	}
	fact := new(varFact)
	for p, n := range partsOf(n) {
		if n.src.isCode() {
			fact.Supplies = append(fact.Supplies, supply{Part: p, Source: n.src &^ exposed, Consts: sortedConstants(x.constantsOf(n))})
		}
		fact.Expects = append(fact.Expects, x.expectations(reached(n), 0, p)...)
	}
	if len(fact.Expects)+len(fact.Supplies) == 0 {
		return
	}
	slices.SortFunc(fact.Supplies, compareSupplies)
	slices.SortFunc(fact.Expects, func(a, b expectation) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Use, b.Use), cmp.Compare(a.Family, b.Family))
	})
	x.export(v, fact)
}
