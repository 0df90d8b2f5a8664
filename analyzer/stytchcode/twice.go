package stytchcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A group holds what must not say the same twice: the conditions of one chain of
// branches or of one switch, the guards of one list of statements, the arguments
// of a call, the elements of a literal. A second case or key does not compile, and
// a second condition never decides.
type group struct {
	kept   map[claim]*kept
	guards bool // they stand too far apart for one to go because of another
}

// A claim is what a name says once the right code is written: that something is
// this code, or is not, as that is no better beside it.
type claim struct{ about, code string }

// Kept is the name that stays for a claim: the right one or else the first.
type kept struct {
	name  string
	right bool
	mixed bool // others say the same
	in    *series
	index int
}

// A place is where a name that is to be replaced stands.
type place struct {
	name  string
	kept  *kept
	in    *series // nil if it cannot be taken out
	index int
}

// double reports whether another name says the same, and stays. Where the same
// name says it again, the program does so now.
func (p place) double() bool { return p.kept.name != p.name }

// look finds the places of the names that are to be replaced.
func (x *fixer) look() {
	x.at = make(map[ast.Expr]inspector.Cursor)
	x.places = make(map[ast.Expr][]place)
	x.seen = make(map[ast.Expr]bool)
	if len(x.meant) == 0 {
		return
	}
	for cur := range x.root.Preorder() {
		switch n := cur.Node().(type) {
		case *ast.BlockStmt:
			x.guards(n.List)
		case *ast.CaseClause:
			x.guards(n.Body)
		case *ast.CommClause:
			x.guards(n.Body)
		case *ast.IfStmt:
			if cur.ParentEdgeKind() != edge.IfStmt_Else {
				g := group{kept: make(map[claim]*kept)}
				for s := n; s != nil; s, _ = s.Else.(*ast.IfStmt) {
					x.condition(g, s.Cond, nil, 0)
				}
			}
		case *ast.SwitchStmt:
			g := group{kept: make(map[claim]*kept)}
			for _, clause := range n.Body.List {
				clause := clause.(*ast.CaseClause)
				list := newSeries(clause.List, clause.Case, clause.Colon)
				for i, e := range clause.List {
					x.claim(g, "", e, list, i)
					x.condition(g, e, nil, 0)
				}
			}
		case *ast.CompositeLit:
			x.elements(cur, n)
		case *ast.ParenExpr: // what is in it comes next
		case ast.Expr:
			if _, ok := x.meant[n]; ok {
				x.at[n] = cur
			}
			if !x.seen[n] {
				x.condition(group{kept: make(map[claim]*kept)}, n, nil, 0)
			}
		}
	}
}

// claim enters what a name says, if e is one.
func (x *fixer) claim(g group, about string, e ast.Expr, in *series, i int) {
	e = inner(x.pass.TypesInfo, e)
	name, ok := x.name(e)
	if !ok {
		return
	}
	code, wrong := x.meant[e]
	if !wrong {
		code = name
	}
	if g.guards {
		in = nil
	}
	c := claim{about, code}
	switch k := g.kept[c]; {
	case k == nil:
		g.kept[c] = &kept{name: name, right: !wrong, in: in, index: i}
	case k.name != name && !wrong:
		*k = kept{name: name, right: true, mixed: true, in: in, index: i}
	case k.name != name:
		k.mixed = true
	}
	if wrong {
		p := place{name: name, kept: g.kept[c], in: in, index: i}
		x.places[e] = append(x.places[e], p)
		if in != nil {
			in.names[i] = p
		}
	}
}

// name returns the value of a constant string.
func (x *fixer) name(e ast.Expr) (string, bool) {
	v := x.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// guards enters the conditions of those if statements of a list that leave it, and
// of those behind them; and the keys under which maps are filled.
func (x *fixer) guards(list []ast.Stmt) {
	g := group{kept: make(map[claim]*kept), guards: true}
	for _, stmt := range list {
		switch s := stmt.(type) {
		case *ast.IfStmt:
			for ; s != nil; s, _ = s.Else.(*ast.IfStmt) {
				if len(g.kept) > 0 || leaves(s.Body) {
					x.condition(g, s.Cond, nil, 0)
				}
			}
		case *ast.AssignStmt:
			if i, ok := s.Lhs[0].(*ast.IndexExpr); ok {
				x.claim(g, "key of "+text(i.X), i.Index, nil, 0)
			}
		}
	}
}

// leaves reports whether a block ends by going elsewhere.
func leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}

