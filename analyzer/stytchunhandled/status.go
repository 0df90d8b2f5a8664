package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/objectpath"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// carries is the fact about a field that holds the status of an answer.
type carries struct {
	Mapped bool // whoever answers with it asks for Stytch's error at first
	atOnce bool // somebody does not
}

// AFact marks carries as a fact.
func (*carries) AFact() {}

func (f *carries) String() string {
	if f.Mapped {
		return "holds a status, unless the error is Stytch's"
	}
	return "holds a status"
}

// statusIn returns what is known of a field that holds the status of an answer: it is one
// that the program answers with, or is set to one of those that package net/http names. It
// is nil for others.
func (c *check) statusIn(f *types.Var) *carries {
	if f.Pkg() == c.pass.Pkg {
		return c.usage().fields[f.Origin()]
	}
	if fact := new(carries); c.pass.ImportObjectFact(f, fact) {
		return fact
	}
	return nil
}

// A result is one of the results of functions with a signature.
type result struct {
	sig string
	i   int
}

// A usage is how a package uses what may make an answer.
type usage struct {
	fields        map[*types.Var]*carries // that hold statuses
	results       map[result]bool         // that are statuses
	called        map[*types.Func]bool    // the functions that are called by name
	serves        bool                    // a server is made that answers for errors
	handlesErrors bool                    // and something handles these
	recovers      bool                    // panics are recovered from

	values map[types.Object]result // variables, by what they get of functions that are values
}

// usage looks at the syntax of the package, when it is asked for at first.
func (c *check) usage() *usage {
	if c.used != nil {
		return c.used
	}
	u := &usage{fields: make(map[*types.Var]*carries), results: make(map[result]bool), called: make(map[*types.Func]bool), values: make(map[types.Object]result)}
	c.used = u
	for cur := range c.root().Preorder((*ast.Ident)(nil), (*ast.FuncLit)(nil), (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.Ident:
			u.handlesErrors = u.handlesErrors || takesError(c.info.TypeOf(n))
		case *ast.FuncLit:
			u.handlesErrors = u.handlesErrors || takesError(c.info.TypeOf(n))
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && c.isNamedStatus(n.Value) {
				u.field(c.info.Uses[id])
			}
		case *ast.AssignStmt:
			c.useAssignment(u, n)
		case *ast.CallExpr:
			c.useCall(u, cur, n)
		}
	}
	return u
}

// field returns what is known of a field; nil if obj is none.
func (u *usage) field(obj types.Object) *carries {
	v, ok := obj.(*types.Var)
	if !ok || !v.IsField() {
		return nil
	}
	if u.fields[v.Origin()] == nil {
		u.fields[v.Origin()] = new(carries)
	}
	return u.fields[v.Origin()]
}

// useAssignment looks at an assignment of a status to a field, and of what a function
// returns that is a value.
func (c *check) useAssignment(u *usage, n *ast.AssignStmt) {
	for i, l := range n.Lhs {
		if sel, ok := l.(*ast.SelectorExpr); ok && i < len(n.Rhs) && c.isNamedStatus(n.Rhs[i]) {
			u.field(c.info.Uses[sel.Sel])
		}
	}
	call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
	if !ok {
		return
	}
	fn, isVar := typeutil.Callee(c.info, call).(*types.Var)
	u.handlesErrors = u.handlesErrors || c.runsHandler(call)
	if !isVar {
		return
	}
	if sig := signatureOf(fn.Type()); sig != nil {
		for i, l := range n.Lhs {
			if id, ok := l.(*ast.Ident); ok {
				u.values[c.info.ObjectOf(id)] = result{shapeOf(sig), i}
			}
		}
	}
}

// useCall looks at a call: at what its status is, if it answers.
func (c *check) useCall(u *usage, cur inspector.Cursor, call *ast.CallExpr) {
	callee := typeutil.Callee(c.info, call)
	if b, ok := callee.(*types.Builtin); ok && b.Name() == "recover" {
		u.recovers = true
	}
	fn, ok := callee.(*types.Func)
	if !ok {
		return
	}
	u.called[fn.Origin()] = true
	row := library.Of(fn)
	if row.Does == library.MakesServer {
		u.serves = true
		u.handlesErrors = u.handlesErrors || slices.ContainsFunc(call.Args, func(e ast.Expr) bool { _, ok := ast.Unparen(e).(*ast.CompositeLit); return !ok })
	}
	if !row.Answers() || row.Arg < 0 || int(row.Arg) >= len(call.Args) {
		return
	}
	switch status := c.unconverted(call.Args[row.Arg]).(type) {
	case *ast.SelectorExpr:
		if field := u.field(c.info.Uses[status.Sel]); field != nil {
			asks := false
			for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
				asks = asks || c.asksForStytch(around.Node(), call.Pos(), true)
			}
			field.atOnce = field.atOnce || !asks
			field.Mapped = !field.atOnce
		}
	case *ast.Ident:
		if r, ok := u.values[c.info.Uses[status]]; ok {
			u.results[r] = true
		}
	}
}

