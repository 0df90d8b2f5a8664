package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// comparisons reports errors that are compared with an error of the SDK's.
func (c *check) comparisons() {
	for cur := range c.root.Preorder((*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			fn := c.callee(n)
			row := asking(fn)
			if row.Does != library.ErrorIs || c.inherited.Is || c.declaresIs() {
				continue
			}
			if target := argument(n, fn, int(row.With)); target != nil {
				c.compareBy(&try{fn: fn, how: byTarget}, target)
			}
		case *ast.BinaryExpr:
			if !isComparison(n) {
				continue
			}
			c.compareWith(n.Op.String(), n.X, n.Y)
			c.compareWith(n.Op.String(), n.Y, n.X)
		case *ast.CaseClause:
			if sw, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt); ok && sw.Tag != nil {
				for _, e := range n.List {
					c.compareWith("==", sw.Tag, e)
				}
			}
		}
	}
}

// compareBy reports a search for an error that equals one of the SDK's.
func (c *check) compareBy(t *try, target ast.Expr) {
	name, held := c.holds(target)
	if name == nil {
		return
	}
	what := display(name)
	switch {
	case isAddress(target):
		what = "*" + what
	case !types.Comparable(name.Type()):
	case held || !c.distinct(target):
		return
	}
	verb := t.search(c) + " never finds"
	if negativeIs(t.fn) {
		verb = t.search(c) + " holds of every error for"
	}
	c.reportComparison(target, fmt.Sprintf("%s a %s: %s", verb, what, reason(name, isAddress(target))))
}

func negativeIs(fn *types.Func) bool { return fn.Name() == "NotErrorIs" || fn.Name() == "NotErrorIsf" }

// compareWith reports a comparison of two errors by an operator.
func (c *check) compareWith(op string, err, target ast.Expr) {
	if !isErrorInterface(c.info.TypeOf(err)) {
		return
	}
	name, held := c.holds(target)
	if name == nil {
		return
	}
	switch {
	case held && !types.Comparable(name.Type()):
		c.reportComparison(target, fmt.Sprintf("%s panics if both errors are %s: it holds a map; use errors.As and compare its fields", op, display(name)))
	case held:
	case isAddress(target):
		c.reportComparison(target, fmt.Sprintf("no error is equal to this *%s: %s", display(name), reason(name, true)))
	case types.Comparable(name.Type()) && c.distinct(target):
		c.reportComparison(target, fmt.Sprintf("no error is equal to this %s: %s", display(name), reason(name, false)))
	}
}

func (c *check) reportComparison(target ast.Expr, message string) {
	c.report.Report(analysis.Diagnostic{
		Pos:      target.Pos(),
		End:      endOfOperand(target),
		Category: "compare",
		Message:  message,
	}, true)
}

func endOfOperand(e ast.Expr) token.Pos {
	if lit, ok := e.(*ast.CompositeLit); ok && lit.Type != nil {
		return lit.Type.End()
	}
	return endOfHead(e)
}

// reason says why nothing is equal to an error of the SDK's, and what to do.
func reason(name *types.TypeName, address bool) string {
	why := "every answer has another RequestID"
	switch {
	case address:
		why = "a new pointer equals no other"
	case !types.Comparable(name.Type()):
		why = "it holds a map, so its values cannot be compared"
	}
	return why + "; use errors.As and compare its fields"
}

// isAddress reports whether e makes a pointer.
func isAddress(e ast.Expr) bool {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if ok && addr.Op == token.AND {
		_, ok = ast.Unparen(addr.X).(*ast.CompositeLit)
		return ok
	}
	return false
}

// holds returns the SDK's error type whose value an expression is, or is known
// to hold as an error.
func (c *check) holds(e ast.Expr) (name *types.TypeName, held bool) {
	e = ast.Unparen(e)
	name, pointer, ok := form(c.info.TypeOf(e))
	switch {
	case ok && !pointer || ok && isAddress(e):
		return name, false
	case ok || !isErrorInterface(c.info.TypeOf(e)):
		return nil, false
	}
	return c.heldBy(e), true
}

// heldBy returns the type of the SDK's error that an error certainly is: the
// result of one of the SDK's constructors, or a variable that is only set to
// such an error.
func (c *check) heldBy(e ast.Expr) *types.TypeName {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if fn := c.callee(e); fn != nil && sdk.IsErrorPackage(fn.Pkg()) && fn.Signature().Recv() == nil {
			name, _ := sdk.ErrorType(lookup(fn.Pkg(), "Error"))
			return name
		}
		if c.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			if name, pointer, ok := form(c.info.TypeOf(e.Args[0])); ok && !pointer {
				return name
			}
		}
	case *ast.Ident:
		v, ok := c.info.Uses[e].(*types.Var)
		if !ok || v.Kind() != types.LocalVar && v.Kind() != types.PackageVar || v.Pkg() != c.pass.Pkg {
			return nil
		}
		known := c.vars[v]
		if known == nil || len(known.sources) != 1 || known.declared || known.target || known.taken || known.sources[0].result != 0 {
			return nil
		}
		from := known.sources[0].expr
		if name, pointer, ok := form(c.info.TypeOf(from)); ok {
			if pointer {
				return nil
			}
			return name
		}
		if _, ok := ast.Unparen(from).(*ast.CallExpr); ok {
			return c.heldBy(from)
		}
	}
	return nil
}

func lookup(pkg *types.Package, name string) types.Type {
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return nil
	}
	return obj.Type()
}

// distinct reports whether no error that the program meets is equal to a value
// that can be compared: it is written down here, without the RequestID that
// every answer has, and the program makes no such errors itself.
func (c *check) distinct(e ast.Expr) bool {
	if report.InTest(c.pass, e.Pos()) {
		return false
	}
	name, _, _ := form(c.info.TypeOf(e))
	for _, v := range c.values {
		if ast.Unparen(e) != v.expr && (name == nil || v.name == name) {
			return false
		}
	}
	e = ast.Unparen(e)
	if id, ok := e.(*ast.Ident); ok {
		v := c.errorVariable(id)
		if v == nil || c.vars[v] == nil {
			return false
		}
		known := c.vars[v]
		if v.Kind() != types.LocalVar && v.Kind() != types.PackageVar || len(known.sources) != 1 || known.target || known.taken {
			return false
		}
		e = ast.Unparen(known.sources[0].expr)
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return false
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		if id, ok := kv.Key.(*ast.Ident); !ok || id.Name == "RequestID" {
			return false
		}
	}
	return true
}

// findIs reports whether the package has an error type with an Is method
// of its own, which may call an error of the SDK's equal to what it likes.
func (c *check) findIs() bool {
	for fn, decl := range c.decls {
		if fn.Name() == "Is" && fn.Signature().Recv() != nil && c.mentions(decl) {
			return true
		}
	}
	return false
}

// mentions reports whether a declaration names one of the SDK's error types.
func (c *check) mentions(decl inspector.Cursor) bool {
	for cur := range decl.Preorder((*ast.Ident)(nil)) {
		if obj := c.info.Uses[cur.Node().(*ast.Ident)]; obj != nil {
			if _, _, ok := form(obj.Type()); ok {
				return true
			}
		}
	}
	return false
}
