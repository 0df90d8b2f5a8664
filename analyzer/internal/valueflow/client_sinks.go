package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A Client is a call that makes a client of Stytch's API with a project id and a
// secret.
type Client struct {
	Call     *ast.CallExpr // nil where a function of another package makes it
	Params   sdk.Constructor
	Contexts []Context
	Far      []Pair // what gets there by arguments, fields, variables and results
}

// A Context is a call that makes a client, as seen from one of the calls of the
// function that it stands in.
type Context struct {
	Pair // its arguments
	// ForTest says that a test calls the function.
	ForTest bool

	builder *builder
	frame   *frame
}

// clients are what a builder knows of clients.
type clients struct {
	matter bool // the package makes some
	calls  map[*ast.CallExpr]*sink
	uris   map[*node]*node // those of options
	made   map[*node]made
	stores map[*node]store
	found  map[*types.Var]bool // the second results of os.LookupEnv
	reader *reader
}

// makesClients reports whether the package makes clients of Stytch's API, and is
// not the SDK itself.
func makesClients(pkg *types.Package) bool {
	return !sdk.InModule(pkg.Path()) && slices.ContainsFunc(pkg.Imports(), sdk.IsClientPackage)
}

// client notes a call of a function of the SDK that makes a client, or replaces the
// server of one. It reports whether that is what it does, with the option it returns.
func (b *builder) client(f *frame, call *ast.CallExpr, fn *types.Func) (option *node, ok bool) {
	if !b.clients.matter {
		return nil, false
	}
	if replaces, _ := sdk.OptionOf(fn); replaces == sdk.BaseURI {
		n := b.unknown(fn.Signature().Results().At(0).Type())
		b.clients.uris = put(b.clients.uris, n, b.arg(f, call, 0))
		return n, true
	}
	params, ok := sdk.ConstructorOf(fn)
	if !ok {
		return nil, false
	}
	s := b.clients.calls[call]
	if s == nil {
		s = &sink{call: call, params: params}
		s.other = params.Options >= 0 && slices.ContainsFunc(call.Args[min(params.Options, len(call.Args)):], b.redirects)
		s.key = sinkKey(b.pass.Pkg.Path())
		if f.fn != nil { // whatever the order of files is
			s.key = sinkKey(f.fn.obj.FullName() + " " + strconv.Itoa(int(call.Pos()-f.fn.decl.Pos())))
		}
		b.clients.calls = put(b.clients.calls, call, s)
		b.sinks.list = append(b.sinks.list, s)
	}
	in := context{frame: f}
	args := b.arguments(f, call)
	for role, arg := range [...]int{ProjectID: params.ProjectID, Secret: params.Secret} {
		in.ends[role] = b.node()
		if arg < len(args) {
			b.edge(args[arg].n, in.ends[role])
		}
	}
	if params.Options >= 0 {
		for _, a := range args[min(params.Options, len(args)):] {
			if call.Ellipsis.IsValid() && a.n != nil {
				a.n = b.elem(a.n)
			}
			in.options = append(in.options, a.n)
		}
	}
	s.contexts = append(s.contexts, in)
	return nil, false
}

// findServers makes a sink of each client whose server an option replaces: the
// project id and the URI belong together, too.
func (b *builder) findServers() {
	for _, s := range b.sinks.list {
		server := &sink{key: s.key + serverSuffix, call: s.call}
		for _, in := range s.contexts {
			for _, n := range b.reach(slices.DeleteFunc(in.options, func(n *node) bool { return n == nil }), maxSteps, upstream) {
				if uri := b.clients.uris[n]; uri != nil {
					server.contexts = append(server.contexts, context{frame: in.frame, ends: [2]*node{ProjectID: in.ends[ProjectID], Secret: uri}})
				}
			}
		}
		if len(server.contexts) > 0 {
			b.sinks.list = append(b.sinks.list, server)
		}
	}
}

// serverSuffix ends the keys of the sinks where a client and its server get together.
const serverSuffix = " server"

func (k sinkKey) isServer() bool { return strings.HasSuffix(string(k), serverSuffix) }

// redirects reports whether an option of a client replaces the server.
func (b *builder) redirects(option ast.Expr) bool {
	replaces, _, _ := sdk.OptionAt(b.info, option)
	return replaces == sdk.BaseURI || replaces == sdk.Client
}

// findClients returns the clients that the package makes, and their project ids beside
// what options replace the URI of the API by.
func (b *builder) findClients() (list []*Client, servers []Pair) {
	sides := b.sides(func(s *sink) bool { return !s.key.isError() })
	m := matcher{builder: b, placed: make(map[*binding][]place), operands: make(map[*binding]Operand)}
	for _, s := range b.sinks.list {
		if s.key.isError() {
			continue
		}
		var far []Pair
		if sides := sides[s]; sides != nil {
			far = append(m.match(s, sides[ProjectID], sides[Secret]), m.halves(sides[ProjectID], sides[Secret])...)
		}
		if s.key.isServer() {
			servers = append(servers, far...)
			continue
		}
		c := &Client{Call: s.call, Params: s.params, Far: far}
		for _, in := range s.contexts {
			if s.call != nil && len(s.call.Args) > 0 {
				c.Contexts = append(c.Contexts, b.contextOf(s, in))
			}
		}
		list = append(list, c)
	}
	return list, servers
}

// contextOf returns what is known of s in one context.
func (b *builder) contextOf(s *sink, in context) Context {
	operand := func(role Role, arg int) Operand {
		e := s.call.Args[min(arg, len(s.call.Args)-1)] // f(g())
		return Operand{Expr: e, Texts: b.texts(in.ends[role]), n: in.ends[role]}
	}
	c := Context{
		Pair:    Pair{ID: operand(ProjectID, s.params.ProjectID), Secret: operand(Secret, s.params.Secret)},
		builder: b,
		frame:   in.frame,
	}
	for up := in.frame.up; up != nil; up = up.up {
		c.ForTest = c.ForTest || up.fn != nil && b.inTest(up.fn.decl.Name)
	}
	return c
}

// Texts returns what an expression in an argument of the call may be.
func (c *Context) Texts(e ast.Expr) Texts { return c.builder.texts(c.builder.value(c.frame, e)) }

// Feeding returns a function that reports whether another one of some pairs brings what a
// pair brings.
func (r *Result) Feeding(list []Pair) func(Pair) bool {
	by := make(map[*node][]Pair)
	for _, p := range list {
		by[p.ID.to] = append(by[p.ID.to], p)
		by[p.Secret.to] = append(by[p.Secret.to], p)
	}
	return func(p Pair) bool {
		isOther := func(q Pair) bool { return q.ID.Expr != p.ID.Expr || q.Secret.Expr != p.Secret.Expr }
		work := slices.DeleteFunc([]*node{p.ID.n, p.Secret.n}, func(n *node) bool { return n == nil })
		steps, found := maxSteps, false
		r.builder.backwards(work, &steps, func(n *node) { found = found || slices.ContainsFunc(by[n], isOther) })
		return found
	}
}
