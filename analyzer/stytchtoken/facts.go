package stytchtoken

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// spends is the fact about a function that spends tokens which it is handed,
// or that calls a function again when it failed.
type spends struct {
	Rows    []factRow
	Retries []int
}

// AFact marks spends as a fact.
func (*spends) AFact() {}

func (s *spends) String() string {
	n := 0
	for _, r := range s.Rows {
		n = max(n, len(r.Effects))
	}
	return fmt.Sprintf("spends %d, retries %d", n, len(s.Retries))
}

// A factRow is a row of a summary.
type factRow struct {
	Results []uint8
	Conds   []factCond
	Effects []factEffect
}

// A factCond is a condition on parameters.
type factCond struct {
	Term *term
	Is   bool
}

// A factEffect is a token being spent.
type factEffect struct {
	Operation string
	Tokens    *term
	Client    *term
	Ended     uint8
	Seen      uint8
	Linked    bool
}

// A term is a value that is told from parameters.
type term struct {
	Kind uint8
	Str  string
	A, B *term
}

// export exports the facts of the package.
func (c *check) export() {
	for _, f := range c.order {
		sum := c.summaries[f]
		if sum == nil || f.obj == nil || !f.obj.Exported() {
			continue
		}
		if _, err := objectpath.For(f.obj); err != nil {
			continue
		}
		fact := &spends{Retries: sum.retries}
		matters := len(sum.retries) > 0
		for _, r := range sum.rows {
			row := c.exportRow(&r)
			matters = matters || len(row.Effects) > 0
			fact.Rows = append(fact.Rows, row)
		}
		if matters {
			c.pass.ExportObjectFact(f.obj, fact)
		}
	}
}

func (c *check) exportRow(r *row) factRow {
	var f factRow
	for _, class := range r.results {
		f.Results = append(f.Results, uint8(class))
	}
	for _, cond := range r.conds {
		if t := c.term(cond.v); t != nil {
			f.Conds = append(f.Conds, factCond{t, cond.is})
		}
	}
	slices.SortFunc(f.Conds, func(a, b factCond) int { return cmp.Compare(a.Term.text(), b.Term.text()) })
	for _, e := range r.effects {
		if t := c.term(e.tokens); t != nil {
			f.Effects = append(f.Effects, factEffect{e.op.Name, t, c.term(e.client), uint8(e.ended), uint8(e.seen), e.linked})
		}
	}
	return f
}

// text returns a text that tells terms apart.
func (t *term) text() string {
	if t == nil {
		return "-"
	}
	return fmt.Sprintf("(%d %q %s %s)", t.Kind, t.Str, t.A.text(), t.B.text())
}

// term returns a value as a term; nil if it is not told from parameters and
// package-level variables alone.
func (c *check) term(v value) *term {
	k := c.t.keys[v]
	switch k.kind {
	case kConst, kNil, kList, kParam, kGlobal, kField, kPure, kEq, kBinary, kNot, kAssert:
	default:
		return nil
	}
	t := &term{Kind: uint8(k.kind), Str: k.str, A: c.term(k.a), B: c.term(k.b)}
	if k.a != 0 && t.A == nil || k.b != 0 && t.B == nil {
		return nil
	}
	return t
}

// value returns the value of a term.
func (c *check) value(t *term) value {
	if t == nil {
		return 0
	}
	return c.t.of(key{kind: kind(t.Kind), str: t.Str, a: c.value(t.A), b: c.value(t.B)})
}

// imported returns what is known of a function of another package, or nil.
func (c *check) imported(fn *types.Func) *summary {
	if fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg || sdk.InModule(fn.Pkg().Path()) {
		return nil
	}
	sum, ok := c.facts[fn]
	if ok {
		return sum
	}
	var fact spends
	if c.pass.ImportObjectFact(fn, &fact) {
		if c.t == nil {
			c.t = newTable()
		}
		sum = c.importSummary(&fact)
	}
	c.facts[fn] = sum
	return sum
}

func (c *check) importSummary(fact *spends) *summary {
	sum := &summary{retries: fact.Retries}
	for _, f := range fact.Rows {
		var r row
		for _, class_ := range f.Results {
			r.results = append(r.results, class(class_))
			r.values = append(r.values, 0)
		}
		for _, cd := range f.Conds {
			r.conds = append(r.conds, cond{c.value(cd.Term), cd.Is})
		}
		for _, e := range f.Effects {
			if op, ok := catalog.OperationNamed(e.Operation); ok {
				r.effects = append(r.effects, effect{op: &op, tokens: c.value(e.Tokens), client: c.value(e.Client), ended: status(e.Ended), seen: scrutiny(e.Seen), linked: e.Linked})
			}
		}
		sum.rows = append(sum.rows, r)
	}
	return sum
}