// asksForStytch reports whether something that stands before pos asks for Stytch's error,
// or a function of the package does that is called there.
func (c *check) asksForStytch(body ast.Node, pos token.Pos, calls bool) bool {
	asks := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || n.Pos() >= pos {
			return false
		}
		switch n := n.(type) {
		case *ast.ValueSpec:
			return false // which only says what is asked for later
		case *ast.UnaryExpr:
			ptr, ok := c.info.TypeOf(n).(*types.Pointer)
			asks = asks || ok && n.Op == token.AND && isErrorOfSDK(ptr.Elem())
		case *ast.Ident:
			switch obj := c.info.Uses[n].(type) {
			case *types.TypeName:
				asks = asks || isErrorOfSDK(obj.Type())
			case *types.Func:
				d := c.decls()[obj.Origin()]
				asks = asks || calls && d != nil && c.asksForStytch(d.Body, d.Body.End(), false)
			}
		}
		return !asks
	})
	return asks
}

func isErrorOfSDK(t types.Type) bool { _, ok := sdk.ErrorType(t); return ok }

// isNamedStatus reports whether an expression is one of the statuses that package
// net/http names.
func (c *check) isNamedStatus(e ast.Expr) bool {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		id = e.Sel
	case *ast.Ident:
		id = e
	default:
		return false
	}
	obj, ok := c.info.Uses[id].(*types.Const)
	return ok && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" && obj.Val().Kind() == constant.Int
}

// shapeOf names the types of the parameters and results of a function.
func shapeOf(sig *types.Signature) string {
	var b strings.Builder
	for _, list := range [...]*types.Tuple{sig.Params(), sig.Results()} {
		for v := range list.Variables() {
			b.WriteString(types.TypeString(v.Type(), nil) + ",")
		}
		b.WriteString(";")
	}
	return b.String()
}

// takesError reports whether a type is one of functions that are handed an error, and what
// a framework that answers for errors answers by.
func takesError(t types.Type) bool {
	sig := signatureOf(t)
	if sig == nil || sig.Params().Len() != 2 {
		return false
	}
	responds, fails := false, false
	for v := range sig.Params().Variables() {
		responds = responds || library.KindOf(v.Type()).Is(library.AnswersErrors)
		fails = fails || library.IsError(v.Type())
	}
	return responds && fails
}

// signatureOf returns that of a type of functions; nil for others.
func signatureOf(t types.Type) *types.Signature {
	if t == nil {
		return nil
	}
	sig, _ := t.Underlying().(*types.Signature)
	return sig
}

// runsHandler reports whether a call runs a handler of a framework that answers for errors.
func (c *check) runsHandler(call *ast.CallExpr) bool {
	if fn, ok := typeutil.Callee(c.info, call).(*types.Func); ok {
		return library.Of(fn).Does == library.CallsNext
	}
	sig := signatureOf(c.info.TypeOf(call.Fun))
	return sig != nil && sig.Params().Len() == 1 && library.ReturnsError(sig) && library.KindOf(sig.Params().At(0).Type()).Is(library.AnswersErrors)
}

// exportStatuses tells other packages of the fields of errors that hold statuses.
func (c *check) exportStatuses() {
	if c.pass.Module != nil && c.pass.Module.Version != "" || library.IsStandard(c.pass.Pkg.Path()) || library.Knows(c.pass.Pkg.Path()) {
		return
	}
	for cur := range c.root().Preorder((*ast.TypeSpec)(nil)) {
		t, ok := c.info.Defs[cur.Node().(*ast.TypeSpec).Name].(*types.TypeName)
		if !ok || t.Parent() != c.pass.Pkg.Scope() || !t.Exported() || t.IsAlias() || !library.IsErrorValue(types.NewPointer(t.Type())) {
			continue
		}
		s, ok := t.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if _, err := objectpath.For(f); err == nil && isInteger(f.Type()) {
				if fact := c.statusIn(f); fact != nil {
					c.pass.ExportObjectFact(f, fact)
				}
			}
		}
	}
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// unconverted returns what conversions convert, x for string(x).
func (c *check) unconverted(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}
