package paths

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An outline is what a look at the syntax of a package tells: which functions are
// worth to be followed.
type outline struct {
	decls    []*decl
	relevant map[ast.Node]bool   // the functions in which something matters, or that use one
	tries    map[ast.Node]bool   // those that may call a parameter again that failed
	tells    map[ast.Node]bool   // those that find out something about errors, as other packages may have to know
	idle     map[ast.Node]bool   // those of the latter that nothing can be found in
	helps    map[ast.Node]bool   // those that may be used on errors, or answer requests
	offers   map[ast.Node]bool   // those of the latter that other packages may use
	kept     map[ast.Node]bool   // those that are followed
	written  map[*types.Var]bool // the package-level variables that functions write to
}

// A decl is a function that is declared, or at the top of a variable's value.
type decl struct {
	node ast.Node
	obj  *types.Func
}

// keeps reports whether a declaration or the value of a variable is followed.
func (x *outline) keeps(n ast.Node) bool {
	if x.kept[n] {
		return true
	}
	if _, ok := n.(ast.Expr); !ok {
		return false
	}
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		found = found || n != nil && x.begins(n)
		return !found
	})
	return found
}

// begins reports whether the paths of a function are followed on their own.
func (x *outline) begins(n ast.Node) bool {
	return n != nil && (x.relevant[n] || x.tries[n] || x.tells[n] && !x.idle[n] || x.offers[n])
}

// look looks at the syntax of the package. It returns nil if nothing in it
// matters.
func (e *engine) look() *outline {
	root := e.syntax.Root
	x := &outline{relevant: make(map[ast.Node]bool), tries: make(map[ast.Node]bool), tells: make(map[ast.Node]bool), idle: make(map[ast.Node]bool), helps: make(map[ast.Node]bool), offers: make(map[ast.Node]bool), kept: make(map[ast.Node]bool), written: make(map[*types.Var]bool)}
	told := len(e.pass.AllObjectFacts()) > 0
	if told || sdk.IsImportedBy(e.pass.Pkg) {
		for _, use := range e.syntax.Uses() {
			if fn, ok := use.Of.(*types.Func); ok && e.check.Matters(fn.Origin()) {
				e.mark(x, use.At)
			}
		}
	}
	if told {
		for _, use := range e.syntax.Uses() {
			fn, ok := use.Of.(*types.Func)
			if !ok {
				continue
			}
			for _, fn := range append([]*types.Func{fn.Origin()}, e.implementations(fn.Origin())...) {
				if sum := e.imported(fn); sum.matters() {
					e.mark(x, use.At)
				} else if sum != nil {
					e.tell(x, use.At)
				}
			}
		}
	}
	if e.check.Tells != nil {
		for cur := range root.Preorder((*ast.Ident)(nil), (*ast.BasicLit)(nil)) {
			if !e.setsField(cur) && e.check.Tells(cur.Node().(ast.Expr)) {
				e.tell(x, cur)
			}
		}
	}
	e.findTries(x)
	e.findOffers(x)
	if len(x.relevant) == 0 && len(x.tries) == 0 && len(x.tells) == 0 && len(x.offers) == 0 {
		return nil
	}
	e.spread(x, root)
	return x
}

// setsField reports whether a name is that of a field which a literal sets. That tells
// nothing of an error.
func (e *engine) setsField(cur inspector.Cursor) bool {
	id, ok := cur.Node().(*ast.Ident)
	if !ok {
		return false
	}
	kv, ok := cur.Parent().Node().(*ast.KeyValueExpr)
	if !ok || kv.Key != id {
		return false
	}
	v, ok := e.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && v.IsField()
}

// mark notes that the functions around a cursor do something that matters.
func (e *engine) mark(x *outline, cur inspector.Cursor) {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		x.relevant[around.Node()] = true
	}
}

// tell notes that the function around a cursor may find out something about an
// error.
func (e *engine) tell(x *outline, cur inspector.Cursor) {
	if e.check.Tells == nil {
		return
	}
	for around := range cur.Enclosing(e.tellers()...) {
		x.tells[around.Node()] = true
	}
}

// tellers returns the kinds of functions that find out something on their own:
// literals only where the check is told of what they ask.
func (e *engine) tellers() []ast.Node {
	if e.check.Asked != nil {
		return []ast.Node{(*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)}
	}
	return []ast.Node{(*ast.FuncDecl)(nil)}
}

// findTries finds the functions that may call a parameter more than once that may fail:
// in a loop, in a literal, or by handing it to another function.
func (e *engine) findTries(x *outline) {
	for _, f := range e.syntax.Files {
		for _, d := range f.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || d.Body == nil {
				continue
			}
			params := make(map[types.Object]bool)
			for _, field := range d.Type.Params.List {
				for _, id := range field.Names {
					if obj := e.pass.TypesInfo.Defs[id]; obj != nil && isFallible(obj.Type()) {
						params[obj] = true
					}
				}
			}
			if len(params) > 0 && e.mayTry(d.Body, params) {
				x.tries[d] = true
			}
		}
	}
}

