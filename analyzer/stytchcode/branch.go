package stytchcode

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"sort"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// conditions returns the places of a condition that a name is asked in: among
// the operands of || and && around it, and then among the branches beside the
// one that it decides on.
func (x *fixer) conditions(cur inspector.Cursor) []spot {
	var found []spot
	for {
		switch parent := cur.Parent(); n := parent.Node().(type) {
		case *ast.ParenExpr:
			cur = parent
			continue
		case *ast.UnaryExpr:
			if n.Op != token.NOT {
				return found
			}
			cur = parent
			continue
		case *ast.BinaryExpr:
			if n.Op != token.LAND && n.Op != token.LOR {
				return found
			}
			root := x.chainOf(cur, n.Op, true)
			found = append(found, x.operand(cur, root, n.Op))
			cur = root
			continue
		}
		switch cur.ParentEdgeKind() {
		case edge.IfStmt_Cond:
			return append(found, x.branches(cur)...)
		case edge.CaseClause_List:
			return append(found, x.cases(cur)...)
		}
		return found
	}
}

// A chain is an operator below which operands are joined, through parentheses or
// not.
type chain struct {
	node   ast.Node
	parens bool
}

// chainOf returns the largest expression around an operand that joins others by
// one operator, through parentheses or not.
func (x *fixer) chainOf(cur inspector.Cursor, op token.Token, parens bool) inspector.Cursor {
	root := cur
	var path []ast.Node
	for {
		cur = cur.Parent()
		if known, ok := x.chains[chain{cur.Node(), parens}]; ok {
			root = known
			break
		}
		b, ok := cur.Node().(*ast.BinaryExpr)
		if _, paren := cur.Node().(*ast.ParenExpr); !(ok && b.Op == op) && !(parens && paren) {
			break
		}
		path = append(path, cur.Node())
		if ok {
			root = cur
		}
	}
	for _, node := range path {
		x.chains[chain{node, parens}] = root
	}
	return root
}

// operands returns what op joins in an expression.
func operands(e ast.Expr, op token.Token, parens bool) []ast.Expr {
	var list []ast.Expr
	for work := []ast.Expr{e}; len(work) > 0; {
		e := work[len(work)-1]
		work = work[:len(work)-1]
		chain := e
		if parens {
			chain = ast.Unparen(e)
		}
		if b, ok := chain.(*ast.BinaryExpr); ok && b.Op == op {
			work = append(work, b.Y, b.X)
		} else {
			list = append(list, e)
		}
	}
	return list
}

// operand returns the place of an operand in the chain root.
func (x *fixer) operand(cur, root inspector.Cursor, op token.Token) spot {
	g := x.together(root.Node(), func() []ast.Expr { return operands(root.Node().(ast.Expr), op, true) })
	e := cur.Node().(ast.Expr)
	return x.spot(g, e, func() (cut, bool) {
		// It never decides: it is never true among what || joins, and never
		// false among what && joins.
		if t := x.numbers.of(e); !t.pure || !t.fixed || t.value != (op == token.LAND) {
			return cut{}, false
		}
		level := x.chainOf(cur, op, false)
		list := x.series(level.Node(), g, func() *series {
			return &series{members: operands(level.Node().(ast.Expr), op, false)}
		})
		c, ok := x.takeOut(list, e)
		if paren, isParen := level.Parent().Node().(*ast.ParenExpr); ok && isParen && len(list.members) == 2 &&
			stands(level.Parent()) && !x.comments(paren.Lparen, paren.Rparen) {
			c.unwrap(paren, list)
		}
		return c, ok
	})
}

// stands reports whether a condition in parentheses needs none where it is once
// it is a single one.
func stands(paren inspector.Cursor) bool {
	switch n := paren.Parent().Node().(type) {
	case *ast.BinaryExpr:
		return n.Op == token.LAND || n.Op == token.LOR
	case *ast.IfStmt, *ast.ReturnStmt, *ast.AssignStmt:
		return true
	}
	return false
}

