package stytchtext

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// The same names are used by other services and by programs themselves, so a
// code in the text of an error of unknown origin is Stytch's only if nothing
// else in view makes such errors.

// An ownTexts has the constants from which the package makes errors: all, and those
// outside of tests.
type ownTexts struct{ all, code []string }

// makes reports whether the package itself puts a text into errors. What only
// its tests make says nothing about other code: they imitate Stytch.
func (c *check) makes(s string, inTest bool) bool {
	if c.own == nil {
		c.own = c.scan()
	}
	list := c.own.code
	if inTest {
		list = c.own.all
	}
	return slices.ContainsFunc(list, func(text string) bool { return holds(text, s) })
}

// holds reports whether a text holds s, in whatever case.
func holds(text, s string) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(s)) }

// scan collects the constants from which the package makes errors.
func (c *check) scan() *ownTexts {
	texts := new(ownTexts)
	add := func(v constant.Value, pos token.Pos) {
		if v == nil || v.Kind() != constant.String {
			return
		}
		s := constant.StringVal(v)
		texts.all = append(texts.all, s)
		if !report.InTest(c.pass, pos) {
			texts.code = append(texts.code, s)
		}
	}
	addAll := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				add(c.info.Types[e].Value, e.Pos())
			}
			return true
		})
	}
	for cur := range c.root.Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.FuncDecl)(nil), (*ast.Ident)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			// A call with other results tries something that may fail.
			if f, ok := typeutil.Callee(c.info, n).(*types.Func); isOwnError(c.info.TypeOf(n)) && (!ok || f.Pkg() == nil || !sdk.InModule(f.Pkg().Path())) {
				for _, arg := range n.Args {
					addAll(arg)
				}
			}
		case *ast.CompositeLit:
			if isOwnError(c.info.TypeOf(n)) {
				addAll(n)
			}
		case *ast.FuncDecl:
			if n.Name.Name == "Error" && n.Recv != nil && n.Body != nil {
				addAll(n.Body)
			}
		case *ast.Ident:
			if k, ok := c.info.ObjectOf(n).(*types.Const); ok && isOwnError(k.Type()) {
				add(k.Val(), n.Pos())
			}
		}
	}
	return texts
}

// isOwnError reports whether t, or a pointer to it, is an error type other
// than the SDK's.
func isOwnError(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := originOf(t); ok {
		return false
	}
	return library.IsErrorValue(t) || !types.IsInterface(t) && library.IsErrorValue(types.NewPointer(t))
}

// services are words in the paths of packages for other services whose errors
// have names like Stytch's.
var services = []string{
	"auth0", "authelia", "authentik", "authzed", "boxyhq", "casdoor", "cerbos", "clerk", "cognito", "corbado", "descope",
	"discord", "firebase", "frontegg", "fusionauth", "gocloak", "gotrue", "hanko", "keycloak", "kinde", "kratos",
	"logto", "nylas", "okta", "onelogin", "openfga", "ory", "passage", "permit", "plaid", "propelauth", "slack",
	"stripe", "supabase", "supertokens", "telegram", "twilio", "userfront", "warrant", "workos", "zitadel",
}

// importsOther reports whether the package imports one for such a service.
func (c *check) importsOther() bool {
	for _, imp := range c.pass.Pkg.Imports() {
		if sdk.InModule(imp.Path()) {
			continue
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(imp.Path()), func(r rune) bool { return strings.ContainsRune("/.-_", r) }) {
			if slices.Contains(services, word) || slices.ContainsFunc(services, func(s string) bool { return len(s) > 4 && strings.Contains(word, s) }) {
				return true
			}
		}
	}
	return false
}

// importsSame reports whether a package that is imported declares something
// exported with the name of a code, such as ErrMemberNotFound. Drivers that know
// the package by its source would know of the rest, too, and others would not.
func (c *check) importsSame(code string) bool {
	word := strings.ReplaceAll(code, "_", "")
	for _, imp := range c.pass.Pkg.Imports() {
		if sdk.InModule(imp.Path()) {
			continue
		}
		for _, name := range imp.Scope().Names() {
			if !token.IsExported(name) {
				continue
			}
			if strings.Contains(strings.ToLower(strings.ReplaceAll(name, "_", "")), word) {
				return true
			}
			if k, ok := imp.Scope().Lookup(name).(*types.Const); ok {
				if v := k.Val(); v.Kind() == constant.String && holds(constant.StringVal(v), code) {
					return true
				}
			}
		}
	}
	return false
}
