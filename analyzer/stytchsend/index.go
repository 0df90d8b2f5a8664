package stytchsend

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A trait is what a function does, itself or through others of the package.
type trait uint8

const (
	doesSend   trait = 1 << iota // it sends to an address
	doesCreate                   // it creates a user
	doesTest                     // it looks into the SDK's errors, or has to do with other packages' functions that do
	makesForm                    // it makes parameters of a call of the SDK
)

// A callKind is what a call asks of Stytch's API.
type request struct {
	send   *send
	codes  []string
	create *creation
}

// index finds the functions of the package and what they do. It reports
// whether any matters.
func (c *check) index() bool {
	c.decls = make(map[*types.Func]*ast.FuncDecl)
	c.traits = make(map[*types.Func]trait)
	c.requests = make(map[*types.Func]*request)
	callers := make(map[*types.Func][]*types.Func)
	var all trait
	for _, file := range c.pass.Files {
		for _, d := range file.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || d.Body == nil {
				continue
			}
			obj, ok := c.info.Defs[d.Name].(*types.Func)
			if !ok {
				continue
			}
			c.decls[obj] = d
			t, callees := c.traitsOf(d.Body)
			c.traits[obj] = t
			for _, callee := range callees {
				callers[callee] = append(callers[callee], obj)
			}
			all |= t
		}
	}
	if all == 0 {
		return false
	}
	c.inherit(callers)
	return true
}

// inherit gives callers what the functions do that they mention, but for making
// parameters. It returns how often it looked at a caller.
func (c *check) inherit(callers map[*types.Func][]*types.Func) (steps int) {
	work := slices.Collect(maps.Keys(callers))
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range callers[fn] {
			steps++
			if t := c.traits[caller] | c.traits[fn]&^makesForm; t != c.traits[caller] {
				c.traits[caller] = t
				work = append(work, caller)
			}
		}
	}
	return steps
}

// traitsOf returns what a function does itself, and the functions of the package
// that it mentions.
func (c *check) traitsOf(body *ast.BlockStmt) (t trait, callees []*types.Func) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			obj := c.info.Uses[n]
			if obj == nil {
				break
			}
			if sdk.IsErrorPackage(obj.Pkg()) {
				t |= doesTest
			}
			if fn, ok := obj.(*types.Func); ok {
				own, callee := c.traitsOfUse(fn.Origin())
				t |= own
				if callee != nil {
					callees = append(callees, callee)
				}
			}
		case *ast.BasicLit:
			if v := c.info.Types[n].Value; v != nil && v.Kind() == constant.String && isUnknownAddress(constant.StringVal(v)) {
				t |= doesTest
			}
		case *ast.CompositeLit:
			if isForm(c.info.TypeOf(n)) {
				t |= makesForm
			}
		}
		return true
	})
	return t, callees
}

// traitsOfUse returns what a function that uses another does by that, and the
// function of the package that it may call.
func (c *check) traitsOfUse(fn *types.Func) (t trait, callee *types.Func) {
	if r := c.request(fn); r != nil {
		if r.send != nil {
			return doesSend, nil
		}
		return doesCreate, nil
	}
	if fact := c.fact(fn); fact != nil {
		return fact.trait(), nil
	}
	if impl := c.implementation(fn); impl != nil {
		return 0, impl
	}
	if fn.Pkg() == c.pass.Pkg {
		return 0, fn
	}
	return 0, nil
}

// isUnknownAddress reports whether a code says that nobody has an address.
func isUnknownAddress(code string) bool {
	for name := range sends {
		if slices.Contains(codesOf(name), code) {
			return true
		}
	}
	return false
}

// request returns what a call of fn asks of Stytch's API, nil if that does not
// matter.
func (c *check) request(fn *types.Func) *request {
	if r, ok := c.requests[fn]; ok {
		return r
	}
	var r *request
	if params, ok := sdk.ParamsOf(fn); ok {
		if what := creations[sdk.Key(params)]; what != nil {
			r = &request{create: what}
		} else if op, ok := sdk.OperationOf(fn); ok && sends[op.Name] != nil && c.hasTwin(fn, params) {
			r = &request{send: sends[op.Name], codes: op.Codes}
		}
	}
	c.requests[fn] = r
	return r
}

// hasTwin reports whether the version of the SDK that a send belongs to has
// its twin: the client's method, or for an interface of the program the type
// of its parameters.
func (c *check) hasTwin(fn *types.Func, params *types.TypeName) bool {
	if recv := fn.Signature().Recv(); recv != nil && !types.IsInterface(recv.Type()) {
		obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), twinMethod)
		_, ok := obj.(*types.Func)
		return ok
	}
	// What the export data of another package tells of this one may be a part.
	return params.Pkg().Scope().Lookup(twinParams(params.Name())) != nil || !params.Pkg().Complete()
}

// twinParams returns the name of the parameters of a twin.
func twinParams(name string) string {
	return strings.TrimSuffix(name, "SendParams") + twinMethod + "Params"
}

// isForm reports whether t is the type of the parameters of a call of the SDK.
func isForm(t types.Type) bool { return isOfSDK(t, "Params") }

// isOfSDK reports whether t is one of the SDK's types whose names end so, or a
// pointer to one.
func isOfSDK(t types.Type, suffix string) bool {
	if t == nil {
		return false
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return obj.Pkg() != nil && sdk.InModule(obj.Pkg().Path()) && strings.HasSuffix(obj.Name(), suffix)
}

// implementation returns the only method of the package that a call of one of
// its interfaces' methods can reach, nil if that is not certain.
func (c *check) implementation(fn *types.Func) *types.Func {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() != c.pass.Pkg || !types.IsInterface(recv.Type()) {
		return nil
	}
	if impl, ok := c.impls[fn]; ok {
		return impl
	}
	iface, _ := recv.Type().Underlying().(*types.Interface)
	var only *types.Func
	count := 0
	scope := c.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || report.InTest(c.pass, tn.Pos()) {
			continue
		}
		if named, ok := tn.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if iface == nil || !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, c.pass.Pkg, fn.Name())
		if m, ok := obj.(*types.Func); ok {
			only = m
			count++
		}
	}
	if count != 1 {
		only = nil
	}
	c.impls[fn] = only
	return only
}
