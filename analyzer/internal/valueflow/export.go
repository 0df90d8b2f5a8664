package valueflow

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An exporter exports the facts of a solved graph.
type exporter struct {
	*builder
	asked    map[*node][]meet     // by the node that is compared
	compared map[*node]bool       // on either side
	built    map[*node]sdk.Family // what becomes the code of an error
	demands  map[*node]*demanded  // see demandedOf
}

// exportFacts exports what importing packages need to know. What the functions of the
// SDK do is known without.
func (b *builder) exportFacts() {
	if sdk.InModule(b.pass.Pkg.Path()) {
		return
	}
	x := &exporter{builder: b, asked: b.meets(), compared: make(map[*node]bool), built: make(map[*node]sdk.Family), demands: make(map[*node]*demanded)}
	for _, c := range b.builds {
		if !c.coined {
			x.built[c.code] |= c.family
		}
	}
	for _, c := range b.comparisons {
		x.compared[c.a], x.compared[c.b] = true, true
	}
	for _, s := range b.summaries {
		x.function(s)
	}
	if x.errors.matter {
		return
	}
	for v, n := range b.globals {
		x.variable(v, n)
	}
	if !x.aboutCodes {
		return
	}
	x.interfaces()
	x.coined()
	for v, field := range b.codeFields {
		if field.read && v.Pkg() == b.pass.Pkg && v.Exported() {
			x.pass.ExportObjectFact(v, &varFact{IsCode: true})
		}
	}
	for status, code := range x.statuses.of {
		if x.codeField(code).read && status.Exported() {
			x.pass.ExportObjectFact(status, &varFact{Error: errorField{answerSink, Status}})
		}
	}
}

// function exports what is known of a function.
func (x *exporter) function(s summary) {
	fact := x.effects(s.c, maxReturned)
	if fact == nil {
		return
	}
	if x.errors.matter {
		switch {
		case !fact.followsCodes():
		case x.errors.helps:
			x.pass.ExportObjectFact(s.fn.obj, &errorHelper{*fact})
		default:
			x.pass.ExportObjectFact(s.fn.obj, &errorFact{*fact})
		}
		return
	}
	for i, param := range s.c.params {
		fact.Sinks = append(fact.Sinks, x.outlets(param, i)...)
	}
	fact.Sinks = withBothEnds(fact.Sinks)
	if !x.aboutCodes {
		fact = &funcFact{Writes: fact.Writes, Sinks: fact.Sinks}
	}
	if fact.followsCodes() || len(fact.Sinks) > 0 {
		x.pass.ExportObjectFact(s.fn.obj, fact)
	}
}

// withBothEnds returns a list without those ends of errors of which a function does not
// have the other one.
func withBothEnds(list []outlet) []outlet {
	return slices.DeleteFunc(slices.Clone(list), func(o outlet) bool {
		return o.Sink.isError() && !slices.ContainsFunc(list, func(other outlet) bool { return other.Sink == o.Sink && other.Role != o.Role })
	})
}

// outlets returns the sinks that a parameter, field or variable gets to.
func (x *exporter) outlets(n *node, param int) []outlet {
	var list []outlet
	for s, role := range x.sinks.roles[n] {
		if s.other || s.key == writtenSink {
			continue
		}
		list = append(list, outlet{param, s.key, role})
	}
	return compact(list, func(a, b outlet) int {
		return cmp.Or(cmp.Compare(a.Sink, b.Sink), cmp.Compare(a.Role, b.Role))
	})
}

// interfaces exports what is known of the methods of exported interfaces whose
// implementations are all in view. Other packages may implement them, too.
func (x *exporter) interfaces() {
	scope := x.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() || !types.IsInterface(tn.Type()) {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.ExplicitMethods() {
			fact := new(funcFact)
			for i := range m.Signature().Results().Len() {
				if all := x.joined(m, i); all.isCode() {
					fact.Supplies = append(fact.Supplies, supply{Result: i, Labels: all | exposed})
				}
			}
			if len(fact.Supplies) > 0 && m.Exported() {
				x.pass.ExportObjectFact(m, fact)
			}
		}
	}
}

// joined returns what all implementations of m return as their i-th result, if
// that is codes; 0 if not.
func (x *exporter) joined(m *types.Func, i int) labels {
	var all labels
	for _, d := range x.implementations(m) {
		if i >= len(d.self.results) || d.self.results[i] == nil || !d.self.results[i].labels.isCode() {
			return 0
		}
		all |= d.self.results[i].labels &^ exposedParam
	}
	return all
}

// coined exports the names that the package gives to errors and has in answers.
func (x *exporter) coined() {
	fact := &coinedFact{Renamed: sortedConstants(x.renamed), Answers: sortedConstants(x.answers)}
	if len(fact.Renamed)+len(fact.Answers) > 0 {
		x.pass.ExportPackageFact(fact)
	}
}

// variable exports what is known of a package variable or field.
func (x *exporter) variable(v *types.Var, n *node) {
	if v.Pkg() != x.pass.Pkg || !v.Exported() || v.Pkg().Name() == "main" {
		return
	}
	fact := &varFact{Sinks: x.outlets(n, 0), Error: x.statuses.fields[v]}
	for p, n := range partsOf(n) {
		if !x.aboutCodes {
			break
		}
		if n.labels.isCode() {
			fact.Supplies = append(fact.Supplies, supply{Part: p, Labels: n.labels &^ anyExposed, Consts: sortedConstants(x.constantsOf(n))})
		}
		reach, _, all := x.reached(n)
		if !all {
			return
		}
		fact.Expects = append(fact.Expects, x.expectations(reach, 0, p)...)
	}
	if fact.Does = x.held(n, maxReturned); fact.Does != nil {
		for i := range fact.Does.Expects {
			fact.Does.Expects[i].Exposed = true // others may put another one there
		}
		for i := range fact.Does.Supplies {
			fact.Does.Supplies[i].Labels |= exposed
		}
	}
	if fact.Does == nil && fact.Error.Of == "" && len(fact.Expects)+len(fact.Supplies)+len(fact.Sinks) == 0 {
		return
	}
	slices.SortFunc(fact.Supplies, compareSupplies)
	slices.SortFunc(fact.Expects, compareExpectations)
	x.pass.ExportObjectFact(v, fact)
}
