package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// An origin says whose a value is. It is a user's, or may be one's, unless all
// that goes into it is the program's own: constants, what the environment, flags
// and files hold, and what a handler was made with before any request.
type origin struct {
	users bool         // or not known
	own   bool         // something of it is certainly the program's
	given []*types.Var // parameters that it depends on
}

func (o origin) with(other origin) origin {
	o.users = o.users || other.users
	o.own = o.own || other.own
	for _, p := range other.given {
		if !slices.Contains(o.given, p) {
			o.given = append(slices.Clip(o.given), p)
		}
	}
	return o
}

var (
	ofUsers   = origin{users: true}
	ofProgram = origin{own: true}
)

// A tracer finds out where values come from.
type tracer struct {
	*check
	*gifts
	at ast.Node // the function that holds the call whose answer is judged
}

// isOwn reports whether a call proves what the program brings itself, such as
// the token of a probe.
func (c *check) isOwn(s *source) bool {
	t := c.tracer(s.fn.node)
	o := t.settled(t.proof(s))
	return o.own && !o.users && len(o.given) == 0
}

func (c *check) tracer(at ast.Node) *tracer {
	return &tracer{check: c, gifts: c.gifts(), at: at}
}

// proof returns the origin of what a call proves.
func (t *tracer) proof(s *source) origin {
	if f := t.fails(s.callee); f != nil {
		return t.mapped(s.call, f.Proof, s.fn.node)
	}
	var o origin
	for _, arg := range s.call.Args {
		if typ := t.info.TypeOf(arg); t.isParams(arg) || typ != nil && isString(typ) {
			o = o.with(t.of(arg, s.fn.node))
		}
	}
	return o
}

// settled returns an origin in which the parameters are known that belong to
// something that was made before any request, or to functions all of whose calls
// are in view.
func (t *tracer) settled(o origin) origin {
	seen := make(map[*types.Var]bool)
	for len(o.given) > 0 {
		p := o.given[0]
		o.given = o.given[1:]
		if !seen[p] {
			seen[p] = true
			o = o.with(t.parameter(p))
		}
	}
	return o
}

// parameter returns the origin of a parameter or a receiver.
func (t *tracer) parameter(p *types.Var) origin {
	owner := t.owner[p]
	fn := t.named[owner]
	switch {
	case owner == nil:
		return ofUsers
	case fn != nil && fn.Signature().Recv() == p:
		// The handlers of a server are its methods.
		if t.handles(t.at) && !t.takesRequest(owner) || t.handles(owner) && t.encloses(owner, t.at) {
			return ofProgram
		}
		return ofUsers
	case owner != t.at && t.encloses(owner, t.at) && t.handles(t.at) && !t.takesRequest(owner):
		return ofProgram // the function makes a handler
	case fn == nil || fn.Exported() && t.pass.Pkg.Name() != "main" || t.gifts.values[fn] || len(t.gifts.of[p]) == 0:
		return ofUsers
	}
	var o origin
	for _, g := range t.gifts.of[p] {
		o = o.with(t.of(g.expr, g.in))
	}
	return o
}

// handles reports whether a function handles a request that it is given, of HTTP
// or of gRPC.
func (t *tracer) handles(node ast.Node) bool {
	if t.takesRequest(node) {
		return true
	}
	fn := t.function(node)
	if fn == nil || fn.sig.Params().Len() != 2 || !returnsErrorLast(fn.sig) {
		return false
	}
	_, isPointer := types.Unalias(fn.sig.Params().At(1).Type()).(*types.Pointer)
	return isPointer && typeKey(fn.sig.Params().At(0).Type()) == "context.Context"
}

// takesRequest reports whether a function is given a request of HTTP.
func (t *tracer) takesRequest(node ast.Node) bool {
	fn := t.function(node)
	if fn == nil {
		return false
	}
	for p := range fn.sig.Params().Variables() {
		if isResponder(p.Type()) || typeKey(p.Type()) == "net/http.Request" {
			return true
		}
	}
	return false
}

