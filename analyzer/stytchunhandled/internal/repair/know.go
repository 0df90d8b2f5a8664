package repair

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

const ginContext = "github.com/gin-gonic/gin.Context"

// GinParam returns the parameter by which a handler of gin answers, nil if a
// function is none.
func GinParam(sig *types.Signature) *types.Var {
	if sig.Params().Len() != 1 || sig.Results().Len() != 0 || library.Type(sig.Params().At(0).Type()) != ginContext {
		return nil
	}
	return sig.Params().At(0)
}

// IsGinJSON reports whether a call answers in the way for which gin has a method
// that ends the chain.
func IsGinJSON(info *types.Info, call *ast.CallExpr) bool {
	return nameOf(typeutil.Callee(info, call)) == ginContext+".JSON"
}

// DroppedAnswer returns the last statement of a block if it makes the error that
// answers a request in a function of a signature, and drops it; else nil.
func DroppedAnswer(info *types.Info, sig *types.Signature, block *ast.BlockStmt) *ast.ExprStmt {
	n := sig.Results().Len()
	if n == 0 || !isError(sig.Results().At(n-1).Type()) || len(block.List) == 0 {
		return nil
	}
	stmt, ok := block.List[len(block.List)-1].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok || library.Of(typeutil.Callee(info, call)).Does != library.AnswersLate || !isErrorValue(info.TypeOf(call)) {
		return nil
	}
	return stmt
}

// isAbort reports whether a statement is a call of gin's Abort.
func (x *Fixer) isAbort(n ast.Node) bool {
	stmt, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	return ok && nameOf(x.callee(call)) == ginContext+".Abort"
}

// mayAbort reports whether a function may end the chain of gin: it is not in view,
// or calls what does.
func (x *Fixer) mayAbort(fn *types.Func) bool {
	decl := x.decls[fn]
	return decl == nil || has(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		return ok && strings.HasPrefix(nameOf(x.callee(call)), ginContext+".Abort")
	})
}

// logs reports whether a function logs, or counts.
func (x *Fixer) logs(fn *types.Func) bool {
	return library.Of(fn).Is(library.Logs|library.Prints|library.Counts) ||
		x.decls[fn] == nil && (library.LooksLikeLog(fn) || library.LooksLikeCount(fn))
}

// callee returns the function that a call names, nil if it calls a value.
func (x *Fixer) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(x.info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

// replyOf returns how a function or a variable of a library answers, nil if it does
// not.
func replyOf(obj types.Object) *library.Row {
	if row := library.Of(obj); row.Answers() {
		return &row
	}
	return nil
}

// nameOf returns the name of a function with that of its package or type, as package
// library has them; "" for nil.
func nameOf(obj types.Object) string {
	fn, _ := obj.(*types.Func)
	switch {
	case fn == nil:
		return ""
	case fn.Signature().Recv() != nil:
		return library.Type(fn.Signature().Recv().Type()) + "." + fn.Name()
	case fn.Pkg() == nil:
		return fn.Name()
	}
	return library.Path(fn.Pkg().Path()) + "." + fn.Name()
}

// integer returns the constant that an expression is.
func (x *Fixer) integer(e ast.Expr) (int, bool) {
	v := x.info.Types[x.unconverted(e)].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(v)
	return int(n), ok
}

// unconverted returns what conversions convert, x for int(x), unless it is a
// constant.
func (x *Fixer) unconverted(e ast.Expr) ast.Expr {
	for x.info.Types[e].Value == nil {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !x.info.Types[call.Fun].IsType() {
			break
		}
		e = call.Args[0]
	}
	return e
}

// typeOf returns the type of an expression, an invalid one if it has none.
func (x *Fixer) typeOf(e ast.Expr) types.Type {
	if t := x.info.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// isErrorValue reports whether t is error or implements it.
func isErrorValue(t types.Type) bool {
	return t != nil && t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && types.Implements(t, errorInterface)
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}
