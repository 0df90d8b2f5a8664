package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A service that uses Stytch may answer with errors in the shape of Stytch's
// itself. Their names are its own, where it writes them and where its tests and
// its clients read them. So of a struct in that shape it matters where its values
// come from:
//
//	resp, err := http.Get("https://api.stytch.com/v1/users/" + id)
//	json.NewDecoder(resp.Body).Decode(&problem) // Stytch's
//
//	json.NewEncoder(w).Encode(problem{ErrorType: "session_expired"}) // our own
//	json.NewDecoder(recorder.Body).Decode(&problem)                  // our own

// A shaped says whose the errors in the shape of Stytch's are that a package
// has.
type shaped struct {
	answers bool // it answers requests
	helps   bool // it helps tests, so that its answers stand for Stytch's
	tests   bool // its tests may be for a package that answers requests

	handled map[ast.Expr]bool // literals in handlers of tests
}

// newShaped looks at the package of b, and decides for each of its structs in
// the shape of Stytch's errors whether it counts.
func newShaped(b *builder) shaped {
	var s shaped
	for id, obj := range b.info.Uses {
		if tn, ok := obj.(*types.TypeName); ok && tn.Pkg() != b.pass.Pkg && !s.answers && library.KindOf(tn.Type()).Is(library.Responder|library.Response) && !b.inTest(id) {
			s.answers = true
		}
	}
	for _, file := range b.pass.Files {
		if report.InTest(b.pass, file.FileStart) {
			continue
		}
		s.helps = s.helps || slices.ContainsFunc(file.Imports, func(imp *ast.ImportSpec) bool {
			return imp.Path.Value == `"testing"` || imp.Path.Value == `"net/http/httptest"`
		})
	}
	s.tests = s.own(b) || strings.HasSuffix(b.pass.Pkg.Name(), "_test")
	if s.tests {
		s.handled = b.literalsInHandlers()
	}
	if len(b.codeFields) == 0 {
		return s
	}
	d := newDecodings(b)
	d.search()
	for f, how := range d.of {
		switch {
		case how.fromStytch:
		case report.InTest(b.pass, f.Pos()):
			// The structs of a test are for what the package itself answers, or for
			// a server that stands in for Stytch.
			b.codeFields[f] = codeField{written: !how.fromOwn}
		case how.fromOwn, how.made && !s.helps && (s.own(b) || !how.decoded):
			b.codeFields[f] = codeField{}
		}
	}
	return s
}

// own reports whether the package has an API of its own beside what it does with
// the SDK.
func (s shaped) own(b *builder) bool { return s.answers && !s.helps && importsSDK(b.pass.Pkg) }

// fakes reports whether an error in the shape of Stytch's that is made at e
// stands for one of Stytch's.
func (s shaped) fakes(b *builder, e ast.Expr) bool { return b.inTest(e) || !s.own(b) }

// answer notes that n becomes the code of an error in the shape of Stytch's, at
// e. It may be a name of the program's own.
func (b *builder) answer(n *node, e ast.Expr, coined bool) {
	switch {
	case n == nil:
	case !b.shaped.fakes(b, e):
		b.answered = append(b.answered, n)
	default:
		b.builds = append(b.builds, construction{code: n, family: sdk.API, coined: coined, shaped: true})
	}
}

// doubtful reports whether an error in the shape of Stytch's that is made at e
// may be one of the program's own although it counts.
func (b *builder) doubtful(e ast.Expr) bool {
	if b.inTest(e) {
		return b.shaped.tests && !b.shaped.handled[e] // it may be what an answer is compared with
	}
	return b.shaped.answers && !b.shaped.helps
}

// literalsInHandlers returns the literals in the functions that answer requests.
func (b *builder) literalsInHandlers() map[ast.Expr]bool {
	handled := make(map[ast.Expr]bool)
	for fn := range b.root().Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		handles := false
		switch n := fn.Node().(type) {
		case *ast.FuncDecl:
			handles = b.handles(n.Type)
		case *ast.FuncLit:
			handles = b.handles(n.Type) || b.standsIn(n.Type)
		}
		if handles {
			for lit := range fn.Preorder((*ast.BasicLit)(nil), (*ast.CompositeLit)(nil)) {
				handled[lit.Node().(ast.Expr)] = true
			}
		}
	}
	return handled
}

// handles reports whether a function of type t answers requests: as a handler,
// or as the transport of a client.
func (b *builder) handles(t *ast.FuncType) bool {
	return slices.ContainsFunc(t.Params.List, func(f *ast.Field) bool {
		return library.KindOf(b.typeOf(f.Type)).Is(library.Responder | library.Response)
	}) ||
		b.hasResult(t, func(t types.Type) bool { return library.Type(t) == "net/http.Response" })
}

// standsIn reports whether a function literal of type t tells a server of tests
// what to answer: a status, and something more.
func (b *builder) standsIn(t *ast.FuncType) bool {
	return t.Results.NumFields() > 1 && b.hasResult(t, func(t types.Type) bool { return types.Identical(t, types.Typ[types.Int]) })
}

// hasResult reports whether is holds for one of the results of a function.
func (b *builder) hasResult(t *ast.FuncType, is func(types.Type) bool) bool {
	return t.Results != nil && slices.ContainsFunc(t.Results.List, func(f *ast.Field) bool {
		t := b.typeOf(f.Type)
		return t != nil && is(t)
	})
}
