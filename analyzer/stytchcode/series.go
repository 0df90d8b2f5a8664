package stytchcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A series is what stands side by side, with commas or operators between.
type series struct {
	exprs      []ast.Expr
	begin, end token.Pos              // what is around it, if anything is
	may        func(i, kept int) bool // whether one can go where another one stays

	says   map[saying]int // which of exprs says something first
	wrong  []*wrong       // those of exprs that are to be replaced
	anchor int            // the first that stays for sure; -1 if it is not known yet
}

// A saying is that something has a name.
type saying struct{ about, name string }

// A member is a place in a series.
type member struct {
	of    *series
	index int
	about string
}

func newSeries(exprs []ast.Expr, begin, end token.Pos) *series {
	return &series{
		exprs: exprs, begin: begin, end: end, anchor: -1,
		may:  func(int, int) bool { return true },
		says: make(map[saying]int), wrong: make([]*wrong, len(exprs)),
	}
}

// lineUp finds the series in which the names stand that are to be replaced.
func (x *fixer) lineUp() {
	for cur := range x.root.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.CaseClause)(nil), (*ast.CompositeLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if above, ok := cur.Parent().Node().(*ast.BinaryExpr); !ok || above.Op != n.Op {
				x.operands(n)
			}
		case *ast.CallExpr:
			x.arguments(n)
		case *ast.CaseClause:
			list := newSeries(n.List, n.Case, n.Colon)
			for i, e := range n.List {
				x.enter(list, i, "", e)
			}
		case *ast.CompositeLit:
			x.elements(cur, n)
		}
	}
}

// enter enters what a member of a series says of something, if e is a name.
func (x *fixer) enter(s *series, i int, about string, e ast.Expr) {
	e = library.Unconverted(x.pass.TypesInfo, e)
	name, ok := x.name(e)
	if !ok {
		return
	}
	if _, ok := s.says[saying{about, name}]; !ok {
		s.says[saying{about, name}] = i
	}
	if w := x.wrong[e]; w != nil {
		s.wrong[i] = w
		w.in = append(w.in, member{s, i, about})
	}
}

// operands enters what is asked of a code where any that is true decides, or any
// that is false, and asking once less changes nothing.
func (x *fixer) operands(e *ast.BinaryExpr) {
	ask := token.EQL
	switch e.Op {
	case token.LOR:
	case token.LAND:
		ask = token.NEQ
	default:
		return
	}
	var list []ast.Expr
	for work := []ast.Expr{e}; len(work) > 0; {
		o := work[len(work)-1]
		work = work[:len(work)-1]
		if b, ok := o.(*ast.BinaryExpr); ok && b.Op == e.Op {
			work = append(work, b.Y, b.X)
		} else {
			list = append(list, o)
		}
	}
	s := newSeries(list, token.NoPos, token.NoPos)
	for i, o := range list {
		cmp, ok := o.(*ast.BinaryExpr) // what is in parentheses may have become a single one
		if !ok || cmp.Op != ask {
			continue
		}
		about, name := cmp.X, cmp.Y
		if _, ok := x.name(name); !ok {
			about, name = name, about
		}
		if about = library.Unconverted(x.pass.TypesInfo, about); x.plain(about) {
			x.enter(s, i, text(about), name)
		}
	}
}

// arguments enters the names that are passed to a helper of this package that only
// looks for something among its last arguments.
func (x *fixer) arguments(call *ast.CallExpr) {
	fn, ok := typeutil.Callee(x.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() != x.pass.Pkg || !fn.Signature().Variadic() || call.Ellipsis.IsValid() {
		return
	}
	param := fn.Origin().Signature().Params()
	first := param.Len() - 1
	last := newSeries(call.Args[min(first, len(call.Args)):], call.Lparen, call.Rparen)
	last.may = func(int, int) bool { return x.searched(param.At(first)) }
	for i, arg := range last.exprs {
		x.enter(last, i, "", arg)
	}
}

// elements enters the keys of a map, or the elements of a list.
func (x *fixer) elements(cur inspector.Cursor, lit *ast.CompositeLit) {
	t := x.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	list := newSeries(lit.Elts, lit.Lbrace, lit.Rbrace)
	asked := sync.OnceValue(func() bool { return x.asked(cur) })
	switch t.Underlying().(type) {
	case *types.Map:
		list.may = func(i, j int) bool {
			a, b := lit.Elts[i].(*ast.KeyValueExpr).Value, lit.Elts[j].(*ast.KeyValueExpr).Value
			return text(a) == text(b) && x.plain(a) && asked()
		}
		for i, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				x.enter(list, i, "", kv.Key)
			}
		}
	case *types.Slice:
		list.may = func(int, int) bool { return asked() }
		for i, e := range lit.Elts {
			if _, ok := e.(*ast.KeyValueExpr); ok {
				return // the others stay where they are
			}
			x.enter(list, i, "", e)
		}
	}
}

const long = 200

// text describes an expression: the same to those that are written in the same way
// and, so that it takes no time, to all that are long.
func text(e ast.Expr) string {
	if e.End()-e.Pos() > long {
		return "..."
	}
	return types.ExprString(e)
}

// plain reports whether the text of an expression says all of it, and evaluating
// it once less changes nothing.
func (x *fixer) plain(e ast.Expr) bool {
	plain := e.End()-e.Pos() <= long
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			plain = plain && x.pass.TypesInfo.Types[n.Fun].IsType()
		case *ast.CompositeLit:
			plain = plain && len(n.Elts) == 0
		case *ast.FuncLit:
			plain = false
		case *ast.UnaryExpr:
			plain = plain && n.Op != token.ARROW
		}
		return plain
	})
	return plain
}
