package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A removal takes out the branch that never runs any more.
type removal struct {
	edits []analysis.TextEdit
	stmts []inspector.Cursor
	spans []span // of the statements
}

// removal returns the edits that take out the branch that a finding is about,
// with what is used in it alone.
func (x *fixer) removal(file *ast.File, f *finding) (*removal, bool) {
	c := x.check
	r := c.regionOf(f)
	if r.owner == nil {
		return nil, false
	}
	cur, ok := c.root.FindNode(r.owner)
	if !ok {
		return nil, false
	}
	rm := &removal{}
	switch s, _ := r.owner.(*ast.IfStmt); {
	case r.guard:
		ok = x.unguard(file, rm, cur, r.list)
	case s != nil && (s.Else != nil || cur.ParentEdgeKind() == edge.IfStmt_Else):
		ok = x.unlink(file, rm, cur)
	default:
		ok = x.whole(rm, cur, f.call)
	}
	if !ok || !x.variables(rm, f) || !x.statements(file, rm) || !x.imports(file, rm) {
		return nil, false
	}
	return rm, true
}

// whole takes out an if statement or a case, or what would be left empty
// without it.
func (x *fixer) whole(rm *removal, cur inspector.Cursor, call *ast.CallExpr) bool {
	for len(inList(cur)) == 1 {
		switch kind := cur.Parent().ParentEdgeKind(); {
		case kind == edge.SwitchStmt_Body, cur.Parent().ParentEdgeKind() == edge.IfStmt_Body:
			cur = cur.Parent().Parent()
		default:
			return false
		}
	}
	if inList(cur) == nil || contains(cur.Node(), call.Pos()) || !x.check.removable(cur) {
		return false
	}
	rm.cut(cur)
	return true
}

// removable reports whether an if statement, a switch statement or a case can be
// left out whose body never runs: its condition does nothing, and nothing jumps
// by name.
func (c *check) removable(cur inspector.Cursor) bool {
	o := newIdle(c)
	switch s := cur.Node().(type) {
	case *ast.IfStmt:
		if s.Else != nil || !o.condition(s.Init) || !o.expr(s.Cond) {
			return false
		}
	case *ast.SwitchStmt:
		clause, ok := s.Body.List[0].(*ast.CaseClause)
		if !ok || clause.List == nil || !o.condition(s.Init) || s.Tag != nil && !o.expr(s.Tag) || !o.exprs(clause.List) {
			return false
		}
	case *ast.CaseClause:
		if len(s.List) != 1 || !o.expr(s.List[0]) || !leavesCase(inList(cur), s) {
			return false
		}
	default:
		return false
	}
	return !jumps(cur.Node())
}

// jumps reports whether there are jumps by name, or to the next case.
func jumps(n ast.Node) bool {
	jumps := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BranchStmt:
			jumps = jumps || n.Label != nil || n.Tok == token.FALLTHROUGH
		case *ast.LabeledStmt:
			jumps = true
		}
		return !jumps
	})
	return jumps
}

// leavesCase reports whether a switch statement has other cases than one, none
// of which goes on in it.
func leavesCase(clauses []ast.Stmt, clause *ast.CaseClause) bool {
	left := false
	for _, s := range clauses {
		other, ok := s.(*ast.CaseClause)
		if !ok {
			return false
		}
		if n := len(other.Body); n > 0 {
			if b, ok := other.Body[n-1].(*ast.BranchStmt); ok && b.Tok == token.FALLTHROUGH {
				return false
			}
		}
		left = left || other != clause && other.List != nil
	}
	return left
}

// condition reports whether the statement before a condition only declares
// what is asked there.
func (o *only) condition(init ast.Stmt) bool {
	if init == nil {
		return true
	}
	assign, ok := init.(*ast.AssignStmt)
	return ok && assign.Tok == token.DEFINE && o.exprs(assign.Rhs)
}

// cut notes that a statement goes.
func (rm *removal) cut(cur inspector.Cursor) {
	stmt := cur.Node().(ast.Stmt)
	rm.stmts = append(rm.stmts, cur)
	rm.spans = append(rm.spans, span{stmt.Pos(), stmt.End()})
}

// drop takes out what stands between two positions.
func (rm *removal) drop(pos, end token.Pos) {
	rm.spans = append(rm.spans, span{pos, end})
	rm.edits = append(rm.edits, replace(pos, end, ""))
}

// statements takes statements out of their lists: with the lines that they end
// on, and the comments and blank lines before them.
func (x *fixer) statements(file *ast.File, rm *removal) bool {
	done := make(map[ast.Stmt]bool)
	for _, cur := range rm.stmts {
		list := inList(cur)
		if done[cur.Node().(ast.Stmt)] {
			continue
		}
		goes := func(i int) bool {
			return i >= 0 && i < len(list) && slices.ContainsFunc(rm.stmts, func(c inspector.Cursor) bool { return c.Node() == ast.Node(list[i]) })
		}
		first := slices.Index(list, cur.Node().(ast.Stmt))
		last := first
		for goes(first - 1) {
			first--
		}
		for goes(last + 1) {
			last++
		}
		for _, s := range list[first : last+1] {
			done[s] = true
		}
		cut, ok := x.lines(file, cur, list, first, last)
		if !ok {
			return false
		}
		rm.edits = append(rm.edits, replace(cut.pos, cut.end, ""))
	}
	return true
}