// cases returns the place of a case, of a value or a condition.
func (x *fixer) cases(cur inspector.Cursor) []spot {
	clause := cur.Parent()
	sw, ok := clause.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok {
		return nil
	}
	g := x.together(sw, func() []ast.Expr {
		var list []ast.Expr
		for _, clause := range sw.Body.List {
			list = append(list, clause.(*ast.CaseClause).List...)
		}
		return list
	})
	e := cur.Node().(ast.Expr)
	return []spot{x.spot(g, e, func() (cut, bool) {
		if t := x.numbers.of(e); sw.Tag == nil && (!t.pure || !t.fixed || t.value) {
			return cut{}, false
		}
		clause := clause.Node().(*ast.CaseClause)
		kept := x.clauseOf(sw, x.stays(g, e))
		if x.text(kept.Body) != x.text(clause.Body) {
			return cut{}, false // which of the two was meant?
		}
		if len(clause.List) > 1 {
			return x.takeOut(x.series(clause, g, func() *series {
				return &series{members: clause.List, open: clause.Case, close: clause.Colon}
			}), e)
		}
		return x.takeOutClause(sw, clause)
	})}
}

// clauseOf returns the clause that has a case.
func (x *fixer) clauseOf(sw *ast.SwitchStmt, e ast.Expr) *ast.CaseClause {
	i := sort.Search(len(sw.Body.List), func(i int) bool { return e.Pos() < sw.Body.List[i].End() })
	return sw.Body.List[i].(*ast.CaseClause)
}

// text returns the statements of a branch as source.
func (x *fixer) text(body []ast.Stmt) string {
	if len(body) == 0 {
		return ""
	}
	text, ok := x.bodies[body[0]]
	if !ok {
		var b bytes.Buffer
		for _, stmt := range body {
			format.Node(&b, x.pass.Fset, stmt)
			b.WriteByte('\n')
		}
		text = b.String()
		x.bodies[body[0]] = text
	}
	return text
}

// branches returns the places of the condition of an if statement: among those
// of the else branches, and among the statements beside it. Two branches with
// one condition are no better than one that never runs.
func (x *fixer) branches(cur inspector.Cursor) []spot {
	first := x.firstOf(cur.Parent())
	e := cur.Node().(ast.Expr)
	g := x.together(first.Node(), func() []ast.Expr {
		var list []ast.Expr
		for s, ok := first.Node().(*ast.IfStmt); ok; s, ok = s.Else.(*ast.IfStmt) {
			list = append(list, s.Cond)
		}
		return list
	})
	return []spot{x.spot(g, e, nil), x.neighbour(first, cur.Parent())}
}

// firstOf returns the if statement of which another one is an else branch, or
// that one itself.
func (x *fixer) firstOf(cur inspector.Cursor) inspector.Cursor {
	first := cur
	var path []ast.Node
	for first.ParentEdgeKind() == edge.IfStmt_Else {
		if known, ok := x.chains[chain{first.Node(), false}]; ok {
			first = known
			break
		}
		path = append(path, first.Node())
		first = first.Parent()
	}
	for _, node := range path {
		x.chains[chain{node, false}] = first
	}
	return first
}

// A sequence is the if statements of one list of statements, told apart by their
// conditions.
type sequence struct {
	leaving map[int]*ast.IfStmt // the first with a condition that leaves the list
	right   map[int]*ast.IfStmt // the last that is right already
	count   map[int]int
}

// neighbour returns the place of an if statement among those beside it: behind
// one with its condition that leaves, it never runs, and where it leaves itself,
// one behind it does not. That matters where they do different things.
func (x *fixer) neighbour(first, cur inspector.Cursor) spot {
	list := first.Parent().Node()
	seq := x.sequences[list]
	if seq == nil {
		seq = &sequence{make(map[int]*ast.IfStmt), make(map[int]*ast.IfStmt), make(map[int]int)}
		x.sequences[list] = seq
		for sibling := range first.Parent().Children() {
			s, ok := sibling.Node().(*ast.IfStmt)
			if !ok {
				continue
			}
			t := x.numbers.of(s.Cond)
			seq.count[t.pair]++
			if t.wrong == 0 {
				seq.right[t.pair] = s
			}
			if seq.leaving[t.pair] == nil && leaves(s.Body) {
				seq.leaving[t.pair] = s
			}
		}
	}
	s := cur.Node().(*ast.IfStmt)
	id := x.numbers.of(s.Cond).pair
	twice := false
	if left := seq.leaving[id]; left != nil && left.Pos() < s.Pos() {
		twice = x.text(left.Body.List) != x.text(s.Body.List)
	}
	if right := seq.right[id]; right != nil && right.Pos() > s.Pos() && leaves(s.Body) {
		twice = twice || x.text(right.Body.List) != x.text(s.Body.List)
	}
	return spot{twice: twice, shared: twice || seq.count[id] > 1}
}

// leaves reports whether a block ends by going elsewhere.
func leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "panic"
	}
	return false
}
