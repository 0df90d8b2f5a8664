package stytchsend

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// does is the fact about a function that sends to an address, creates a user, or
// tells errors of the SDK apart.
type does struct{ paths.Effects }

// String says what the function sends, how it creates users, and which codes it
// asks for.
func (d *does) String() string {
	var parts []string
	for _, r := range d.Rows {
		for _, e := range r.Effects {
			if what, _, ok := creationOf(e.Name); ok {
				parts = append(parts, "creates by "+what.name)
			} else {
				parts = append(parts, "sends "+e.Name)
			}
		}
	}
	for _, code := range d.Compared() {
		if code != "" {
			parts = append(parts, "tells "+code)
		}
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), ", ")
}

// retries is the fact about a function that calls another one again when that
// failed.
type retries struct{ paths.Effects }

// tells reports whether a function in which a name or a literal stands may tell
// errors of the SDK apart.
func (c *check) tells(n ast.Expr) bool {
	if id, ok := n.(*ast.Ident); ok {
		if obj := c.info.Uses[id]; obj == nil || sdk.IsErrorPackage(obj.Pkg()) {
			return obj != nil
		}
	}
	code, ok := library.StringValue(c.info.Types[n].Value)
	return ok && isUnknownAddress(code)
}

// isUnknownAddress reports whether a code says that nobody has an address.
func isUnknownAddress(code string) bool {
	for name := range sends {
		if slices.Contains(codesOf(name), code) {
			return true
		}
	}
	return false
}
