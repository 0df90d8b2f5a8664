package stytchsend

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// fact returns what is known of a function of another package.
func (c *check) fact(fn *types.Func) *does {
	if fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg || !c.factful[fn.Pkg()] {
		return nil
	}
	if d, ok := c.imports[fn]; ok {
		return d
	}
	d := new(does)
	if !c.pass.ImportObjectFact(fn, d) {
		d = nil
	}
	c.imports[fn] = d
	return d
}

// imported returns what comes of a call of a function that a fact tells of.
func (c *check) imported(f *frame, d *does, fn *types.Func, recv value, call *ast.CallExpr, a evaluated) []evaluated {
	args := a.v.list
	if fn.Signature().Recv() != nil {
		args = append([]value{recv}, args...)
	}
	rest := c.unknownResults(fn, recv, call, a.v.list, value{})
	var result []evaluated
	for _, w := range d.Ways {
		states := []*state{a.state}
		for _, cond := range w.If {
			var next []*state
			for _, st := range states {
				next = append(next, c.given(st, cond, args)...)
			}
			states = next
		}
		if w.needs(args) {
			continue
		}
		for _, st := range states {
			result = append(result, c.goes(f, w, st, call, args, rest))
		}
	}
	if len(result) == 0 {
		return []evaluated{{a.state, rest}}
	}
	return result
}

// needs reports whether a way can be gone only if there is an error where the
// argument is none.
func (w way) needs(args []value) bool {
	return slices.ContainsFunc(w.Results, func(r result) bool {
		return r.Param >= 0 && r.Param < len(args) && r.Kind != failed && args[r.Param].kind == null
	})
}

// given returns the states in which a condition of a function's way holds for
// the arguments.
func (c *check) given(st *state, cond condition, args []value) []*state {
	if cond.Param >= len(args) {
		return []*state{st}
	}
	arg := args[cond.Param]
	codes, all := resolve(cond.Codes, args)
	not, _ := resolve(cond.Not, args)
	if !all {
		codes = nil
	}
	if s, ok := arg.str(); ok {
		return possibly(st, (len(codes) == 0 || slices.Contains(codes, s)) && !slices.Contains(not, s))
	}
	switch {
	case arg.kind == null:
		return possibly(st, cond.Outcome == succeeded || cond.Outcome == unknown && len(cond.Codes) == 0)
	case arg.kind == failed && arg.of == nil && !arg.mixed: // the program's own
		return possibly(st, cond.Outcome != succeeded && len(cond.Codes) == 0)
	case arg.made && cond.Outcome == succeeded:
		return nil
	case arg.of == nil:
		return []*state{st}
	}
	return c.learned(st, arg.of, cond, codes, not)
}

// learned returns the states in which a condition holds for a failure.
func (c *check) learned(st *state, of *failure, cond condition, codes, not []string) []*state {
	switch yes, no := st.split(of); cond.Outcome {
	case succeeded:
		return possibly(no, no != nil)
	case wentWrong:
		st = yes
	}
	if st == nil {
		return nil
	}
	if cond.Foreign {
		k := st.known[of]
		if k.codes != nil {
			return nil
		}
		k.foreign = k.outcome != succeeded
		return []*state{st.learn(of, k)}
	}
	if len(codes) > 0 {
		if st, _ = st.asked(of, codes); st == nil {
			return nil
		}
	}
	if len(not) > 0 {
		_, st = st.asked(of, not)
	}
	return possibly(st, st != nil)
}

// resolve puts the constants that parameters hold in the place of what stands
// for them. It reports whether all are known.
func resolve(codes []string, args []value) (list []string, all bool) {
	all = true
	for _, code := range codes {
		param, ok := strings.CutPrefix(code, "$")
		if !ok {
			list = append(list, code)
			continue
		}
		i, err := strconv.Atoi(param)
		if err != nil || i >= len(args) {
			all = false
			continue
		}
		s, ok := args[i].str()
		if !ok {
			all = false
			continue
		}
		list = append(list, s)
	}
	return list, all
}

// possibly returns a state if it is possible.
func possibly(st *state, ok bool) []*state {
	if !ok {
		return nil
	}
	return []*state{st}
}

// goes returns what comes of one way of a function.
func (c *check) goes(f *frame, w way, st *state, call *ast.CallExpr, args []value, rest value) evaluated {
	var sent []*failure
	for i, s := range w.Sends {
		send := sends[s.Op]
		if send == nil {
			sent = append(sent, nil)
			continue
		}
		failure := c.failureOf(f.site(call), i, send, codesOf(s.Op))
		codes, all := resolve(s.Codes, args)
		if !all {
			codes = append(codes, "") // one that is not in view
		}
		not, _ := resolve(s.Not, args)
		st = st.learn(failure, knowledge{outcome: s.Outcome, foreign: s.Foreign, codes: codes, not: not, address: c.rootsGiven(st, args, s.Address)})
		sent = append(sent, failure)
	}
	for _, m := range w.Creates {
		what := creationNamed(m.What)
		if what == nil {
			continue
		}
		form := value{kind: structure, obj: &object{fields: map[string]value{m.Field: from(c.rootsGiven(st, args, m.Address)...)}}}
		st = c.creates(f, call, what, form, st)
	}
	results := make([]value, len(w.Results))
	for i, r := range w.Results {
		results[i] = c.resultOf(r, sent, args, resultAt(rest, i))
	}
	return evaluated{st, together(results)}
}

// resultAt returns the i-th of the results of a call.
func resultAt(v value, i int) value {
	if v.kind != tuple {
		return v
	}
	if i < len(v.list) {
		return v.list[i]
	}
	return value{}
}

// rootsGiven returns the roots of what a function is given.
func (c *check) rootsGiven(st *state, args []value, refs []ref) []string {
	var roots []string
	for _, r := range refs {
		if r.Param >= len(args) {
			continue
		}
		v := args[r.Param]
		for name := range strings.SplitSeq(strings.TrimPrefix(r.Path, "."), ".") {
			if name != "" {
				v = c.fieldNamed(st, v, name)
			}
		}
		roots = union(roots, v.roots)
	}
	return roots
}

// fieldNamed returns the value of a field.
func (c *check) fieldNamed(st *state, v value, name string) value {
	if v.kind == pointer {
		v = c.load(st, v.target)
	}
	if v.kind == structure {
		return v.obj.fields[name]
	}
	return v.part("." + name)
}

// resultOf returns a result of a function.
func (c *check) resultOf(r result, sent []*failure, args []value, rest value) value {
	switch r.Kind {
	case null:
		return value{kind: null}
	case literal:
		switch {
		case r.Text == "true" || r.Text == "false":
			return boolean(r.Text == "true")
		case strings.HasPrefix(r.Text, `"`):
			return constantOf(constant.MakeFromLiteral(r.Text, token.STRING, 0))
		}
		return constantOf(constant.MakeFromLiteral(r.Text, token.INT, 0))
	case failed, details, code, text:
		v := value{kind: r.Kind, marks: r.Marks, mixed: r.Mixed, made: r.Made}
		switch {
		case r.Send >= 0 && r.Send < len(sent):
			v.of = sent[r.Send]
		case r.Param >= 0 && r.Param < len(args):
			v.of = args[r.Param].of
			v.marks = union(v.marks, args[r.Param].marks)
			if v.of == nil && r.Kind != failed {
				return rest
			}
		}
		return v
	}
	return rest
}

// codesOf returns the codes that an operation ends with.
func codesOf(name string) []string {
	for _, op := range catalog.Operations() {
		if op.Name == name {
			return op.Codes
		}
	}
	return nil
}
