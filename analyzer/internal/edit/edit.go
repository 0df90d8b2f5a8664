// Package edit helps to write fixes: where a statement can stand, which names
// are free, and how imports are added.
package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// A File is one that is to be changed.
type File struct {
	pass   *analysis.Pass
	syntax *ast.File
	text   []byte // see source
	isRead bool

	constants map[*types.Package][]*types.Const // that packages export, in the order of their names
}

// Of returns the file of a pass.
func Of(pass *analysis.Pass, file *ast.File) *File { return &File{pass: pass, syntax: file} }

// Replace returns the edit that replaces what stands between two positions.
func Replace(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}

// Free returns the first of some names that nothing in a node has, "" if all
// are taken.
func Free(scope ast.Node, candidates ...string) string {
	used := make(map[string]bool)
	ast.Inspect(scope, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			used[id.Name] = true
		}
		return true
	})
	for _, name := range candidates {
		if !used[name] {
			return name
		}
	}
	return ""
}

// Imported returns the name of an imported package at pos. A package that the
// file does not import is added to missing, if that is not nil and its name is
// free; else the result is "".
func (f *File) Imported(pos token.Pos, path, name string, missing *[]string) string {
	scope := f.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return ""
	}
	for _, spec := range f.syntax.Imports {
		if pathOf(spec) != path {
			continue
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		_, obj := scope.LookupParent(name, pos)
		if pkg, ok := obj.(*types.PkgName); ok && pkg.Imported().Path() == path {
			return name
		}
		return ""
	}
	if _, obj := scope.LookupParent(name, pos); obj != nil || missing == nil {
		return ""
	}
	if !slices.Contains(*missing, path) {
		*missing = append(*missing, path)
	}
	return name
}

func pathOf(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value)
	return path
}

// Uses returns how often the file uses an imported package.
func (f *File) Uses(path string) int {
	n := 0
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			if pkg, ok := f.pass.TypesInfo.Uses[id].(*types.PkgName); ok && pkg.Imported().Path() == path {
				n++
			}
		}
		return true
	})
	return n
}

// Import returns the import of a path that the file imports.
func (f *File) Import(path string) *ast.ImportSpec {
	return f.syntax.Imports[slices.IndexFunc(f.syntax.Imports, func(s *ast.ImportSpec) bool { return pathOf(s) == path })]
}

// AtLeast reports whether the file is known to be written for a version of Go
// or a later one.
func (f *File) AtLeast(v string) bool {
	have := f.pass.TypesInfo.FileVersions[f.syntax]
	if have == "" && f.pass.Module != nil && f.pass.Module.GoVersion != "" {
		have = "go" + f.pass.Module.GoVersion
	}
	return version.IsValid(have) && version.Compare(have, v) >= 0
}

// Indent returns the white space before the statement that begins at pos.
func (f *File) Indent(pos token.Pos) string {
	column := f.pass.Fset.PositionFor(pos, false).Column
	return strings.Repeat("\t", column-1)
}

// Later reports whether a position is on a line after that of another one.
func (f *File) Later(pos, end token.Pos) bool { return f.line(pos) < f.line(end) }

func (f *File) line(pos token.Pos) int { return f.pass.Fset.PositionFor(pos, false).Line }

// Listed reports whether a statement stands in a list and begins its line, so
// that another can stand before it.
func (f *File) Listed(cur inspector.Cursor) bool {
	return List(cur) != nil && f.line(Before(cur)) < f.line(cur.Node().Pos())
}

// LineBehind returns where the line behind a statement begins, where another one can
// stand. It fails if the statement stands in no list, or shares its last line.
func (f *File) LineBehind(cur inspector.Cursor) (token.Pos, bool) {
	var next token.Pos
	if after, ok := Next(cur); ok {
		next = after.Node().Pos()
	} else if block, ok := cur.Parent().Node().(*ast.BlockStmt); ok {
		next = block.Rbrace
	}
	end := cur.Node().End()
	return f.EndOfLine(end) + 1, List(cur) != nil && next.IsValid() && f.Later(end, next)
}

// Before returns where that ends which stands before a statement of a list.
func Before(cur inspector.Cursor) token.Pos {
	if prev, ok := Prev(cur); ok {
		return prev.Node().End()
	}
	switch parent := cur.Parent().Node().(type) {
	case *ast.CaseClause:
		return parent.Colon
	case *ast.CommClause:
		return parent.Colon
	}
	return cur.Parent().Node().Pos()
}

// Aligned reports whether comments follow an edit on its last line and on one
// beside that: gofmt would move them.
func (f *File) Aligned(edit analysis.TextEdit) bool {
	first, last := f.line(edit.Pos), f.line(edit.End)
	trailing, beside := false, false
	for _, group := range f.near(first-1, last+1) {
		for _, comment := range group.List {
			switch at := f.line(comment.Pos()); {
			case edit.Pos < comment.Pos() && comment.Pos() < edit.End:
				return true // it would be lost
			case at == last:
				trailing = true
			case at == first-1 || at == last+1:
				beside = true
			}
		}
	}
	return trailing && beside
}

// near returns the comments on some lines.
func (f *File) near(first, last int) []*ast.CommentGroup {
	file := f.pass.Fset.File(f.syntax.FileStart)
	return f.Remarks(file.LineStart(max(first, 1)), f.EndOfLine(file.LineStart(min(last, file.LineCount()))))
}