// of returns the origin of an expression in a function.
func (t *tracer) of(e ast.Expr, in ast.Node) origin {
	if e == nil {
		return ofUsers
	}
	if tv := t.info.Types[e]; tv.Value != nil || tv.IsNil() {
		return origin{own: tv.Value != nil && tv.Value.Kind() == constant.String}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v := t.variable(e); v != nil {
			return t.inVariable(v)
		}
	case *ast.SelectorExpr:
		return t.selected(e, in)
	case *ast.CallExpr:
		return t.called(e, 0, in)
	case *ast.CompositeLit:
		var o origin
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			o = o.with(t.of(elt, in))
		}
		return o
	case *ast.UnaryExpr:
		if e.Op != token.ARROW {
			return t.of(e.X, in)
		}
	case *ast.BinaryExpr:
		return t.of(e.X, in).with(t.of(e.Y, in))
	case *ast.StarExpr:
		return t.of(e.X, in)
	case *ast.IndexExpr:
		return t.of(e.X, in)
	case *ast.SliceExpr:
		return t.of(e.X, in)
	case *ast.TypeAssertExpr:
		return t.of(e.X, in)
	}
	return ofUsers
}

// inVariable returns the origin of what a variable holds.
func (t *tracer) inVariable(v *types.Var) origin {
	if t.owner[v] != nil {
		return origin{given: []*types.Var{v}}
	}
	if v.Pkg() != t.pass.Pkg {
		return ofProgram // a variable of another package is nobody's
	}
	if len(t.gifts.of[v]) == 0 {
		return ofUsers
	}
	return t.all(v)
}

// all returns the origin of all that a variable or a field gets.
func (t *tracer) all(v *types.Var) origin {
	o, ok := t.known[v]
	if ok {
		return o
	}
	t.known[v] = o // while it is worked out, for variables that get themselves
	for _, g := range t.gifts.of[v] {
		switch call, isCall := ast.Unparen(g.expr).(*ast.CallExpr); {
		case g.filled:
			o = o.with(t.foreign(call, g.in))
		case isCall:
			o = o.with(t.called(call, g.result, g.in))
		default:
			o = o.with(t.of(g.expr, g.in))
		}
	}
	t.known[v] = o
	return o
}

// selected returns the origin of a field, or of a variable of a package.
func (t *tracer) selected(e *ast.SelectorExpr, in ast.Node) origin {
	v, ok := t.info.Uses[e.Sel].(*types.Var)
	switch {
	case !ok:
		return ofUsers
	case !v.IsField():
		return t.inVariable(v)
	}
	v = v.Origin()
	o := t.all(v)
	if o.users {
		return o
	}
	// What a constructor is given stays with what it makes.
	kept := len(t.gifts.of[v]) == 0 || v.Exported()
	var given []*types.Var
	for _, p := range o.given {
		switch owner := t.owner[p]; {
		case t.encloses(owner, in):
			given = append(given, p)
		case t.takesRequest(owner):
			return ofUsers
		default:
			kept = true
		}
	}
	o.given = given
	if kept {
		o = o.with(t.of(e.X, in))
	}
	return o
}

// called returns the origin of a result of a call.
func (t *tracer) called(call *ast.CallExpr, result int, in ast.Node) origin {
	if t.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return t.of(call.Args[0], in)
	}
	fn := t.callee(call)
	if fn == nil {
		if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok && result < len(t.results(lit)) {
			return t.results(lit)[result]
		}
		return t.foreign(call, in)
	}
	fn = fn.Origin()
	decl := t.decls[fn]
	if decl == nil {
		return t.foreign(call, in)
	}
	results := t.results(decl)
	if result >= len(results) || isMethodExpr(t.info, call) {
		return ofUsers
	}
	o := results[result]
	given := o.given
	o.given = nil
	for _, p := range given {
		if t.owner[p] != decl {
			o.given = append(o.given, p)
			continue
		}
		o = o.with(t.argument(call, paramOf(fn.Signature(), p), in))
	}
	return o
}

// results returns the origins of the results of a function, with what depends on
// its parameters.
func (t *tracer) results(node ast.Node) []origin {
	if list, ok := t.made[node]; ok {
		return list
	}
	fn := t.function(node)
	if fn == nil {
		return nil
	}
	list := make([]origin, fn.sig.Results().Len())
	t.made[node] = list // while it is worked out, for recursion
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			for i := range list {
				switch {
				case len(n.Results) == 0:
					list[i] = list[i].with(t.inVariable(fn.sig.Results().At(i)))
				case len(n.Results) == len(list):
					list[i] = list[i].with(t.of(n.Results[i], node))
				default:
					call, _ := ast.Unparen(n.Results[0]).(*ast.CallExpr)
					list[i] = list[i].with(t.called(call, i, node))
				}
			}
		}
		return true
	})
	return list
}

