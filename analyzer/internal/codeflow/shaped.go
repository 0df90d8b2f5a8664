package codeflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
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

// answerers are the types by which handlers answer, by path without the major
// version.
var answerers = map[string]bool{
	"net/http.ResponseWriter":                                       true,
	"github.com/gin-gonic/gin.Context":                              true,
	"github.com/labstack/echo.Context":                              true,
	"github.com/gofiber/fiber.Ctx":                                  true,
	"github.com/valyala/fasthttp.RequestCtx":                        true,
	"github.com/kataras/iris.Context":                               true,
	"github.com/emicklei/go-restful.Response":                       true,
	"github.com/aws/aws-lambda-go/events.APIGatewayProxyResponse":   true,
	"github.com/aws/aws-lambda-go/events.APIGatewayV2HTTPResponse":  true,
	"github.com/aws/aws-lambda-go/events.LambdaFunctionURLResponse": true,
	"github.com/aws/aws-lambda-go/events.ALBTargetGroupResponse":    true,
	"github.com/danielgtaylor/huma.Context":                         true,
}

// ownSources are the types of values that hold answers of the program's own
// handlers.
var ownSources = map[string]bool{
	"net/http/httptest.ResponseRecorder": true,
	"net/http/httptest.Server":           true,
	"github.com/gofiber/fiber.App":       true, // its method Test
}

// newShaped looks at the package of b, and decides for each of its structs in
// the shape of Stytch's errors whether it counts.
func newShaped(b *builder) shaped {
	var s shaped
	for id, obj := range b.info.Uses {
		if tn, ok := obj.(*types.TypeName); ok && tn.Pkg() != b.pass.Pkg && !s.answers && answerers[library.Type(tn.Type())] && !b.inTest(id) {
			s.answers = true
		}
	}
	for _, file := range b.pass.Files {
		if b.inTestAt(file.FileStart) {
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
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			d.search(decl)
		}
	}
	for f, how := range d.of {
		switch {
		case how.fromStytch:
		case b.inTestAt(f.Pos()):
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
// e. It may be a label of the program's own.
func (b *builder) answer(n *node, e ast.Expr, label bool) {
	switch {
	case n == nil:
	case !b.shaped.fakes(b, e):
		b.answered = append(b.answered, n)
	default:
		b.builds = append(b.builds, construction{code: n, family: sdk.API, label: label, shaped: true})
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
	depth := 0 // of handlers
	var stack []bool
	for _, file := range b.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				if stack[len(stack)-1] {
					depth--
				}
				stack = stack[:len(stack)-1]
				return true
			}
			handles := false
			switch n := n.(type) {
			case *ast.FuncDecl:
				handles = b.handles(n.Type)
			case *ast.FuncLit:
				handles = b.handles(n.Type) || b.standsIn(n.Type)
			case *ast.BasicLit, *ast.CompositeLit:
				if depth > 0 {
					handled[n.(ast.Expr)] = true
				}
			}
			if handles {
				depth++
			}
			stack = append(stack, handles)
			return true
		})
	}
	return handled
}

// handles reports whether a function of type t answers requests: as a handler,
// or as the transport of a client.
func (b *builder) handles(t *ast.FuncType) bool {
	return slices.ContainsFunc(t.Params.List, func(f *ast.Field) bool { return answerers[library.Type(b.typeOf(f.Type))] }) ||
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

// A decoding says what is done with the values of a struct in the shape of
// Stytch's errors.
type decoding struct {
	decoded    bool // outside of tests
	made       bool // with a code, outside of tests
	fromStytch bool // decoded from what a host of stytch.com answers
	fromOwn    bool // decoded from what the program itself answers, or another host
}

// A decodings collects them for a package.
type decodings struct {
	*builder
	reaches map[types.Type][]*types.Var // the code fields in values of a type
	of      map[*types.Var]*decoding
	origins map[*types.Func]origins // of what functions of the package return
	bodies  map[*types.Func]*ast.BlockStmt
	globals map[*types.Var][]ast.Expr // what package variables hold
	values  map[*types.Var][]ast.Expr // what variables of the declaration at hand hold
}

func newDecodings(b *builder) *decodings {
	d := &decodings{
		builder: b,
		reaches: make(map[types.Type][]*types.Var),
		of:      make(map[*types.Var]*decoding),
		origins: make(map[*types.Func]origins),
		bodies:  make(map[*types.Func]*ast.BlockStmt),
		globals: make(map[*types.Var][]ast.Expr),
	}
	for f := range b.codeFields {
		d.of[f] = new(decoding)
	}
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				d.addValues(d.globals, decl)
			case *ast.FuncDecl:
				if fn, ok := b.info.Defs[decl.Name].(*types.Func); ok {
					d.bodies[fn] = decl.Body
				}
			}
		}
	}
	return d
}

// addValues adds to values what variables hold by the statements in root.
func (d *decodings) addValues(values map[*types.Var][]ast.Expr, root ast.Node) {
	put := func(target ast.Expr, value ast.Expr) {
		id, ok := target.(*ast.Ident)
		if !ok {
			return
		}
		obj := d.info.Defs[id]
		if obj == nil {
			obj = d.info.Uses[id]
		}
		if v, ok := obj.(*types.Var); ok {
			values[v] = append(values[v], value)
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				put(l, n.Rhs[min(i, len(n.Rhs)-1)])
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Values) > 0 {
					put(name, n.Values[min(i, len(n.Values)-1)])
				}
			}
		}
		return true
	})
}

