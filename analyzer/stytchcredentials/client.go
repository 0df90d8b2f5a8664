package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A server is what is known of where a client sends its requests, beside what its
// credentials tell.
type server struct {
	env, uri    ast.Expr // the environment, if it is asked for and counts, and the option's URI
	envs, hosts []credential
	host        string
}

// serverOf returns where the client that c makes sends its requests, in one of its
// contexts, and whether that is Stytch, as far as one can see.
func serverOf(pass *analysis.Pass, c *valueflow.Client, in *valueflow.Context) (s server, ok bool) {
	args := c.Call.Args
	inTest := isTest(pass, c.Call.Pos())
	if c.Params.Bare && inTest {
		// Its fields may be set to those of a fake server afterwards.
		return s, false
	}
	if env := c.Params.Env; env >= 0 && env < len(args) {
		s.env, s.envs = args[env], namedEnvs(in.Texts(args[env]).List)
	}
	if c.Params.Options < 0 || len(args) <= c.Params.Options {
		return s, true
	}
	for _, e := range args[c.Params.Options:] {
		option, arg, known := optionOf(pass.TypesInfo, e)
		switch {
		case !known:
			// It may replace anything, which people do in tests.
			s = server{}
			if inTest {
				return s, false
			}
		case option == sdk.Client, option == sdk.HTTPClient && inTest:
			return s, false
		case option == sdk.BaseURI:
			if arg == nil {
				return s, false
			}
			if s = newServer(arg, in.Texts(arg).List); len(s.hosts) == 0 { // it prevails
				return s, false
			}
		}
	}
	return s, true
}

// newServer returns the server that an expression names, with no hosts if that may be
// another than Stytch's.
func newServer(e ast.Expr, uris []valueflow.Text) server {
	if !isStytch(uris) {
		return server{}
	}
	return server{uri: e, hosts: hostEnvs(uris), host: hostOf(uris[0])}
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
