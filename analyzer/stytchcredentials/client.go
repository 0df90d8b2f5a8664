package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A client is a call that makes one, and what is known of its arguments.
type client struct {
	id, secret argument
	env        argument // the environment, if it is asked for and counts
	uri        argument // the server, if an option gives one
}

// An argument is an expression and the values that it may have: none if they
// are not known.
type argument struct {
	expr   ast.Expr
	values []value
}

// clientOf returns the client that call makes, if it makes one that talks to
// Stytch with these credentials, as far as one can see.
func clientOf(pass *analysis.Pass, src *source, call *ast.CallExpr) (client, bool) {
	f, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	if !ok {
		return client{}, false
	}
	params, ok := sdk.ConstructorOf(f)
	if !ok {
		return client{}, false
	}
	inTest := isTest(pass, call.Pos())
	if params.Bare && inTest {
		// Its fields may be set to those of a fake server afterwards.
		return client{}, false
	}
	c := client{
		id:     src.argument(call, params.ProjectID),
		secret: src.argument(call, params.Secret),
		env:    src.argument(call, params.Env),
	}
	if params.Options < 0 || len(call.Args) <= params.Options {
		return c, true
	}
	for _, e := range call.Args[params.Options:] {
		option, arg, known := optionOf(pass.TypesInfo, e)
		switch {
		case !known:
			// It may replace anything, which people do in tests.
			c.env, c.uri = argument{}, argument{}
			if inTest {
				return client{}, false
			}
		case option == sdk.Client, option == sdk.HTTPClient && inTest:
			return client{}, false
		case option == sdk.BaseURI:
			c.env = argument{} // the URI prevails
			c.uri = argument{}
			if arg != nil {
				c.uri = argument{arg, src.values(arg)}
			}
			if !isStytch(c.uri.values) {
				return client{}, false
			}
		}
	}
	return c, true
}

// optionOf returns what the expression of an option replaces, and the argument
// of the function that made it, if there is one.
func optionOf(info *types.Info, e ast.Expr) (option sdk.Option, arg ast.Expr, known bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return 0, nil, false
	}
	f, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok {
		return 0, nil, false
	}
	option, known = sdk.OptionOf(f)
	if len(call.Args) > 0 {
		arg = call.Args[0]
	}
	return option, arg, known
}

// isTest reports whether the file at pos is a test, or made for tests.
func isTest(pass *analysis.Pass, pos token.Pos) bool {
	if report.InTest(pass, pos) {
		return true
	}
	for _, f := range pass.Files {
		if pos < f.FileStart || f.FileEnd <= pos {
			continue
		}
		for _, spec := range f.Imports {
			switch spec.Path.Value {
			case `"testing"`, `"net/http/httptest"`:
				return true
			}
		}
	}
	return false
}
