package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"
)

// Numbers gives expressions numbers, the same to those that say the same once
// the right codes are written: in whatever order things are compared, with or
// without parentheses and conversions of strings, under a name or not.
type numbers struct {
	info   *types.Info
	meant  map[ast.Expr]string // the codes to write in the place of expressions
	status map[ast.Expr]int    // the statuses
	ids    map[string]int
	traits map[ast.Expr]trait
}

func newNumbers(info *types.Info, meant map[ast.Expr]string) *numbers {
	return &numbers{info: info, meant: meant, ids: make(map[string]int), traits: make(map[ast.Expr]trait)}
}

// A trait is what is known of an expression.
type trait struct {
	id    int
	pair  int  // of it and its contrary
	wrong int  // how many wrong names are in it
	pure  bool // evaluating it once more or once less changes nothing
	value bool // of a condition that its one wrong name decides
	fixed bool // whether it is one
}

// of returns the trait of an expression, which may be nil.
func (n *numbers) of(e ast.Expr) trait {
	if e == nil {
		id := n.id("none")
		return trait{id: id, pair: id, pure: true}
	}
	e = ast.Unparen(e)
	t, ok := n.traits[e]
	if !ok {
		if t = n.make(e); t.pair == 0 {
			t.pair = t.id
		}
		n.traits[e] = t
	}
	return t
}

// id numbers a description.
func (n *numbers) id(parts ...any) int {
	s := fmt.Sprintln(parts...)
	if _, ok := n.ids[s]; !ok {
		n.ids[s] = len(n.ids) + 1
	}
	return n.ids[s]
}

// join describes an expression that is made of others.
func (n *numbers) join(what any, parts ...ast.Expr) trait {
	list := []any{what}
	t := trait{pure: true}
	for _, e := range parts {
		p := n.of(e)
		list = append(list, p.id)
		t.wrong += p.wrong
		t.pure = t.pure && p.pure
	}
	t.id = n.id(list...)
	return t
}

func (n *numbers) make(e ast.Expr) trait {
	if code, ok := n.meant[e]; ok {
		return trait{id: n.id("constant", strconv.Quote(code)), wrong: 1, pure: true}
	}
	if status, ok := n.status[e]; ok {
		return trait{id: n.id("constant", strconv.Itoa(status)), pure: true}
	}
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && n.converts(call) {
		return n.of(call.Args[0])
	}
	if v := n.info.Types[e].Value; v != nil {
		return trait{id: n.id("constant", v.ExactString()), pure: true}
	}
	switch e := e.(type) {
	case *ast.Ident:
		return trait{id: n.object(e), pure: true}
	case *ast.SelectorExpr:
		if id, ok := e.X.(*ast.Ident); ok {
			if _, ok := n.info.Uses[id].(*types.PkgName); ok {
				return trait{id: n.object(e.Sel), pure: true}
			}
		}
		return n.join(n.object(e.Sel), e.X)
	case *ast.StarExpr:
		return n.join("pointee", e.X)
	case *ast.IndexExpr:
		return n.join("index", e.X, e.Index)
	case *ast.UnaryExpr:
		t := n.join(e.Op, e.X)
		x := n.of(e.X)
		t.fixed, t.value = x.fixed && e.Op == token.NOT, !x.value
		t.pure = t.pure && e.Op != token.ARROW
		if e.Op == token.NOT {
			t.pair = x.pair
		}
		return t
	case *ast.BinaryExpr:
		return n.binary(e)
	case *ast.CallExpr:
		return n.call(e)
	case *ast.CompositeLit:
		return n.join(types.TypeString(n.info.TypeOf(e), nil), e.Elts...)
	case *ast.KeyValueExpr:
		return n.join("element", e.Key, e.Value)
	}
	return trait{id: n.id(fmt.Sprintf("%p", e))}
}

func (n *numbers) object(id *ast.Ident) int {
	return n.id(fmt.Sprintf("object %p", n.info.ObjectOf(id)))
}

// converts reports whether a call only converts between types of strings.
func (n *numbers) converts(call *ast.CallExpr) bool {
	return n.info.Types[call.Fun].IsType() && isString(n.info.TypeOf(call)) && isString(n.info.TypeOf(call.Args[0]))
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

func (n *numbers) binary(e *ast.BinaryExpr) trait {
	t := n.join(e.Op, e.X, e.Y)
	x, y := n.of(e.X), n.of(e.Y)
	switch e.Op {
	case token.EQL, token.NEQ:
		t.id = n.id(e.Op, min(x.id, y.id), max(x.id, y.id))
		t.pair = n.id("pair", min(x.id, y.id), max(x.id, y.id))
		t.fixed, t.value = n.isWrong(e.X) || n.isWrong(e.Y), e.Op == token.NEQ
	case token.LAND, token.LOR:
		or := e.Op == token.LOR
		t.value = or
		t.fixed = x.fixed && x.value == or || y.fixed && y.value == or
	}
	t.fixed = t.fixed && t.wrong == 1
	return t
}

// isWrong reports whether an expression is a name that is to be replaced.
func (n *numbers) isWrong(e ast.Expr) bool {
	_, ok := n.meant[inner(n.info, e)]
	return ok
}

// call describes a call. Of those that are known to do nothing else than to
// ask, such as strings.HasPrefix, a wrong name decides the answer.
func (n *numbers) call(e *ast.CallExpr) trait {
	t := n.join("call", append([]ast.Expr{e.Fun}, e.Args...)...)
	fn, ok := typeutil.Callee(n.info, e).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "strings" || fn.Signature().Recv() != nil {
		t.pure = false
		return t
	}
	switch fn.Name() {
	case "HasPrefix", "HasSuffix", "Contains", "EqualFold":
		t.fixed = t.wrong == 1 && len(e.Args) == 2 && (n.isWrong(e.Args[1]) || fn.Name() == "EqualFold" && n.isWrong(e.Args[0]))
	}
	return t
}
