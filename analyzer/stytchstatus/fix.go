package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// replace returns the fix that writes a status in the place of another one, if
// that is a literal or the name of a constant.
func (c *check) replace(e ast.Expr, status int) []analysis.SuggestedFix {
	e = ast.Unparen(e)
	switch e.(type) {
	case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr:
	default:
		return nil
	}
	text := c.name(e.Pos(), status)
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Replace with %s", text),
		TextEdits: []analysis.TextEdit{{Pos: e.Pos(), End: e.End(), NewText: []byte(text)}},
	}}
}

// name returns a status as it is written at pos: by the constant of net/http,
// if that can be named there.
func (c *check) name(pos token.Pos, status int) string {
	number := strconv.Itoa(status)
	file := c.report.File(pos)
	if file == nil {
		return number
	}
	for _, spec := range file.Imports {
		pkg := c.pass.TypesInfo.PkgNameOf(spec)
		if pkg == nil || pkg.Imported().Path() != "net/http" {
			continue
		}
		known := constantOf(pkg.Imported(), status)
		if known == "" {
			continue
		}
		name, qualifier := pkg.Name(), pkg.Name()+"."
		want := types.Object(pkg)
		if name == "." {
			name, qualifier, want = known, "", pkg.Imported().Scope().Lookup(known)
		}
		scope := c.pass.Pkg.Scope().Innermost(pos)
		if scope == nil {
			continue
		}
		if _, obj := scope.LookupParent(name, pos); obj == want {
			return qualifier + known
		}
	}
	return number
}

// constantOf returns the name of the constant of net/http for a status.
func constantOf(pkg *types.Package, status int) string {
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok || !strings.HasPrefix(name, "Status") {
			continue
		}
		if v, exact := constant.Int64Val(constant.ToInt(c.Val())); exact && int(v) == status {
			return name
		}
	}
	return ""
}
