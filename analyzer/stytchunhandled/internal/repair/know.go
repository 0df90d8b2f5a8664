package repair

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

const ginMethod = "(*github.com/gin-gonic/gin.Context)."

// IsGinJSON reports whether a call answers in the way for which gin has a method
// that ends the chain.
func IsGinJSON(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return nameOf(fn) == ginMethod+"JSON"
}

// DroppedAnswer returns the last statement of a block if it makes the error that
// answers a request in a function of a signature, and drops it; else nil.
func DroppedAnswer(info *types.Info, sig *types.Signature, block *ast.BlockStmt) *ast.ExprStmt {
	n := sig.Results().Len()
	if n == 0 || !library.IsError(sig.Results().At(n-1).Type()) || len(block.List) == 0 {
		return nil
	}
	stmt, ok := block.List[len(block.List)-1].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call := callOf(stmt)
	if call == nil || library.Of(typeutil.Callee(info, call)).Does != library.AnswersLate || !library.IsErrorValue(info.TypeOf(call)) {
		return nil
	}
	return stmt
}

// isAbort reports whether a statement is a call of gin's Abort.
func (x *Fixer) isAbort(n ast.Node) bool {
	call := callOf(n)
	return call != nil && nameOf(x.callee(call)) == ginMethod+"Abort"
}

// calls reports whether a function that is in view calls one for which something holds.
func (x *Fixer) calls(fn *types.Func, is func(*types.Func) bool) bool {
	decl := x.decls[fn]
	return decl != nil && contains(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		return ok && is(x.callee(call))
	})
}

// logs reports whether a function logs, or counts.
func (x *Fixer) logs(fn *types.Func) bool {
	return fn != nil && (library.Of(fn).Is(library.Logs|library.Prints|library.Counts) ||
		x.decls[fn] == nil && (library.LooksLikeLog(fn) || library.LooksLikeCount(fn)))
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

// nameOf returns the full name of a function, "" for nil.
func nameOf(fn *types.Func) string {
	if fn == nil {
		return ""
	}
	return fn.FullName()
}

// integer returns the constant that an expression is.
func (x *Fixer) integer(e ast.Expr) (int, bool) {
	v := x.info.Types[e].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(v)
	return int(n), ok
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }

func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
