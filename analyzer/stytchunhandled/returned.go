package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/objectpath"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// defaultStatus is what frameworks answer with for an error that they do not know.
const defaultStatus = 500

// returned is told of what a function returns: an error of a library that answers, an
// object of the program that carries a status, a status, or the failure itself, for
// which a framework answers.
func (c *check) returned(p *paths.Path, results []paths.Value) {
	if len(results) == 0 {
		return
	}
	last := len(results) - 1
	err := results[last]
	c.leavesOut(p, err)
	if row := library.Of(p.Variable(err)); row.Does == library.AnswersLate {
		c.answersBy(p, last, int64(row.Answer.Status))
	}
	events := p.Events()
	for _, cause := range p.Causes(err) {
		status, ok := c.carried(p, cause)
		if ok && !(c.isMapped(p.Type(cause)) && slices.ContainsFunc(events, func(e paths.Event) bool { return p.Wraps(err, &e) })) {
			c.answersBy(p, last, status)
		}
	}
	for i := range events {
		e := &events[i]
		if !p.Wraps(err, e) {
			continue
		}
		if isMade(e) {
			c.answers(p, e)
		} else if _, ok := operation(e); ok && c.isAnsweredFor(p.Of()) {
			c.answersBy(p, last, defaultStatus)
		}
	}
	for i, v := range results[:last] {
		if status, ok := p.Number(v); ok && c.isStatus(p.Of(), i) {
			c.answersBy(p, i, status)
		}
	}
}

// panics judges a panic in a handler: a framework answers for it, as net/http does by
// hanging up. What is made for whoever recovers from it, or declared, is not looked at.
func (c *check) panics(p *paths.Path, instr *ssa.Panic) {
	v := p.Value(instr.X)
	if !isHandler(p.Of().Signature) || p.Type(v) != nil || p.Variable(v) != nil || c.usage().recovers {
		return
	}
	e := paths.Event{Name: panics, Subject: p.Int(defaultStatus), Args: p.Int(0)}
	if call, ok := p.Outer().(ssa.CallInstruction); ok {
		e.Call = call
	}
	c.answers(p, &e)
}

// answersBy judges an answer that a result makes.
func (c *check) answersBy(p *paths.Path, result int, status int64) {
	c.answers(p, &paths.Event{Name: makesHTTP, Subject: p.Int(status), Args: p.Int(int64(result))})
}

// carried returns the status that an object carries by which the program answers.
func (c *check) carried(p *paths.Path, v paths.Value) (int64, bool) {
	t := p.Type(v)
	if t == nil {
		return 0, false
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return 0, false
	}
	for f := range s.Fields() {
		if c.statusIn(f) == nil {
			continue
		}
		if status, ok := p.Number(p.Field(v, f.Name())); ok {
			return status, true
		}
	}
	return 0, false
}

