package stytchsend

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// A region is what runs if the address is unknown, and then alone.
type region struct {
	owner ast.Stmt   // an if statement or a case; nil if there is none
	list  []ast.Stmt // the body of the owner, or what follows it
	guard bool       // the list follows an if statement that leaves if anything else is the matter
}

// regionOf returns the widest region in which the user is created.
func (c *check) regionOf(f *finding) (r region) {
	cur, ok := c.root.FindNode(f.maker)
	for ; ok && contains(f.body, cur.Node().Pos()); cur = cur.Parent() {
		stmt, isStmt := cur.Node().(ast.Stmt)
		if !isStmt {
			continue
		}
		list := inList(cur)
		if len(list) == 0 {
			continue
		}
		for i, s := range list {
			if s == stmt {
				break
			}
			if guard, ok := s.(*ast.IfStmt); ok && guard.Else == nil && f.runsOnlyIn(list[i+1:]) {
				r = region{s, list[i+1:], true}
				break
			}
		}
		if f.runsOnlyIn(list) {
			if owner := ownerOf(cur); owner != nil {
				r = region{owner, list, false}
			}
		}
	}
	return r
}

// ownerOf returns the if statement or the case that a statement stands in.
func ownerOf(cur inspector.Cursor) ast.Stmt {
	switch n := cur.Parent().Node().(type) {
	case *ast.CaseClause:
		return n
	case *ast.BlockStmt:
		if s, ok := cur.Parent().Parent().Node().(*ast.IfStmt); ok && s.Body == n {
			return s
		}
	}
	return nil
}

// runsOnlyIn reports whether statements run if the address is unknown, and then
// alone.
func (f *finding) runsOnlyIn(list []ast.Stmt) bool {
	for _, pos := range f.others {
		if list[0].Pos() <= pos && pos < list[len(list)-1].End() {
			return false
		}
	}
	return true
}

// onlyCreates reports whether what runs if the address is unknown does nothing
// that the twin does not do: it creates, sends, returns and logs.
func (c *check) onlyCreates(f *finding) bool {
	r := c.regionOf(f)
	if len(r.list) == 0 {
		return false
	}
	o := newOnly(c)
	for _, pos := range f.only {
		if pos < r.list[0].Pos() || r.list[len(r.list)-1].End() <= pos {
			cond := condAt(r.owner, pos)
			if cond == nil || !o.expr(cond) {
				return false // something else is done then, elsewhere
			}
		}
	}
	return o.stmts(r.list)
}

// condAt returns the condition of an owner that stands at pos: where the address is
// known to be unknown, the rest of the condition is asked.
func condAt(owner ast.Stmt, pos token.Pos) ast.Expr {
	var conds []ast.Expr
	switch s := owner.(type) {
	case *ast.IfStmt:
		conds = []ast.Expr{s.Cond}
	case *ast.CaseClause:
		conds = s.List
	}
	for _, cond := range conds {
		if cond.Pos() <= pos && pos < cond.End() {
			return cond
		}
	}
	return nil
}

// positions returns where the instructions of blocks stand: of those that are
// entered only if the address is unknown, and of the others.
func positions(fn *ssa.Function, only, all entries) (in, others []token.Pos) {
	for _, b := range fn.Blocks {
		list := &others
		if n := only[b]; n > 0 && n == all[b] {
			list = &in
		} else if all[b] == 0 {
			continue
		}
		for _, instr := range b.Instrs {
			if pos := instr.Pos(); pos.IsValid() {
				*list = append(*list, pos)
			}
		}
	}
	return in, others
}
