package paths

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// declare finds out what the errors hold that packages declare as structs, such as
//
//	var ErrInternal = &Error{Status: 500}
//
// also by a function that does nothing else, as far as that are constants. Other packages
// are told of those that they can name.
func (e *engine) declare() {
	if !e.check.Helpers {
		return
	}
	for _, f := range e.pass.AllObjectFacts() {
		v, ok := f.Object.(*types.Var)
		if fact := e.check.NewHelper(); ok && v.Pkg() != e.pass.Pkg && e.pass.ImportObjectFact(v, fact) {
			held := fact.Told().Rows[0].Values[0].Term
			e.findTypes(held, v.Pkg())
			e.begins(v, e.value(held))
		}
	}
	decls := sync.OnceValue(func() map[*types.Func]*ast.FuncDecl { return edit.Declarations(e.pass.TypesInfo, e.syntax.Root) })
	for _, init := range e.pass.TypesInfo.InitOrder {
		v := init.Lhs[0]
		if len(init.Lhs) > 1 || !library.IsErrorValue(v.Type()) {
			continue
		}
		held := e.declared(v, init.Rhs, decls)
		if held == 0 {
			continue
		}
		e.begins(v, held)
		if v.Exported() && isOfProgram(e.pass) {
			fact := e.check.NewHelper()
			fact.Told().Rows = []FactRow{{Values: []FactValue{{e.term(held)}}}}
			e.pass.ExportObjectFact(v, fact)
		}
	}
}

// declared returns the error that a variable begins with, as an object if it is a pointer;
// 0 if it has no number that may be a status.
func (e *engine) declared(v *types.Var, init ast.Expr, decls func() map[*types.Func]*ast.FuncDecl) Value {
	init, args := e.constructed(init, decls)
	k := kBoxed
	if ptr, ok := ast.Unparen(init).(*ast.UnaryExpr); ok && ptr.Op == token.AND {
		k, init = kMade, ptr.X
	}
	lit, ok := ast.Unparen(init).(*ast.CompositeLit)
	if !ok {
		return 0
	}
	t, ok := types.Unalias(e.pass.TypesInfo.TypeOf(lit)).(*types.Named)
	if !ok || sdk.InModule(t.Obj().Pkg().Path()) {
		return 0
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return 0
	}
	held, found := e.t.of(node{kind: kAt, a: e.global(v.Pkg(), v.Name())}), false
	for field, value := range library.Fields(e.pass.TypesInfo, lit, s) {
		if id, ok := ast.Unparen(value).(*ast.Ident); ok && args[e.pass.TypesInfo.Uses[id]] != nil {
			value = args[e.pass.TypesInfo.Uses[id]]
		}
		if c := e.pass.TypesInfo.Types[value].Value; c != nil {
			n, ok := constant.Int64Val(constant.ToInt(c))
			found = found || ok && 400 <= n && n < 600
			held = e.t.with(held, field.Name(), 0, e.t.constant(c))
		}
	}
	if !found {
		return 0
	}
	return e.t.of(node{kind: k, a: held, str: e.nameType(t)})
}

// constructed returns what a function of the package returns at once that a variable is
// initialised by, and what that is handed as its parameters; the expression itself if
// there is none.
func (e *engine) constructed(init ast.Expr, decls func() map[*types.Func]*ast.FuncDecl) (made ast.Expr, args map[types.Object]ast.Expr) {
	call, ok := ast.Unparen(init).(*ast.CallExpr)
	if !ok {
		return init, nil
	}
	fn, ok := typeutil.Callee(e.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() != e.pass.Pkg {
		return init, nil
	}
	d := decls()[fn]
	if d == nil || len(d.Body.List) != 1 {
		return init, nil
	}
	ret, ok := d.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return init, nil
	}
	args = make(map[types.Object]ast.Expr)
	for i, arg := range call.Args {
		if i < fn.Signature().Params().Len() && !fn.Signature().Variadic() {
			args[fn.Signature().Params().At(i)] = arg
		}
	}
	return ret.Results[0], args
}

// begins notes which error a variable begins with.
func (e *engine) begins(v *types.Var, held Value) {
	place, n := e.global(v.Pkg(), v.Name()), e.t.nodes[held]
	at := e.t.of(node{kind: kAt, a: place})
	switch {
	case n.kind == kMade:
		e.t.begins[at] = n.a
		e.t.pointees[at] = e.typeNamed(n.str)
	case types.IsInterface(v.Type()):
		e.t.begins[place] = held
	default:
		e.t.begins[place] = n.a
	}
}
