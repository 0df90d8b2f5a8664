package stytchsend

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// A branch is what decides which way a path goes at the end of a block.
type branch struct {
	cond   ast.Expr            // nil if nothing in view does
	tag    *types.Var          // that a case is compared with
	clause *ast.CaseClause     // of a type switch
	types  *ast.TypeSwitchStmt // its statement
}

// branchOf returns what decides at the end of a block.
func (c *check) branchOf(b *cfg.Block) branch {
	if len(b.Succs) != 2 {
		return branch{}
	}
	then := b.Succs[0]
	last := func() ast.Expr {
		if len(b.Nodes) == 0 {
			return nil
		}
		e, _ := b.Nodes[len(b.Nodes)-1].(ast.Expr)
		return e
	}
	switch then.Kind {
	case cfg.KindIfThen, cfg.KindForBody:
		return branch{cond: last()}
	case cfg.KindSwitchCaseBody:
		clause, _ := then.Stmt.(*ast.CaseClause)
		switch s := c.switchOf(clause).(type) {
		case *ast.SwitchStmt:
			br := branch{cond: last()}
			if s.Tag != nil {
				br.tag = c.tagOf(s)
			}
			return br
		case *ast.TypeSwitchStmt:
			return branch{clause: clause, types: s}
		}
	}
	return branch{}
}

// decide returns what is known on the ways that a path can go: the values are
// true, false, or not known.
func (c *check) decide(f *frame, br branch, st *state) []evaluated {
	switch {
	case br.clause != nil:
		return c.decideType(br, st)
	case br.cond == nil:
		return []evaluated{{st, value{}}}
	case br.tag == nil:
		return c.eval(f, br.cond, st)
	}
	var result []evaluated
	for _, e := range c.eval(f, br.cond, st) {
		result = append(result, c.equal(e.state, c.load(e.state, br.tag), e.v)...)
	}
	return result
}

// decideType decides at a case of a type switch.
func (c *check) decideType(br branch, st *state) []evaluated {
	v := c.load(st, c.tagOf(br.types))
	var bound *types.Var
	if obj, ok := c.info.Implicits[br.clause].(*types.Var); ok {
		bound = obj
	}
	if len(br.clause.List) != 1 {
		if bound != nil {
			st = st.with(bound, v)
		}
		return []evaluated{{st, value{}}}
	}
	if c.info.Types[br.clause.List[0]].IsNil() {
		return c.isNil(st, v)
	}
	var result []evaluated
	for _, e := range c.asserted(st, v, c.info.TypeOf(br.clause.List[0])) {
		st := e.state
		if bound != nil && !e.v.list[1].isFalse() {
			st = st.with(bound, e.v.list[0])
		}
		result = append(result, evaluated{st, e.v.list[1]})
	}
	return result
}

// switchOf returns the statement that a case belongs to.
func (c *check) switchOf(clause *ast.CaseClause) ast.Stmt {
	if c.switches == nil {
		c.switches = make(map[*ast.CaseClause]ast.Stmt)
		c.tagged = make(map[ast.Node]ast.Stmt)
		for cur := range c.root.Preorder((*ast.SwitchStmt)(nil), (*ast.TypeSwitchStmt)(nil)) {
			s := cur.Node().(ast.Stmt)
			var body *ast.BlockStmt
			switch s := s.(type) {
			case *ast.SwitchStmt:
				body = s.Body
				if s.Tag != nil {
					c.tagged[s.Tag] = s
				}
			case *ast.TypeSwitchStmt:
				body = s.Body
				c.tagged[s.Assign] = s
			}
			for _, cc := range body.List {
				if cc, ok := cc.(*ast.CaseClause); ok {
					c.switches[cc] = s
				}
			}
		}
	}
	return c.switches[clause]
}

// tagOf returns a variable that stands for what a switch statement looks at.
func (c *check) tagOf(s ast.Stmt) *types.Var {
	v := c.tags[s]
	if v == nil {
		v = types.NewVar(s.Pos(), c.pass.Pkg, "", types.Typ[types.Invalid])
		c.tags[s] = v
	}
	return v
}
