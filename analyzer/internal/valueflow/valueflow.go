// Package valueflow follows values through a package: where they come from, and
// what they meet. It finds the constants that meet an error code of Stytch's API,
// and what clients of the API are made with.
//
// The package is turned into a graph whose nodes hold values (variables, struct
// fields, parameters, results, elements and keys of containers) and whose edges say
// where values flow. Labels say where the values of a node come from. What is
// compared with a value that can be nothing but a code expects one, and so does
// everything that flows into it; the constants at the far end of those flows are
// the sites. A call that makes a client is a sink, and what gets to both of its ends
// a pair.
//
// The graph is flow-insensitive and field-based, with exceptions where precision
// needs them: a short helper is looked at anew for each of its calls, so that
// one that compares two strings for everybody is judged by what each caller
// passes; a local variable that is assigned again is told apart by the
// definitions that reach its uses; and the elements of short arrays are told
// apart by their index.
//
// README.md in this directory says what is followed and what is not, what the
// facts cost, and how long it takes.
package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Analyzer computes the sites and clients of a package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "stytchvalueflow",
	Doc:        "follow values to the error codes and clients of Stytch's API\n\nThis analyzer reports nothing: others build upon its result.",
	Run:        run,
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:  []analysis.Fact{(*funcFact)(nil), (*varFact)(nil), (*coinedFact)(nil)},
	ResultType: reflect.TypeFor[*Result](),
	// Unfinished code has type errors all the time; what is missing is skipped.
	RunDespiteErrors: true,
}

// A Result is what is known about one package.
type Result struct {
	Sites   []Site    // sorted by position, at most one for each constant and use
	Clients []*Client // those that the package makes, or whose credentials it has
	// Servers are project ids and, in the place of secrets, what replaces the URI of the API.
	Servers []Pair
	// Conversions are the pointers to errors of the SDK that become errors, in order.
	Conversions []Conversion
	// Errors are the statuses and codes that the package puts beside each other, in order.
	Errors []Error

	builder *builder
}

// A Site is a constant that meets an error code.
type Site struct {
	Expr   ast.Expr   // the constant expression, at the place where it is used
	Pos    token.Pos  // where the constant begins: as Expr, or inside of it for JSON in a string
	End    token.Pos  // where it ends
	Value  string     // its value
	Use    Use        // what is done with it
	Family sdk.Family // the set that the code is drawn from; sdk.Either where both are possible

	// Owner is the switch statement or map literal that has the constant as a
	// case or key, and so must not hold the same constant twice. It may be nil.
	Owner ast.Node
	// InKey says that it stands in the literal of a struct that is a key, or is compared.
	InKey bool

	// Via is the function or method that the constant is passed to and that
	// does this to it, nil where it happens in plain view.
	Via *types.Func

	// Embedded says that the constant stands in a string of JSON, or in another
	// that is taken apart.
	Embedded bool
	// Upper says that the code is brought to upper case before it is compared, and
	// Exact that the constant is compared for equality as it is.
	Upper, Exact bool
	// Exposed says that callers outside this package may bring other values to
	// compare it with, and Public that they may use the constant otherwise.
	Exposed, Public bool
	// Coined says that the program may mean a name of its own with it, for which
	// it takes the place or the type of a code.
	Coined bool
	// Own says that the program itself makes errors with this constant as
	// their code, outside of tests.
	Own bool
}

// A Use says what is done with a constant that meets a code.
type Use uint8

// What is done with a constant.
const (
	Equal     Use = iota // compared for equality
	Fold                 // compared for equality without regard to case
	Prefix               // the code is asked whether it begins with the constant
	Suffix               // the code is asked whether it ends with the constant
	Substring            // the code is asked whether it contains the constant
	Built                // an error is made with the constant as its code
	Listed               // it has the type of a code, and no other use is in view
	Pattern              // it is a regular expression, which the text is asked to match
)

func run(pass *analysis.Pass) (any, error) {
	factful := make(map[*types.Package]bool)
	for _, f := range pass.AllObjectFacts() {
		factful[f.Object.Pkg()] = true
	}
	for _, f := range pass.AllPackageFacts() {
		factful[f.Package] = true
	}
	// What needs no SDK needs something that shows it is about Stytch.
	imports := importsSDK(pass.Pkg)
	signs := signsOf(pass, imports)
	fakes := len(signs.fields) > 0 || signs.errorType
	stytch := imports || fakes && (signs.host || testsWrapper(pass.Pkg, factful))
	about := relevanceOf(pass, factful)
	if stytch && fakes {
		about.codes, about.statuses = true, true
	}
	if !about.codes && !about.clients {
		return &Result{}, nil
	}
	b := newBuilder(pass)
	b.aboutCodes, b.clients.matter, b.statuses.matter = about.codes, about.clients, about.statuses
	b.factful = factful
	b.stytch, b.fakes = stytch, stytch && fakes
	if stytch {
		for code, status := range signs.fields {
			b.codeFields[code] = codeField{read: true, written: true}
			if status != nil {
				b.statuses.of[status] = code
			}
		}
		b.shaped = newShaped(b)
	}
	b.buildPackage()
	b.summarize()
	b.solve()
	b.findOwnNames()
	b.findCarriers()
	b.answerAlone()
	b.findServers()
	b.findRoles()
	b.exportFacts()
	clients, servers := b.findClients()
	return &Result{
		Sites:       b.sites(),
		Clients:     clients,
		Servers:     servers,
		Conversions: b.findConversions(),
		Errors:      b.findErrors(),
		builder:     b,
	}, nil
}
