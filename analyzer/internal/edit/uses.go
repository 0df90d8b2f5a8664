package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Uses are the places of a package that name its variables and its imports. A fix that
// takes code away asks them what would then be left without a use, which the compiler
// does not allow.
type Uses struct {
	Steps int // how many identifiers were looked at

	info    *types.Info
	at      map[types.Object][]inspector.Cursor
	isRead  map[*ast.Ident]bool // a name that only gets a value is not
	reads   map[types.Object]int
	removed map[types.Object]int // of the reads, by removals that are kept
	dropped map[*ast.File]bool   // whether one of those drops imports
}

// UsesIn returns the uses in the syntax of a package.
func UsesIn(info *types.Info, root inspector.Cursor) *Uses {
	u := &Uses{
		info:    info,
		at:      make(map[types.Object][]inspector.Cursor),
		isRead:  make(map[*ast.Ident]bool),
		reads:   make(map[types.Object]int),
		removed: make(map[types.Object]int),
		dropped: make(map[*ast.File]bool),
	}
	for cur := range root.Preorder((*ast.Ident)(nil)) {
		u.Steps++
		id := cur.Node().(*ast.Ident)
		obj := info.ObjectOf(id)
		if v, ok := obj.(*types.Var); !isCounted(obj) && (!ok || v.IsField()) {
			continue
		}
		u.at[obj] = append(u.at[obj], cur)
		if info.Uses[id] != nil && !IsAssigned(cur) {
			u.isRead[id] = true
			u.reads[obj]++
		}
	}
	return u
}

// isCounted reports whether the compiler wants an object to be used.
func isCounted(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.PkgName:
		return true
	case *types.Var:
		return obj.Kind() == types.LocalVar
	}
	return false
}

// IsAssigned reports whether an identifier is a variable that only gets a value.
func IsAssigned(cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	return ok && cur.ParentEdgeKind() == edge.AssignStmt_Lhs && (assign.Tok == token.ASSIGN || assign.Tok == token.DEFINE)
}

// Of returns where a variable or an import is named, its declaration first.
func (u *Uses) Of(obj types.Object) []inspector.Cursor {
	u.Steps += len(u.at[obj])
	return u.at[obj]
}

// unused returns what would be left without a use if some nodes were removed: local
// variables and imports that are declared elsewhere. It fails if that is true of something
// only together with what was removed before.
func (u *Uses) unused(nodes []ast.Node) ([]types.Object, bool) {
	var found []types.Object
	ok := true
	for obj, n := range u.count(nodes) {
		switch {
		case holds(nodes, obj.Pos()) || n+u.removed[obj] < u.reads[obj]:
		case n < u.reads[obj]:
			ok = false
		default:
			found = append(found, obj)
		}
	}
	return found, ok
}

// count counts what nodes read, of what they name and the compiler wants to be used.
func (u *Uses) count(nodes []ast.Node) map[types.Object]int {
	reads := make(map[types.Object]int)
	for _, node := range nodes {
		ast.Inspect(node, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			u.Steps++
			if obj := u.info.Uses[id]; isCounted(obj) {
				reads[obj] += 0 // it is named
				if u.isRead[id] {
					reads[obj]++
				}
			}
			return true
		})
	}
	return reads
}

// holds reports whether a position lies in one of some nodes.
func holds(nodes []ast.Node, pos token.Pos) bool {
	return slices.ContainsFunc(nodes, func(n ast.Node) bool { return n.Pos() <= pos && pos < n.End() })
}