// mayTry reports whether a function with such parameters may call one more than once.
func (e *engine) mayTry(body *ast.BlockStmt, params map[types.Object]bool) bool {
	loops, calls := false, 0
	uses := func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		return ok && params[e.pass.TypesInfo.Uses[id]]
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			loops = true
		case *ast.BranchStmt:
			loops = loops || n.Tok == token.GOTO
		case *ast.CallExpr:
			if slices.ContainsFunc(n.Args, func(arg ast.Expr) bool { return uses(ast.Unparen(arg)) }) {
				calls += 2
			}
		case *ast.FuncLit:
			loops = true
		default:
			if uses(n) {
				calls++
			}
		}
		return true
	})
	return calls > 1 || calls > 0 && loops
}

// spread makes those functions matter that use one that does, and keeps those
// that are used by one.
func (e *engine) spread(x *outline, root inspector.Cursor) {
	decls := make(map[*types.Func]*ast.FuncDecl)
	for cur := range root.Preorder((*ast.FuncDecl)(nil)) {
		d := cur.Node().(*ast.FuncDecl)
		if obj, ok := e.pass.TypesInfo.Defs[d.Name].(*types.Func); ok && d.Body != nil {
			decls[obj] = d
			x.decls = append(x.decls, &decl{d, obj})
		}
	}
	e.findHelpers(x)
	users := make(map[ast.Node][]inspector.Cursor)
	uses := make(map[ast.Node][]*ast.FuncDecl)
	for _, use := range e.syntax.Uses() {
		var named []*types.Func
		switch obj := use.Of.(type) {
		case *types.Func:
			named = append([]*types.Func{obj.Origin()}, e.implementations(obj.Origin())...)
		case *types.TypeName:
			named = servers(obj.Type())
		}
		for _, fn := range named {
			used := decls[fn]
			if used == nil {
				continue
			}
			users[used] = append(users[used], use.At)
			for around := range use.At.Enclosing((*ast.FuncDecl)(nil)) {
				uses[around.Node()] = append(uses[around.Node()], used)
			}
		}
	}
	for cur := range root.Preorder((*ast.AssignStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.SelectorExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				e.assigns(x, to)
			}
		case *ast.IncDecStmt:
			e.assigns(x, n.X)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				e.assigns(x, n.X)
			}
		case *ast.SelectorExpr:
			if sel := e.pass.TypesInfo.Selections[n]; sel != nil && sel.Kind() == types.MethodVal && takesAddress(sel) {
				e.assigns(x, n.X)
			}
		}
	}
	e.addUsers(x, x.relevant, users, (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil))
	e.addUsers(x, x.tells, users, e.tellers()...)
	e.findIdle(x, users)
	var work []ast.Node
	for n := range x.tells {
		if !x.idle[n] {
			work = append(work, n)
		}
	}
	for n := range x.relevant {
		work = append(work, n)
	}
	for n := range x.tries {
		work = append(work, n)
	}
	for n := range x.offers {
		work = append(work, n)
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if x.kept[n] {
			continue
		}
		x.kept[n] = true
		for _, used := range uses[n] {
			if x.tries[used] || x.relevant[used] || x.tells[used] || x.helps[used] || len(used.Body.List) <= maxBlocks {
				work = append(work, used)
			}
		}
	}
}

// addUsers adds to a set of functions those that use one of it, directly or not: the
// functions of some kinds around each use.
func (e *engine) addUsers(x *outline, set map[ast.Node]bool, users map[ast.Node][]inspector.Cursor, kinds ...ast.Node) {
	var work []ast.Node
	for _, d := range x.decls {
		if set[d.node] {
			work = append(work, d.node)
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		for _, cur := range users[n] {
			for around := range cur.Enclosing(kinds...) {
				if user := around.Node(); !set[user] {
					set[user] = true
					work = append(work, user)
				}
			}
		}
	}
}

// takesAddress reports whether a method gets the address of what it is called on.
func takesAddress(sel *types.Selection) bool {
	_, is := sel.Recv().Underlying().(*types.Pointer)
	fn, ok := sel.Obj().(*types.Func)
	if !ok || is || types.IsInterface(sel.Recv()) {
		return false
	}
	_, pointer := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	return pointer
}

// assigns notes that a function writes to a package-level variable.
func (e *engine) assigns(x *outline, to ast.Expr) {
	for {
		switch n := ast.Unparen(to).(type) {
		case *ast.SelectorExpr:
			if _, field := e.pass.TypesInfo.Selections[n]; !field {
				return // of another package
			}
			to = n.X
		case *ast.IndexExpr:
			to = n.X
		case *ast.StarExpr:
			to = n.X
		case *ast.Ident:
			v, ok := e.pass.TypesInfo.Uses[n].(*types.Var)
			if ok && v.Pkg() == e.pass.Pkg && v.Parent() == e.pass.Pkg.Scope() {
				x.written[v] = true
			}
			return
		default:
			return
		}
	}
}
