package repair

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// The status to answer with, and the same in gRPC.
const (
	unauthorized    = 401
	unauthenticated = 16
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
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return fn != nil && fn.Name() == "JSON" && keyOf(fn) == ginContext
}

// DroppedAnswer returns the last statement of a block if it makes the error that
// answers a request in a function of a signature, and drops it; else nil.
func DroppedAnswer(info *types.Info, sig *types.Signature, block *ast.BlockStmt) *ast.ExprStmt {
	results := sig.Results()
	if results.Len() == 0 || !isError(results.At(results.Len()-1).Type()) || len(block.List) == 0 {
		return nil
	}
	stmt, ok := block.List[len(block.List)-1].(*ast.ExprStmt)
	if !ok || !isErrorValue(typeOrInvalid(info.TypeOf(stmt.X))) {
		return nil
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok || library.Of(typeutil.Callee(info, call)).Does != library.AnswersLate {
		return nil
	}
	return stmt
}

// callee returns the function that a call names, nil if it calls a value.
func (x *Fixer) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(x.info, call).(*types.Func)
	return fn
}

// replyOf returns how a function or a variable of a library answers, nil if it does
// not.
func replyOf(obj types.Object) *library.Row {
	if row := library.Of(obj); row.Answers() {
		return &row
	}
	return nil
}

// logs reports whether a function logs, or counts.
func (x *Fixer) logs(fn *types.Func) bool {
	return library.Of(fn).Is(library.Logs|library.Prints|library.Counts) || x.decls[fn] == nil && (library.LooksLikeLog(fn) || library.LooksLikeCount(fn))
}

// mayAbort reports whether a function may end the chain of gin: it is not in view,
// or calls what does.
func (x *Fixer) mayAbort(fn *types.Func) bool {
	if fn == nil || x.decls[fn.Origin()] == nil {
		return true
	}
	found := false
	ast.Inspect(x.decls[fn.Origin()].Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			callee := x.callee(call)
			found = found || callee != nil && keyOf(callee) == ginContext && strings.HasPrefix(callee.Name(), "Abort")
		}
		return !found
	})
	return found
}

// keyOf returns what the tables list a function under.
func keyOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	if recv := fn.Signature().Recv(); recv != nil {
		return library.Type(recv.Type())
	}
	return library.Path(fn.Pkg().Path())
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }

func nameOr(name, other string) string {
	if name == "" || name == "_" {
		return other
	}
	return name
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func typeOrInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
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
