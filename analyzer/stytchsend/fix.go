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

// A fixer makes the fixes of one package.
type fixer struct {
	check   *check
	removed []span                     // by the fixes so far
	edited  []span                     // likewise
	drops   map[*ast.File]int          // fixes that drop imports
	names   map[*ast.File][]*ast.Ident // of packages
}

// A span is a part of a file.
type span struct{ pos, end token.Pos }

func (s span) holds(pos token.Pos) bool { return s.pos <= pos && pos < s.end }

func inSpans(list []span, pos token.Pos) bool {
	return slices.ContainsFunc(list, func(s span) bool { return s.holds(pos) })
}

func (s span) meets(t span) bool { return s.pos < t.end && t.pos < s.end }

// fix returns the fix of a finding: none where the branch does more than the
// twin, where it cannot go, since it would never run any more, or where the call
// cannot be exchanged.
func (x *fixer) fix(f *finding) []analysis.SuggestedFix {
	c := x.check
	file := c.report.File(f.call.Pos())
	if file == nil || !c.sends(f.call) || f.extra || !c.onlyCreates(f) {
		return nil
	}
	rm, ok := x.removal(file, f)
	if !ok {
		return nil
	}
	swap, ok := c.swap(file, f.call, rm.spans)
	edits := slices.Concat(swap, rm.edits)
	if !ok || !x.free(edits) {
		return nil
	}
	x.removed = append(x.removed, rm.spans...)
	for _, e := range edits {
		x.edited = append(x.edited, span{e.Pos, e.End})
	}
	return []analysis.SuggestedFix{{
		Message:   "Call LoginOrCreate instead, and drop the branch that creates the user",
		TextEdits: edits,
	}}
}

// free reports whether edits meet none of those made so far.
func (x *fixer) free(edits []analysis.TextEdit) bool {
	return !slices.ContainsFunc(edits, func(e analysis.TextEdit) bool {
		return slices.ContainsFunc(x.edited, span{e.Pos, e.End}.meets)
	})
}

// swap returns the edits that exchange a call of Send for one of its twin, if
// all that its parameters set can be set there as well, and all that is done
// with its result, but for what is removed, can be done with the twin's.
func (c *check) swap(file *ast.File, call *ast.CallExpr, removed []span) ([]analysis.TextEdit, bool) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, false
	}
	recv := c.info.TypeOf(sel.X)
	if recv == nil {
		return nil, false
	}
	obj, _, _ := types.LookupFieldOrMethod(recv, true, c.pass.Pkg, twinMethod)
	twin, ok := obj.(*types.Func)
	if !ok {
		return nil, false
	}
	send, ok := c.info.TypeOf(sel).(*types.Signature)
	if !ok || send.Params().Len() != twin.Signature().Params().Len() || twin.Signature().Results().Len() != 2 || len(call.Args) != send.Params().Len() {
		return nil, false
	}
	results := structOf(twin.Signature().Results().At(0).Type())
	if results == nil || !c.usesOnly(call, results, removed) {
		return nil, false
	}
	edits := []analysis.TextEdit{replace(sel.Sel.Pos(), sel.Sel.End(), twinMethod)}
	for i, arg := range call.Args {
		want := twin.Signature().Params().At(i).Type()
		if types.Identical(want, send.Params().At(i).Type()) {
			continue
		}
		edit, ok := c.retype(arg, want, removed)
		if !ok {
			return nil, false
		}
		edits = append(edits, edit)
	}
	if slices.ContainsFunc(edits, func(e analysis.TextEdit) bool { return c.commented(file, e.Pos) }) {
		return nil, false
	}
	return edits, true
}

// retype returns the edit that makes parameters those of a twin.
func (c *check) retype(arg ast.Expr, want types.Type, removed []span) (analysis.TextEdit, bool) {
	ptr, ok := types.Unalias(want).(*types.Pointer)
	if !ok {
		return analysis.TextEdit{}, false
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	fields := structOf(want)
	if !ok || fields == nil {
		return analysis.TextEdit{}, false
	}
	arg = ast.Unparen(arg)
	if and, ok := arg.(*ast.UnaryExpr); ok && and.Op == token.AND {
		arg = ast.Unparen(and.X)
	}
	lit, ok := arg.(*ast.CompositeLit)
	var set []*ast.Ident
	if !ok {
		id, isName := arg.(*ast.Ident)
		if !isName {
			return analysis.TextEdit{}, false
		}
		if lit, set, ok = c.formIn(id, removed); !ok {
			return analysis.TextEdit{}, false
		}
	}
	var name *ast.Ident
	switch t := lit.Type.(type) {
	case *ast.Ident:
		name = t
	case *ast.SelectorExpr:
		name = t.Sel
	}
	if name == nil || c.info.Uses[name] == nil || c.info.Uses[name].Pkg() != named.Obj().Pkg() {
		return analysis.TextEdit{}, false // an alias of the program's, or nothing written down
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return analysis.TextEdit{}, false
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return analysis.TextEdit{}, false
		}
		set = append(set, key)
	}
	for _, key := range set {
		field, ok := c.info.Uses[key].(*types.Var)
		if !ok || !hasField(fields, field) {
			return analysis.TextEdit{}, false
		}
	}
	return replace(name.Pos(), name.End(), named.Obj().Name()), true
}

