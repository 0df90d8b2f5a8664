package stytchstatus

import (
	"go/ast"
	"go/constant"
	"go/types"
)

// ranges are the loops through maps whose keys and values become, or meet, the two
// fields of one error.
type ranges struct {
	of       map[*types.Var]*ast.RangeStmt    // by the variables of the loop
	literals map[*types.Var]*ast.CompositeLit // that variables begin with
	paired   map[*ast.RangeStmt]bool          // those that go through such maps; whether the status is the key
}

// see notes a loop through a map, or a literal of one that is kept in a variable.
func (c *check) see(n ast.Node) {
	r := &c.ranges
	put := func(id, value ast.Expr) {
		lit, ok := ast.Unparen(value).(*ast.CompositeLit)
		if v := c.defined(id); ok && v != nil {
			r.literals[v] = lit
		}
	}
	switch n := n.(type) {
	case *ast.RangeStmt:
		for _, e := range [...]ast.Expr{n.Key, n.Value} {
			if v := c.defined(e); v != nil {
				r.of[v] = n
			}
		}
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) {
				put(l, n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if i < len(n.Values) {
				put(name, n.Values[i])
			}
		}
	}
}

// defined returns the variable that an identifier defines, or nil.
func (c *check) defined(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.info.Defs[id].(*types.Var)
	return v
}

// pairedBy notes that two variables are the status and the code of one error.
func (c *check) pairedBy(status, code *types.Var) {
	if r := c.ranges.of[status]; r != nil && r == c.ranges.of[code] {
		c.ranges.paired[r] = c.defined(r.Key) == status
	}
}

// maps judges the maps whose keys and values become the two fields of an error, if all
// codes in them are known.
func (c *check) maps() {
	for r, byStatus := range c.ranges.paired {
		lit, _ := ast.Unparen(r.X).(*ast.CompositeLit)
		if id, ok := ast.Unparen(r.X).(*ast.Ident); ok {
			if v, ok := c.info.Uses[id].(*types.Var); ok {
				lit = c.ranges.literals[v]
			}
		}
		if lit == nil {
			continue
		}
		var statuses, codes []ast.Expr
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			status, code := kv.Value, kv.Key
			if byStatus {
				status, code = kv.Key, kv.Value
			}
			statuses, codes = append(statuses, status), append(codes, code)
		}
		if !c.allKnown(codes) {
			continue
		}
		for i, status := range statuses {
			if byStatus {
				c.madeKey(status, codes[i])
			} else {
				c.made(status, codes[i])
			}
		}
	}
}

// allKnown reports whether the catalog has all codes of a table; those that are no
// constants do not count.
func (c *check) allKnown(codes []ast.Expr) bool {
	for _, e := range codes {
		v := c.info.Types[e].Value
		if v == nil || v.Kind() != constant.String || constant.StringVal(v) == "" {
			continue
		}
		if _, known := c.codes.Lookup(constant.StringVal(v)); !known {
			return false
		}
	}
	return true
}
