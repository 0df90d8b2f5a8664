package valueflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/container/intsets"
	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"
)

// A variable that is assigned more than once may hold a code at one place and
// something else at another:
//
//	code := r.FormValue("code")
//	...
//	code = string(e.ErrorType)
//	if code == "session_not_found" {
//
// So for the local text variables of a function that have several definitions,
// each use is told which of them reach it. A definition is named by the
// identifier that is assigned to; nil stands for the value on entry, which is
// the argument or the zero value.

// reads maps each use of such a variable to the definitions that reach it.
type reads map[*ast.Ident][]*ast.Ident

// maxReach bounds the work in one function: the number of its definitions times
// that of its blocks. Beyond it, as in generated code, all definitions of a
// variable count at each use.
const maxReach = 200_000

// findReads adds to the builder what reaches the uses of variables in the body
// of function fn, function literals in it apart.
func (b *builder) findReads(fn ast.Node, body *ast.BlockStmt) {
	vars := b.redefined(fn, body)
	if len(vars.defs) == 0 {
		return
	}
	graph := cfg.New(body, b.mayReturn)
	if len(vars.defs)*len(graph.Blocks) > maxReach {
		return
	}
	for v := range vars.vars {
		b.tracked[v] = true
	}
	r := &reacher{builder: b, vars: vars}
	r.run(graph)
}

// mayReturn reports whether a call may return, as far as the common ways not
// to return are concerned.
func (b *builder) mayReturn(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(b.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic"
	case *types.Func:
		return !library.Of(fn).Is(library.NeverReturns)
	}
	return true
}

// A varSet holds the variables of a function that are worth the trouble.
type varSet struct {
	vars map[*types.Var]bool
	defs map[*ast.Ident]*types.Var // their definitions
	soft map[*ast.Ident]bool       // definitions that may not happen: a loop may be empty
}

// redefined returns the text variables of function fn, parameters among them,
// that have a definition besides their first value and are not shared with a
// function literal or through a pointer.
func (b *builder) redefined(fn ast.Node, body *ast.BlockStmt) varSet {
	d := &definer{builder: b}
	ast.Walk(d, body)
	if len(d.assigned) == 0 {
		return varSet{}
	}
	for _, lit := range d.literals {
		for n := range ast.Preorder(lit) {
			if id, ok := n.(*ast.Ident); ok {
				d.share(id)
			}
		}
	}
	for id, v := range d.set.defs {
		if d.shared[v] || !d.assigned[v] || v.Pos() < fn.Pos() || v.Pos() >= fn.End() {
			delete(d.set.defs, id)
		} else {
			d.set.vars = put(d.set.vars, v, true)
		}
	}
	return d.set
}

// A definer finds the definitions of a function.
type definer struct {
	*builder
	set              varSet
	shared, assigned map[*types.Var]bool
	literals         []*ast.FuncLit
}

// Visit notes what n defines or shares.
func (d *definer) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.FuncLit:
		d.literals = append(d.literals, n)
		return nil
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			d.share(n.X)
		}
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			d.define(l)
		}
	case *ast.ValueSpec:
		for _, name := range n.Names {
			d.define(name)
		}
	case *ast.CommClause:
		// The graph has the communications of a select one after the other.
		if comm, ok := n.Comm.(*ast.AssignStmt); ok {
			for _, e := range comm.Lhs {
				if id, ok := e.(*ast.Ident); ok && comm.Tok == token.ASSIGN {
					d.set.soft = put(d.set.soft, id, true)
				}
			}
		}
	case *ast.RangeStmt:
		for _, e := range [...]ast.Expr{n.Key, n.Value} {
			if id, ok := e.(*ast.Ident); ok {
				d.define(id)
				d.set.soft = put(d.set.soft, id, n.Tok == token.ASSIGN)
			}
		}
	}
	return d
}

func (d *definer) define(e ast.Expr) {
	if v := d.localText(e); v != nil {
		id := ast.Unparen(e).(*ast.Ident)
		d.set.defs = put(d.set.defs, id, v)
		if d.info.Defs[id] == nil {
			d.assigned = put(d.assigned, v, true)
		}
	}
}

func (d *definer) share(e ast.Expr) {
	if v := d.localText(e); v != nil {
		d.shared = put(d.shared, v, true)
	}
}

// localText returns the variable that e names, if it is a local variable of a
// string type.
func (b *builder) localText(e ast.Expr) *types.Var {
	v := b.variableOf(e)
	if v == nil || v.IsField() || v.Pkg() != b.pass.Pkg ||
		v.Parent() == b.pass.Pkg.Scope() || !isString(v.Type()) && !b.isError(v.Type()) {
		return nil
	}
	return v
}

// A reacher solves the reaching definitions of one function. A definition has a number.
type reacher struct {
	*builder
	vars   varSet
	defs   []*ast.Ident // by number; nil for the value on entry
	number map[*ast.Ident]int
	of     map[*types.Var]*intsets.Sparse // the definitions of a variable
	out    []intsets.Sparse               // those that reach the end of each block
	record bool                           // whether uses are written down, in the last pass
}

