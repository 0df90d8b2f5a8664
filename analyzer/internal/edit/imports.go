package edit

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Imports returns the edits that add packages to the imports of the file and drop
// some. It can do so only in a plain list of imports.
func (f *File) Imports(add []string, drop ...*ast.ImportSpec) ([]analysis.TextEdit, bool) {
	if len(add) == 0 && len(drop) == 0 {
		return nil, true
	}
	groups, ok := f.importGroups()
	if !ok {
		return nil, false
	}
	lines := make([][]string, len(groups))
	changed := make([]bool, len(groups))
	for i, group := range groups {
		for _, spec := range group {
			if slices.Contains(drop, spec) {
				changed[i] = true
				continue
			}
			line := spec.Path.Value
			if spec.Name != nil {
				line = spec.Name.Name + " " + line
			}
			lines[i] = append(lines[i], line)
		}
	}
	for _, path := range add {
		i := groupFor(groups, path)
		if i < 0 {
			return nil, false
		}
		lines[i] = append(lines[i], strconv.Quote(path))
		changed[i] = true
	}
	var edits []analysis.TextEdit
	for i, group := range groups {
		if !changed[i] {
			continue
		}
		pos, end := group[0].Pos(), group[len(group)-1].End()
		switch {
		case len(lines[i]) > 0:
			slices.SortStableFunc(lines[i], func(a, b string) int {
				_, a, _ = strings.Cut(a, `"`) // an alias may stand before the path
				_, b, _ = strings.Cut(b, `"`)
				return cmp.Compare(a, b)
			})
		case i+1 < len(groups) && !changed[i+1]:
			end = groups[i+1][0].Pos()
		case i > 0 && !changed[i-1]:
			pos = groups[i-1][len(groups[i-1])-1].End()
		default:
			return nil, false
		}
		edits = append(edits, Replace(pos, end, strings.Join(lines[i], "\n\t")))
	}
	return edits, true
}

// groupFor returns the group of imports that one belongs to, -1 if there is
// none: that of the standard library, or that of the SDK, or the first of other
// modules, or the last where a module's name does not tell.
func groupFor(groups [][]*ast.ImportSpec, path string) int {
	with := func(fits func(path string) bool) int {
		return slices.IndexFunc(groups, func(g []*ast.ImportSpec) bool {
			return slices.ContainsFunc(g, func(s *ast.ImportSpec) bool { return fits(pathOf(s)) })
		})
	}
	if isStandard(path) {
		return with(isStandard)
	}
	if i := with(sdk.InModule); i >= 0 {
		return i
	}
	if i := with(func(have string) bool { return have != "C" && !isStandard(have) }); i >= 0 {
		return i
	}
	if len(groups) > 1 {
		return len(groups) - 1
	}
	return -1
}

// isStandard reports whether a path looks like one of the standard library.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && path != "C"
}

// importGroups returns the imports of a file that has a single list of them,
// one a line and without comments, as groups between blank lines.
func (f *File) importGroups() ([][]*ast.ImportSpec, bool) {
	var decl *ast.GenDecl
	for _, d := range f.syntax.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.IMPORT {
			if decl != nil || !d.Lparen.IsValid() {
				return nil, false
			}
			decl = d
		}
	}
	if decl == nil {
		return nil, false
	}
	for _, group := range f.syntax.Comments {
		if decl.Pos() < group.Pos() && group.Pos() < decl.End() {
			return nil, false
		}
	}
	var groups [][]*ast.ImportSpec
	last := f.line(decl.Lparen)
	for i, spec := range decl.Specs {
		spec := spec.(*ast.ImportSpec)
		at := f.line(spec.Pos())
		switch {
		case at == last:
			return nil, false
		case i == 0 || at > last+1:
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], spec)
		last = at
	}
	return groups, f.line(decl.Rparen) > last
}