// foreign returns the origin of what a function makes that is not in view: of
// what it is given. One that is given nothing of a user's has nothing of one.
func (t *tracer) foreign(call *ast.CallExpr, in ast.Node) origin {
	fn := t.callee(call)
	var o origin
	if fn == nil {
		if _, ok := typeOrInvalid(t.info.TypeOf(call.Fun)).(*types.Signature); !ok {
			return ofUsers // a built-in function
		}
		o = t.of(call.Fun, in)
	}
	secrets := fn != nil && fn.Pkg() != nil && (isSecretStore(fn.Pkg().Path()) || t.fetches(fn, call))
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && !t.isPackage(sel.X) {
		o = o.with(t.of(sel.X, in))
	}
	for _, arg := range call.Args {
		if typ := t.info.TypeOf(arg); secrets && typ != nil && typeKey(typ) == "context.Context" {
			continue
		}
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && t.target(u.X) != nil {
			continue // it is filled
		}
		o = o.with(t.of(arg, in))
	}
	o.own = true
	return o
}

// fetches reports whether a call fetches something by a constant name, and may
// fail to: it asks a store, and the context that it is given holds no value of
// that name. Sessions of users are fetched without an error.
func (t *tracer) fetches(fn *types.Func, call *ast.CallExpr) bool {
	if !returnsError(fn) || fn.Signature().Results().Len() != 2 {
		return false
	}
	named := false
	for _, arg := range call.Args {
		v := t.info.Types[arg].Value
		if v == nil && typeKey(typeOrInvalid(t.info.TypeOf(arg))) != "context.Context" {
			return false
		}
		named = named || v != nil && v.Kind() == constant.String
	}
	return named
}

// argument returns the origin of what a call gives to a parameter, or of the
// receiver for receiverParam.
func (t *tracer) argument(call *ast.CallExpr, i int, in ast.Node) origin {
	if i == receiverParam {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return ofUsers
		}
		return t.of(sel.X, in)
	}
	if i < 0 || i >= len(call.Args) || isMethodExpr(t.info, call) {
		return ofUsers
	}
	return t.of(call.Args[i], in)
}

// receiverParam stands for the receiver among the numbers of parameters.
const receiverParam = 1 << 10

// paramOf returns the number of a parameter.
func paramOf(sig *types.Signature, v *types.Var) int {
	if sig.Recv() == v {
		return receiverParam
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == v {
			return i
		}
	}
	return -1
}

// A proof says on what it depends whose it is what a function proves.
type proof struct {
	Users bool
	Own   bool
	Given []int // parameters
}

// proofOf returns what the calls of a function prove.
func (c *check) proofOf(fn *types.Func, sources []*source) proof {
	t := c.tracer(c.decls[fn])
	var o origin
	for _, s := range sources {
		o = o.with(t.proof(s))
	}
	p := proof{Users: o.users, Own: o.own}
	for _, v := range o.given {
		i := paramOf(fn.Signature(), v)
		if i < 0 {
			p.Users = true
			continue
		}
		p.Given = append(p.Given, i)
	}
	return p
}

// mapped returns the origin of what a call proves by a function.
func (t *tracer) mapped(call *ast.CallExpr, p proof, in ast.Node) origin {
	o := origin{users: p.Users, own: p.Own}
	for _, i := range p.Given {
		o = o.with(t.argument(call, i, in))
	}
	return o
}

func returnsErrorLast(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && isError(sig.Results().At(n-1).Type())
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// secretStores are the packages that fetch the program's own secrets. Those
// below them are meant, too.
var secretStores = []string{
	"cloud.google.com/go/secretmanager",
	"github.com/1Password/connect-sdk-go",
	"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault",
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager",
	"github.com/aws/aws-sdk-go-v2/service/ssm",
	"github.com/aws/aws-sdk-go/service/secretsmanager",
	"github.com/aws/aws-sdk-go/service/ssm",
	"github.com/hashicorp/vault",
}

// isSecretStore reports whether a package fetches the program's own secrets.
func isSecretStore(path string) bool { return isBelow(path, secretStores) }
