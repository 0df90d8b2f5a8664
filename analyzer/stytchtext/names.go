package stytchtext

import (
	"go/ast"
	"go/token"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
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
	n := names{
		e:  edit.Free(scope, "e", "stytchErr"),
		ok: edit.Free(scope, "ok", "isStytch"),
	}
	f := edit.Of(c.pass, file)
	path, name := sdk.ErrorPackage(major)
	n.errors = f.Imported(pos, "errors", "errors", &n.missing)
	n.sdk = f.Imported(pos, path, name, &n.missing)
	return n, n.e != "" && n.ok != "" && n.errors != "" && n.sdk != "" && n.e != n.sdk
}
