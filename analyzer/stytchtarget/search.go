package stytchtarget

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// questions returns what a function asks the errors for that it is given.
func (c *check) questions(fn *types.Func) []question {
	if decl, ok := c.decls[fn]; ok {
		if !takesSearch(fn) {
			return nil
		}
		return c.search(fn, decl).Asks
	}
	if fn.Pkg() == c.pass.Pkg {
		return nil
	}
	var s search
	c.pass.ImportObjectFact(fn, &s)
	return s.Asks
}

// search finds out what a function of this package asks its errors for. A
// function that calls itself adds nothing by that.
func (c *check) search(fn *types.Func, decl inspector.Cursor) *search {
	if s, ok := c.searches[fn]; ok {
		return s
	}
	s := new(search)
	tries := c.triesOf(decl)
	if tries == nil {
		return s // it calls itself
	}
	c.searches[fn] = s
	sig := fn.Signature()
	for _, t := range tries {
		q := question{Err: c.parameter(sig, t), Target: -1, TypeParam: -1, Pointer: t.pointer}
		if q.Err < 0 {
			continue
		}
		switch {
		case t.param != nil:
			if q.Target = index(sig.Params(), t.param); q.Target < 0 {
				continue
			}
		case t.typ != nil:
			if q.TypeParam = slices.Index(slices.Collect(sig.TypeParams().TypeParams()), t.typ); q.TypeParam < 0 {
				continue
			}
		default:
			q.Type, q.asked = t.id, t
		}
		s.Asks = append(s.Asks, q)
	}
	return s
}

// parameter returns the place of the parameter whose error a try asks, -1 if
// it asks another.
func (c *check) parameter(sig *types.Signature, t *try) int {
	v := c.variableOf(t.err)
	if v == nil {
		return -1
	}
	return index(sig.Params(), v)
}

func index(params *types.Tuple, v *types.Var) int {
	for i := range params.Len() {
		if params.At(i) == v {
			return i
		}
	}
	return -1
}