// carries is the fact about a field that holds the status of an answer.
type carries struct {
	Mapped bool // whoever answers with it asks for Stytch's error at first
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

// isMapped reports whether whoever answers with the status in a struct asks for Stytch's
// error at first.
func (c *check) isMapped(t types.Type) bool {
	for f := range t.Underlying().(*types.Struct).Fields() {
		if status := c.statusIn(f); status != nil && status.Mapped {
			return true
		}
	}
	return false
}

// isStatus reports whether a result of a function is the status of an answer: others
// with its signature are called as values, and what they return is answered with.
func (c *check) isStatus(fn *ssa.Function, i int) bool {
	u := c.usage()
	return u.results[result{shapeOf(fn.Signature), i}] && c.isValue(fn)
}

// isAnsweredFor reports whether a framework answers for the errors that a function
// returns, in its own way: the package makes the server, and nothing in it handles
// errors.
func (c *check) isAnsweredFor(fn *ssa.Function) bool {
	sig := fn.Signature
	if sig.Params().Len() != 1 || sig.Results().Len() != 1 || !library.KindOf(sig.Params().At(0).Type()).Is(library.AnswersErrors) {
		return false
	}
	u := c.usage()
	return u.serves && !u.handlesErrors && c.isValue(fn)
}

// isValue reports whether a function is only used as a value.
func (c *check) isValue(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return !ok || !c.usage().called[obj.Origin()]
}

// A result is one of the results of functions with a signature.
type result struct {
	sig string
	i   int
}

// A usage is how a package uses what may make an answer.
type usage struct {
	fields        map[*types.Var]*carries // that hold statuses
	unmapped      map[*carries]bool       // those of them that something answers with at once
	results       map[result]bool         // that are statuses
	called        map[*types.Func]bool    // the functions that are called by name
	serves        bool                    // a server is made that answers for errors
	handlesErrors bool                    // and something handles these
	recovers      bool                    // panics are recovered from
}

// usage looks at the syntax of the package, when it is asked for at first.
func (c *check) usage() *usage {
	if c.used != nil {
		return c.used
	}
	u := &usage{fields: make(map[*types.Var]*carries), unmapped: make(map[*carries]bool), results: make(map[result]bool), called: make(map[*types.Func]bool)}
	c.used = u
	for cur := range c.root().Preorder((*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && c.isNamedStatus(n.Value) {
				u.addField(c.info.Uses[id])
			}
			u.handlesErrors = u.handlesErrors || c.handlesErrors(n.Value)
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if sel, ok := l.(*ast.SelectorExpr); ok && i < len(n.Rhs) && c.isNamedStatus(n.Rhs[i]) {
					u.addField(c.info.Uses[sel.Sel])
				}
			}
			u.handlesErrors = u.handlesErrors || slices.ContainsFunc(n.Rhs, c.handlesErrors)
			for _, r := range n.Rhs {
				if call, ok := ast.Unparen(r).(*ast.CallExpr); ok {
					u.handlesErrors = u.handlesErrors || c.runsHandler(call)
				}
			}
		case *ast.CallExpr:
			c.useCall(u, cur, n)
		case *ast.FuncDecl, *ast.FuncLit:
			if sig := c.signature(n); sig != nil {
				u.handlesErrors = u.handlesErrors || takesError(sig)
			}
		}
	}
	return u
}

func (u *usage) addField(obj types.Object) *carries {
	v, ok := obj.(*types.Var)
	if !ok || !v.IsField() {
		return nil
	}
	if u.fields[v.Origin()] == nil {
		u.fields[v.Origin()] = new(carries)
	}
	return u.fields[v.Origin()]
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
		if field := u.addField(c.info.Uses[status.Sel]); field != nil {
			asks := c.asksForStytch(bodyAround(cur), call.Pos(), true)
			field.Mapped = asks && !u.unmapped[field]
			u.unmapped[field] = u.unmapped[field] || !asks
		}
	case *ast.Ident:
		body := bodyAround(cur)
		if body == nil {
			return
		}
		ast.Inspect(body, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				return true
			}
			i := slices.IndexFunc(assign.Lhs, func(l ast.Expr) bool { return c.variable(l) != nil && c.variable(l) == c.variable(status) })
			if called, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr); ok && i >= 0 {
				if v, ok := typeutil.Callee(c.info, called).(*types.Var); ok {
					if sig, ok := v.Type().Underlying().(*types.Signature); ok {
						u.results[result{shapeOf(sig), i}] = true
					}
				}
			}
			return true
		})
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

// handlesErrors reports whether a value is a function that handles errors for a
// framework.
func (c *check) handlesErrors(e ast.Expr) bool {
	t := c.info.TypeOf(e)
	if t == nil {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return ok && takesError(sig)
}

// takesError reports whether a function is handed an error, and what a framework that
// answers for errors answers by.
func takesError(sig *types.Signature) bool {
	responds, fails := false, false
	for v := range sig.Params().Variables() {
		responds = responds || library.KindOf(v.Type()).Is(library.AnswersErrors)
		fails = fails || library.IsError(v.Type())
	}
	return responds && fails && sig.Params().Len() == 2
}

// runsHandler reports whether a call runs a handler of a framework that answers for errors.
func (c *check) runsHandler(call *ast.CallExpr) bool {
	t := c.info.TypeOf(call.Fun)
	if fn, isFunc := typeutil.Callee(c.info, call).(*types.Func); isFunc {
		return library.Of(fn).Does == library.CallsNext
	}
	if t == nil {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && library.ReturnsError(sig) && library.KindOf(sig.Params().At(0).Type()).Is(library.AnswersErrors)
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

// bodyAround returns the body of the function that something stands in.
func bodyAround(cur inspector.Cursor) *ast.BlockStmt {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if lit, ok := around.Node().(*ast.FuncLit); ok {
			return lit.Body
		}
		return around.Node().(*ast.FuncDecl).Body
	}
	return nil
}

// variable returns the variable that an expression names, or nil.
func (c *check) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.info.ObjectOf(id).(*types.Var)
	return v
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
