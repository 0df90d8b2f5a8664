package answers

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Handlers is the fact about a package with handlers of frameworks that answer for errors,
// for the package that makes the server.
type Handlers struct {
	Handle   bool      // what others return
	Failures []Failure // that are left to the server
}

// A Failure is one that a handler returns as it is.
type Failure struct{ Framework, Handler, Operation string }

// AFact marks Handlers as a fact.
func (*Handlers) AFact() {}

// String says what the handlers leave to others.
func (h *Handlers) String() string {
	if len(h.Failures) == 0 {
		return ""
	}
	return "leaves failures to the server"
}

// IsLeft reports whether a handler leaves the errors that it returns to a server which
// another package makes.
func (p *Package) IsLeft(fn *ssa.Function) bool {
	return fn.Signature.Results().Len() == 1 && isHandler(fn.Signature) && p.usage().servers == nil && p.IsValue(fn)
}

// Overwrites reports whether a framework answers for the error that a handler returns even
// where that has answered before.
func Overwrites(sig *types.Signature) bool {
	return isHandler(sig) && library.KindOf(sig.Params().At(0).Type()).Is(library.AnswersAnew)
}

// Leaves returns what others are told of a failure that is returned at a place in a handler.
func (p *Package) Leaves(at inspector.Cursor, operation string) Failure {
	f := Failure{Operation: operation}
	for cur := range at.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			f.Framework = cmp.Or(f.Framework, frameworkOf(p.info.TypeOf(n)))
		case *ast.FuncDecl:
			f.Framework = cmp.Or(f.Framework, frameworkOf(p.info.TypeOf(n.Name)))
			f.Handler = p.pass.Pkg.Name() + "." + n.Name.Name
		}
	}
	return f
}

// frameworkOf returns the package by which a handler answers; "" for other functions.
func frameworkOf(t types.Type) string {
	if sig := signatureOf(t); sig != nil && sig.Results().Len() == 1 && isHandler(sig) {
		return library.TypeName(sig.Params().At(0).Type()).Pkg().Path()
	}
	return ""
}

// Left returns the failures of handlers of other packages that a server answers for, which
// the package makes by the call, in order; nil if something handles errors.
func (p *Package) Left(server *ast.CallExpr) []Failure {
	h := p.below()
	if p.usage().handlesErrors || h.Handle {
		return nil
	}
	framework := typeutil.Callee(p.info, server).Pkg().Path()
	return slices.DeleteFunc(h.Failures, func(f Failure) bool { return f.Framework != framework })
}

// below returns what the packages below tell of handlers.
func (p *Package) below() (all Handlers) {
	for _, fact := range p.pass.AllPackageFacts() {
		if h, ok := fact.Fact.(*Handlers); ok && p.imports()[fact.Package.Path()] != nil {
			all.Handle = all.Handle || h.Handle
			all.Failures = append(all.Failures, h.Failures...)
		}
	}
	slices.SortFunc(all.Failures, func(a, b Failure) int {
		return cmp.Or(cmp.Compare(a.Framework, b.Framework), cmp.Compare(a.Handler, b.Handler), cmp.Compare(a.Operation, b.Operation))
	})
	all.Failures = slices.Compact(all.Failures)
	return all
}

// Servers returns the calls that make servers which answer for errors.
func (p *Package) Servers() []*ast.CallExpr {
	if !p.usesFramework() {
		return nil
	}
	return p.usage().servers
}

// exportHandlers tells other packages of the handlers of this one, and of those below it.
func (p *Package) exportHandlers(failures []Failure) {
	h := p.below()
	uses := p.usesFramework()
	if uses {
		h.Handle = h.Handle || p.usage().runsHandlers
		h.Failures = append(h.Failures, failures...)
		if p.usage().servers != nil {
			h.Failures = nil // they are reported
		}
	}
	if uses || h.Handle || len(h.Failures) > 0 {
		p.pass.ExportPackageFact(&h)
	}
}

// usesFramework reports whether the package imports a framework that answers for errors.
func (p *Package) usesFramework() bool {
	for _, imp := range p.imports() {
		if fn, ok := imp.Scope().Lookup("New").(*types.Func); ok && library.Of(fn).Does == library.MakesServer {
			return true
		}
	}
	return false
}

// useHandler looks at what is used of another package of the program: where nothing is known
// of that, a handler of it may handle errors.
func (p *Package) useHandler(u *usage, fn *types.Func) {
	sig := fn.Signature()
	if sig.Results().Len() == 1 && signatureOf(sig.Results().At(0).Type()) != nil {
		sig = signatureOf(sig.Results().At(0).Type())
	}
	if fn.Pkg() != nil && fn.Pkg() != p.pass.Pkg && isHandler(sig) && p.isBeside(fn.Pkg()) && !p.pass.ImportPackageFact(fn.Pkg(), new(Handlers)) {
		u.runsHandlers = true
	}
}

// isBeside reports whether another package is one of the program, too.
func (p *Package) isBeside(pkg *types.Package) bool {
	if m := p.pass.Module; m != nil && m.Path != "" {
		return strings.HasPrefix(pkg.Path()+"/", m.Path+"/")
	}
	return !library.Knows(pkg.Path()) && !library.IsStandard(pkg.Path())
}

// runsHandler reports whether a call runs a handler of a framework that answers for errors,
// and does something else with the error than to return it.
func (p *Package) runsHandler(cur inspector.Cursor) bool {
	call := cur.Node().(*ast.CallExpr)
	if _, returned := cur.Parent().Node().(*ast.ReturnStmt); returned || p.info.Types[call.Fun].IsType() {
		return false
	}
	if fn, ok := typeutil.Callee(p.info, call).(*types.Func); ok {
		return library.Of(fn).Does == library.CallsNext || fn.Pkg() != p.pass.Pkg && isHandler(fn.Signature()) && p.isBeside(fn.Pkg())
	}
	sig := signatureOf(p.info.TypeOf(call.Fun))
	return sig != nil && isHandler(sig)
}
