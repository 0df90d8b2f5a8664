package paths

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Effects is what is told to other packages about a function. The fact of a check is a
// struct with nothing else: a type of its own, since facts are told apart by those.
type Effects struct {
	Rows    []FactRow
	Handled []FactRow // the ways in which what it makes of a function that it is handed handles a request
	Retries []FactRetry
	Writes  []string // the parameters that lead to what it writes to
	Deeds   Deed     // what it does, for a check that is told of that
}

// A Fact is the fact of a check.
type Fact interface {
	analysis.Fact
	Told() *Effects
}

// AFact marks the fact of a check as one.
func (*Effects) AFact() {}

// Told returns what the fact of a check tells.
func (f *Effects) Told() *Effects { return f }

// A FactRetry is a parameter that is called again when it failed, if all in a list holds.
type FactRetry struct {
	Param  int
	Under  *Term
	Others bool
}

// A FactRow is a row of a summary.
type FactRow struct {
	Results []uint8
	Values  []FactValue
	Conds   []FactCond
	Effects []FactEffect
	Asked   uint64
}

// A FactValue is a result, if it can be told.
type FactValue struct{ Term *Term }

// A FactCond is a condition on parameters.
type FactCond struct {
	Term *Term
	Is   bool
}

// A FactEffect is an event.
type FactEffect struct {
	Name    string
	Subject *Term
	Client  *Term
	Args    *Term
	Details []FactValue
	End     uint8
	Seen    uint8
	Plain   bool
}

// A Term is a value that is told from parameters.
type Term struct {
	Kind    uint8
	Str     string
	A, B, C *Term
}

// String says how many events a function brings about, and how many of its
// parameters it calls again.
func (f *Effects) String() string {
	n := 0
	params := make(map[int]bool)
	for _, r := range f.Retries {
		params[r.Param] = true
	}
	for _, r := range f.Rows {
		events := 0
		for _, e := range r.Effects {
			if e.Name != "" {
				events++
			}
		}
		n = max(n, events)
	}
	return fmt.Sprintf("events %d, retries %d", n, len(params))
}

// export exports what is known of the functions of the package.
func (e *engine) export() {
	var encoder objectpath.Encoder // knows the methods of a type from one to the next
	for _, fn := range e.order {
		sum := e.summaries[fn]
		obj := objectOf(fn)
		if sum == nil || obj == nil || !obj.Exported() {
			continue
		}
		if _, err := encoder.For(obj); err != nil {
			continue
		}
		told := &Effects{Deeds: sum.deeds, Writes: slices.Sorted(maps.Keys(sum.writes))}
		for _, r := range sum.retries {
			told.Retries = append(told.Retries, FactRetry{r.param, e.term(r.under), r.others})
		}
		fact := e.check.NewHelper()
		for i := range sum.rows {
			r := e.exportRow(&sum.rows[i])
			if e.matter(fn) && slices.ContainsFunc(r.Effects, func(e FactEffect) bool { return e.Name != "" }) {
				fact = e.check.NewFact()
			}
			told.Rows = append(told.Rows, r)
		}
		for i := range sum.handled {
			told.Handled = append(told.Handled, e.exportRow(&sum.handled[i]))
		}
		switch {
		case sum.matters():
		case e.outline.tells[fn.Syntax()] && isNamedElsewhere(obj) && e.isNews(told):
			fact = e.check.NewFact()
		case e.outline.offers[fn.Syntax()]:
		default:
			told.Rows = nil
		}
		if len(told.Rows) > 0 || len(told.Retries) > 0 {
			*fact.Told() = *told
			e.pass.ExportObjectFact(obj, fact)
		}
	}
}

// isNamedElsewhere reports whether other packages can name a function, or the type
// that it is a method of.
func isNamedElsewhere(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Exported()
}

// isNews reports whether a check wants to know what a function tells that brings
// about no event: if it is told what is asked of errors, only about those.
func (e *engine) isNews(told *Effects) bool {
	if e.check.Asked == nil {
		return true
	}
	var about func(t *Term) bool
	about = func(t *Term) bool {
		return t != nil && (kind(t.Kind) == kField && (t.Str == statusField || t.Str == codeField) || about(t.A) || about(t.B) || about(t.C))
	}
	return slices.ContainsFunc(told.Rows, func(r FactRow) bool {
		return slices.ContainsFunc(r.Values, func(v FactValue) bool { return about(v.Term) || v.Term != nil && kind(v.Term.Kind) == kAssert }) ||
			slices.ContainsFunc(r.Conds, func(c FactCond) bool { return about(c.Term) })
	})
}

func (e *engine) exportRow(r *row) FactRow {
	f := FactRow{Asked: r.asked}
	for _, class := range r.results {
		f.Results = append(f.Results, uint8(class))
	}
	for _, v := range r.values {
		f.Values = append(f.Values, FactValue{e.term(v)})
	}
	for _, cond := range r.conds {
		if t := e.term(cond.v); t != nil {
			f.Conds = append(f.Conds, FactCond{t, cond.is})
		}
	}
	slices.SortFunc(f.Conds, func(a, b FactCond) int { return a.Term.compare(b.Term) })
	for _, eff := range r.effects {
		if t := e.term(eff.Subject); t != nil {
			told := FactEffect{Name: eff.Name, Subject: t, Client: e.term(eff.Client), Args: e.term(eff.Args), End: uint8(eff.end), Seen: uint8(eff.seen), Plain: eff.plain}
			for _, v := range e.t.elements(eff.Details) {
				told.Details = append(told.Details, FactValue{e.term(v)})
			}
			f.Effects = append(f.Effects, told)
		}
	}
	return f
}

