package editor

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

// A Glance is what a package looks like before its values are followed. It tells at
// once where a [Flow] is sure to have no answer, so that none need be made for it: in
// most of what people write.
type Glance struct {
	Fset  *token.FileSet
	Files []*ast.File
	Info  *types.Info
}

// Completes reports whether [Flow.Complete] may have an answer at a position.
func (g Glance) Completes(pos token.Pos) bool {
	s, ok := g.spotAt(pos)
	return ok && !g.flow().isForeignMember(&s) && g.takesText(&s)
}

// Hovers reports whether [Flow.Hover] may have an answer at a position.
func (g Glance) Hovers(pos token.Pos) bool {
	for _, at := range []token.Pos{pos, pos + 1} {
		if s, ok := g.spotAt(at); ok && s.next < 0 {
			if _, isText := g.flow().text(s.expr); isText {
				return true
			}
		}
	}
	return false
}

// AddsCases reports whether [Flow.AddCases] may have an answer at a position.
func (g Glance) AddsCases(pos token.Pos) bool {
	around := func(n ast.Node) bool { return n != nil && n.Pos() <= pos && pos <= n.End() }
	found := false
	for _, file := range g.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			_, isFile := n.(*ast.File)
			if _, isSwitch := n.(*ast.SwitchStmt); isSwitch {
				found = found || around(n)
			}
			return !found && (isFile || around(n))
		})
	}
	return found
}

// flow returns a flow in which nothing is known of values.
func (g Glance) flow() *Flow {
	return &Flow{pass: &analysis.Pass{Fset: g.Fset, Files: g.Files, TypesInfo: g.Info}}
}

func (g Glance) spotAt(pos token.Pos) (spot, bool) { return g.flow().spotAt(pos) }

// takesText reports whether a text may be written at a spot, and go from there to a
// code.
func (g Glance) takesText(s *spot) bool {
	if s.next >= 0 {
		switch n := s.expr.(type) {
		case *ast.CallExpr:
			return g.argument(n, s.next)
		case *ast.CompositeLit:
			return g.element(n, nil)
		case *ast.BinaryExpr:
			return g.operand(n, n.Y)
		}
	}
	e := s.expr
	var pair *ast.KeyValueExpr
	for i, around := range slices.Backward(s.stack) {
		switch n := around.(type) {
		case *ast.ParenExpr:
			e = n
		case *ast.KeyValueExpr:
			pair = n
		case *ast.SelectorExpr:
			if n != s.expr {
				return false // a name in front of a point
			}
		case *ast.BinaryExpr:
			return g.operand(n, e)
		case *ast.CallExpr:
			return n.Fun != e && g.argument(n, slices.Index(n.Args, e))
		case *ast.CompositeLit:
			return n.Type != e && g.element(n, &field{pair, e})
		case *ast.IndexExpr:
			return n.X != e
		case *ast.AssignStmt:
			return slices.Contains(n.Rhs, e)
		case *ast.SendStmt:
			return n.Value == e
		case *ast.ValueSpec:
			return slices.Contains(n.Values, e)
		case *ast.CaseClause:
			of, ok := s.stack[i-2].(*ast.SwitchStmt)
			return ok && of.Tag != nil && mayBeText(g.Info.TypeOf(of.Tag))
		default:
			_, isReturn := n.(*ast.ReturnStmt)
			return isReturn
		}
	}
	return false
}

// operand reports whether one side of an operation may be a text.
func (g Glance) operand(n *ast.BinaryExpr, e ast.Expr) bool {
	other := n.X
	if other == e {
		other = n.Y
	}
	return (n.Op == token.EQL || n.Op == token.NEQ || n.Op == token.ADD) && mayBeText(g.Info.TypeOf(other))
}

// mute are packages to whose functions texts go for people: nothing comes back that is
// compared.
var mute = map[string]bool{"errors": true, "fmt": true, "log": true, "log/slog": true, "testing": true}

// argument reports whether an argument of a call may be a text.
func (g Glance) argument(n *ast.CallExpr, i int) bool {
	if fun := g.Info.Types[n.Fun]; fun.IsType() {
		return mayBeText(fun.Type)
	}
	if fn := typeutil.Callee(g.Info, n); fn != nil && fn.Pkg() != nil && mute[fn.Pkg().Path()] {
		return false
	}
	sig, ok := g.Info.TypeOf(n.Fun).(*types.Signature)
	if !ok || i < 0 {
		return true
	}
	params := sig.Params()
	if sig.Variadic() && i >= params.Len()-1 {
		rest, ok := params.At(params.Len() - 1).Type().Underlying().(*types.Slice)
		return !ok || mayBeText(rest.Elem())
	}
	return i >= params.Len() || mayBeText(params.At(i).Type())
}

// A field is an element of a composite literal, or the key or the value of one.
type field struct {
	pair *ast.KeyValueExpr // nil if it has no key
	expr ast.Expr
}

// element reports whether an element of a literal may be a text, one that is missing if
// at is nil.
func (g Glance) element(n *ast.CompositeLit, at *field) bool {
	t := g.Info.TypeOf(n)
	if t == nil {
		return true
	}
	isKey := at != nil && at.pair != nil && at.pair.Key == at.expr
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // its type is left out
	}
	switch t := t.Underlying().(type) {
	case *types.Struct:
		return !isKey
	case *types.Map:
		return mayBeText(t.Key()) && (at == nil || at.pair == nil || isKey) || mayBeText(t.Elem()) && !isKey
	case interface{ Elem() types.Type }: // a list
		return mayBeText(t.Elem()) && !isKey
	}
	return true
}

// mayBeText reports whether a value of a type may be a text: also one that is not known,
// or any.
func mayBeText(t types.Type) bool {
	if t == nil {
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Tuple: // of which the first is meant, in code that does not compile
		return t.Len() > 0 && mayBeText(t.At(0).Type())
	case *types.Basic:
		return t.Info()&types.IsString != 0 || t.Kind() == types.Invalid || t.Kind() == types.UntypedNil
	case *types.Interface:
		return true
	case *types.Slice: // of bytes
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
	}
	return false
}
