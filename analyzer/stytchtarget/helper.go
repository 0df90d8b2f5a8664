package stytchtarget

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// An asked is a question that a function asks, and the searches in its body that ask
// it, if the body is in view.
type asked struct {
	question
	fn       *types.Func
	searches []*search
}

func ask(fn *types.Func, questions ...question) []*asked {
	var list []*asked
	for _, q := range questions {
		list = append(list, &asked{question: q, fn: fn})
	}
	return list
}

// A site is a call of a function of this package that takes an error.
type site struct {
	decl, cur inspector.Cursor
	call      *ast.CallExpr
}

// find finds the searches in the package, and what its functions ask the errors for
// that they are given. Each question of a function is handed to each of its calls
// once, on however many ways it gets there, and also where functions call each
// other in a circle.
func (c *check) find() {
	c.searches = make(map[inspector.Cursor][]*search)
	c.asks = make(map[*types.Func][]*asked)
	c.sites = make(map[*types.Func][]site)
	w := worklist{check: c, known: make(map[*types.Func]map[question]*asked)}
	for _, decl := range c.order {
		for _, s := range c.searchesIn(decl) {
			w.note(decl, s)
		}
	}
	for len(w.open) > 0 {
		next := w.open[0]
		w.open = w.open[1:]
		for _, s := range c.sites[next.fn] {
			c.steps++
			if found := c.searchOf(s.cur, s.call, next); found != nil {
				w.note(s.decl, found)
			}
		}
	}
	for _, list := range c.searches {
		slices.SortStableFunc(list, inOrder)
	}
	for _, list := range c.asks {
		slices.SortStableFunc(list, func(a, b *asked) int { return inOrder(a.searches[0], b.searches[0]) })
	}
}

// inOrder compares searches by their places in the code.
func inOrder(a, b *search) int { return cmp.Compare(a.cur.Index(), b.cur.Index()) }

// A worklist has the questions that the callers have not been told yet.
type worklist struct {
	*check
	known map[*types.Func]map[question]*asked
	open  []*asked
}

// note notes a search in a declaration and, if callers pass the error, that the
// function asks them.
func (w *worklist) note(decl inspector.Cursor, s *search) {
	w.searches[decl] = append(w.searches[decl], s)
	fn := w.declared(decl)
	if fn == nil || !takesError(fn.Signature()) {
		return
	}
	q, ok := w.question(fn.Signature(), s)
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
	a.searches = append(a.searches, s)
}

// question returns what a search in a function asks an error of the caller's for.
func (c *check) question(sig *types.Signature, s *search) (q question, ok bool) {
	q = question{Err: index(sig.Params(), c.variableOf(s.err)), Target: -1, TypeParam: -1, Pointer: s.pointer}
	switch {
	case q.Err < 0:
		return q, false
	case s.param != nil:
		q.Target = index(sig.Params(), s.param)
		return q, q.Target >= 0
	case s.typ != nil:
		q.TypeParam = slices.Index(slices.Collect(sig.TypeParams().TypeParams()), s.typ)
		return q, q.TypeParam >= 0
	}
	q.Type = s.id
	return q, true
}

// index returns the place of a parameter, -1 if it is none of them.
func index(params *types.Tuple, v *types.Var) int {
	return slices.Index(slices.Collect(params.Variables()), v)
}

// takesError reports whether a function takes an error. It costs little, and most functions do
// not.
func takesError(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if library.IsErrorInterface(p.Type()) {
			return true
		}
	}
	return false
}

// isHelper reports whether a function of this package may ask errors of its
// callers.
func (c *check) isHelper(fn *types.Func) bool {
	_, ok := c.decls[fn]
	return ok && takesError(fn.Signature()) && asking(fn).Does == 0
}

// askedBy returns what a function asks the errors for that it is given, by a call if
// that is in view.
func (c *check) askedBy(fn *types.Func, call *ast.CallExpr) []*asked {
	row := asking(fn)
	switch {
	case row.Does == library.ErrorAs, call != nil && c.checker(call, row) == library.MatchErrorAs:
		return ask(fn, question{Err: int(row.Arg), Target: int(row.With), TypeParam: -1})
	case row.Does == library.ErrorAsType:
		return ask(fn, question{Err: int(row.Arg), Target: -1})
	case row.Does != 0:
		return nil
	case fn.Pkg() == c.pass.Pkg:
		return c.asks[fn]
	}
	fact := c.held[fn]
	if fact == nil {
		fact = new(asksFact)
		c.pass.ImportObjectFact(fn, fact)
	}
	return ask(fn, fact.Asks...)
}

// functionIn returns the function that a variable holds, if it takes an error and the
// variable is set to no other: with var As = errors.As, As is that. One of another
// package is made up of what a fact tells.
func (c *check) functionIn(obj types.Object) *types.Func {
	v, ok := obj.(*types.Var)
	if !ok {
		return nil
	}
	if fn, ok := c.functions[v]; ok {
		return fn
	}
	c.functions[v] = nil
	sig, ok := v.Type().Underlying().(*types.Signature)
	if !ok || !takesError(sig) {
		return nil
	}
	var fact asksFact
	if v.Pkg() != c.pass.Pkg {
		if c.pass.ImportObjectFact(v, &fact) {
			fn := types.NewFunc(v.Pos(), v.Pkg(), v.Name(), sig)
			c.functions[v], c.held[fn] = fn, &fact
		}
	} else {
		c.functions[v] = c.function(c.only(v))
	}
	return c.functions[v]
}

// function returns the function that an expression names.
func (c *check) function(e ast.Expr) *types.Func {
	obj := library.Named(c.info, e)
	if fn, ok := obj.(*types.Func); ok && fn.Signature().Recv() == nil {
		return fn
	}
	return c.functionIn(obj)
}
