package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// A function is a function declaration or literal, with what the walks through
// it need.
type function struct {
	node  ast.Node
	body  *ast.BlockStmt
	sig   *types.Signature
	graph *cfg.CFG

	places   map[ast.Node]place          // of the nodes of the graph
	tags     map[ast.Expr]ast.Expr       // the tag of the switch that a case belongs to
	values   map[*types.Var][]ast.Expr   // what is assigned to a variable; nil stands for what is not in view
	captured map[*types.Var]bool         // variables that function literals in it use
	literals map[*types.Var]*ast.FuncLit // local variables that hold one function literal
	labels   bool

	preds  [][]*cfg.Block // the blocks before each, by index
	visits int            // that are left for walks through it
	ends   *bool          // whether it ends a session, once that is known
	made   *making        // what is made in it, once that is known
}

// isOnly reports whether a block is reached from one other alone.
func (fn *function) isOnly(b *cfg.Block) bool { return len(fn.preds[b.Index]) == 1 }

// returnsFrom reports whether the function returns in one of the blocks to which
// all paths lead through a given one.
func (fn *function) returnsFrom(b *cfg.Block) bool {
	reached := make(map[*cfg.Block]int) // from how many blocks
	list := []*cfg.Block{b}
	for len(list) > 0 {
		next := list[len(list)-1]
		list = list[:len(list)-1]
		if next.Return() != nil {
			return true
		}
		for _, succ := range next.Succs {
			reached[succ]++
			if reached[succ] == len(fn.preds[succ.Index]) {
				list = append(list, succ)
			}
		}
	}
	return false
}

// leadingTo returns the blocks from which paths lead to another, by index.
func (fn *function) leadingTo(b *cfg.Block) []bool {
	found := make([]bool, len(fn.graph.Blocks))
	found[b.Index] = true
	for list := []*cfg.Block{b}; len(list) > 0; {
		next := list[len(list)-1]
		list = list[:len(list)-1]
		for _, p := range fn.preds[next.Index] {
			if !found[p.Index] {
				found[p.Index] = true
				list = append(list, p)
			}
		}
	}
	return found
}

// A place is one in a control-flow graph.
type place struct {
	block *cfg.Block
	index int
}

// function returns what is known of a *ast.FuncDecl or *ast.FuncLit, nil if it
// has no body or no type.
func (c *check) function(node ast.Node) *function {
	fn, ok := c.functions[node]
	if ok {
		return fn
	}
	fn = &function{node: node}
	switch n := node.(type) {
	case *ast.FuncDecl:
		fn.body = n.Body
		if obj, ok := c.info.Defs[n.Name].(*types.Func); ok {
			fn.sig = obj.Signature()
		}
	case *ast.FuncLit:
		fn.body = n.Body
		fn.sig, _ = c.info.TypeOf(n).(*types.Signature)
	}
	if fn.body == nil || fn.sig == nil {
		fn = nil
	} else {
		c.survey(fn)
	}
	c.functions[node] = fn
	return fn
}

// survey makes the graph of a function and looks at its variables.
func (c *check) survey(fn *function) {
	fn.graph = c.graphs.Of(fn.body)
	fn.places = make(map[ast.Node]place)
	fn.preds = make([][]*cfg.Block, len(fn.graph.Blocks))
	fn.visits = maxVisits
	for _, b := range fn.graph.Blocks {
		for _, succ := range b.Succs {
			if b.Live {
				fn.preds[succ.Index] = append(fn.preds[succ.Index], b)
			}
		}
		for i, n := range b.Nodes {
			fn.places[n] = place{b, i}
		}
	}
	fn.tags = make(map[ast.Expr]ast.Expr)
	fn.values = make(map[*types.Var][]ast.Expr)
	fn.captured = make(map[*types.Var]bool)
	fn.literals = make(map[*types.Var]*ast.FuncLit)
	depth := 0
	var stack []ast.Node
	ast.Inspect(fn.body, func(n ast.Node) bool {
		if n == nil {
			if _, ok := stack[len(stack)-1].(*ast.FuncLit); ok {
				depth--
			}
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.FuncLit:
			depth++
		case *ast.Ident:
			if v, ok := c.info.Uses[n].(*types.Var); ok && depth > 0 {
				fn.captured[v] = true
			}
		case *ast.LabeledStmt:
			fn.labels = fn.labels || depth == 0
		case *ast.SwitchStmt:
			if n.Tag != nil {
				for _, s := range n.Body.List {
					if s, ok := s.(*ast.CaseClause); ok {
						for _, e := range s.List {
							fn.tags[e] = n.Tag
						}
					}
				}
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				var value ast.Expr
				if len(n.Lhs) == len(n.Rhs) {
					value = n.Rhs[i]
				}
				c.assigned(fn, l, value)
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Names) == len(n.Values) {
					c.assigned(fn, name, n.Values[i])
				} else if len(n.Values) > 0 {
					c.assigned(fn, name, nil)
				}
			}
		case *ast.IncDecStmt:
			c.assigned(fn, n.X, nil)
		case *ast.RangeStmt:
			c.assigned(fn, n.Key, nil)
			c.assigned(fn, n.Value, nil)
		case *ast.UnaryExpr:
			if n.Op.String() == "&" {
				c.assigned(fn, n.X, nil)
			}
		}
		return true
	})
	for v, values := range fn.values {
		if len(values) == 1 && values[0] != nil {
			if lit, ok := ast.Unparen(values[0]).(*ast.FuncLit); ok {
				fn.literals[v] = lit
			}
		}
	}
}

// assigned notes that a variable gets a value.
func (c *check) assigned(fn *function, target, value ast.Expr) {
	if v := c.variable(target); v != nil {
		fn.values[v] = append(fn.values[v], value)
	}
}

// variable returns the variable that an expression names, if it is no field.
func (c *check) variable(e ast.Expr) *types.Var {
	if e == nil {
		return nil
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() {
		return nil
	}
	return v
}

// local returns the variable that an expression names, if it is one of the
// function alone: no field, none of the package or of a function around, and
// used by no function literal.
func (c *check) local(fn *function, e ast.Expr) *types.Var {
	v := c.variable(e)
	if v == nil || v.Pos() < fn.node.Pos() || v.Pos() >= fn.node.End() || fn.captured[v] {
		return nil
	}
	return v
}

// integer returns the constant that an expression is, or the only one that the
// variable which it names is given.
func (c *check) integer(fn *function, e ast.Expr) (int, bool) {
	value := c.info.Types[e].Value
	if v := c.local(fn, e); value == nil && v != nil && !isParam(fn, v) && len(fn.values[v]) == 1 && fn.values[v][0] != nil {
		value = c.info.Types[fn.values[v][0]].Value
	}
	if value == nil || value.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(value)
	return int(n), ok
}

// isParam reports whether v is a parameter of fn.
func isParam(fn *function, v *types.Var) bool { return paramIndex(fn, v) >= 0 }

// paramIndex returns the place of the parameter v of fn, -1 if it is none.
func paramIndex(fn *function, v *types.Var) int {
	for i := range fn.sig.Params().Len() {
		if fn.sig.Params().At(i) == v {
			return i
		}
	}
	return -1
}
