package stytchtext

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Names are those that a fix uses.
type names struct {
	e, ok       string // the variables it declares
	errors, sdk string // the packages
	missing     []string
}

// names returns the names for a fix at pos that declares its variables in
// scope.
func (c *check) names(file *ast.File, scope ast.Node, pos token.Pos, major string) (names, bool) {
	var n names
	used := make(map[string]bool)
	ast.Inspect(scope, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			used[id.Name] = true
		}
		return true
	})
	free := func(candidates ...string) string {
		for _, name := range candidates {
			if !used[name] {
				return name
			}
		}
		return ""
	}
	n.e = free("e", "stytchErr")
	n.ok = free("ok", "isStytch")
	path, name := sdk.ErrorPackage(major)
	n.errors = c.imported(file, pos, "errors", "errors", &n.missing)
	n.sdk = c.imported(file, pos, path, name, &n.missing)
	return n, n.e != "" && n.ok != "" && n.errors != "" && n.sdk != "" && n.e != n.sdk
}

// imported returns the name of an imported package at pos. A package that the
// file does not import is added to missing, if its name is free; else the
// result is "".
func (c *check) imported(file *ast.File, pos token.Pos, path, name string, missing *[]string) string {
	scope := c.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return ""
	}
	for _, spec := range file.Imports {
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
	if _, obj := scope.LookupParent(name, pos); obj != nil {
		return ""
	}
	*missing = append(*missing, path)
	return name
}

func pathOf(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value)
	return path
}

// usesOf returns how often a file uses an imported package.
func (c *check) usesOf(file *ast.File, path string) int {
	n := 0
	ast.Inspect(file, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			if pkg, ok := c.info.Uses[id].(*types.PkgName); ok && pkg.Imported().Path() == path {
				n++
			}
		}
		return true
	})
	return n
}

// imports returns the edits that add packages to the imports of a file and
// drop one. It can do so only in a plain list of imports.
func (c *check) imports(file *ast.File, add []string, drop string) ([]analysis.TextEdit, bool) {
	if len(add) == 0 && drop == "" {
		return nil, true
	}
	groups, ok := c.importGroups(file)
	if !ok {
		return nil, false
	}
	changed := make(map[int][]string) // the lines of groups
	lines := func(i int) []string {
		if changed[i] == nil {
			for _, spec := range groups[i] {
				line := spec.Path.Value
				if spec.Name != nil {
					line = spec.Name.Name + " " + line
				}
				changed[i] = append(changed[i], line)
			}
		}
		return changed[i]
	}
	for _, path := range add {
		i := slices.IndexFunc(groups, func(g []*ast.ImportSpec) bool {
			return slices.ContainsFunc(g, func(s *ast.ImportSpec) bool { return neighbours(pathOf(s), path) })
		})
		if i < 0 {
			return nil, false
		}
		changed[i] = append(lines(i), strconv.Quote(path))
	}
	if drop != "" {
		i := slices.IndexFunc(groups, func(g []*ast.ImportSpec) bool {
			return slices.ContainsFunc(g, func(s *ast.ImportSpec) bool { return pathOf(s) == drop && s.Name == nil })
		})
		if i < 0 {
			return nil, false
		}
		changed[i] = slices.DeleteFunc(lines(i), func(line string) bool { return line == strconv.Quote(drop) })
	}
	var edits []analysis.TextEdit
	for i, group := range groups {
		list, ok := changed[i]
		if !ok {
			continue
		}
		if len(list) == 0 {
			return nil, false
		}
		slices.SortStableFunc(list, func(a, b string) int {
			_, a, _ = strings.Cut(a, `"`) // an alias may stand before the path
			_, b, _ = strings.Cut(b, `"`)
			return cmp.Compare(a, b)
		})
		edits = append(edits, replace(group[0].Pos(), group[len(group)-1].End(), strings.Join(list, "\n\t")))
	}
	return edits, true
}

// neighbours reports whether an import belongs beside another: the standard
// library's together, and the SDK's.
func neighbours(have, path string) bool {
	first, _, _ := strings.Cut(have, "/")
	if path == "errors" {
		return !strings.Contains(first, ".") && have != "C"
	}
	return sdk.InModule(have)
}

// importGroups returns the imports of a file that has a single list of them,
// one a line and without comments, as groups between blank lines.
func (c *check) importGroups(file *ast.File) ([][]*ast.ImportSpec, bool) {
	var decl *ast.GenDecl
	for _, d := range file.Decls {
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
	for _, group := range file.Comments {
		if decl.Pos() < group.Pos() && group.Pos() < decl.End() {
			return nil, false
		}
	}
	var groups [][]*ast.ImportSpec
	line := func(pos token.Pos) int { return c.pass.Fset.PositionFor(pos, false).Line }
	last := line(decl.Lparen)
	for i, spec := range decl.Specs {
		spec := spec.(*ast.ImportSpec)
		at := line(spec.Pos())
		switch {
		case at == last:
			return nil, false
		case i == 0 || at > last+1:
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], spec)
		last = at
	}
	return groups, line(decl.Rparen) > last
}

// atLeast reports whether a file is known to be written for a version of Go or
// a later one.
func (c *check) atLeast(file *ast.File, v string) bool {
	have := c.info.FileVersions[file]
	if have == "" && c.pass.Module != nil && c.pass.Module.GoVersion != "" {
		have = "go" + c.pass.Module.GoVersion
	}
	return version.IsValid(have) && version.Compare(have, v) >= 0
}

// indent returns the white space before the statement that begins at pos.
func (c *check) indent(pos token.Pos) string {
	column := c.pass.Fset.PositionFor(pos, false).Column
	return strings.Repeat("\t", column-1)
}
