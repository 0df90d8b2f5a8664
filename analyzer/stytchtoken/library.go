package stytchtoken

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// readOnly reports whether a function writes to nothing that it is handed.
func readOnly(fn *types.Func) bool { return library.Of(fn).Is(library.ReadsOnly) }

// isLasting reports whether a value of type t stays as it is when others get it.
func isLasting(t types.Type) bool { return library.KindOf(t).Is(library.Lasting) }

// steady marks the names of results that are the same each time for the same
// request, context or text.
const steady = '!'

// library runs a call of a function that is known for what it does.
func (w *walker) library(c *callee) ([]value, bool) {
	row, name := library.Of(c.fn), nameOf(c.fn)
	switch {
	case row.Does == library.SameText, row.Does == library.SameValue, row.Does == library.WrapError:
		if len(c.all) > 0 {
			return []value{c.all[0]}, true
		}
	case row.Is(library.Steady), row.Is(library.Pure):
		n := c.fn.Signature().Results().Len()
		results := make([]value, n)
		args := make([]value, len(c.all))
		for i, v := range c.all {
			args[i] = w.asLeft(v)
		}
		for i := range results {
			suffix := resultSuffix(i)
			if i == 0 && row.Is(library.Steady) {
				suffix = string(steady)
			}
			results[i] = w.t.pure(name+suffix, args...)
		}
		return results, true
	}
	return w.errorCall(c, row, name)
}

// resultSuffix tells the results of a function apart.
func resultSuffix(i int) string {
	if i == 0 {
		return ""
	}
	return "#" + index(i)
}

// errorCall runs a call of a function that asks an error something, or makes
// one of others.
func (w *walker) errorCall(c *callee, row library.Row, name string) ([]value, bool) {
	var err value
	if len(c.args) > 0 {
		err = c.args[0]
	}
	if row.Is(library.TakesTest) {
		return nil, false // it may hold where the error is another one
	}
	switch row.Does {
	case library.ErrorAs:
		if len(c.args) == 2 {
			return []value{w.as(c, err)}, true
		}
	case library.ErrorAsType:
		if typ := w.typeArgument(c.call); typ != nil {
			v := w.t.of(key{kind: kAssert, a: err, str: typ.String()})
			return []value{v, w.asserted(err, typ)}, true
		}
	case library.ErrorIs, library.ErrorIsLike, library.UnwrapError:
		return []value{w.t.pure(name, c.all...)}, true
	case library.NewError, library.FormatError:
		return []value{w.t.of(key{kind: kWrapped, a: w.t.list(c.args...), pos: c.call.Lparen})}, true
	case library.MarkFinal:
		return []value{w.t.of(key{kind: kPermanent, a: err})}, true
	case library.MarkRetry:
		return []value{w.t.of(key{kind: kRetryable, a: err})}, true
	}
	if c.fn.Pkg() == nil && c.fn.Name() == "Error" {
		return []value{w.t.pure("error.Error", c.all...)}, true
	}
	return nil, false
}

// as runs errors.As.
func (w *walker) as(c *callee, err value) value {
	typ := typeOf(w.info, c.call.Args[1])
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	found := w.t.of(key{kind: kAssert, a: err, str: typ.String()})
	if isAggregate(typ) {
		w.copyInto(c.args[1], found)
	} else {
		w.store(slot{obj: c.args[1], name: "*"}, found, typ)
	}
	return w.asserted(err, typ)
}

// typeArgument returns the type argument of a call of a generic function.
func (w *walker) typeArgument(call *ast.CallExpr) types.Type {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.IndexExpr:
		id = funcName(fun.X)
	default:
		id = funcName(fun)
	}
	if id == nil || w.info.Instances[id].TypeArgs.Len() != 1 {
		return nil
	}
	return w.info.Instances[id].TypeArgs.At(0)
}

// funcName returns the identifier that names a function.
func funcName(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// selects reports whether an expression is an option by which a program says what
// is tried again.
func (w *walker) selects(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && library.Of(typeutil.Callee(w.info, call)).Does == library.SelectRetry
}

// isParams reports whether t is a pointer to one of the SDK's parameters.
func isParams(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && named.Obj().Pkg() != nil && sdk.InModule(named.Obj().Pkg().Path()) && strings.HasSuffix(named.Obj().Name(), "Params")
}
