package valueflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
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
			if b.errors.matter && !b.handsErrors(fn) {
				if library.ReturnsError(fn.obj.Signature()) && !b.errors.helps {
					b.summaries = append(b.summaries, summary{fn, fn.self})
				}
				continue
			}
			frame := b.newFrame(fn, nil)
			c := b.closure(frame, fn.obj.Signature())
			for i, p := range c.params {
				b.ports(p, c.paramType(i))
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
		if n.has().key != nil {
			parts[keys] = n.has().key
		}
	}
	return parts
}

// maxReturned bounds how many functions are followed that return functions.
const maxReturned = 2

// held returns what is known of the function that n holds, if it is a single one and
// does something with codes.
func (x *exporter) held(n *node, depth int) *funcFact {
	if n == nil || depth == 0 || len(n.has().funcs) != 1 {
		return nil
	}
	if fact := x.effects(n.has().funcs[0], depth-1); fact != nil && fact.followsCodes() {
		return fact
	}
	return nil
}

// effects returns what callers of c need to know, nil if that is too much. Of the
// functions that c returns it tells as far as depth allows.
func (x *exporter) effects(c *closure, depth int) *funcFact {
	fact := new(funcFact)
	for i, r := range c.results {
		if held := x.held(r, depth); held != nil {
			fact.Returns = append(fact.Returns, returned{i, *held})
		}
	}
	results := make(map[*node]*supply)
	for i, r := range c.results {
		if x.isNumber(c.resultType(i)) {
			continue
		}
		for p, n := range partsOf(r) {
			s := x.supplyOf(n)
			s.Result, s.Part = i, p
			results[n] = &s
		}
	}
	stores, written := make(map[*node]int), make(map[int]bool)
	for i, param := range c.params {
		if param != nil && param.elemStore != nil {
			stores[param.elemStore] = i
		}
	}
	passed := make(map[*node][]*callback)
	for i, param := range c.params {
		calls, all := x.calls(i, param)
		if !all {
			return nil
		}
		for _, p := range calls {
			passed[p.n] = append(passed[p.n], p.callback)
		}
	}
	// What other parameters flow into, to see which of them meet.
	flows := make(map[*node][]port)
	for i, param := range c.params {
		if x.isNumber(c.paramType(i)) {
			continue
		}
		for p, n := range partsOf(param) {
			reach, changed, all := x.reached(n)
			if !all {
				return nil
			}
			if !x.errors.matter {
				fact.Expects = append(fact.Expects, x.expectations(reach, i, p)...)
			}
			if x.errors.matter && isString(c.paramType(i)) {
				reach, changed = slices.Concat(reach, changed), nil // see textIn
			}
			for _, to := range changed {
				// What comes out of there is not known well enough.
				if r := results[to]; r != nil {
					r.Labels |= fromElsewhere
				}
				for _, c := range passed[to] {
					c.Value.Labels |= fromElsewhere
				}
			}
			for _, to := range slices.Concat(reach, changed) {
				if j, ok := stores[to]; ok && (j != i || p == whole) {
					written[j] = true
				}
			}
			for _, to := range reach {
				if r := results[to]; r != nil {
					r.Params = append(r.Params, port{i, p})
				}
				for _, c := range passed[to] {
					c.Value.Params = append(c.Value.Params, port{i, p})
				}
				if x.compared[to] {
					flows[to] = append(flows[to], port{i, p})
				}
			}
		}
	}
	for n, as := range flows {
		for _, m := range x.asked[n] {
			for _, b := range flows[m.other] {
				for _, a := range as {
					if m.use > Fold || comparePorts(a, b) < 0 {
						fact.Meets = append(fact.Meets, meeting{A: b, B: a, Use: m.use})
					}
				}
			}
		}
	}
	for _, r := range results {
		if r.useful() {
			r.Params = compact(r.Params, comparePorts)
			fact.Supplies = append(fact.Supplies, *r)
		}
	}
	for i, param := range c.params {
		if param == nil {
			continue
		}
		n := param.elemStore
		reach, _, _ := x.reached(param)
		if x.out != nil && slices.Contains(reach, x.out) || n != nil && n.labels.foreign() || written[i] {
			fact.Writes = append(fact.Writes, i)
			continue
		}
		if n != nil && n.labels.isCode() {
			fact.Fills = append(fact.Fills, supply{Result: i, Part: elems, Labels: n.labels &^ exposedParam, Consts: sortedConstants(x.constantsOf(n))})
		}
	}
	fact.Calls = callbacks(passed)
	slices.SortFunc(fact.Calls, func(a, b callback) int {
		return cmp.Or(cmp.Compare(a.Param, b.Param), cmp.Compare(a.Arg, b.Arg), compareSupplies(a.Value, b.Value), slices.Compare(a.Value.Consts, b.Value.Consts))
	})
	slices.SortFunc(fact.Expects, compareExpectations)
	slices.SortFunc(fact.Supplies, compareSupplies)
	fact.Meets = compact(fact.Meets, func(a, b meeting) int {
		return cmp.Or(comparePorts(a.A, b.A), comparePorts(a.B, b.B), cmp.Compare(a.Use, b.Use))
	})
	return fact
}

// supplyOf returns what a node may hold, beside what parameters bring.
func (x *exporter) supplyOf(n *node) supply {
	if x.errors.matter {
		return x.errorOf(n)
	}
	return supply{Labels: n.labels &^ exposedParam, Consts: sortedConstants(x.constantsOf(n))}
}

// useful reports whether a supply says more than that anything may come.
func (s *supply) useful() bool {
	return !s.Labels.foreign() && (s.Labels&(fromCode|fromSDK) != 0 || s.Labels&fromPointer == fromSearch || len(s.Params) > 0)
}

// A passing is a callback with the node of what is passed.
type passing struct {
	n *node
	*callback
}

// calls returns what is passed to the function that parameter i holds, and
// whether that is all.
func (x *exporter) calls(i int, param *node) (list []passing, all bool) {
	if param == nil {
		return nil, true
	}
	reach, _, all := x.reached(param)
	for _, n := range reach {
		for _, d := range n.has().calls {
			for arg, p := range d.params {
				if p == nil || x.isNumber(d.sig.Params().At(arg).Type()) {
					continue
				}
				value := x.supplyOf(p)
				list = append(list, passing{p, &callback{Param: i, Arg: arg, Value: value}})
			}
		}
	}
	return list, all
}

// callbacks returns those of what is passed to functions that say something: an
// argument that may be anything in one call says nothing in the others.
func callbacks(passed map[*node][]*callback) []callback {
	type argument struct{ param, arg int }
	useless := make(map[argument]bool)
	for _, list := range passed {
		for _, c := range list {
			if !c.Value.useful() {
				useless[argument{c.Param, c.Arg}] = true
			}
		}
	}
	var calls []callback
	for _, list := range passed {
		for _, c := range list {
			if !useless[argument{c.Param, c.Arg}] {
				c.Value.Params = compact(c.Value.Params, comparePorts)
				calls = append(calls, *c)
			}
		}
	}
	return calls
}

func compareSupplies(a, b supply) int {
	return cmp.Or(cmp.Compare(a.Result, b.Result), cmp.Compare(a.Part, b.Part))
}

func comparePorts(a, b port) int {
	return cmp.Or(cmp.Compare(a.Param, b.Param), cmp.Compare(a.Part, b.Part))
}
