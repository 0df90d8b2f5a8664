package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// isAssigned reports whether an identifier is a variable that gets a value.
func isAssigned(cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	return ok && cur.ParentEdgeKind() == edge.AssignStmt_Lhs && (assign.Tok == token.ASSIGN || assign.Tok == token.DEFINE)
}

// imports drops the imports of a file that are used only in what is removed.
func (x *fixer) imports(file *ast.File, rm *removal) bool {
	left := make(map[*types.PkgName]int)   // uses that stay
	shared := make(map[*types.PkgName]int) // uses that stay, if the other fixes are applied, too
	used := make(map[*types.PkgName]bool)
	names := x.namesIn(file)
	for _, id := range names {
		if rm.gone(id.Pos()) {
			used[x.check.info.Uses[id].(*types.PkgName)] = true
		}
	}
	for _, id := range names {
		pkg := x.check.info.Uses[id].(*types.PkgName)
		if !used[pkg] || rm.gone(id.Pos()) {
			continue
		}
		left[pkg]++
		if !x.goneBefore(id.Pos()) {
			shared[pkg]++
		}
	}
	var drop []*ast.ImportSpec
	for _, spec := range file.Imports {
		pkg := x.check.info.PkgNameOf(spec)
		if pkg == nil || !used[pkg] || shared[pkg] > 0 {
			continue
		}
		if left[pkg] > 0 {
			return false // only together with another fix it goes
		}
		drop = append(drop, spec)
	}
	if len(drop) == 0 {
		return true
	}
	if x.drops == nil {
		x.drops = make(map[*ast.File]int)
	}
	x.drops[file]++
	return x.drops[file] == 1 && x.dropImports(file, rm, drop)
}

// namesIn returns where a file names a package.
func (x *fixer) namesIn(file *ast.File) []*ast.Ident {
	names, ok := x.names[file]
	if ok {
		return names
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if _, ok := x.check.info.Uses[id].(*types.PkgName); ok {
				names = append(names, id)
			}
		}
		return true
	})
	if x.names == nil {
		x.names = make(map[*ast.File][]*ast.Ident)
	}
	x.names[file] = names
	return names
}

// dropImports takes imports out of a list that has one on a line and no
// comments.
func (x *fixer) dropImports(file *ast.File, rm *removal, drop []*ast.ImportSpec) bool {
	c := x.check
	var decl *ast.GenDecl
	for _, d := range file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.IMPORT {
			if decl != nil {
				return false
			}
			decl = d
		}
	}
	if decl == nil || !decl.Lparen.IsValid() || len(decl.Specs) == len(drop) {
		return false
	}
	for _, g := range file.Comments {
		if decl.Pos() < g.Pos() && g.Pos() < decl.End() {
			return false
		}
	}
	var groups [][]ast.Spec
	last := c.line(decl.Lparen)
	for _, spec := range decl.Specs {
		at := c.line(spec.Pos())
		if at == last {
			return false
		}
		if len(groups) == 0 || at > last+1 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], spec)
		last = at
	}
	emptied := false
	for i, group := range groups {
		var kept []string
		for _, spec := range group {
			spec := spec.(*ast.ImportSpec)
			if slices.Contains(drop, spec) {
				continue
			}
			line := spec.Path.Value
			if spec.Name != nil {
				line = spec.Name.Name + " " + line
			}
			kept = append(kept, line)
		}
		first, end := group[0].Pos(), group[len(group)-1].End()
		switch {
		case len(kept) == len(group):
		case len(kept) > 0:
			rm.edits = append(rm.edits, replace(first, end, strings.Join(kept, "\n\t")))
		case emptied:
			return false
		case i+1 < len(groups):
			rm.edits = append(rm.edits, replace(first, groups[i+1][0].Pos(), ""))
			emptied = true
		default:
			before := groups[i-1]
			rm.edits = append(rm.edits, replace(before[len(before)-1].End(), end, ""))
			emptied = true
		}
	}
	return true
}
