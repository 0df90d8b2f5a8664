// Package repair writes the fixes of stytchunhandled. It looks at syntax and types
// alone: all that it knows of the check's judgement is a Finding.
package repair

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A Finding is what a fix has to know of one: that a failure is answered as the
// server's, or that a function goes on after it, or that gin does.
type Finding struct {
	Call  *ast.CallExpr // that fails
	Stops bool          // gin must be told not to run the handlers that follow

	// An answer that the server failed.
	Answer *Answer
	Found  bool     // errors.As finds the failure in the error of the call, and no other
	Major  string   // of the SDK
	Codes  []string // of the failures that users cause; none if no branch is to be added

	// A failure after which the function goes on.
	Answered bool // it is answered

	// Answers after which gin goes on.
	Last []*ast.CallExpr
}

// An Answer is one to a request.
type Answer struct {
	Expr   ast.Expr // the call, or the variable that is returned
	Status int
	Scale  library.Scale
}

// A Fixer makes the fixes of one package.
type Fixer struct {
	pass  *analysis.Pass
	info  *types.Info
	decls map[*types.Func]*ast.FuncDecl
	calls map[token.Pos]inspector.Cursor

	branched map[ast.Node]bool // the lists of statements to which a fix adds a branch

	// imports are the packages that the fixes of a file import: all import the
	// same, as each may be applied alone or with the others.
	imports map[*ast.File][]string

	files map[*ast.File]*edit.File
	texts map[*token.File]bool // whether it answers by http.Error; nil until that is asked
}

// New returns what makes the fixes of a package. It takes its calls, by where their
// arguments begin, and its functions with their declarations.
func New(pass *analysis.Pass, calls map[token.Pos]inspector.Cursor, decls map[*types.Func]*ast.FuncDecl) *Fixer {
	return &Fixer{
		pass:     pass,
		info:     pass.TypesInfo,
		calls:    calls,
		decls:    decls,
		branched: make(map[ast.Node]bool),
		imports:  make(map[*ast.File][]string),
		files:    make(map[*ast.File]*edit.File),
	}
}

// Fix returns the fix of a finding, if there is one. Nil has none.
func (x *Fixer) Fix(f *Finding) []analysis.SuggestedFix {
	if f == nil || f.Call == nil { // it has no syntax
		return nil
	}
	call := x.calls[f.Call.Lparen]
	fn, ok := x.functionAround(call)
	if !ok || f.Stops && fn.name == "" {
		return nil
	}
	file := x.file(fn.file)
	var fix analysis.SuggestedFix
	switch {
	case f.Answer != nil:
		fix, ok = x.branch(f, fn, file)
	case len(f.Last) > 0:
		fix, ok = x.stop(f, fn, file)
	default:
		fix, ok = x.leave(f, fn, file, call)
	}
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{fix}
}

// file returns a file as one that is changed.
func (x *Fixer) file(syntax *ast.File) *edit.File {
	file := x.files[syntax]
	if file == nil {
		file = edit.Of(x.pass, syntax)
		x.files[syntax] = file
	}
	return file
}

// callee returns the function that a call names, nil if it calls a value.
func (x *Fixer) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(x.info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

// A function is a declaration or a literal.
type function struct {
	cur  inspector.Cursor
	sig  *types.Signature
	file *ast.File

	responder types.Type // of the parameter by which the request is answered; nil if there is none
	name      string     // of that parameter; "" if it has none
}

// functionAround returns the function that a node stands in.
func (x *Fixer) functionAround(cur inspector.Cursor) (fn function, ok bool) {
	fn.cur, fn.sig = edit.Function(x.info, cur)
	for around := range cur.Enclosing((*ast.File)(nil)) {
		fn.file = around.Node().(*ast.File)
	}
	if fn.sig == nil {
		return fn, false
	}
	for p := range fn.sig.Params().Variables() {
		if fn.name != "" || !isResponder(p.Type()) {
			continue
		}
		fn.responder = p.Type()
		if p.Name() != "_" {
			fn.name = p.Name()
		}
	}
	return fn, true
}

// takes reports whether the function has a parameter of a kind.
func (fn function) takes(kind library.Kind) bool {
	for p := range fn.sig.Params().Variables() {
		if library.KindOf(p.Type()).Is(kind) {
			return true
		}
	}
	return false
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }
