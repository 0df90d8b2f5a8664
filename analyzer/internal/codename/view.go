package codename

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// A View knows which operations of Stytch's API each function asks for.
type View struct {
	Root inspector.Cursor
	Info *types.Info

	built     bool
	functions []function // in the order of their positions
}

type function struct {
	decl *ast.FuncDecl
	asks []catalog.Operation
}

// operation returns the only operation that the function around a position asks
// for.
func (v *View) operation(pos token.Pos) (catalog.Operation, bool) {
	if !v.built {
		v.built = true
		v.build()
	}
	i, found := slices.BinarySearchFunc(v.functions, pos, func(f function, pos token.Pos) int {
		switch {
		case f.decl.End() <= pos:
			return -1
		case pos < f.decl.Pos():
			return 1
		}
		return 0
	})
	if !found || len(v.functions[i].asks) != 1 {
		return catalog.Operation{}, false
	}
	return v.functions[i].asks[0], true
}

func (v *View) build() {
	for cur := range v.Root.Preorder((*ast.FuncDecl)(nil), (*ast.CallExpr)(nil)) {
		if decl, ok := cur.Node().(*ast.FuncDecl); ok {
			v.functions = append(v.functions, function{decl: decl})
			continue
		}
		n := len(v.functions)
		if n == 0 || cur.Node().Pos() >= v.functions[n-1].decl.End() {
			continue
		}
		fn, ok := typeutil.Callee(v.Info, cur.Node().(*ast.CallExpr)).(*types.Func)
		if !ok {
			continue
		}
		f := &v.functions[n-1]
		op, ok := sdk.OperationOf(fn)
		if ok && !slices.ContainsFunc(f.asks, func(other catalog.Operation) bool { return other.Name == op.Name }) {
			f.asks = append(f.asks, op)
		}
	}
	slices.SortFunc(v.functions, func(a, b function) int { return cmp.Compare(a.decl.Pos(), b.decl.Pos()) })
}

// narrow leaves, of the several codes that an invented name may mean, those that
// the operation in view ends with. Where it is not known what that ends with, a
// code that every call may end with says nothing of this one.
func (v *View) narrow(m catalog.Match, pos token.Pos) catalog.Match {
	if m.Reason != catalog.Invented || len(m.Codes) < 2 {
		return m
	}
	op, ok := v.operation(pos)
	if !ok {
		return m
	}
	var left []string
	for _, code := range m.Codes {
		if slices.Contains(op.Codes, code) {
			left = append(left, code)
		}
	}
	switch {
	case len(left) > 0 && len(left) < len(m.Codes):
		m.Codes, m.Note = left, fmt.Sprintf("%s reports it as %s", op.Name, either(left))
	case len(op.Codes) == 0 && slices.ContainsFunc(m.Codes, endsAll):
		m.Codes, m.Note = nil, ""
	}
	return m
}

// endsAll reports whether every call may end with a code.
func endsAll(code string) bool {
	known, _ := catalog.Lookup(code)
	return slices.ContainsFunc(known.RaisedBy, func(call string) bool { return strings.HasSuffix(call, " *") })
}
