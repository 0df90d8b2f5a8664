package sdk

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// clientPackages are the packages, below the module, that make clients in one
// major version or another.
var clientPackages = map[string]bool{
	"/stytch":                    true,
	"/stytch/stytchapi":          true,
	"/stytch/b2c/stytchapi":      true,
	"/stytch/consumer/stytchapi": true,
	"/stytch/b2b/b2bstytchapi":   true,
}

// IsClientPackage reports whether pkg is one of the SDK's packages that make
// clients, in any major version.
func IsClientPackage(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	rest, ok := inModule(pkg.Path())
	return ok && clientPackages[rest]
}

// A Constructor says which arguments of a function that makes a client are
// what. An index is -1 if there is no such argument.
type Constructor struct {
	Env       int // the environment, which majors before v8 ask for
	ProjectID int
	Secret    int
	Options   int // the first option

	// Bare is set for the client below the API, whose fields the program can
	// change later.
	Bare bool
}

// ConstructorOf returns what is known of f if it makes a client: NewClient,
// NewAPIClient and the like, and the New of package stytch. The parameters are
// told by their types, because their number and order differ between majors.
func ConstructorOf(f *types.Func) (Constructor, bool) {
	none := Constructor{Env: -1, ProjectID: -1, Secret: -1, Options: -1}
	if !IsClientPackage(f.Pkg()) || f.Signature().Recv() != nil {
		return none, false
	}
	switch f.Name() {
	case "New", "NewClient", "NewAPIClient", "NewAPIClientWithContext":
	default:
		return none, false
	}
	c := none
	rest, _ := inModule(f.Pkg().Path())
	c.Bare = rest == "/stytch"
	params := f.Signature().Params()
	for i := range params.Len() {
		switch t := types.Unalias(params.At(i).Type()); {
		case f.Signature().Variadic() && i == params.Len()-1:
			c.Options = i
		case types.Identical(t, types.Typ[types.String]) && c.ProjectID < 0:
			c.ProjectID = i
		case types.Identical(t, types.Typ[types.String]) && c.Secret < 0:
			c.Secret = i
		case isEnv(t):
			c.Env = i
		}
	}
	if c.Secret < 0 {
		return none, false
	}
	return c, true
}

// isEnv reports whether t is the SDK's type of environments.
func isEnv(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.Obj().Name() == "Env" && named.Obj().Pkg() != nil && InModule(named.Obj().Pkg().Path())
}

// An Option is what an option of a client replaces.
type Option uint8

// What options replace.
const (
	OtherOption Option = iota // nothing that a request is sent to or with
	BaseURI                   // the server; the option's argument is its URI
	Client                    // the whole client, with its credentials
	HTTPClient                // the HTTP client
)

// OptionAt returns what the option that an expression makes replaces, and the argument of
// the function that makes it, if there is one.
func OptionAt(info *types.Info, e ast.Expr) (option Option, arg ast.Expr, known bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return OtherOption, nil, false
	}
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok {
		return OtherOption, nil, false
	}
	if len(call.Args) > 0 {
		arg = call.Args[0]
	}
	option, known = OptionOf(fn)
	return option, arg, known
}

// OptionOf returns what the option that f makes replaces, if f makes one.
func OptionOf(f *types.Func) (Option, bool) {
	if !IsClientPackage(f.Pkg()) || f.Signature().Recv() != nil {
		return OtherOption, false
	}
	switch f.Name() {
	case "WithBaseURI":
		return BaseURI, true
	case "WithClient":
		return Client, true
	case "WithHTTPClient":
		return HTTPClient, true
	case "WithLogger", "WithFraudBaseURI", "WithInitializationContext", "WithSkipJWKSInitialization":
		return OtherOption, true
	}
	return OtherOption, false
}
