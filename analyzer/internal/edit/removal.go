package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// A Removal is code that a fix takes out of a file, with the variables and imports that
// would be left without a use.
type Removal struct {
	*File
	uses  *Uses
	nodes []ast.Node
	stmts []inspector.Cursor // those of them that stand in a list
	edits []analysis.TextEdit
	drop  []*ast.ImportSpec
}

// NewRemoval returns a removal of nothing. The uses are those of the file's package.
func NewRemoval(file *File, uses *Uses) *Removal { return &Removal{File: file, uses: uses} }

// Gone reports whether pos lies in what is removed.
func (r *Removal) Gone(pos token.Pos) bool { return holds(r.nodes, pos) }

// Replace writes a text for what stands between two positions. The nodes that lie there
// are those that go.
func (r *Removal) Replace(pos, end token.Pos, text string, nodes ...ast.Node) {
	r.edits = append(r.edits, Replace(pos, end, text))
	r.nodes = append(r.nodes, nodes...)
}

// Cut takes a statement out of the list that it stands in.
func (r *Removal) Cut(cur inspector.Cursor) {
	r.stmts = append(r.stmts, cur)
	r.nodes = append(r.nodes, cur.Node())
}

// Edits returns the edits that remove all. A variable goes if its value is idle, which
// means that nothing is done to get it. It fails if a variable cannot go, and if an
// import cannot: each file has one removal that drops imports, lest two of them meet.
func (r *Removal) Edits(idle func(value ast.Expr) bool) ([]analysis.TextEdit, bool) {
	if !r.unused(idle) || len(r.drop) > 0 && r.uses.dropped[r.syntax] {
		return nil, false
	}
	edits, ok := r.Imports(nil, r.drop...)
	if !ok {
		return nil, false
	}
	edits = append(edits, r.edits...)
	slices.SortFunc(r.stmts, func(a, b inspector.Cursor) int { return int(a.Node().Pos() - b.Node().Pos()) })
	for i := 0; i < len(r.stmts); i++ {
		first := r.stmts[i]
		for i+1 < len(r.stmts) {
			if next, ok := r.stmts[i].NextSibling(); !ok || next != r.stmts[i+1] {
				break
			}
			i++
		}
		e, ok := r.cut(first, r.stmts[i])
		if !ok {
			return nil, false
		}
		edits = append(edits, e)
	}
	return edits, true
}

// Keep notes that a fix has the removal, so that those to come leave each other alone.
func (r *Removal) Keep() {
	for obj, n := range r.uses.count(r.nodes) {
		r.uses.removed[obj] += n
	}
	r.uses.dropped[r.syntax] = r.uses.dropped[r.syntax] || len(r.drop) > 0
}

// unused takes out what is used only in what is removed, until there is nothing more.
func (r *Removal) unused(idle func(ast.Expr) bool) bool {
	for n := -1; n < len(r.nodes); {
		n = len(r.nodes)
		objs, ok := r.uses.unused(r.nodes)
		r.drop = nil
		for _, obj := range objs {
			switch obj := obj.(type) {
			case *types.Var:
				ok = ok && (r.Gone(obj.Pos()) || r.undeclare(obj, objs, idle))
			case *types.PkgName:
				i := slices.IndexFunc(r.syntax.Imports, func(s *ast.ImportSpec) bool { return r.uses.info.PkgNameOf(s) == obj })
				r.drop = append(r.drop, r.syntax.Imports[i])
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// undeclare takes out the declaration of a variable, if nothing else is declared there
// but what is unused, too.
func (r *Removal) undeclare(v *types.Var, unused []types.Object, idle func(ast.Expr) bool) bool {
	at := r.uses.Of(v)
	if slices.ContainsFunc(at[1:], func(cur inspector.Cursor) bool { return !r.Gone(cur.Node().Pos()) }) {
		return false // it gets a value
	}
	var names, values []ast.Expr
	cur := at[0].Parent()
	switch s := cur.Node().(type) {
	case *ast.AssignStmt:
		names, values = s.Lhs, s.Rhs
	case *ast.ValueSpec:
		for _, name := range s.Names {
			names = append(names, name)
		}
		values = s.Values
		decl := cur.Parent()
		if len(decl.Node().(*ast.GenDecl).Specs) > 1 {
			return false
		}
		cur = decl.Parent()
	}
	for _, e := range names {
		id, ok := e.(*ast.Ident)
		if !ok || id.Name != "_" && !slices.Contains(unused, r.uses.info.Defs[id]) {
			return false
		}
	}
	r.Cut(cur)
	return List(cur) != nil && !slices.ContainsFunc(values, func(e ast.Expr) bool { return !idle(e) })
}
