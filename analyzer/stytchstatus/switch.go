package stytchstatus

import (
	"go/ast"
	"go/token"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

func (c *check) switchStmt(stmt *ast.SwitchStmt, s state) (after state, ends bool) {
	s, _ = c.stmt(stmt.Init, s)
	enter := c.cases(stmt, s)
	hasDefault, jumps := false, false
	var survivors []state
	for i, clause := range stmt.Body.List {
		clause, ok := clause.(*ast.CaseClause)
		if !ok {
			continue
		}
		hasDefault = hasDefault || clause.List == nil
		start := enter[i]
		if i > 0 && fallsThrough(stmt.Body.List[i-1]) {
			start, jumps = nil, true
		}
		end, ends := c.list(clause.Body, start)
		jumps = jumps || breaks(clause)
		if !ends {
			survivors = append(survivors, end)
		}
	}
	if !hasDefault {
		survivors = append(survivors, enter[len(stmt.Body.List)])
	}
	switch {
	case jumps:
	case len(survivors) == 0:
		return nil, true
	case len(survivors) == 1:
		return survivors[0], false
	}
	return c.forget(s, stmt), false
}

// cases looks at the values of all cases, and returns what is known at the
// beginning of each clause, and where none of them is taken.
func (c *check) cases(stmt *ast.SwitchStmt, s state) []state {
	enter := make([]state, len(stmt.Body.List)+1)
	if stmt.Tag != nil {
		c.inside(stmt.Tag, s)
		s = c.forget(s, stmt.Tag)
	}
	rest := s // none of the cases before
	otherwise := len(stmt.Body.List)
	for i, clause := range stmt.Body.List {
		clause, ok := clause.(*ast.CaseClause)
		if !ok {
			continue
		}
		if clause.List == nil {
			otherwise = i
			continue
		}
		enter[i], rest = c.clause(stmt.Tag, clause.List, rest)
	}
	enter[otherwise] = rest
	enter[len(enter)-1] = rest
	return enter
}

// clause looks at the values of one case, and returns what is known where one
// of them is taken, and where none is.
func (c *check) clause(tag ast.Expr, values []ast.Expr, s state) (yes, no state) {
	if tag == nil {
		start := s
		for _, e := range values {
			yes, s = c.condition(e, s, true, nil)
		}
		if len(values) > 1 {
			yes = start
			for _, e := range values {
				yes = c.forget(yes, e)
			}
		}
		return yes, s
	}
	var list []atom
	no = s
	for _, e := range values {
		a, ok := c.comparison(e, tag, token.EQL, e)
		if !ok {
			c.inside(e, s)
			return s, s
		}
		if c.judge(a, s[a.place], true) {
			continue
		}
		list = append(list, a)
		if not, ok := (test{op: token.EQL, values: []int{a.status}}).negated(); ok && a.field == errfield.Status {
			no = no.with(a.place, not)
		}
	}
	return c.among(s, list), no
}

func fallsThrough(clause ast.Stmt) bool {
	body := clause.(*ast.CaseClause).Body
	if len(body) == 0 {
		return false
	}
	b, ok := body[len(body)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.FALLTHROUGH
}

// breaks reports whether a clause has a break or a goto, which may lead behind
// the switch.
func breaks(clause *ast.CaseClause) bool {
	found := false
	ast.Inspect(clause, func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok && (b.Tok == token.BREAK || b.Tok == token.GOTO) {
			found = true
		}
		return !found
	})
	return found
}