// originsIn returns what the body of a function of the package names.
func (d *decodings) originsIn(fn *types.Func) origins {
	fn = fn.Origin()
	o, known := d.origins[fn]
	if body := d.bodies[fn]; !known && body != nil {
		ast.Inspect(body, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				d.look(e, &o)
			}
			return true
		})
		d.origins[fn] = o
	}
	return o
}

// search looks at all that one declaration does.
func (d *decodings) search(decl ast.Decl) {
	d.values = nil
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			d.call(decl, n)
		case *ast.CompositeLit:
			d.literal(n)
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok {
					d.made(d.info.Uses[sel.Sel], sel)
				}
			}
		}
		return true
	})
}

// made notes that a field is given a value at e.
func (d *decodings) made(field types.Object, e ast.Expr) {
	v, _ := field.(*types.Var)
	if v == nil || d.inTest(e) {
		return
	}
	if how := d.of[v.Origin()]; how != nil {
		how.made = true
	}
}

func (d *decodings) literal(lit *ast.CompositeLit) {
	t := d.typeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				d.made(d.info.Uses[id], lit)
			}
		} else if i < s.NumFields() {
			d.made(s.Field(i), lit)
		}
	}
}

// call notes what a call decodes: what it is given a pointer to or returns as
// the type that it is instantiated with.
func (d *decodings) call(decl ast.Decl, call *ast.CallExpr) {
	fn, _ := typeutil.Callee(d.info, call).(*types.Func)
	if fn != nil && (readsOnly(fn) || operationOf(fn) != opNone) {
		return
	}
	var fields []*types.Var
	var from []ast.Expr
	for _, a := range call.Args {
		t := d.typeOf(a)
		if t == nil {
			continue
		}
		p, ok := t.Underlying().(*types.Pointer)
		if !ok || isMade(d.info, a) {
			from = append(from, a)
			continue
		}
		if in := d.fieldsIn(p.Elem(), 0); in != nil {
			fields = append(fields, in...)
		} else {
			from = append(from, a)
		}
	}
	if id := calleeIdent(call.Fun); id != nil {
		if inst, ok := d.info.Instances[id]; ok && inst.TypeArgs != nil {
			for t := range inst.TypeArgs.Types() {
				fields = append(fields, d.fieldsIn(t, 0)...)
			}
		}
	}
	if len(fields) == 0 {
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		from = append(from, sel.X)
	}
	o := d.trace(decl, from)
	for _, f := range fields {
		how := d.of[f]
		how.decoded = how.decoded || !d.inTest(call)
		how.fromStytch = how.fromStytch || o.stytch
		how.fromOwn = how.fromOwn || o.own
	}
}

// fieldsIn returns the code fields in values of type t.
func (d *decodings) fieldsIn(t types.Type, depth int) []*types.Var {
	if list, ok := d.reaches[t]; ok || depth > maxDepth {
		return list
	}
	d.reaches[t] = nil // a type that contains itself
	var list []*types.Var
	if s, ok := t.Underlying().(*types.Struct); ok {
		for v := range s.Fields() {
			if d.of[v.Origin()] != nil {
				list = append(list, v.Origin())
			}
			list = append(list, d.fieldsIn(v.Type(), depth+1)...)
		}
	} else if e := elemType(t); e != nil {
		list = d.fieldsIn(e, depth+1)
	}
	d.reaches[t] = list
	return list
}

// origins says where a value comes from, as far as that shows.
type origins struct{ stytch, own bool }

// trace searches the expressions, and what the variables in them hold, for hosts
// and for answers of the program's own.
func (d *decodings) trace(decl ast.Decl, work []ast.Expr) (o origins) {
	if d.values == nil {
		d.values = make(map[*types.Var][]ast.Expr)
		d.addValues(d.values, decl)
	}
	seen := make(map[*types.Var]bool)
	for len(work) > 0 {
		e := work[len(work)-1]
		work = work[:len(work)-1]
		ast.Inspect(e, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			d.look(e, &o)
			switch e := e.(type) {
			case *ast.Ident:
				if v, ok := d.info.Uses[e].(*types.Var); ok && !seen[v] {
					seen[v] = true
					work = append(append(work, d.values[v]...), d.globals[v]...)
				}
			case *ast.CallExpr:
				if fn, ok := typeutil.Callee(d.info, e).(*types.Func); ok && fn.Pkg() == d.pass.Pkg {
					made := d.originsIn(fn)
					o.stytch = o.stytch || made.stytch
					o.own = o.own || made.own
				}
			}
			return true
		})
	}
	return o
}

// look notes what a single expression tells of its origin.
func (d *decodings) look(e ast.Expr, o *origins) {
	tv := d.info.Types[e]
	if s, ok := stringValue(tv.Value); ok {
		if _, rest, isURL := strings.Cut(s, "://"); strings.Contains(s, "stytch.com") {
			o.stytch = true
		} else if isURL && rest != "" {
			o.own = true
		}
		return
	}
	o.own = o.own || ownSources[library.Type(tv.Type)]
	// What a request brings was not sent by Stytch's API.
	if sel, ok := e.(*ast.SelectorExpr); ok && sel.Sel.Name == "Body" && library.Type(d.typeOf(sel.X)) == "net/http.Request" {
		o.own = true
	}
}