// lines returns what goes with some statements of a list.
func (x *fixer) lines(file *ast.File, cur inspector.Cursor, list []ast.Stmt, first, last int) (span, bool) {
	c := x.check
	pos, end := list[first].Pos(), list[last].End()
	if c.commentOn(file, c.line(end)) {
		return span{}, false
	}
	if _, ok := list[last].(*ast.CaseClause); ok && c.commentOn(file, c.line(end)+1) {
		return span{}, false // it may belong to what goes
	}
	if first == 0 {
		// What follows takes the place.
		if last+1 == len(list) {
			return span{}, false
		}
		next := list[last+1].Pos()
		for _, g := range file.Comments {
			switch {
			case cur.Parent().Node().Pos() < g.Pos() && g.Pos() < pos:
				return span{}, false
			case end < g.Pos() && g.Pos() < next:
				next = g.Pos()
			}
		}
		return span{pos, next}, c.line(next) > c.line(end)
	}
	before := list[first-1].End()
	if c.line(before) == c.line(pos) {
		return span{}, false
	}
	start := before
	for _, g := range file.Comments {
		switch {
		case g.Pos() < before || g.Pos() > pos:
		case c.line(g.Pos()) == c.line(before):
			start = g.End()
		case c.line(g.End()) < c.line(pos)-1:
			return span{}, false // it stands alone, and says nothing of the statement
		}
	}
	return span{start, end}, true
}

// gone reports whether pos lies in what is removed.
func (rm *removal) gone(pos token.Pos) bool {
	return inSpans(rm.spans, pos)
}

// goneBefore reports whether pos lies in what other fixes remove.
func (x *fixer) goneBefore(pos token.Pos) bool {
	return inSpans(x.removed, pos)
}

// variables takes out the declarations of variables that are used only in what
// is removed, and of those that are used only in these.
func (x *fixer) variables(rm *removal, f *finding) bool {
	cur, ok := x.check.root.FindNode(f.node)
	for n := -1; ok && n < len(rm.stmts); {
		n = len(rm.stmts)
		ok = x.undeclareAll(rm, f, cur)
	}
	return ok
}

// undeclareAll takes out the declarations of variables that are used only in what
// is removed so far.
func (x *fixer) undeclareAll(rm *removal, f *finding, in inspector.Cursor) bool {
	c := x.check
	left := make(map[*types.Var]int)      // uses that stay
	shared := make(map[*types.Var]int)    // uses that stay, if the other fixes are applied, too
	assigned := make(map[*types.Var]bool) // where it stays
	used := make(map[*types.Var]bool)
	for id := range in.Preorder((*ast.Ident)(nil)) {
		name := id.Node().(*ast.Ident)
		v, ok := c.info.Uses[name].(*types.Var)
		if !ok || c.local(name) == nil || rm.gone(v.Pos()) {
			continue
		}
		if rm.gone(name.Pos()) {
			used[v] = true
			continue
		}
		if isAssigned(id) {
			assigned[v] = true
			continue // that is no use
		}
		left[v]++
		if !x.goneBefore(name.Pos()) {
			shared[v]++
		}
	}
	idle := func(v *types.Var) bool { return used[v] && left[v] == 0 && !assigned[v] }
	for v := range used {
		if isParameter(f.sig, v) || !contains(f.body, v.Pos()) || shared[v] > 0 || rm.gone(v.Pos()) {
			continue
		}
		if !idle(v) || !x.undeclare(rm, in, v, idle) {
			return false
		}
	}
	return true
}

// undeclare takes out the declaration of a variable, if nothing else is declared
// there but what is idle, too, and it does nothing.
func (x *fixer) undeclare(rm *removal, in inspector.Cursor, v *types.Var, idle func(*types.Var) bool) bool {
	for cur := range in.Preorder((*ast.DeclStmt)(nil), (*ast.AssignStmt)(nil)) {
		var names, values []ast.Expr
		switch s := cur.Node().(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				names, values = s.Lhs, s.Rhs
			}
		case *ast.DeclStmt:
			decl, ok := s.Decl.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR || len(decl.Specs) != 1 {
				continue
			}
			spec := decl.Specs[0].(*ast.ValueSpec)
			for _, name := range spec.Names {
				names = append(names, name)
			}
			values = spec.Values
		}
		defines := func(e ast.Expr) *types.Var {
			id, _ := e.(*ast.Ident)
			obj, _ := x.check.info.Defs[id].(*types.Var)
			return obj
		}
		if !slices.ContainsFunc(names, func(e ast.Expr) bool { return defines(e) == v }) {
			continue
		}
		o := newIdle(x.check)
		if inList(cur) == nil || !o.exprs(values) {
			return false
		}
		for _, e := range names {
			if id, ok := e.(*ast.Ident); !ok || id.Name != "_" && !idle(defines(e)) {
				return false
			}
		}
		rm.cut(cur)
		return true
	}
	return false
}

// isParameter reports whether v is declared by the signature of a function.
func isParameter(sig *types.Signature, v *types.Var) bool {
	if sig == nil || sig.Recv() == v {
		return true
	}
	for _, list := range []*types.Tuple{sig.Params(), sig.Results()} {
		for p := range list.Variables() {
			if p == v {
				return true
			}
		}
	}
	return false
}
