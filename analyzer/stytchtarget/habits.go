package stytchtarget

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// inherit learns the habits of the packages that this one imports.
func (c *check) inherit() {
	for _, f := range c.pass.Files {
		for _, spec := range f.Imports {
			pkg := c.info.PkgNameOf(spec)
			var h habits
			if pkg == nil || !c.pass.ImportPackageFact(pkg.Imported(), &h) {
				continue
			}
			// What only tests import does not make the program's errors. But a
			// package of nothing but tests is about what it imports.
			if !report.InTest(c.pass, spec.Pos()) || c.allTests() {
				c.inherited.Makes = c.inherited.Makes || h.Makes
			}
			c.inherited.Both = c.inherited.Both || h.Both
			c.inherited.Is = c.inherited.Is || h.Is
		}
	}
}

// allTests reports whether the package consists of tests alone.
func (c *check) allTests() bool {
	for _, f := range c.pass.Files {
		if !report.InTest(c.pass, f.FileStart) {
			return false
		}
	}
	return true
}

// exportHabits tells importers what this package does.
func (c *check) exportHabits() {
	h := c.habits
	h.Is = c.declaresIs() || c.inherited.Is
	h.Makes = h.Makes || c.inherited.Makes && !c.allTests()
	if h != (habits{}) {
		c.pass.ExportPackageFact(&h)
	}
}

// exportSearches tells importers which types the exported functions of this
// package ask errors for. Those of the libraries are known without.
func (c *check) exportSearches() {
	for fn, list := range c.asks {
		if asks(fn) || !fn.Exported() {
			continue
		}
		s := new(search)
		for _, a := range list {
			s.Asks = append(s.Asks, a.question)
		}
		c.pass.ExportObjectFact(fn, s)
	}
}

// takesSearch reports whether the signature of fn is one for a search: it
// takes an error. It costs little, and most functions do not.
func takesSearch(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if isErrorInterface(p.Type()) {
			return true
		}
	}
	return false
}

// calleeIdent returns the identifier by which a call names its function.
func calleeIdent(call *ast.CallExpr) *ast.Ident {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(f.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	switch f := fun.(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	}
	return nil
}

// callee returns the function or method that a call names, nil if it calls a
// value or an interface's method.
func (c *check) callee(call *ast.CallExpr) *types.Func {
	id := calleeIdent(call)
	if id == nil {
		return nil
	}
	fn, ok := c.info.Uses[id].(*types.Func)
	if !ok {
		return nil
	}
	if recv := fn.Signature().Recv(); recv != nil {
		if types.IsInterface(recv.Type()) {
			return nil
		}
		// In a method expression the receiver is the first argument.
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			if s := c.info.Selections[sel]; s == nil || s.Kind() == types.MethodExpr {
				return nil
			}
		}
	}
	return fn.Origin()
}