func (r *reacher) run(graph *cfg.CFG) {
	var entry intsets.Sparse
	r.number = make(map[*ast.Ident]int, len(r.vars.defs))
	r.of = make(map[*types.Var]*intsets.Sparse, len(r.vars.vars))
	add := func(v *types.Var, id *ast.Ident) int {
		if r.of[v] == nil {
			r.of[v] = new(intsets.Sparse)
		}
		i := len(r.defs)
		r.of[v].Insert(i)
		r.defs = append(r.defs, id)
		return i
	}
	for v := range r.vars.vars {
		entry.Insert(add(v, nil))
	}
	for id, v := range r.vars.defs {
		r.number[id] = add(v, id)
	}
	preds := make([][]int32, len(graph.Blocks))
	for _, block := range graph.Blocks {
		for _, succ := range block.Succs {
			preds[succ.Index] = append(preds[succ.Index], block.Index)
		}
	}
	in := func(block *cfg.Block, set *intsets.Sparse) {
		set.Clear()
		if block.Index == 0 {
			set.UnionWith(&entry)
		}
		for _, p := range preds[block.Index] {
			set.UnionWith(&r.out[p])
		}
	}
	r.out = make([]intsets.Sparse, len(graph.Blocks))
	var set intsets.Sparse
	for changed := true; changed; {
		changed = false
		for _, block := range graph.Blocks {
			if !block.Live {
				continue
			}
			in(block, &set)
			r.block(block, &set)
			if !set.Equals(&r.out[block.Index]) {
				r.out[block.Index].Copy(&set)
				changed = true
			}
		}
	}
	r.record = true
	for _, block := range graph.Blocks {
		if block.Live {
			in(block, &set)
			r.block(block, &set)
		}
	}
}

// block carries set through the statements of a block.
func (r *reacher) block(block *cfg.Block, set *intsets.Sparse) {
	for _, n := range block.Nodes {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Rhs {
				r.use(e, set)
			}
			for _, e := range n.Lhs {
				r.use(e, set)
			}
			for _, e := range n.Lhs {
				r.define(e, set)
			}
		case *ast.ValueSpec:
			for _, e := range n.Values {
				r.use(e, set)
			}
			for _, name := range n.Names {
				r.define(name, set)
			}
		case *ast.Ident:
			if r.isDef(n) {
				r.define(n, set) // of a range statement
				continue
			}
			r.use(n, set)
		default:
			r.use(n, set)
		}
	}
}

func (r *reacher) isDef(id *ast.Ident) bool { return r.vars.defs[id] != nil }

// define lets the definition by target replace those before it.
func (r *reacher) define(target ast.Expr, set *intsets.Sparse) {
	id, ok := ast.Unparen(target).(*ast.Ident)
	if !ok || !r.isDef(id) {
		return
	}
	if !r.vars.soft[id] {
		set.DifferenceWith(r.of[r.vars.defs[id]])
	}
	set.Insert(r.number[id])
}

// use writes down what reaches the uses of variables in n.
func (r *reacher) use(n ast.Node, set *intsets.Sparse) {
	if !r.record {
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			v := r.localText(n)
			if v == nil || !r.vars.vars[v] {
				return true
			}
			var reach intsets.Sparse
			reach.Intersection(set, r.of[v])
			defs := r.reads[n] // a tag is used by each case
			for _, i := range reach.AppendTo(nil) {
				defs = append(defs, r.defs[i])
			}
			slices.SortFunc(defs, func(x, y *ast.Ident) int { return cmp.Compare(position(x), position(y)) })
			r.reads[n] = slices.Compact(defs)
		}
		return true
	})
}

// position returns where a definition stands; the value on entry comes first.
func position(id *ast.Ident) token.Pos {
	if id == nil {
		return token.NoPos
	}
	return id.Pos()
}

// define lets n, of type t, flow into the variable v by the definition id.
func (b *builder) define(f *frame, id *ast.Ident, v *types.Var, n *node, t types.Type) {
	target := b.variable(f, v)
	if target == nil {
		return
	}
	if !b.tracked[v] {
		b.flow(n, target, t)
		return
	}
	b.flow(n, b.definition(f, id), t)
	if v.Kind() == types.ResultVar {
		b.flow(n, target, t) // any of its values may be returned
	}
}

// definition returns the node of one definition of a variable.
func (b *builder) definition(f *frame, id *ast.Ident) *node {
	n, ok := f.defs.get(id)
	if !ok {
		n = b.node()
		f.defs.set(id, n)
	}
	return n
}

// reaching returns a node for a use of v that the given definitions reach.
func (b *builder) reaching(f *frame, v *types.Var, defs []*ast.Ident) *node {
	n := b.node()
	for _, id := range defs {
		switch {
		case id != nil:
			b.flow(b.definition(f, id), n, v.Type())
		case v.Kind() != types.ResultVar: // which has the zero value on entry
			b.flow(b.variable(f, v), n, v.Type())
		}
	}
	return n
}
