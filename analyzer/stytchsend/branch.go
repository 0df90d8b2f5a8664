package stytchsend

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A branch is what runs if the address is unknown, and then alone.
type branch struct {
	owner inspector.Cursor // an if statement or a case
	list  []ast.Stmt       // the body of the owner, or what follows it
	guard bool             // the list follows an if statement that leaves if anything else is the matter
}

// branchOf returns the branch in which the user is created.
func (x *fixer) branchOf(f *finding) (branch, bool) {
	for cur := f.maker; !contains(cur.Node(), f.call.Node().Pos()); cur = cur.Parent() {
		list := edit.List(cur)
		if list == nil {
			continue
		}
		before := cur
		for i := slices.Index(list, cur.Node().(ast.Stmt)); i > 0; i-- {
			before, _ = before.PrevSibling()
			if s, ok := before.Node().(*ast.IfStmt); ok && s.Else == nil && f.runsOnlyIn(list[i:]) {
				return branch{before, list[i:], true}, true
			}
		}
		if f.runsOnlyIn(list) {
			owner := cur.Parent()
			if _, ok := owner.Node().(*ast.BlockStmt); ok {
				owner = owner.Parent()
			}
			return branch{owner, list, false}, true
		}
	}
	return branch{}, false
}

// nodes returns statements as nodes.
func nodes(list []ast.Stmt) []ast.Node {
	var nodes []ast.Node
	for _, s := range list {
		nodes = append(nodes, s)
	}
	return nodes
}

// runsOnlyIn reports whether statements run if the address is unknown, and then
// alone.
func (f *finding) runsOnlyIn(list []ast.Stmt) bool {
	at, _ := slices.BinarySearch(f.others, list[0].Pos())
	return at == len(f.others) || f.others[at] >= list[len(list)-1].End()
}

// onlyCreates reports whether what runs if the address is unknown does nothing
// that the twin does not do: it creates, sends, returns and logs. Where the address is
// known to be unknown, the rest of the condition is asked.
func (x *fixer) onlyCreates(f *finding, b branch) bool {
	var conds []ast.Expr
	switch s := b.owner.Node().(type) {
	case *ast.IfStmt:
		conds = append(conds, s.Cond)
	case *ast.CaseClause:
		conds = s.List
	}
	for _, pos := range f.only {
		in := func(e ast.Expr) bool { return contains(e, pos) && newIdle(x.check).node(e) }
		if (pos < b.list[0].Pos() || b.list[len(b.list)-1].End() <= pos) && !slices.ContainsFunc(conds, in) {
			return false // something else is done then, elsewhere
		}
	}
	o := newOnly(x.check)
	return !slices.ContainsFunc(b.list, func(s ast.Stmt) bool { return !o.node(s) })
}

// positions returns where the instructions of blocks stand: of those that are
// entered only if the address is unknown, and of the others, in order.
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
	slices.Sort(others)
	return in, others
}