// condition enters what a condition asks. As one of a series of which any decides,
// it can be taken out if asking once less changes nothing.
func (x *fixer) condition(g group, e ast.Expr, in *series, i int) {
	if _, paren := e.(*ast.ParenExpr); paren {
		in = nil // it may have become a single one
	}
	e = ast.Unparen(e)
	x.seen[e] = true
	info := x.pass.TypesInfo
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			x.condition(g, e.X, nil, 0)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			list := newSeries(x.operands(e, e.Op), token.NoPos, token.NoPos)
			list.and = e.Op == token.LAND
			for i, o := range list.exprs {
				x.condition(g, o, list, i)
			}
		case token.EQL, token.NEQ:
			about, name := inner(info, e.X), e.Y
			if _, ok := x.name(name); !ok {
				about, name = inner(info, e.Y), e.X
			}
			if in != nil && (in.and != (e.Op == token.NEQ) || !x.plain(about)) {
				in = nil
			}
			x.claim(g, text(about), name, in, i)
		}
	case *ast.CallExpr:
		x.arguments(g, e)
	}
}

// operands returns what op joins in an expression.
func (x *fixer) operands(e ast.Expr, op token.Token) []ast.Expr {
	var list []ast.Expr
	for work := []ast.Expr{e}; len(work) > 0; {
		e := work[len(work)-1]
		work = work[:len(work)-1]
		if b, ok := e.(*ast.BinaryExpr); ok && b.Op == op {
			x.seen[e] = true
			work = append(work, b.Y, b.X)
		} else {
			list = append(list, e)
		}
	}
	return list
}

// arguments enters the names that are passed together with what is no name. A
// helper of this package that only looks for something among its last arguments
// does not need one twice.
func (x *fixer) arguments(g group, call *ast.CallExpr) {
	fixed := []string{text(call.Fun)}
	for _, arg := range call.Args {
		if _, ok := x.name(arg); !ok {
			fixed = append(fixed, text(inner(x.pass.TypesInfo, arg)))
		}
	}
	about := strings.Join(fixed, ", ")
	first, last := len(call.Args), (*series)(nil)
	if fn, ok := typeutil.Callee(x.pass.TypesInfo, call).(*types.Func); ok && fn.Pkg() == x.pass.Pkg &&
		fn.Signature().Variadic() && !call.Ellipsis.IsValid() {
		param := fn.Origin().Signature().Params()
		first = param.Len() - 1
		last = newSeries(call.Args[min(first, len(call.Args)):], call.Lparen, call.Rparen)
		last.may = func(int, int) bool { return x.searched(param.At(first)) }
	}
	for i, arg := range call.Args {
		if i < first {
			x.claim(g, about, arg, nil, 0)
		} else {
			x.claim(g, about, arg, last, i-first)
		}
	}
}

// elements enters the keys of a map, the elements of a list, or what stands in the
// same field of the rows of a table.
func (x *fixer) elements(cur inspector.Cursor, lit *ast.CompositeLit) {
	t := x.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	g := group{kept: make(map[claim]*kept)}
	list := newSeries(lit.Elts, lit.Lbrace, lit.Rbrace)
	asked := sync.OnceValue(func() bool { return x.asked(cur) })
	list.may = func(int, int) bool { return asked() }
	switch t := t.Underlying().(type) {
	case *types.Map:
		list.may = func(i, j int) bool {
			a, b := lit.Elts[i].(*ast.KeyValueExpr).Value, lit.Elts[j].(*ast.KeyValueExpr).Value
			return text(a) == text(b) && x.plain(a) && asked()
		}
		for i, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				x.claim(g, "", kv.Key, list, i)
			}
		}
	case *types.Array, *types.Slice:
		_, slice := t.(*types.Slice)
		for i, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e, slice = kv.Value, false
			}
			x.claim(g, "", e, list, i)
			x.row(g, "", e)
		}
		if !slice { // the others stay where they are
			list.may = func(int, int) bool { return false }
		}
	}
}

// row enters what stands in the fields of a row. Errors may be alike.
func (x *fixer) row(g group, path string, e ast.Expr) {
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok || x.pass.TypesInfo.TypeOf(lit) == nil {
		return
	}
	t := x.pass.TypesInfo.TypeOf(lit)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	_, isStruct := t.Underlying().(*types.Struct)
	if _, isError := sdk.ErrorType(t); !isStruct || isError {
		return
	}
	for i, e := range lit.Elts {
		field := path + "." + strconv.Itoa(i)
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			field, e = path+"."+text(kv.Key), kv.Value
		}
		x.claim(g, field, e, nil, 0)
		x.row(g, field, e)
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
