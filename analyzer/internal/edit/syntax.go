package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// List returns the list that a statement stands in: that of a block, or of a case.
func List(cur inspector.Cursor) []ast.Stmt {
	switch cur.ParentEdgeKind() {
	case edge.BlockStmt_List:
		return cur.Parent().Node().(*ast.BlockStmt).List
	case edge.CaseClause_Body:
		return cur.Parent().Node().(*ast.CaseClause).Body
	case edge.CommClause_Body:
		return cur.Parent().Node().(*ast.CommClause).Body
	}
	return nil
}

// Next returns the statement that follows another one in its list.
func Next(cur inspector.Cursor) (inspector.Cursor, bool) {
	next, ok := cur.NextSibling()
	return next, ok && next.ParentEdgeKind() == cur.ParentEdgeKind()
}

// Prev returns the statement before another one in its list.
func Prev(cur inspector.Cursor) (inspector.Cursor, bool) {
	prev, ok := cur.PrevSibling()
	return prev, ok && prev.ParentEdgeKind() == cur.ParentEdgeKind()
}

// Statement returns the statement that holds an expression.
func Statement(cur inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cur.Node().(ast.Stmt); ok {
			return cur
		}
		cur = cur.Parent()
	}
}

// Declaration returns the declaration at the top of a file that holds a node.
func Declaration(cur inspector.Cursor) inspector.Cursor {
	for cur.ParentEdgeKind() != edge.File_Decls {
		cur = cur.Parent()
	}
	return cur
}

// Function returns the innermost function around a node, with its signature; nil if there
// is none.
func Function(info *types.Info, cur inspector.Cursor) (inspector.Cursor, *types.Signature) {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return around, library.SignatureOf(info, around.Node())
	}
	return inspector.Cursor{}, nil
}

// HasLabel reports whether a function has labels, over whose gotos no variable may be
// declared.
func HasLabel(fn ast.Node) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		_, ok := n.(*ast.LabeledStmt)
		found = found || ok
		return !found
	})
	return found
}

// CallOf returns the call that is all that a statement does, nil if it does something
// else.
func CallOf(stmt ast.Node) *ast.CallExpr {
	var e ast.Expr
	switch s := stmt.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		if !slices.ContainsFunc(s.Lhs, func(l ast.Expr) bool { id, ok := l.(*ast.Ident); return !ok || id.Name != "_" }) {
			e = s.Rhs[0]
		}
	}
	call, _ := ast.Unparen(e).(*ast.CallExpr)
	return call
}

// Names reports whether an expression is a variable.
func Names(info *types.Info, e ast.Expr, v types.Object) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && v != nil && info.ObjectOf(id) == v
}

// AsksNil returns by which operator a condition asks whether a variable is nil, and
// token.ILLEGAL if it asks for something else.
func AsksNil(info *types.Info, cond ast.Expr, v types.Object) token.Token {
	cmp, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if ok && (cmp.Op == token.EQL || cmp.Op == token.NEQ) && Names(info, cmp.X, v) && info.Types[cmp.Y].IsNil() {
		return cmp.Op
	}
	return token.ILLEGAL
}

// Declarations returns the functions of a package that have a body, with what declares
// them.
func Declarations(info *types.Info, root inspector.Cursor) map[*types.Func]*ast.FuncDecl {
	decls := make(map[*types.Func]*ast.FuncDecl)
	for cur := range root.Preorder((*ast.FuncDecl)(nil)) {
		d := cur.Node().(*ast.FuncDecl)
		if fn, ok := info.Defs[d.Name].(*types.Func); ok && d.Body != nil {
			decls[fn] = d
		}
	}
	return decls
}

// CursorsOf returns where nodes stand. All are found at once: to look for each would take
// time that grows with the square of the package.
func CursorsOf(root inspector.Cursor, nodes []ast.Node) map[ast.Node]inspector.Cursor {
	at := make(map[ast.Node]inspector.Cursor)
	if len(nodes) == 0 {
		return at
	}
	wanted := make(map[ast.Node]bool)
	for _, n := range nodes {
		wanted[n] = true
	}
	for cur := range root.Preorder() {
		if wanted[cur.Node()] {
			at[cur.Node()] = cur
		}
	}
	return at
}

// CallsIn returns the calls in the syntax of a package, by where their parentheses open,
// which is where those of package ssa are.
func CallsIn(root inspector.Cursor) map[token.Pos]inspector.Cursor {
	calls := make(map[token.Pos]inspector.Cursor)
	for cur := range root.Preorder((*ast.CallExpr)(nil)) {
		calls[cur.Node().(*ast.CallExpr).Lparen] = cur
	}
	return calls
}
