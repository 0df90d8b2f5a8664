package stytchcredentials

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A server is where a client sends its requests, as an option or the environment that it
// is made for says.
type server struct {
	expr ast.Expr     // what says so
	envs []credential // none if that is not known
	host string       // "" if it is only the environment that is named
}

// newServer returns the server that an expression names by its URI.
func newServer(e ast.Expr, uris []valueflow.Text) server {
	list := envs(uris, envOfServer)
	if list == nil {
		return server{}
	}
	return server{e, list, hostOf(uris[0])}
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
		s = server{expr: args[env], envs: envs(in.Texts(args[env]).List, envNamed)}
	}
	if c.Params.Options < 0 || len(args) <= c.Params.Options {
		return s, true
	}
	for _, e := range args[c.Params.Options:] {
		option, arg, known := sdk.OptionAt(pass.TypesInfo, e)
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
			if s = newServer(arg, in.Texts(arg).List); s.envs == nil { // it prevails
				return s, false
			}
		}
	}
	return s, true
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
