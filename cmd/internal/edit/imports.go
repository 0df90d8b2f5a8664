package edit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// dropImports returns after without the imports that before uses and after does
// not: each of two fixes may remove one of the last uses of a package, and
// neither knows of the other.
//
// It works by syntax alone, and where that does not tell the name of a package
// or whether it is used, the import stays.
func dropImports(before, after []byte) []byte {
	fset := token.NewFileSet()
	oldFile, err := parser.ParseFile(fset, "", before, parser.SkipObjectResolution)
	if err != nil {
		return after
	}
	newFile, err := parser.ParseFile(fset, "", after, parser.SkipObjectResolution)
	if err != nil {
		return after
	}
	used, still := qualifiers(oldFile), qualifiers(newFile)
	unused := func(spec *ast.ImportSpec) bool {
		return slices.ContainsFunc(packageNames(spec), func(name string) bool { return used[name] && !still[name] })
	}
	file := fset.File(newFile.FileStart)
	for _, decl := range slices.Backward(newFile.Decls) {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.IMPORT {
			continue
		}
		var drop []ast.Node
		for _, spec := range group.Specs {
			if unused(spec.(*ast.ImportSpec)) {
				drop = append(drop, spec)
			}
		}
		if len(drop) == len(group.Specs) {
			drop = []ast.Node{group}
		}
		for _, n := range slices.Backward(drop) {
			start, end := wholeLines(after, file.Offset(n.Pos()), file.Offset(n.End()))
			after = slices.Concat(after[:start], after[end:])
		}
	}
	return after
}

// qualifiers returns the identifiers before a dot.
func qualifiers(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

// majorVersion is compiled where it is needed first, not in every process of
// go vet.
var majorVersion = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v\d+$`) })

// packageNames returns the names that an imported package may have: the one
// given, or those that its path suggests.
func packageNames(spec *ast.ImportSpec) []string {
	if spec.Name != nil {
		if spec.Name.Name == "_" || spec.Name.Name == "." {
			return nil
		}
		return []string{spec.Name.Name}
	}
	importPath, err := strconv.Unquote(spec.Path.Value)
	if err != nil || importPath == "C" { // whose comment is code
		return nil
	}
	base := path.Base(importPath)
	if dir := path.Dir(importPath); dir != "." && majorVersion().MatchString(base) {
		base = path.Base(dir)
	}
	base, _, _ = strings.Cut(base, ".") // gopkg.in/yaml.v3
	return []string{base, strings.TrimPrefix(base, "go-"), strings.TrimSuffix(base, "-go")}
}

// wholeLines extends a range to whole lines if nothing else stands on them.
func wholeLines(src []byte, start, end int) (from, to int) {
	from, to = start, end
	for from > 0 && (src[from-1] == ' ' || src[from-1] == '\t') {
		from--
	}
	for to < len(src) && (src[to] == ' ' || src[to] == '\t' || src[to] == ';' || src[to] == '\r') {
		to++
	}
	if from > 0 && src[from-1] != '\n' || to < len(src) && src[to] != '\n' {
		return start, end
	}
	return from, min(to+1, len(src))
}
