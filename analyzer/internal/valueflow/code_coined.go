package valueflow

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A program may coin names of its own for what Stytch has no code for, and may
// keep them where it keeps codes, in the SDK's type:
//
//	code := authx.Code(err)
//	if code == "" {
//		code = "no_session"
//	}
//
// Or it gives an error another name on the way:
//
//	if e.ErrorType == "session_not_found" {
//		e.ErrorType = "session_expired"
//	}
//
// Such a name is no mistake, and so it is none to look for it.

// list notes that the constant e of the code type stands where codes are kept
// to be compared: in a list, as a key, or in the hands of another package.
func (b *builder) list(e ast.Expr, key bool) {
	e = ast.Unparen(e)
	b.listed[e] = b.listed[e] || key
}

// listElement is list for a value that becomes an element of a list of type t.
func (b *builder) listElement(e ast.Expr, t types.Type) {
	if keyType(t) == nil && isCodeType(elemType(t)) {
		b.list(e, false)
	}
}

// listArguments is list for the arguments of a function that another package
// declares.
func (b *builder) listArguments(call *ast.CallExpr, declared *types.Signature) {
	n := declared.Params().Len()
	if n == 0 {
		return
	}
	for i, a := range call.Args {
		t := declared.Params().At(min(i, n-1)).Type()
		if declared.Variadic() && i >= n-1 && !call.Ellipsis.IsValid() {
			t = elemType(t)
		}
		if isCodeType(t) {
			b.list(a, false)
		}
	}
}

// listField is list for a value that is stored into a field.
func (b *builder) listField(e ast.Expr, field *types.Var) {
	if field.Pkg() != b.pass.Pkg && isCodeType(field.Type()) {
		b.list(e, false)
	}
}

// renames reports whether x, whose code is set in frame f, is an error that the
// program did not make there, but received.
func (b *builder) renames(f *frame, x ast.Expr) bool {
	if b.inTest(x) {
		return false
	}
	v := b.variableOf(target(x))
	return v == nil || f.fn == nil || !b.onlyMade(v)
}

// target strips parentheses and stars.
func target(e ast.Expr) ast.Expr {
	for {
		star, ok := ast.Unparen(e).(*ast.StarExpr)
		if !ok {
			return ast.Unparen(e)
		}
		e = star.X
	}
}

// onlyMade reports whether a local variable holds only errors that the function itself
// makes.
func (b *builder) onlyMade(v *types.Var) bool {
	list := b.valuesOf(v)
	return v.Kind() == types.LocalVar && len(list) > 0 && !b.addressed[v] &&
		!slices.ContainsFunc(list, func(e ast.Expr) bool { return e != nil && !isMade(b.info, e) })
}

// isMade reports whether e makes a new error.
func isMade(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		_, ok := ast.Unparen(e.X).(*ast.CompositeLit)
		return ok
	case *ast.CallExpr:
		id, ok := ast.Unparen(e.Fun).(*ast.Ident)
		if !ok {
			return false
		}
		_, ok = info.Uses[id].(*types.Builtin) // new
		return ok
	}
	return false
}

// answersError reports whether what is made in frame f, at e, may stand for
// another error that the function has at hand, so that its code is one of the
// program's own.
func (b *builder) answersError(f *frame, e ast.Expr) bool {
	if f.fn == nil || f.fn.decl.Body == nil || b.inTest(e) {
		return false
	}
	handles, known := b.handling[f.fn]
	if !known {
		ast.Inspect(f.fn.decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				v := b.errorVariable(id)
				handles = handles || v != nil && !b.onlyMade(v)
			}
			return !handles
		})
		b.handling = put(b.handling, f.fn, handles)
	}
	return handles
}

// errorVariable returns the variable that id names, if it holds an error: of the
// predeclared interface or the SDK's types.
func (b *builder) errorVariable(id *ast.Ident) *types.Var {
	v := b.variableOf(id)
	if v == nil || v.IsField() {
		return nil
	}
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if _, ok := sdk.ErrorType(t); !ok && !library.IsError(t) {
		return nil
	}
	return v
}

// compareWhole notes that the arguments of a call are compared as a whole.
func (b *builder) compareWhole(call *ast.CallExpr) {
	for _, a := range call.Args {
		b.compared[ast.Unparen(a)] = true
	}
}

// inTest reports whether e stands in a test file.
func (b *builder) inTest(e ast.Expr) bool { return report.InTest(b.pass, e.Pos()) }

// isCoined reports whether a constant that becomes the code of an error may be
// coined: the error is one that was received, or the constant lies beside codes.
func (c construction) isCoined() bool { return c.coined || c.code.labels&fromCode != 0 }

// findOwnNames finds the names that the program gives to errors and has in
// answers of its own.
func (b *builder) findOwnNames() {
	var renamed []*node
	answered := b.answered
	for v, field := range b.codeFields {
		if n := b.globals[v]; n != nil && v.Pkg() == b.pass.Pkg && !field.read {
			answered = append(answered, n)
		}
	}
	for _, c := range b.builds {
		switch {
		case c.isCoined() && c.shaped:
			answered = append(answered, c.code)
		case c.isCoined():
			renamed = append(renamed, c.code)
		}
	}
	for _, l := range b.leavesOf(renamed, false) {
		b.renamed[l.value] = true
	}
	for _, l := range b.leavesOf(answered, false) {
		b.answers[l.value] = true
	}
}

// importOwnNames adds those of imported packages.
func (b *builder) importOwnNames() {
	for _, imp := range b.pass.Pkg.Imports() {
		fact := new(coinedFact)
		if b.factful[imp] && b.pass.ImportPackageFact(imp, fact) {
			for _, name := range fact.Renamed {
				b.renamed[name] = true
			}
			for _, name := range fact.Answers {
				b.answers[name] = true
			}
		}
	}
}
