package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// Signs are what a node of the graph does.
type signs struct {
	examined bool     // the error is looked at, or goes where it may be
	effect   bool     // something is done that is no logging
	answers  []answer // to the request, in order
	returned []value  // the error, or one around it
	blocks   bool     // the path ends without a return

	mentioned bool // the error is named, but for logging it
}

// look finds what a node does, and returns the state after it.
func (w *walker) look(n ast.Node, s state) state {
	w.sign = signs{}
	switch n := n.(type) {
	case *ast.ExprStmt:
		w.eval(n.X, s)
	case *ast.AssignStmt:
		if target := w.check.counted(n); target != nil {
			w.eval(target, s)
			break
		}
		return w.assign(n.Lhs, n.Rhs, n.Tok, s)
	case *ast.ValueSpec:
		lhs := make([]ast.Expr, len(n.Names))
		for i, name := range n.Names {
			lhs[i] = name
		}
		return w.assign(lhs, n.Values, token.DEFINE, s)
	case *ast.ReturnStmt:
		w.results(n, s)
	case *ast.IncDecStmt:
		w.eval(w.check.counted(n), s) // counting is no effect
	case *ast.SendStmt:
		w.sign.effect = true
		w.escapes(w.eval(n.Value, s))
	case *ast.GoStmt:
		w.later(n.Call, s)
	case *ast.DeferStmt:
		w.later(n.Call, s)
	case ast.Expr:
		if tag := w.fn.tags[n]; tag != nil {
			if !w.check.isNil(n) && w.eval(tag, s).kind != nothing {
				w.sign.examined = true
			}
			w.eval(n, s)
			break
		}
		w.condition(n, s)
	case ast.Stmt:
		w.sign.effect = true
	}
	return s
}

// counted returns what a statement adds a constant number to.
func (c *check) counted(n ast.Node) ast.Expr {
	switch n := n.(type) {
	case *ast.IncDecStmt:
		return n.X
	case *ast.AssignStmt:
		if v := c.info.Types[n.Rhs[0]].Value; n.Tok == token.ADD_ASSIGN && v != nil && v.Kind() != constant.String {
			return n.Lhs[0]
		}
	}
	return nil
}

// condition looks at an expression that decides where the path goes, or that a
// switch or loop begins with.
func (w *walker) condition(e ast.Expr, s state) {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			w.condition(e.X, s)
			return
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			w.condition(e.X, s)
			switch w.truth(e.X, s, false) {
			case never:
				if e.Op == token.LAND {
					return // the rest is not looked at where there is an error
				}
			case always:
				if e.Op == token.LOR {
					return
				}
			default:
			}
			w.condition(e.Y, s)
			return
		case token.EQL, token.NEQ:
			if w.isNilTest(e, s) {
				return
			}
		}
	case *ast.Ident:
		if k := w.value(s, w.check.variable(e)).kind; k == failure || k.isFlag() {
			return // the tag of a switch, or what tells the error
		}
	}
	if w.eval(e, s).kind != nothing || w.testsResponse(e) {
		w.sign.examined = true
	}
}

// testsResponse reports whether a condition looks at what is in the response of
// the call.
func (w *walker) testsResponse(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && w.resp != nil && w.check.variable(sel.X) == w.resp {
			found = true
		}
		return !found
	})
	return found
}

// assign looks at an assignment.
func (w *walker) assign(lhs, rhs []ast.Expr, tok token.Token, s state) state {
	var values []value
	for _, e := range rhs {
		values = append(values, w.eval(e, s))
	}
	if len(rhs) == 1 && len(lhs) > 1 {
		// Of several results, the error comes last.
		v := values[0]
		values = make([]value, len(lhs))
		if v.kind == failure || v.kind == replying {
			values[len(lhs)-1] = v
		} else {
			for i := range values {
				values[i] = v
			}
		}
	}
	next := s
	for i, l := range lhs {
		var v value
		if i < len(values) {
			v = values[i]
		}
		if len(lhs) == len(rhs) && s.due != nil && s.other == nil {
			v = w.flagged(l, rhs[i], v)
		}
		next = w.store(l, v, tok, s, next)
	}
	return next
}

// store looks at one target of an assignment.
func (w *walker) store(l ast.Expr, v value, tok token.Token, before, s state) state {
	if id, ok := ast.Unparen(l).(*ast.Ident); ok && id.Name == "_" {
		return s
	}
	target := w.check.variable(l)
	if target == nil {
		w.sign.effect = true // a field or an element
		w.eval(l, before)
		w.escapes(v)
		return s
	}
	if w.check.local(w.fn, l) == nil {
		w.sign.effect = true
		w.escapes(v)
		return s
	}
	// A text that is added to keeps what it had.
	if tok != token.ASSIGN && tok != token.DEFINE {
		if v.kind == nothing {
			v = w.value(before, target)
		}
	}
	return w.set(s, target, v)
}

// escapes notes that a value goes where it may be looked at.
func (w *walker) escapes(v value) {
	if v.kind != nothing {
		w.sign.examined = true
	}
}

// results looks at a return statement.
func (w *walker) results(n *ast.ReturnStmt, s state) {
	if n.Results == nil {
		for r := range w.fn.sig.Results().Variables() {
			w.result(w.value(s, r))
		}
		return
	}
	for _, e := range n.Results {
		w.result(w.eval(e, s))
	}
}

// result notes what is returned.
func (w *walker) result(v value) {
	switch v.kind {
	case failure:
		w.sign.returned = append(w.sign.returned, v)
	case replying:
		w.sign.answers = append(w.sign.answers, *v.reply)
	case text:
		if w.helper {
			w.sign.returned = append(w.sign.returned, v)
		} else {
			w.sign.examined = true
		}
	default:
	}
}

// later looks at a call that is deferred or done beside.
func (w *walker) later(call *ast.CallExpr, s state) {
	answers := len(w.sign.answers)
	w.eval(call, s)
	if len(w.sign.answers) > answers {
		w.sign.answers = w.sign.answers[:answers]
		w.sign.examined = true // when is not known
	}
}

// mentions reports whether a node names a variable that carries the error.
func (w *walker) mentions(n ast.Node, s state) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := w.check.info.Uses[id].(*types.Var); ok && w.value(s, v).kind != nothing {
				found = true
			}
		}
		return !found
	})
	return found
}
