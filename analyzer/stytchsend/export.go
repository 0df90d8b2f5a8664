package stytchsend

import (
	"cmp"
	"fmt"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// maxWays bounds what a fact holds.
const maxWays = 24

// export tells other packages of the functions that matter to them.
func (c *check) export() {
	if sdk.InModule(c.pass.Pkg.Path()) || c.pass.Pkg.Name() == "main" {
		return
	}
	list := slices.SortedFunc(maps.Keys(c.decls), func(a, b *types.Func) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, fn := range list {
		if !fn.Exported() || c.traits[fn]&(doesSend|doesCreate|doesTest) == 0 || report.InTest(c.pass, fn.Pos()) {
			continue
		}
		if fact := c.summary(fn); fact != nil {
			c.pass.ExportObjectFact(fn, fact)
		}
	}
}

// summary returns what callers need to know of a function, nil if that is
// nothing, or too much.
func (c *check) summary(fn *types.Func) *does {
	decl := c.decls[fn]
	params := paramsOf(fn)
	st := new(state)
	failures := make(map[*failure]int)
	for i, p := range params {
		kind, ok := c.suspect(fn, p.Type())
		if !ok {
			continue
		}
		f := &failure{id: -1 - i, param: i}
		failures[f] = i
		st = st.with(p, value{kind: kind, of: f, roots: []string{root(p)}})
	}
	for v := range fn.Signature().Results().Variables() {
		if v.Name() != "" {
			st = st.with(v, zero(v.Type()))
		}
	}
	c.summing = true
	defer func() { c.summing = false }()
	exits, whole := c.paths(decl, decl.Body, fn.Signature(), st)
	if !whole || len(exits) > maxWays {
		return nil
	}
	fact := new(does)
	keys := make(map[string]bool)
	for _, e := range exits {
		w := c.way(params, e)
		if key := fmt.Sprintf("%+v", w); !keys[key] {
			keys[key] = true
			fact.Ways = append(fact.Ways, w)
		}
	}
	slices.SortFunc(fact.Ways, func(a, b way) int { return strings.Compare(fmt.Sprintf("%+v", a), fmt.Sprintf("%+v", b)) })
	if !slices.ContainsFunc(fact.Ways, func(w way) bool { return w.says() }) {
		return nil
	}
	return fact
}

// says reports whether a way tells anything that a caller would not assume.
func (w way) says() bool {
	if len(w.Sends) > 0 || len(w.Creates) > 0 {
		return true
	}
	return slices.ContainsFunc(w.If, func(i condition) bool { return len(i.Codes) > 0 }) ||
		slices.ContainsFunc(w.Results, func(r result) bool { return r.Param >= 0 && r.Kind != failed })
}

// paramsOf returns the receiver and the parameters of a function.
func paramsOf(fn *types.Func) []*types.Var {
	var list []*types.Var
	if recv := fn.Signature().Recv(); recv != nil {
		list = append(list, recv)
	}
	for p := range fn.Signature().Params().Variables() {
		list = append(list, p)
	}
	return list
}

// suspect returns what a parameter of a type may hold that tells of a failure.
func (c *check) suspect(fn *types.Func, t types.Type) (kind, bool) {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return opaque, false
	}
	switch {
	case types.Identical(t, types.Universe.Lookup("error").Type()):
		return failed, true
	case isDetails(t):
		return details, true
	case sdk.IsCodeType(t):
		return code, true
	case isText(t):
		return code, c.traits[fn]&(doesSend|doesCreate) == 0
	}
	return opaque, false
}

// way describes an exit of a function.
func (c *check) way(params []*types.Var, e exit) way {
	var w way
	known := slices.SortedFunc(maps.Keys(e.state.known), func(a, b *failure) int { return cmp.Compare(a.id, b.id) })
	sent := make(map[*failure]int)
	for _, f := range known {
		k := e.state.known[f]
		if f.param >= 0 {
			if k.codes != nil || k.outcome != unknown || k.foreign || len(k.not) > 0 {
				w.If = append(w.If, condition{Param: f.param, Outcome: k.outcome, Foreign: k.foreign, Codes: k.codes, Not: k.not})
			}
			continue
		}
		sent[f] = len(w.Sends)
		w.Sends = append(w.Sends, sending{Op: f.send.name, Address: refs(params, k.address), Outcome: k.outcome, Foreign: k.foreign, Codes: k.codes, Not: k.not})
	}
	for _, m := range e.state.made {
		if list := refs(params, m.address); len(list) > 0 {
			w.Creates = append(w.Creates, creating{What: m.what.name, Field: m.field, Address: list})
		}
	}
	for _, v := range e.results {
		r := result{Send: -1, Param: -1}
		switch v.kind {
		case null:
			r.Kind = null
		case literal:
			switch v.con.Kind() {
			case constant.Bool, constant.String, constant.Int:
				r.Kind, r.Text = literal, v.con.ExactString()
			}
		case failed, details, code, text:
			r.Kind, r.Marks, r.Mixed, r.Made = v.kind, v.marks, v.mixed, v.made
			if v.of != nil {
				r.Param = v.of.param
				if nth, ok := sent[v.of]; ok {
					r.Send = nth
				}
			}
		}
		w.Results = append(w.Results, r)
	}
	return w
}

// refs returns the parameters among roots.
func refs(params []*types.Var, roots []string) []ref {
	var list []ref
	for _, r := range roots {
		for i, p := range params {
			if p.Name() == "" || p.Name() == "_" {
				continue
			}
			rest, ok := strings.CutPrefix(r, root(p))
			if ok && (rest == "" || rest[0] == '.') {
				list = append(list, ref{i, rest})
			}
		}
	}
	return list
}