// Returns reports whether the error of an effect is among the results, or one of them
// is made around it.
func (r *FactRow) Returns(effect int) bool {
	var holds func(t *Term) bool
	holds = func(t *Term) bool {
		return t != nil && (kind(t.Kind) == kOutcome && t.Str == index(effect) || holds(t.A) || holds(t.B) || holds(t.C))
	}
	return slices.ContainsFunc(r.Values, func(v FactValue) bool { return holds(v.Term) })
}

// String says what a term is, if it is a constant or a parameter.
func (t *Term) String() string {
	switch kind(t.Kind) {
	case kConst:
		return t.Str
	case kParam:
		return "with its parameter " + t.Str
	}
	return "with a value"
}

// compare puts terms in order, by what they are made of.
func (t *Term) compare(o *Term) int {
	if t == nil || o == nil {
		return cmp.Compare(truth(t != nil), truth(o != nil))
	}
	return cmp.Or(cmp.Compare(t.Kind, o.Kind), cmp.Compare(t.Str, o.Str), t.A.compare(o.A), t.B.compare(o.B), t.C.compare(o.C))
}

// term returns a value as a term; nil if it is not told from parameters and
// package-level variables alone.
func (e *engine) term(v Value) *Term {
	n := e.t.nodes[v]
	if !n.kind.told() {
		return nil
	}
	t := &Term{Kind: uint8(n.kind), Str: n.str, A: e.term(n.a), B: e.term(n.b), C: e.term(n.c)}
	if n.kind == kAt && e.isDeclared(v) {
		t.Str = declared
	}
	if n.kind == kEq && t.B != nil && kind(t.B.Kind) != kConst && kind(t.B.Kind) != kNil && t.A != nil && t.B.compare(t.A) < 0 {
		t.A, t.B = t.B, t.A // whichever was come by first
	}
	if n.a != 0 && t.A == nil || n.b != 0 && t.B == nil || n.c != 0 && t.C == nil {
		return nil
	}
	return t
}

// declared marks the terms of errors that a package declares.
const declared = "declared"

// value returns the value of a term.
func (e *engine) value(t *Term) Value {
	if t == nil {
		return 0
	}
	if kind(t.Kind) == kAt && t.Str == declared {
		v := e.t.of(node{kind: kAt, a: e.value(t.A)})
		e.t.types[v] = types.Universe.Lookup("error").Type()
		return v
	}
	return e.t.of(node{kind: kind(t.Kind), str: t.Str, a: e.value(t.A), b: e.value(t.B), c: e.value(t.C)})
}

// imported returns what is known of a function of another package, or nil.
func (e *engine) imported(fn *types.Func) *summary {
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg || sdk.InModule(fn.Pkg().Path()) {
		return nil
	}
	sum, ok := e.facts[fn]
	if ok {
		return sum
	}
	for i, fact := range [...]Fact{e.check.NewFact(), e.check.NewHelper()} {
		if e.pass.ImportObjectFact(fn, fact) {
			sum = e.importSummary(fn, fact.Told())
			sum.helps = i > 0
			break
		}
	}
	e.facts[fn] = sum
	return sum
}

func (e *engine) importSummary(fn *types.Func, told *Effects) *summary {
	sum := &summary{deeds: told.Deeds, writes: make(map[string]bool)}
	for _, param := range told.Writes {
		sum.writes[param] = true
	}
	for _, r := range told.Retries {
		sum.retries = append(sum.retries, retried{r.Param, e.value(r.Under), r.Others})
	}
	for _, f := range told.Rows {
		sum.rows = append(sum.rows, e.importRow(fn, f))
	}
	for _, f := range told.Handled {
		sum.handled = append(sum.handled, e.importRow(fn, f))
	}
	return sum
}

func (e *engine) importRow(fn *types.Func, f FactRow) row {
	r := row{asked: f.Asked, values: make([]Value, len(f.Results))}
	for i, v := range f.Values {
		e.findTypes(v.Term, fn.Pkg())
		if i < len(r.values) {
			r.values[i] = e.value(v.Term)
		}
	}
	for _, c := range f.Results {
		r.results = append(r.results, class(c))
	}
	for _, c := range f.Conds {
		e.findTypes(c.Term, fn.Pkg())
		r.conds = append(r.conds, cond{e.value(c.Term), c.Is})
	}
	for _, eff := range f.Effects {
		details := make([]Value, len(eff.Details))
		for i, v := range eff.Details {
			e.findTypes(v.Term, fn.Pkg())
			details[i] = e.value(v.Term)
		}
		r.effects = append(r.effects, Event{Name: eff.Name, Subject: e.value(eff.Subject), Client: e.value(eff.Client), Args: e.value(eff.Args), Details: e.t.list(details...), end: Ending(eff.End), seen: Scrutiny(eff.Seen), plain: eff.Plain})
	}
	return r
}

// Compared returns the constants with which a function compares something, and the
// names of parameters such as "$1".
func (f *Effects) Compared() []string {
	var list []string
	var visit func(t *Term)
	visit = func(t *Term) {
		if t == nil {
			return
		}
		if kind(t.Kind) == kEq {
			for _, o := range [...]*Term{t.A, t.B} {
				if s, err := strconv.Unquote(o.Str); kind(o.Kind) == kConst && err == nil {
					list = append(list, s)
				} else if kind(o.Kind) == kParam && kind(t.B.Kind) != kConst && kind(t.B.Kind) != kNil {
					list = append(list, "$"+o.Str)
				}
			}
		}
		visit(t.A)
		visit(t.B)
	}
	for _, r := range f.Rows {
		for _, c := range r.Conds {
			if c.Is {
				visit(c.Term)
			}
		}
		for _, v := range r.Values {
			visit(v.Term)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