// formIn returns the literal that a variable holds which is there for one call
// alone, but for what is removed, and the fields that are set later.
func (c *check) formIn(id *ast.Ident, removed []span) (lit *ast.CompositeLit, set []*ast.Ident, ok bool) {
	v := c.local(id)
	if v == nil {
		return nil, nil, false
	}
	around, found := c.enclosing(id)
	if !found {
		return nil, nil, false
	}
	for cur := range around.Preorder((*ast.Ident)(nil)) {
		other := cur.Node().(*ast.Ident)
		if c.info.ObjectOf(other) != v || other == id || inSpans(removed, other.Pos()) {
			continue
		}
		parent := cur.Parent()
		switch {
		case c.info.Defs[other] == v && lit == nil:
			assign, isAssign := parent.Node().(*ast.AssignStmt)
			if !isAssign || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
				return nil, nil, false
			}
			value := ast.Unparen(assign.Rhs[0])
			if and, isAnd := value.(*ast.UnaryExpr); isAnd && and.Op == token.AND {
				value = and.X
			}
			if lit, ok = value.(*ast.CompositeLit); !ok {
				return nil, nil, false
			}
		case cur.ParentEdgeKind() == edge.SelectorExpr_X && parent.ParentEdgeKind() == edge.AssignStmt_Lhs:
			set = append(set, parent.Node().(*ast.SelectorExpr).Sel)
		default:
			return nil, nil, false
		}
	}
	return lit, set, lit != nil
}

// usesOnly reports whether the results of a call are assigned or dropped, and
// of the first one only such fields are used as a struct has.
func (c *check) usesOnly(call *ast.CallExpr, fields *types.Struct, removed []span) bool {
	cur, ok := c.root.FindNode(call)
	if !ok {
		return false
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		_, ok := cur.Parent().Node().(*ast.ExprStmt)
		return ok
	}
	if len(assign.Lhs) != 2 || len(assign.Rhs) != 1 {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok || id.Name == "_" {
		return ok
	}
	v, ok := c.info.Defs[id].(*types.Var)
	if !ok {
		return false // it has the type of Send's response
	}
	around, ok := c.enclosing(call)
	if !ok {
		return false
	}
	for cur := range around.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if c.info.Uses[id] != v || inSpans(removed, id.Pos()) {
			continue
		}
		if cur.ParentEdgeKind() != edge.SelectorExpr_X {
			return false
		}
		field, ok := c.info.Uses[cur.Parent().Node().(*ast.SelectorExpr).Sel].(*types.Var)
		if !ok || !hasField(fields, field) {
			return false
		}
	}
	return true
}

// enclosing returns the declaration that something stands in.
func (c *check) enclosing(n ast.Node) (inspector.Cursor, bool) {
	cur, ok := c.root.FindNode(n)
	for ok && cur.ParentEdgeKind() != edge.File_Decls {
		cur = cur.Parent()
		ok = cur.Node() != nil
	}
	return cur, ok
}

// structOf returns the struct that t is a pointer to.
func structOf(t types.Type) *types.Struct {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil
	}
	s, _ := p.Elem().Underlying().(*types.Struct)
	return s
}

// hasField reports whether a struct has such a field as another one's.
func hasField(s *types.Struct, field *types.Var) bool {
	for f := range s.Fields() {
		if f.Name() == field.Name() {
			return types.Identical(f.Type(), field.Type())
		}
	}
	return false
}

// commented reports whether comments stand on the line of pos and on one
// beside it: gofmt keeps them in one column.
func (c *check) commented(file *ast.File, pos token.Pos) bool {
	at := c.line(pos)
	on := c.commentOn(file, at)
	return on && (c.commentOn(file, at-1) || c.commentOn(file, at+1))
}

// commentOn reports whether a comment stands on a line.
func (c *check) commentOn(file *ast.File, line int) bool {
	return slices.ContainsFunc(file.Comments, func(g *ast.CommentGroup) bool {
		return slices.ContainsFunc(g.List, func(comment *ast.Comment) bool { return c.line(comment.Pos()) == line })
	})
}

func (c *check) line(pos token.Pos) int { return c.pass.Fset.PositionFor(pos, false).Line }

func replace(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}

// inList returns the list that a statement stands in.
func inList(cur inspector.Cursor) []ast.Stmt {
	switch cur.ParentEdgeKind() {
	case edge.BlockStmt_List:
		return cur.Parent().Node().(*ast.BlockStmt).List
	case edge.CaseClause_Body:
		return cur.Parent().Node().(*ast.CaseClause).Body
	case edge.CommClause_Body:
		return cur.Parent().Node().(*ast.CommClause).Body
	}
	return nil
}
