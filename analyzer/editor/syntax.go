package editor

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
)

// A spot is what stands at a position, or may come to stand there.
type spot struct {
	pos, end token.Pos // of what stands there
	expr     ast.Expr  // the expression there, or the call or literal in which it is missing
	next     int       // which argument or element is missing there; -1 if none is
	quoted   bool
	open     bool
	stack    []ast.Node // what lies around expr, the innermost last
}

// spotAt returns what is at a position, false if no code could stand there.
func (f *Flow) spotAt(pos token.Pos) (s spot, ok bool) {
	decl := f.declaration(pos)
	if decl == nil {
		return s, false
	}
	// What is missing is said to stand where the next token does, so that ends tell
	// nothing.
	ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
		if n.Pos() > pos {
			return false
		}
		here, found := begun(n, stack, pos)
		if !found {
			if here, found = f.gap(n, pos); found && here.next < 0 {
				stack = append(stack, n)
			}
		}
		if found {
			s, ok = here, true
			s.stack = slices.Clone(stack)
		}
		return true
	})
	return s, ok
}

// declaration returns the one that a position is in, nil if there is none.
func (f *Flow) declaration(pos token.Pos) ast.Decl {
	for _, file := range f.pass.Files {
		if pos < file.FileStart || file.FileEnd < pos {
			continue
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if c.Pos() < pos && pos <= c.End() {
					return nil
				}
			}
		}
		for _, decl := range slices.Backward(file.Decls) {
			if decl.Pos() <= pos {
				return decl
			}
		}
	}
	return nil
}

// begun returns the spot of n if the position is in it and it is a text, or a name
// that is being written.
func begun(n ast.Node, stack []ast.Node, pos token.Pos) (spot, bool) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind != token.STRING || pos <= n.Pos() || n.End() < pos {
			return spot{}, false
		}
		if _, err := strconv.Unquote(n.Value); err != nil && !closed(n.Value) {
			// It has swallowed the rest of the line, or of the file.
			return spot{pos: n.Pos(), end: pos, expr: n, next: -1, quoted: true, open: true}, true
		}
		return spot{pos: n.Pos(), end: n.End(), expr: n, next: -1, quoted: true}, pos < n.End()
	case *ast.Ident:
		if pos <= n.Pos() || n.End() < pos {
			return spot{}, false
		}
		e := ast.Expr(n)
		if len(stack) > 0 {
			if sel, ok := stack[len(stack)-1].(*ast.SelectorExpr); ok && sel.Sel == n {
				e = sel
			}
		}
		return spot{pos: e.Pos(), end: e.End(), expr: e, next: -1}, true
	case *ast.SelectorExpr: // code.
		if n.Sel.Name == "_" && n.X.End() < pos && pos <= n.Sel.Pos() {
			return spot{pos: n.Pos(), end: pos, expr: n, next: -1}, true
		}
	}
	return spot{}, false
}

// closed reports whether a literal has an end. It may be wrong otherwise.
func closed(literal string) bool {
	for i := 1; i < len(literal); i++ {
		switch {
		case literal[i] == '\\' && literal[0] == '"':
			i++
		case literal[i] == literal[0]:
			return i == len(literal)-1
		}
	}
	return false
}

// gap returns the spot in n where something is missing, if the position is there.
func (f *Flow) gap(n ast.Node, pos token.Pos) (spot, bool) {
	missing := func(after token.Pos, e ast.Expr) (spot, bool) {
		bad, ok := e.(*ast.BadExpr)
		return spot{pos: pos, end: pos, expr: e, next: -1}, ok && after < pos && pos <= bad.From
	}
	next := func(e ast.Expr, i int) (spot, bool) { return spot{pos: pos, end: pos, expr: e, next: i}, true }
	among := func(after token.Pos, list []ast.Expr) (spot, bool) {
		for _, e := range list {
			if s, ok := missing(after, e); ok {
				return s, true
			}
			after = e.End()
		}
		return spot{}, false
	}
	switch n := n.(type) {
	case *ast.BinaryExpr:
		after := n.OpPos + token.Pos(len(n.Op.String()))
		if s, ok := missing(after-1, n.Y); ok {
			return s, true
		}
		// What follows on the next line is taken for the other side.
		if after <= pos && pos < n.Y.Pos() && f.line(pos) != f.line(n.Y.Pos()) {
			return next(n, 0)
		}
	case *ast.CaseClause:
		return among(n.Case+token.Pos(len("case")), n.List)
	case *ast.AssignStmt:
		return among(n.TokPos, n.Rhs)
	case *ast.SendStmt:
		return missing(n.Arrow+1, n.Value)
	case *ast.ValueSpec:
		return among(n.Pos(), n.Values)
	case *ast.IndexExpr:
		return missing(n.Lbrack, n.Index)
	case *ast.KeyValueExpr:
		return missing(n.Colon, n.Value)
	case *ast.CallExpr:
		if n.Lparen < pos && pos <= n.Rparen {
			if s, ok := among(n.Lparen, n.Args); ok {
				return s, true
			}
			if behind(n.Args, pos) {
				return next(n, len(n.Args))
			}
		}
	case *ast.CompositeLit:
		if n.Lbrace < pos && pos <= n.Rbrace {
			if s, ok := among(n.Lbrace, n.Elts); ok {
				return s, true
			}
			if behind(n.Elts, pos) {
				return next(n, len(n.Elts))
			}
		}
	}
	return spot{}, false
}

// behind reports whether a position is behind the last of a list.
func behind(list []ast.Expr, pos token.Pos) bool {
	return len(list) == 0 || list[len(list)-1].End() < pos
}

func (f *Flow) line(pos token.Pos) int { return f.pass.Fset.Position(pos).Line }

// around returns what is around the spot, parentheses apart.
func (s *spot) around() ast.Node {
	i := len(s.stack) - 1
	for i > 0 && isParen(s.stack[i]) {
		i--
	}
	return s.stack[i] // at last a declaration
}

func isParen(n ast.Node) bool {
	_, ok := n.(*ast.ParenExpr)
	return ok
}

// beside returns the expressions among which the one at a spot stands.
func (s *spot) beside(info *types.Info) []ast.Expr {
	n, e := s.expr, ast.Node(s.expr)
	stack := s.stack
	if s.next >= 0 {
		stack = append(slices.Clone(stack), n)
	}
	for i, n := range slices.Backward(stack) {
		switch n := n.(type) {
		case *ast.ParenExpr:
		case *ast.CallExpr:
			if info.Types[n.Fun].IsType() {
				break // a conversion
			}
			return n.Args
		case *ast.KeyValueExpr:
			if n.Key != e {
				return nil
			}
		case *ast.CompositeLit:
			return keysOf(n.Elts)
		case *ast.CaseClause:
			var list []ast.Expr
			for _, clause := range stack[i-1].(*ast.BlockStmt).List {
				if clause, ok := clause.(*ast.CaseClause); ok {
					list = append(list, clause.List...)
				}
			}
			return list
		default:
			return nil
		}
		e = n
	}
	return nil
}

// keysOf returns the keys of elements that have some, and the others.
func keysOf(elts []ast.Expr) []ast.Expr {
	keys := slices.Clone(elts)
	for i, e := range keys {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			keys[i] = kv.Key
		}
	}
	return keys
}
