package valueflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

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
}

func newDecodings(b *builder) *decodings {
	d := &decodings{
		builder: b,
		reaches: make(map[types.Type][]*types.Var),
		of:      make(map[*types.Var]*decoding),
		origins: make(map[*types.Func]origins),
		bodies:  make(map[*types.Func]*ast.BlockStmt),
	}
	for f := range b.codeFields {
		d.of[f] = new(decoding)
	}
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if fn, ok := b.info.Defs[decl.Name].(*types.Func); ok {
					d.bodies[fn] = decl.Body
				}
			}
		}
	}
	return d
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

// search looks at all that the package does.
func (d *decodings) search() {
	for cur := range d.root().Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			d.call(n)
		case *ast.CompositeLit:
			d.literal(n)
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok {
					d.made(d.info.Uses[sel.Sel], sel)
				}
			}
		}
	}
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
	for field := range library.Fields(d.info, lit, s) {
		d.made(field, lit)
	}
}

// call notes what a call decodes: what it is given a pointer to or returns as
// the type that it is instantiated with.
func (d *decodings) call(call *ast.CallExpr) {
	fn, _ := typeutil.Callee(d.info, call).(*types.Func)
	if fn != nil && (readsOnly(fn) || library.Of(fn).Does != 0) {
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
	if id := library.CalleeIdent(call); id != nil {
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
	o := d.trace(from)
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
func (d *decodings) trace(work []ast.Expr) (o origins) {
	seen := make(map[*types.Var]bool)
	for len(work) > 0 {
		e := work[len(work)-1]
		work = work[:len(work)-1]
		if e == nil {
			continue // the zero value
		}
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
					work = append(work, d.valuesOf(v)...)
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
	if s, ok := library.StringValue(tv.Value); ok {
		if _, rest, isURL := strings.Cut(s, "://"); strings.Contains(s, "stytch.com") {
			o.stytch = true
		} else if isURL && rest != "" {
			o.own = true
		}
		return
	}
	o.own = o.own || library.KindOf(tv.Type).Is(library.OwnAnswer)
	// What a request brings was not sent by Stytch's API.
	if sel, ok := e.(*ast.SelectorExpr); ok && sel.Sel.Name == "Body" && library.Type(d.typeOf(sel.X)) == "net/http.Request" {
		o.own = true
	}
}
