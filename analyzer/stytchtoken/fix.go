package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A fixer makes the fixes of one package.
type fixer struct {
	*check
	calls map[token.Pos]inspector.Cursor // by where their arguments begin
	uses  *edit.Uses
}

// A reuse is a statement that spends a token again, where the response of the
// first call can be used in its place.
type reuse struct {
	file         *edit.File
	first, again *ast.AssignStmt
	at           inspector.Cursor // of the latter
	check        inspector.Cursor // of the error of the second call, if there is one
	end          token.Pos        // of what goes
	resp         *types.Var       // of the first call
	to           *ast.Ident       // what the second response is assigned to
}

// fix returns the fix of a finding, where the first result is certainly at
// hand and nothing else is lost.
func (x *fixer) fix(f *finding) []analysis.SuggestedFix {
	if f.again || f.repeat || !f.reusable {
		return nil
	}
	r, ok := x.reuse(f)
	if !ok || !x.seesResponse(r) || !x.errorUnused(r) || !x.untouched(r) {
		return nil
	}
	edits, ok := x.edits(r)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Use the first result", TextEdits: edits}}
}

// reuse finds the two statements of a finding.
func (x *fixer) reuse(f *finding) (*reuse, bool) {
	first, again := x.calls[f.first.Common().Pos()], x.calls[f.call.Common().Pos()]
	in, _ := edit.Function(x.info, first)
	if around, _ := edit.Function(x.info, again); around != in {
		return nil, false
	}
	r := &reuse{file: edit.Of(x.pass, x.report.File(f.call.Common().Pos())), first: assignment(first), again: assignment(again), at: again.Parent()}
	if r.first == nil || r.again == nil || r.first.Tok != token.DEFINE || edit.List(r.at) == nil {
		return nil, false
	}
	r.end = r.again.End()
	if next, ok := r.at.NextSibling(); ok && x.asksError(next.Node(), r.again.Lhs[1].(*ast.Ident)) {
		r.check, r.end = next, next.Node().End()
	}
	r.resp, _ = x.info.Defs[r.first.Lhs[0].(*ast.Ident)].(*types.Var)
	r.to = r.again.Lhs[0].(*ast.Ident)
	return r, r.resp != nil
}

// assignment returns the statement that assigns the two results of a call to
// variables; nil if there is none.
func assignment(call inspector.Cursor) *ast.AssignStmt {
	s, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(s.Lhs) != 2 || slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool { _, ok := e.(*ast.Ident); return !ok }) {
		return nil
	}
	return s
}

// asksError reports whether a statement is a plain test whether err is not nil.
func (x *fixer) asksError(n ast.Node, err *ast.Ident) bool {
	s, ok := n.(*ast.IfStmt)
	if !ok || s.Init != nil || s.Else != nil || err.Name == "_" {
		return false
	}
	return edit.AsksNil(x.info, s.Cond, x.info.ObjectOf(err)) == token.NEQ
}

// seesResponse reports whether the first response can be named at the second
// call, and assigned.
func (x *fixer) seesResponse(r *reuse) bool {
	to, ok := x.info.ObjectOf(r.to).(*types.Var)
	return r.file.Meaning(r.again.Pos(), r.resp.Name()) == r.resp && (r.to.Name == "_" || ok && types.Identical(to.Type(), r.resp.Type()))
}

// errorUnused reports whether the error of the second call is not missed: it
// is not kept, or is that of the first call, which is nil, or is looked at
// nowhere but in the test that goes, too.
func (x *fixer) errorUnused(r *reuse) bool {
	id := r.again.Lhs[1].(*ast.Ident)
	if id.Name == "_" {
		return true
	}
	err, isNew := x.info.ObjectOf(id), x.info.Defs[id] != nil
	if !isNew && err != x.info.ObjectOf(r.first.Lhs[1].(*ast.Ident)) {
		return false
	}
	return !slices.ContainsFunc(x.uses.Of(err), func(cur inspector.Cursor) bool {
		pos := cur.Node().Pos()
		if isNew {
			return pos < r.again.Pos() || r.end <= pos
		}
		return edit.IsAssigned(cur) && r.first.End() <= pos && pos < r.again.Pos()
	})
}

// untouched reports whether of the first response only parts are read before the
// second call, which lead nowhere.
func (x *fixer) untouched(r *reuse) bool {
	return !slices.ContainsFunc(x.uses.Of(r.resp)[1:], func(cur inspector.Cursor) bool {
		return cur.Node().Pos() < r.again.Pos() && !x.reads(cur)
	})
}

// reads reports whether of a variable only a part is read where it is named, which is
// no pointer or the like.
func (x *fixer) reads(cur inspector.Cursor) bool {
	for cur.ParentEdgeKind() == edge.SelectorExpr_X {
		cur = cur.Parent()
	}
	part := cur.Node().(ast.Expr)
	if _, ok := x.info.TypeOf(part).Underlying().(*types.Basic); !ok {
		cmp, ok := cur.Parent().Node().(*ast.BinaryExpr)
		return ok && (x.info.Types[cmp.X].IsNil() || x.info.Types[cmp.Y].IsNil())
	}
	switch n := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		return cur.ParentEdgeKind() == edge.AssignStmt_Rhs
	case *ast.UnaryExpr:
		return n.Op != token.AND
	case *ast.IncDecStmt, *ast.RangeStmt:
		return false
	}
	return true
}

// edits returns the edits that put the first response in the place of the
// second call. The test of the error goes with it.
func (x *fixer) edits(r *reuse) ([]analysis.TextEdit, bool) {
	rm := edit.NewRemoval(r.file, x.uses)
	from := r.again.End()
	if r.to.Name == "_" || x.info.ObjectOf(r.to) == r.resp {
		rm.Cut(r.at)
	} else {
		operator := token.ASSIGN
		if x.info.Defs[r.to] != nil {
			operator = token.DEFINE
		}
		rm.Replace(r.again.Pos(), from, r.to.Name+" "+operator.String()+" "+r.resp.Name(), r.again)
		from = rm.EndOfLine(from)
	}
	if rm.Commented(r.again.Pos(), r.again.End()) || rm.Commented(from, rm.EndOfLine(r.end)) {
		return nil, false // it speaks of what goes
	}
	if r.check.Valid() {
		rm.Cut(r.check)
	}
	edits, ok := rm.Edits(func(ast.Expr) bool { return false })
	if ok {
		rm.Keep()
	}
	return edits, ok
}
