// Package answers tells how a package answers requests, as far as its syntax shows: which
// fields and results hold the status of an answer, who answers for errors and panics, and
// where handlers stand in the chains of frameworks.
package answers

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A Package is one of which is asked how it answers.
type Package struct {
	pass  *analysis.Pass
	info  *types.Info
	root  inspector.Cursor
	used  *usage                        // nil until it is asked for
	decls map[*types.Func]*ast.FuncDecl // nil until they are asked for

	others   map[Field]bool            // with which other packages answer; nil until they are asked for
	imported map[string]*types.Package // see imports; nil until it is asked for
}

// A usage is how a package uses what may make an answer.
type usage struct {
	fields        map[*types.Var]*Status // that hold statuses
	results       map[result]bool        // that are statuses
	called        map[*types.Func]bool   // the functions that are called by name
	chained       map[ast.Node]chained   // the functions that are handed to frameworks as handlers
	servers       []*ast.CallExpr        // the calls that make servers which answer for errors
	handlesErrors bool                   // and something handles these
	runsHandlers  bool                   // of others, and handles what they return
	recovers      bool                   // panics are recovered from

	values   map[types.Object]result // variables, by what they get of functions that are values
	statuses map[types.Object]bool   // variables that hold statuses
}

// Of returns the package of a pass with the root of its syntax. It looks at nothing before
// it is asked.
func Of(pass *analysis.Pass, root inspector.Cursor) *Package {
	return &Package{pass: pass, info: pass.TypesInfo, root: root}
}

// Decls returns the declarations of the functions of the package.
func (p *Package) Decls() map[*types.Func]*ast.FuncDecl {
	if p.decls == nil {
		p.decls = edit.Declarations(p.info, p.root)
	}
	return p.decls
}

// imports returns the packages that the syntax imports, by path. Where tests are left out of that,
// what they import is, too: it says nothing of the program.
func (p *Package) imports() map[string]*types.Package {
	if p.imported == nil {
		p.imported = make(map[string]*types.Package)
		for file := range p.root.Children() {
			for _, spec := range file.Node().(*ast.File).Imports {
				if name := p.info.PkgNameOf(spec); name != nil {
					p.imported[name.Imported().Path()] = name.Imported()
				}
			}
		}
	}
	return p.imported
}

// Recovers reports whether the package recovers from panics.
func (p *Package) Recovers() bool { return p.usage().recovers }

// IsAnsweredFor reports whether a framework answers for the errors that a function
// returns, in its own way: the package makes the server, and nothing in it handles
// errors.
func (p *Package) IsAnsweredFor(fn *ssa.Function) bool {
	u := p.usage()
	return fn.Signature.Results().Len() == 1 && isHandler(fn.Signature) && u.servers != nil && !u.handlesErrors && p.IsValue(fn)
}

// IsStatus reports whether a result of a function is the status of an answer: others
// with its signature are called as values, and what they return is answered with.
func (p *Package) IsStatus(fn *ssa.Function, i int) bool {
	return p.usage().results[result{shapeOf(fn.Signature), i}] && p.IsValue(fn)
}

// IsValue reports whether a function is only used as a value.
func (p *Package) IsValue(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return !ok || !p.usage().called[obj.Origin()]
}

// usage looks at the syntax of the package, when it is asked for at first.
func (p *Package) usage() *usage {
	if p.used != nil {
		return p.used
	}
	u := &usage{
		fields: make(map[*types.Var]*Status), results: make(map[result]bool), called: make(map[*types.Func]bool),
		chained: make(map[ast.Node]chained), values: make(map[types.Object]result), statuses: make(map[types.Object]bool),
	}
	p.used = u
	var helpers []inspector.Cursor
	for cur := range p.root.Preorder((*ast.Ident)(nil), (*ast.FuncLit)(nil), (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.Ident:
			u.handlesErrors = u.handlesErrors || takesError(p.info.TypeOf(n))
			if fn, ok := p.info.Uses[n].(*types.Func); ok {
				p.useHandler(u, fn)
			}
		case *ast.FuncLit:
			u.handlesErrors = u.handlesErrors || takesError(p.info.TypeOf(n))
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && p.isNamedStatus(n.Value) {
				u.field(p.info.Uses[id])
			}
		case *ast.AssignStmt:
			p.useAssignment(u, n)
		case *ast.CallExpr:
			u.runsHandlers = u.runsHandlers || p.runsHandler(cur)
			if fn, ok := typeutil.Callee(p.info, n).(*types.Func); ok {
				p.useCall(u, cur, fn)
				p.chain(u, n, fn)
				if p.Decls()[fn.Origin()] != nil {
					helpers = append(helpers, cur)
				}
			} else if id, ok := n.Fun.(*ast.Ident); ok && p.info.Uses[id] == types.Universe.Lookup("recover") {
				u.recovers = true
			}
		}
	}
	p.helped(u, helpers)
	u.handlesErrors = u.handlesErrors || u.runsHandlers
	return u
}

// useAssignment looks at an assignment of what a function returns that is a value.
func (p *Package) useAssignment(u *usage, n *ast.AssignStmt) {
	call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
	if !ok {
		return
	}
	fn, ok := typeutil.Callee(p.info, call).(*types.Var)
	if !ok {
		return
	}
	if sig := signatureOf(fn.Type()); sig != nil {
		for i, l := range n.Lhs {
			if id, ok := l.(*ast.Ident); ok {
				u.values[p.info.ObjectOf(id)] = result{shapeOf(sig), i}
			}
		}
	}
}

// useCall looks at a call of a function that has a name: at what its status is, if it
// answers.
func (p *Package) useCall(u *usage, cur inspector.Cursor, fn *types.Func) {
	call := cur.Node().(*ast.CallExpr)
	u.called[fn.Origin()] = true
	row := library.Of(fn)
	if row.Does == library.MakesServer {
		u.servers = append(u.servers, call)
		u.handlesErrors = u.handlesErrors || slices.ContainsFunc(call.Args, func(e ast.Expr) bool { _, ok := ast.Unparen(e).(*ast.CompositeLit); return !ok })
	}
	if row.Answers() && row.Arg >= 0 && int(row.Arg) < len(call.Args) {
		p.answersWith(u, cur, call.Args[row.Arg])
	}
}

// takesError reports whether a type is one of functions that are handed an error, and what
// a framework that answers for errors answers by.
func takesError(t types.Type) bool {
	sig := signatureOf(t)
	if sig == nil || sig.Params().Len() != 2 {
		return false
	}
	responds, fails := false, false
	for v := range sig.Params().Variables() {
		responds = responds || library.KindOf(v.Type()).Is(library.AnswersErrors)
		fails = fails || library.IsError(v.Type())
	}
	return responds && fails
}

// isHandler reports whether a function is a handler of a framework that answers for
// errors.
func isHandler(sig *types.Signature) bool {
	return sig.Params().Len() == 1 && library.ReturnsError(sig) && library.KindOf(sig.Params().At(0).Type()).Is(library.AnswersErrors)
}

// signatureOf returns that of a type of functions; nil for others.
func signatureOf(t types.Type) *types.Signature {
	if t == nil {
		return nil
	}
	sig, _ := t.Underlying().(*types.Signature)
	return sig
}

// shapeOf names the types of the parameters and results of a function.
func shapeOf(sig *types.Signature) string {
	return types.TypeString(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()), nil)
}
