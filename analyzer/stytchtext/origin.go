package stytchtext

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An origin says where an error comes from. The zero origin is that of nil.
type origin struct {
	sdk     bool // it may be an error of the SDK, wrapped or not
	own     bool // it may be one that the program makes with one of the texts, or one of the standard library
	param   bool // it may be what callers not in view pass
	foreign bool // it may be anything else
	lost    bool // errors.As cannot find the SDK's error in it
	direct  bool // it has the SDK's type itself

	family sdk.Family
	majors []string // of the SDK
	texts  []string // that the program adds
}

// always reports whether the error is one of the SDK, or nil.
func (o origin) always() bool { return o.sdk && !o.own && !o.param && !o.foreign }

// maxWork bounds the origins that are looked at in one package, for the sake of
// generated code.
const maxWork = 5_000_000

var anything = origin{foreign: true}

// join returns the origin of what may come from either.
func (o origin) join(p origin) origin {
	o.direct = (o.direct || !o.known()) && (p.direct || !p.known())
	o.sdk = o.sdk || p.sdk
	o.own = o.own || p.own
	o.param = o.param || p.param
	o.foreign = o.foreign || p.foreign
	o.lost = o.lost || p.lost
	o.family |= p.family
	o.majors = union(o.majors, p.majors)
	o.texts = union(o.texts, p.texts)
	return o
}

// known reports whether it is the origin of anything but nil.
func (o origin) known() bool { return o.sdk || o.own || o.param || o.foreign }

// within returns the origin of an error with text around it.
func (o origin) within(texts ...string) origin {
	o.direct = false
	o.texts = union(o.texts, texts)
	return o
}

func union(a, b []string) []string {
	list := slices.Concat(a, b)
	slices.Sort(list)
	return slices.Compact(list)
}

// origin returns that of an expression that is an error, in function fn.
func (c *check) origin(fn *function, e ast.Expr) origin {
	e = ast.Unparen(e)
	t := c.info.TypeOf(e)
	c.work++
	if t == nil || t == types.Typ[types.Invalid] || c.work > maxWork {
		return anything
	}
	if o, ok := originOfType(t); ok {
		return o
	}
	switch e := e.(type) {
	case *ast.Ident:
		return c.originOfIdent(fn, e)
	case *ast.CallExpr:
		return c.originOfCall(fn, e)
	case *ast.TypeAssertExpr:
		if e.Type != nil && types.IsInterface(t) {
			return c.origin(fn, e.X)
		}
	case *ast.SelectorExpr:
		return c.sentinel(e.Sel)
	}
	return anything
}

// originOfType returns the origin of everything of type t, if t is one of the
// SDK's error types or a pointer to one.
func originOfType(t types.Type) (origin, bool) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	name, ok := sdk.ErrorType(t)
	if !ok {
		return origin{}, false
	}
	o := origin{sdk: true, direct: true, family: sdk.API, majors: []string{sdk.Major(name.Pkg().Path())}}
	if name.Name() == "OAuth2Error" {
		o.family = sdk.OAuth2
	}
	return o, true
}

func (c *check) originOfIdent(fn *function, id *ast.Ident) origin {
	switch obj := c.info.Uses[id].(type) {
	case *types.Nil:
		return origin{}
	case *types.Var:
		if obj.Parent() == c.pass.Pkg.Scope() {
			return c.sentinel(id)
		}
	default:
		return anything
	}
	if fn == nil || c.busy[id] {
		return origin{}
	}
	c.busy[id] = true
	defer delete(c.busy, id)
	return c.originOfValues(c.values(fn, id), c.local(id))
}

// originOfValues returns the origin of the values that v may hold.
func (c *check) originOfValues(list []value, v *types.Var) origin {
	var o origin
	for _, val := range list {
		switch val.kind {
		case zero:
		case computed:
			o = o.join(c.originOfResult(val.fn, val.expr, val.of))
		case entry:
			o = o.join(c.originOfParam(val.fn, v))
		default:
			o = o.join(anything)
		}
	}
	return o
}

// originOfResult returns the origin of an expression, or of its i-th result.
func (c *check) originOfResult(fn *function, e ast.Expr, i int) origin {
	if i < 0 {
		return c.origin(fn, e)
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		// Errors come last.
		if t, ok := c.info.TypeOf(e).(*types.Tuple); ok && i == t.Len()-1 {
			return c.originOfCall(fn, e)
		}
	case *ast.TypeAssertExpr:
		if i == 0 && e.Type != nil && types.IsInterface(c.info.TypeOf(e.Type)) {
			return c.origin(fn, e.X)
		}
	}
	return anything
}

// originOfParam returns the origin of what the callers of fn pass for v.
func (c *check) originOfParam(fn *function, v *types.Var) origin {
	unknown := origin{param: true}
	i := paramIndex(fn, v)
	if fn.obj == nil || fn.sig.Variadic() && i == fn.sig.Params().Len()-1 || c.busy[v] {
		return unknown
	}
	if o, ok := c.params[v]; ok {
		return o
	}
	c.busy[v] = true
	defer delete(c.busy, v)
	var o origin
	defer func() { c.params[v] = o }()
	if c.public(fn.obj) || c.escaped[fn.obj] || len(c.calls[fn.obj]) == 0 {
		o = unknown
	}
	for _, call := range c.calls[fn.obj] {
		if len(call.expr.Args) != fn.sig.Params().Len() {
			o = anything // f(g()), or a method expression
			return o
		}
		o = o.join(c.origin(call.fn, call.expr.Args[i]))
	}
	return o
}

// public reports whether other packages can call f.
func (c *check) public(f *types.Func) bool {
	return f.Exported() && c.pass.Pkg.Name() != "main"
}

// originOfCall returns the origin of the last result of a call.
func (c *check) originOfCall(fn *function, call *ast.CallExpr) origin {
	if c.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return c.origin(fn, call.Args[0])
	}
	callee, ok := typeutil.Callee(c.info, call).(*types.Func)
	if !ok {
		return anything
	}
	callee = callee.Origin()
	if sdk.IsCall(callee) {
		return origin{sdk: true, family: sdk.CallFamily(callee), majors: []string{sdk.CallMajor(callee)}}
	}
	if o, ok := c.wrapped(fn, call, callee); ok {
		return o
	}
	if o, ok := c.returned(callee); ok {
		return o
	}
	if isStandard(callee.Pkg()) {
		return origin{own: true} // it knows no codes
	}
	return anything
}

// isStandard reports whether a package is one of the standard library whose
// functions return errors of their own.
func isStandard(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	switch first {
	case "archive", "bufio", "bytes", "compress", "context", "crypto", "database", "encoding", "io", "mime", "net", "os", "path", "strconv", "time":
		return true
	}
	return false
}

// sentinel returns the origin of an error that is kept in a variable of a
// package.
func (c *check) sentinel(id *ast.Ident) origin {
	v, ok := c.info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Pkg() != c.pass.Pkg || c.vars[v] == nil || c.busy[v] {
		return anything
	}
	c.busy[v] = true
	defer delete(c.busy, v)
	info := c.vars[v]
	if info.opaque || len(info.defs) != 1 {
		return anything
	}
	for _, def := range info.defs {
		if def.kind == computed && def.of < 0 && def.fn == nil {
			return c.origin(nil, def.expr)
		}
	}
	return anything
}
