package answers

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/objectpath"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A Status is the fact about a field that holds the status of an answer.
type Status struct {
	Mapped bool // whoever answers with it asks for Stytch's error at first
	atOnce bool // somebody does not
	told   bool // by the package of the field
}

// IsTold reports whether the package of the field tells that: it is known to all who use it.
func (f *Status) IsTold() bool { return f.told }

// AFact marks Status as a fact.
func (*Status) AFact() {}

// StatusIn returns what is known of a field that holds the status of an answer: it is one
// that the program answers with, or is set to one of those that package net/http names. It
// is nil for others.
func (p *Package) StatusIn(f *types.Var) *Status {
	own := p.usage().fields[f.Origin()]
	if f.Pkg() == p.pass.Pkg {
		return own
	}
	var found *Status
	for _, s := range []*Status{p.told(f), own, p.elsewhere(f)} {
		if s != nil && (s.Mapped || found == nil && (s != own || s.atOnce)) {
			found = s
		}
	}
	return found
}

// told returns what the package of a field tells of it; nil for nothing.
func (p *Package) told(f *types.Var) *Status {
	if fact := new(Status); p.pass.ImportObjectFact(f, fact) {
		fact.told = true
		return fact
	}
	return nil
}

// A result is one of the results of functions with a signature.
type result struct {
	sig string
	i   int
}

// field returns what is known of a field; nil if obj is none of the program's.
func (u *usage) field(obj types.Object) *Status {
	v, ok := obj.(*types.Var)
	if !ok || !v.IsField() || sdk.InModule(v.Pkg().Path()) {
		return nil
	}
	if u.fields[v.Origin()] == nil {
		u.fields[v.Origin()] = new(Status)
	}
	return u.fields[v.Origin()]
}

// answersWith looks at the status that a call answers with.
func (p *Package) answersWith(u *usage, call inspector.Cursor, status ast.Expr) {
	switch status := library.Unconverted(p.info, status).(type) {
	case *ast.SelectorExpr:
		if field := u.field(p.info.Uses[status.Sel]); field != nil {
			asks := false
			for around := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
				asks = asks || p.asksForStytch(around.Node(), call.Node().Pos(), true)
			}
			field.atOnce = field.atOnce || !asks
			field.Mapped = !field.atOnce
		}
	case *ast.Ident:
		if v := p.info.Uses[status]; v != nil {
			u.statuses[v] = true
		}
		if r, ok := u.values[p.info.Uses[status]]; ok {
			u.results[r] = true
		}
	}
}

// helped looks at what functions of the package are handed that answer with it.
func (p *Package) helped(u *usage, helpers []inspector.Cursor) {
	for _, cur := range helpers {
		call := cur.Node().(*ast.CallExpr)
		params := typeutil.Callee(p.info, call).(*types.Func).Origin().Signature().Params()
		for i, arg := range call.Args[:min(len(call.Args), params.Len())] {
			if _, ok := library.Unconverted(p.info, arg).(*ast.SelectorExpr); ok && u.statuses[params.At(i)] {
				p.answersWith(u, cur, arg)
			}
		}
	}
}

// asksForStytch reports whether something that stands before pos asks for Stytch's error,
// or a function of the package does that is called there.
func (p *Package) asksForStytch(body ast.Node, pos token.Pos, calls bool) bool {
	asks := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || n.Pos() >= pos {
			return false
		}
		switch n := n.(type) {
		case *ast.ValueSpec:
			return false // which only says what is asked for later
		case *ast.UnaryExpr:
			ptr, ok := p.info.TypeOf(n).(*types.Pointer)
			asks = asks || ok && n.Op == token.AND && isErrorOfSDK(ptr.Elem())
		case *ast.Ident:
			switch obj := p.info.Uses[n].(type) {
			case *types.TypeName:
				asks = asks || isErrorOfSDK(obj.Type())
			case *types.Func:
				if d := p.Decls()[obj.Origin()]; d != nil {
					asks = asks || calls && p.asksForStytch(d.Body, d.Body.End(), false)
				} else {
					asks = asks || mayAsk(obj)
				}
			}
		}
		return !asks
	})
	return asks
}

// mayAsk reports whether a function of another package may ask an error for Stytch's, and
// tell.
func mayAsk(fn *types.Func) bool {
	return fn.Pkg() != nil && !library.Knows(fn.Pkg().Path()) && fn.Signature().Results().Len() > 0 && library.TakesError(fn.Signature())
}

func isErrorOfSDK(t types.Type) bool { _, ok := sdk.ErrorType(t); return ok }

// isNamedStatus reports whether an expression is one of the statuses that package
// net/http names.
func (p *Package) isNamedStatus(e ast.Expr) bool {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		id = e.Sel
	case *ast.Ident:
		id = e
	default:
		return false
	}
	obj, ok := p.info.Uses[id].(*types.Const)
	return ok && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" && obj.Val().Kind() == constant.Int
}

// Export tells other packages of the fields that hold statuses, in errors and in what
// answers by a method of its own, and of handlers, with the failures that these leave to
// whoever makes the server.
func (p *Package) Export(failures []Failure) {
	if !library.IsOfProgram(p.pass) {
		return
	}
	p.exportWriter()
	p.exportHandlers(failures)
	for cur := range p.root.Preorder((*ast.TypeSpec)(nil)) {
		t, ok := p.info.Defs[cur.Node().(*ast.TypeSpec).Name].(*types.TypeName)
		if !ok || t.Parent() != p.pass.Pkg.Scope() || !t.Exported() || t.IsAlias() {
			continue
		}
		s, ok := t.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if !isInteger(f.Type()) {
				continue
			}
			if fact := p.StatusIn(f); fact != nil && answers(types.NewPointer(t.Type())) {
				if _, err := objectpath.For(f); err == nil {
					p.pass.ExportObjectFact(f, fact)
				}
			}
		}
	}
}

// answers reports whether values of a type are errors, or answer requests.
func answers(t types.Type) bool {
	for m := range types.NewMethodSet(t).Methods() {
		if library.AnswersRequest(m.Type().(*types.Signature)) {
			return true
		}
	}
	return library.IsErrorValue(t)
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
