package stytchtarget

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// An asked is a question that a function asks, and the tries in its body that ask
// it, if the body is in view.
type asked struct {
	question
	fn    *types.Func
	tries []*try
}

// A site is a call of a function of this package that takes an error.
type site struct {
	decl, cur inspector.Cursor
	call      *ast.CallExpr
}

// find finds the tries in the package, and what its functions ask the errors for
// that they are given. Each question of a function is handed to each of its calls
// once, on however many ways it gets there, and also where functions call each
// other in a circle.
func (c *check) find() {
	c.within = make(map[inspector.Cursor][]*try)
	c.asks = make(map[*types.Func][]*asked)
	c.sites = make(map[*types.Func][]site)
	w := worklist{check: c, known: make(map[*types.Func]map[question]*asked)}
	for _, decl := range c.order {
		for _, t := range c.triesIn(decl) {
			w.note(decl, t)
		}
	}
	for len(w.open) > 0 {
		next := w.open[0]
		w.open = w.open[1:]
		for _, s := range c.sites[next.fn] {
			c.steps++
			if t := c.tryOf(s.cur, s.call, next); t != nil {
				w.note(s.decl, t)
			}
		}
	}
	for _, list := range c.within {
		slices.SortStableFunc(list, inOrder)
	}
	for _, list := range c.asks {
		slices.SortStableFunc(list, func(a, b *asked) int { return inOrder(a.tries[0], b.tries[0]) })
	}
}

// inOrder compares tries by their places in the code.
func inOrder(a, b *try) int { return cmp.Compare(a.cur.Index(), b.cur.Index()) }

// A worklist has the questions that the callers have not been told yet.
type worklist struct {
	*check
	known map[*types.Func]map[question]*asked
	open  []*asked
}

// note notes a try in a declaration and, if callers pass the error, that the
// function asks them.
func (w *worklist) note(decl inspector.Cursor, t *try) {
	w.within[decl] = append(w.within[decl], t)
	fn := w.declared(decl)
	if fn == nil || !takesSearch(fn) {
		return
	}
	q, ok := w.question(fn.Signature(), t)
	if !ok {
		return
	}
	a := w.known[fn][q]
	if a == nil {
		a = &asked{question: q, fn: fn}
		if w.known[fn] == nil {
			w.known[fn] = make(map[question]*asked)
		}
		w.known[fn][q] = a
		w.asks[fn] = append(w.asks[fn], a)
		w.open = append(w.open, a)
	}
	a.tries = append(a.tries, t)
}

// declared returns the function that a declaration declares, nil if it declares
// something else.
func (c *check) declared(decl inspector.Cursor) *types.Func {
	fd, ok := decl.Node().(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := c.info.Defs[fd.Name].(*types.Func)
	return fn
}

// question returns what a try in a function asks an error of the caller's for.
func (c *check) question(sig *types.Signature, t *try) (q question, ok bool) {
	q = question{Err: c.parameter(sig, t), Target: -1, TypeParam: -1, Pointer: t.pointer}
	if q.Err < 0 {
		return q, false
	}
	switch {
	case t.param != nil:
		q.Target = index(sig.Params(), t.param)
		return q, q.Target >= 0
	case t.typ != nil:
		q.TypeParam = slices.Index(slices.Collect(sig.TypeParams().TypeParams()), t.typ)
		return q, q.TypeParam >= 0
	}
	q.Type = t.id
	return q, true
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

// questions returns what a function asks the errors for that it is given.
func (c *check) questions(fn *types.Func) []*asked {
	if fn.Pkg() == c.pass.Pkg {
		return c.asks[fn]
	}
	var s search
	c.pass.ImportObjectFact(fn, &s)
	var list []*asked
	for _, q := range s.Asks {
		list = append(list, &asked{question: q, fn: fn})
	}
	return list
}
