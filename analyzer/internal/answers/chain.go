package answers

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// gin and hertz run the handlers of a chain one after the other, whatever a handler
// answers and whether it calls Next or not. Only Abort ends the chain.

// A chained says where a function stands in such chains, or what it makes.
type chained struct {
	before bool // others follow
	last   bool
}

// Chained returns the parameter by which a handler in such a chain answers; nil if a
// signature is none.
func Chained(sig *types.Signature) *types.Var {
	last := sig.Params().Len() - 1
	if sig.Results().Len() > 0 || last < 0 || last > 0 && !library.IsContext(sig.Params().At(0).Type()) || last > 1 || !library.KindOf(sig.Params().At(last).Type()).Is(library.RunsOn) {
		return nil
	}
	return sig.Params().At(last)
}

// Precedes reports whether others follow a handler in a chain, or what makes it, and
// whether the package shows that.
func (p *Package) Precedes(fn *ssa.Function) (is, known bool) {
	for ; fn != nil; fn = fn.Parent() {
		if in := p.usage().chained[fn.Syntax()]; in.before || in.last {
			return in.before, true
		}
	}
	return false, false
}

// chain notes where functions stand that a call hands to a framework.
func (p *Package) chain(u *usage, call *ast.CallExpr, fn *types.Func) {
	if !takesHandlers(fn.Signature()) || call.Ellipsis.IsValid() {
		return
	}
	for i := fn.Signature().Params().Len() - 1; i < len(call.Args); i++ {
		before := library.Of(fn).Does == library.PutsBefore || i < len(call.Args)-1
		note := func(n ast.Node) {
			have := u.chained[n]
			u.chained[n] = chained{have.before || before, have.last || !before}
		}
		ast.Inspect(call.Args[i], func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				note(n)
				return false
			case *ast.Ident:
				if fn, ok := p.info.Uses[n].(*types.Func); ok && p.Decls()[fn.Origin()] != nil {
					note(p.Decls()[fn.Origin()])
				}
			}
			return true
		})
	}
}

// takesHandlers reports whether a function takes any number of handlers of such a chain.
func takesHandlers(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok || !library.KindOf(last.Elem()).Is(library.Handler) {
		return false
	}
	handler := signatureOf(last.Elem())
	return handler != nil && Chained(handler) != nil
}
