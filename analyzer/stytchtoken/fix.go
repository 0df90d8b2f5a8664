package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// A reuse is a statement that spends a token again, where the response of the
// first call can be used in its place.
type reuse struct {
	body         *ast.BlockStmt // that the statements are in
	first, again *ast.AssignStmt
	check        *ast.IfStmt // of the error of the second call; nil if there is none
	resp         *types.Var  // of the first call
	to           *ast.Ident  // what the second response is assigned to
}

// fix returns the fix of a finding, where the first result is certainly at
// hand and nothing else is lost.
func (c *check) fix(f *finding, call inspector.Cursor) (analysis.SuggestedFix, bool) {
	var none analysis.SuggestedFix
	if f.again || f.repeat || !f.reusable {
		return none, false
	}
	r, ok := c.reuse(f, call)
	if !ok || !c.untouched(r) || !c.lonely(r) {
		return none, false
	}
	edits, ok := c.edits(r)
	return analysis.SuggestedFix{Message: "Use the first result", TextEdits: edits}, ok
}

// reuse finds the two statements of a finding.
func (c *check) reuse(f *finding, call inspector.Cursor) (*reuse, bool) {
	r := &reuse{}
	for around := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch fn := around.Node().(type) {
		case *ast.FuncDecl:
			r.body = fn.Body
		case *ast.FuncLit:
			r.body = fn.Body
		}
		break
	}
	if r.body == nil {
		return nil, false
	}
	var list []ast.Stmt // that the second statement is in
	at := 0
	ast.Inspect(r.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt:
			if calls(n, f.first.Common().Pos()) {
				r.first = n
			}
		case *ast.BlockStmt:
			for i, s := range n.List {
				if s, ok := s.(*ast.AssignStmt); ok && calls(s, f.call.Common().Pos()) {
					r.again, list, at = s, n.List, i
				}
			}
		}
		return true
	})
	if r.first == nil || r.again == nil || r.first.Tok != token.DEFINE {
		return nil, false
	}
	r.resp, _ = c.info.Defs[r.first.Lhs[0].(*ast.Ident)].(*types.Var)
	r.to = r.again.Lhs[0].(*ast.Ident)
	if r.resp == nil || c.info.Defs[r.to] != nil && r.again.Tok != token.DEFINE {
		return nil, false
	}
	if at+1 < len(list) {
		r.check = c.errorCheck(list[at+1], r.again.Lhs[1].(*ast.Ident))
	}
	return r, c.seesResponse(r) && c.errorUnused(r)
}

// calls reports whether a statement assigns the two results of a call to
// variables.
func calls(s *ast.AssignStmt, lparen token.Pos) bool {
	if len(s.Lhs) != 2 || len(s.Rhs) != 1 {
		return false
	}
	call, ok := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
	if !ok || call.Lparen != lparen {
		return false
	}
	_, ok0 := s.Lhs[0].(*ast.Ident)
	_, ok1 := s.Lhs[1].(*ast.Ident)
	return ok0 && ok1
}

// errorCheck returns s if it is a plain test whether err is not nil.
func (c *check) errorCheck(s ast.Stmt, err *ast.Ident) *ast.IfStmt {
	stmt, ok := s.(*ast.IfStmt)
	if !ok || stmt.Init != nil || stmt.Else != nil || err.Name == "_" {
		return nil
	}
	cond, ok := stmt.Cond.(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || c.variable(cond.X) != c.info.ObjectOf(err) || !c.info.Types[cond.Y].IsNil() {
		return nil
	}
	return stmt
}

// seesResponse reports whether the first response can be named at the second
// call, and assigned.
func (c *check) seesResponse(r *reuse) bool {
	scope := c.pass.Pkg.Scope().Innermost(r.again.Pos())
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(r.resp.Name(), r.again.Pos())
	if obj != r.resp {
		return false
	}
	to, ok := c.info.ObjectOf(r.to).(*types.Var)
	return r.to.Name == "_" || ok && types.Identical(to.Type(), r.resp.Type())
}

// errorUnused reports whether the error of the second call is not missed: it
// is not kept, or is that of the first call, which is nil, or is looked at
// nowhere but in the test that goes, too.
func (c *check) errorUnused(r *reuse) bool {
	id := r.again.Lhs[1].(*ast.Ident)
	if id.Name == "_" {
		return true
	}
	err := c.info.ObjectOf(id)
	if err == nil || c.info.Defs[id] == nil && err != c.info.ObjectOf(r.first.Lhs[1].(*ast.Ident)) {
		return false
	}
	ok := true
	ast.Inspect(r.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if c.info.Defs[id] != nil && c.info.Uses[n] == err && !r.removes(n) {
				ok = false
			}
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				between := r.first.End() <= n.Pos() && n.End() <= r.again.Pos()
				if to, is := to.(*ast.Ident); is && between && c.info.ObjectOf(to) == err {
					ok = false
				}
			}
		}
		return true
	})
	return ok
}

// removes reports whether a node goes with the fix.
func (r *reuse) removes(n ast.Node) bool {
	end := r.again.End()
	if r.check != nil {
		end = r.check.End()
	}
	return r.again.Pos() <= n.Pos() && n.End() <= end
}

// declares reports whether a variable goes with the fix.
func (r *reuse) declares(v *types.Var) bool {
	return r.again.Pos() <= v.Pos() && (v.Pos() < r.again.End() || r.check != nil && v.Pos() < r.check.End())
}

// untouched reports whether the first response is only read before the second
// call.
func (c *check) untouched(r *reuse) bool {
	ok := true
	var stack []ast.Node
	ast.Inspect(r.body, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		if id, is := n.(*ast.Ident); is && c.info.Uses[id] == r.resp && n.Pos() < r.again.Pos() {
			ok = ok && c.onlyRead(stack)
		}
		return true
	})
	return ok
}

// lonely reports whether nothing becomes unused with what the fix removes.
func (c *check) lonely(r *reuse) bool {
	file := c.report.File(r.again.Pos())
	if file == nil {
		return false
	}
	needed := make(map[types.Object]bool)
	ast.Inspect(r.body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.removes(n) {
			switch obj := c.info.Uses[id].(type) {
			case *types.PkgName:
				needed[obj] = true
			case *types.Var:
				if !obj.IsField() && obj.Kind() == types.LocalVar && id != r.to && !r.declares(obj) {
					needed[obj] = true
				}
			}
		}
		return true
	})
	delete(needed, types.Object(r.resp))
	assigned := make(map[*ast.Ident]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.AssignStmt); ok {
			for _, to := range s.Lhs {
				if id, ok := to.(*ast.Ident); ok {
					assigned[id] = true
				}
			}
		}
		if id, ok := n.(*ast.Ident); ok && !assigned[id] && !r.removes(n) {
			delete(needed, c.info.Uses[id])
		}
		return true
	})
	return len(needed) == 0
}
