package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"

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

// client notes a call of a function of the SDK that makes a client.
func (b *builder) client(f *frame, call *ast.CallExpr, fn *types.Func) {
	params, ok := sdk.ConstructorOf(fn)
	if !ok || !b.clients.matter {
		return
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
	s.contexts = append(s.contexts, in)
}

// redirects reports whether an option of a client replaces the server.
func (b *builder) redirects(option ast.Expr) bool {
	call, ok := ast.Unparen(option).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok {
		return false
	}
	replaces, known := sdk.OptionOf(fn)
	return known && (replaces == sdk.BaseURI || replaces == sdk.Client)
}

// findClients returns the clients that the package makes.
func (b *builder) findClients() []*Client {
	sides := b.sides(func(s *sink) bool { return !s.key.isError() })
	m := matcher{builder: b, placed: make(map[*binding][]place), operands: make(map[*binding]Operand)}
	list := make([]*Client, 0, len(b.sinks.list))
	for _, s := range b.sinks.list {
		if s.key.isError() {
			continue
		}
		c := &Client{Call: s.call, Params: s.params}
		if sides := sides[s]; sides != nil {
			c.Far = append(m.match(s, sides[ProjectID], sides[Secret]), m.halves(sides[ProjectID], sides[Secret])...)
		}
		for _, in := range s.contexts {
			if s.call != nil && len(s.call.Args) > 0 {
				c.Contexts = append(c.Contexts, b.contextOf(s, in))
			}
		}
		list = append(list, c)
	}
	return list
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

// Feeds reports whether what p brings gets to what q brings.
func (r *Result) Feeds(p, q Pair) bool {
	var work []*node
	for _, n := range [...]*node{q.ID.n, q.Secret.n} {
		if n != nil {
			work = append(work, n)
		}
	}
	steps, found := maxSteps, false
	r.builder.backwards(work, &steps, func(n *node) { found = found || n == p.ID.to || n == p.Secret.to })
	return found
}
