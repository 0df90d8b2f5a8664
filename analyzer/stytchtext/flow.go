package stytchtext

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// maxBlocks bounds the search in one function, for the sake of generated code.
const maxBlocks = 5000

// values returns what a variable may hold where it is used, in function fn.
// The assignments that reach the use count, or all of them where functions
// share the variable.
func (c *check) values(fn *function, id *ast.Ident) []value {
	v := c.local(id)
	if v == nil || v.Parent() == c.pass.Pkg.Scope() {
		return []value{{}}
	}
	info := c.vars[v]
	if info == nil {
		info = new(variable)
	}
	owner := fn
	for owner != nil && !within(owner.node, v.Pos()) {
		owner = owner.parent
	}
	switch {
	case owner == nil || info.opaque:
		return []value{{}}
	case owner == fn && !info.shared:
		if list, ok := c.reaching(fn, id, v, info); ok {
			return list
		}
	}
	list := make([]value, 0, len(info.defs)+1)
	for _, def := range info.defs {
		list = append(list, def)
	}
	slices.SortFunc(list, func(a, b value) int { return cmp.Compare(a.at, b.at) })
	if isParam(owner, v) {
		list = append(list, value{kind: entry, fn: owner})
	}
	if isResult(owner, v) {
		list = append(list, value{}) // a return statement may have set it
	}
	return list
}

// reaching walks back from a use of v through the paths of its function, each
// to the first assignment.
func (c *check) reaching(fn *function, use ast.Node, v *types.Var, info *variable) ([]value, bool) {
	if fn.graph == nil {
		fn.graph = c.graphs.Of(fn.body)
		fn.preds = make([][]int32, len(fn.graph.Blocks))
		for _, b := range fn.graph.Blocks {
			for _, s := range b.Succs {
				fn.preds[s.Index] = append(fn.preds[s.Index], b.Index)
			}
		}
	}
	blocks := fn.graph.Blocks
	if len(blocks) > maxBlocks {
		return nil, false
	}
	start, at := -1, -1
	var size token.Pos
	for i, b := range blocks {
		for j, n := range b.Nodes {
			if within(n, use.Pos()) && (start < 0 || n.End()-n.Pos() <= size) {
				start, at, size = i, j, n.End()-n.Pos()
			}
		}
	}
	if start < 0 {
		return nil, false
	}
	var list []value
	seen := make([]bool, len(blocks))
	var back func(block int32, from int)
	back = func(block int32, from int) {
		nodes := blocks[block].Nodes
		for i := from - 1; i >= 0; i-- {
			if def, ok := c.definition(nodes[i], v, info); ok {
				list = append(list, def)
				return
			}
		}
		if block == 0 {
			kind := zero
			if isParam(fn, v) {
				kind = entry
			}
			list = append(list, value{kind: kind, fn: fn})
		}
		for _, p := range fn.preds[block] {
			if !seen[p] {
				seen[p] = true
				back(p, len(blocks[p].Nodes))
			}
		}
	}
	back(int32(start), at)
	slices.SortFunc(list, func(a, b value) int { return cmp.Compare(a.at, b.at) })
	return list, true
}

// definition returns what v gets in a node of the graph.
func (c *check) definition(n ast.Node, v *types.Var, info *variable) (value, bool) {
	find := func(e ast.Expr) (value, bool) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok || c.info.ObjectOf(id) != v {
			return value{}, false
		}
		def, ok := info.defs[id]
		return def, ok
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			if def, ok := find(l); ok {
				return def, true
			}
		}
	case *ast.ValueSpec:
		for _, name := range n.Names {
			if def, ok := find(name); ok {
				return def, true
			}
		}
	case *ast.Ident: // of a range statement
		return find(n)
	}
	return value{}, false
}

// isParam reports whether v is a parameter of fn.
func isParam(fn *function, v *types.Var) bool { return paramIndex(fn, v) >= 0 }

// paramIndex returns the place of the parameter v of fn, -1 if it is none.
func paramIndex(fn *function, v *types.Var) int {
	for i := range fn.sig.Params().Len() {
		if fn.sig.Params().At(i) == v {
			return i
		}
	}
	return -1
}

// isResult reports whether v is a named result of fn.
func isResult(fn *function, v *types.Var) bool {
	for r := range fn.sig.Results().Variables() {
		if r == v {
			return true
		}
	}
	return false
}
