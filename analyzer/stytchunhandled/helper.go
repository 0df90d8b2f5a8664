package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A helper is what a function of the program does for its callers with an error
// that it is given. It is the fact about such a function, too.
type helper struct {
	Answers  bool
	Status   int   // that it answers with
	Param    int   // the parameter that is the status, -1 if none is
	Scale    uint8 // of the status
	Returned bool  // the answer is what it returns

	Around bool // it returns the error, or one around it
	Lost   bool // in which errors.As does not find it
	Mixed  bool // or around other failures, too
	Falls  bool // it neither answers nor looks at the error
	Quiet  bool // and does nothing but log
}

// AFact marks a helper as a fact.
func (*helper) AFact() {}

func (h *helper) String() string {
	switch {
	case h.Answers && h.Param >= 0:
		return fmt.Sprintf("answers with its parameter %d", h.Param)
	case h.Answers:
		return fmt.Sprintf("answers %d", h.Status)
	case h.Around:
		return "wraps"
	case h.Quiet:
		return "logs"
	case h.Falls:
		return "leaves errors alone"
	}
	return "unknown"
}

// helperOf returns what the function of a call does, nil if that is not known.
func (c *check) helperOf(fn *function, call *ast.CallExpr) *helper {
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return c.help(lit)
	}
	if v := c.variable(fun); v != nil {
		if lit := fn.literals[v]; lit != nil {
			return c.help(lit)
		}
		return nil
	}
	callee, ok := typeutil.Callee(c.info, call).(*types.Func)
	if !ok {
		return nil
	}
	callee = callee.Origin()
	if decl := c.decls[callee]; decl != nil {
		return c.help(decl)
	}
	if callee.Pkg() == nil || callee.Pkg() == c.pass.Pkg || sdk.InModule(callee.Pkg().Path()) {
		return nil
	}
	h := new(helper)
	if !c.pass.ImportObjectFact(callee, h) {
		return nil
	}
	return h
}

// help returns what a function of the package does.
func (c *check) help(node ast.Node) *helper {
	if h, ok := c.helpers[node]; ok {
		return h
	}
	c.helpers[node] = nil // while it is worked out, for recursion
	fn := c.function(node)
	if fn == nil {
		return nil
	}
	w := c.newWalker(fn)
	w.helper = true
	s := state{due: new(fork)}
	mixed := errorsIn(fn.sig) > 1 // which of them is returned is not known
	for i := range fn.sig.Params().Len() {
		p := fn.sig.Params().At(i)
		switch {
		case isError(p.Type()):
			s.carriers |= w.carry(p, value{kind: failure, mixed: mixed})
		case fn.sig.Variadic() && i == fn.sig.Params().Len()-1 && library.TakesAnything(fn.sig):
			s.carriers |= w.carry(p, value{kind: text, lost: true})
		}
	}
	w.from(fn.graph.Blocks[0], 0, s)
	c.helpers[node] = w.out.helper()
	return c.helpers[node]
}

// errorsIn returns how many errors a function is given.
func errorsIn(sig *types.Signature) int {
	n := 0
	for p := range sig.Params().Variables() {
		if isError(p.Type()) {
			n++
		}
	}
	return n
}

// helper returns what an outcome says about the function to its callers, nil if
// it can do one thing or another.
func (o *outcome) helper() *helper {
	h := &helper{Param: -1}
	switch {
	case o.examined || o.other:
		return nil
	case len(o.answers) > 0:
		// One that answers with a status of the caller's may fail to.
		a := o.answers[0]
		for _, b := range o.answers {
			if b.param >= 0 {
				a = b
			}
		}
		for _, b := range o.answers {
			if b.returned != a.returned || b.scale != a.scale || b.param >= 0 && b.param != a.param || b.isServers() != a.isServers() {
				return nil
			}
		}
		if len(o.returned) > 0 || o.others && a.param < 0 && !a.isFailure() {
			return nil
		}
		h.Answers, h.Status, h.Param, h.Scale, h.Returned = true, a.status, a.param, uint8(a.scale), a.returned
	case o.others:
		return nil
	case len(o.returned) > 0:
		h.Around = true
		for _, v := range o.returned {
			if v.kind != failure {
				return nil
			}
			h.Lost, h.Mixed = h.Lost || v.lost, h.Mixed || v.mixed
		}
	default:
		h.Falls, h.Quiet = true, !o.effects
	}
	return h
}

// helped returns the value of the call of a helper, and notes what it does.
func (w *walker) helped(e *ast.CallExpr, h *helper, args []value, given value) value {
	switch {
	case h.Answers:
		a := answer{expr: e, status: h.Status, param: -1, chosen: h.Param, scale: library.Scale(h.Scale), returned: h.Returned}
		if h.Param >= 0 {
			if h.Param >= len(args) || isMethodExpr(w.check.info, e) {
				w.sign.examined = true
				return value{}
			}
			a = w.withStatus(a, e.Args[h.Param])
		}
		if h.Returned {
			return w.replying(e, a)
		}
		w.sign.answers = append(w.sign.answers, a)
		return value{}
	case h.Around && given.kind != nothing:
		return value{kind: failure, lost: given.lost || given.kind == text || h.Lost, mixed: given.mixed || h.Mixed}
	case h.Quiet || h.Falls:
		w.sign.effect = w.sign.effect || !h.Quiet
		for i, v := range args {
			if v.kind != nothing && !w.follows(e, i) {
				w.sign.examined = true
			}
		}
		return holder(given)
	}
	w.sign.effect = true
	w.escapes(given)
	return value{}
}

// follows reports whether the argument of a call is followed into the function:
// an error, one of many values, or a text, of which no decision is expected.
func (w *walker) follows(e *ast.CallExpr, i int) bool {
	sig, ok := typeOrInvalid(w.check.info.TypeOf(e.Fun)).Underlying().(*types.Signature)
	if !ok {
		return false
	}
	last := sig.Params().Len() - 1
	if i >= last && library.TakesAnything(sig) {
		return true
	}
	if i > last {
		return false
	}
	t := sig.Params().At(i).Type()
	b, isBasic := t.Underlying().(*types.Basic)
	return isError(t) || isBasic && b.Info()&types.IsString != 0
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// exportHelpers tells other packages of the functions that answer, log or wrap.
func (c *check) exportHelpers() {
	for _, fn := range c.order {
		if !fn.Exported() || report.InTest(c.pass, fn.Pos()) || !handles(fn.Signature()) {
			continue
		}
		if h := c.help(c.decls[fn]); h != nil {
			c.pass.ExportObjectFact(fn, h)
		}
	}
}

// handles reports whether a function takes what a helper needs.
func handles(sig *types.Signature) bool {
	if library.TakesAnything(sig) {
		return true
	}
	for p := range sig.Params().Variables() {
		if isError(p.Type()) || isResponder(p.Type()) {
			return true
		}
	}
	return false
}

func isMethodExpr(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	selection := info.Selections[sel]
	return selection != nil && selection.Kind() == types.MethodExpr
}
