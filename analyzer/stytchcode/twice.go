package stytchcode

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A code should not stand twice in a function, or in a declaration outside of all:
// a second case or key does not compile, a second condition never decides, and what
// a second call registers takes the place of the first.

// A claim is what says, in one function, that something is a code.
type claim struct {
	name  string // the one that stays: the right one or else the first
	mixed bool   // other names say the same
}

// A wrong name is one that is to be replaced.
type wrong struct {
	at    inspector.Cursor
	name  string
	claim *claim
	in    []member
}

// double reports whether another name says the same, and stays. Where the same
// name says it again, the program does so now.
func (w *wrong) double() bool { return w != nil && w.claim.name != w.name }

// look finds the names that are to be replaced, and what they stand beside.
func (x *fixer) look() {
	x.wrong = make(map[ast.Expr]*wrong)
	if len(x.meant) == 0 {
		return
	}
	var places []token.Pos
	for e := range x.meant {
		places = append(places, e.Pos())
	}
	slices.Sort(places)
	look := func(decl inspector.Cursor) {
		n := decl.Node()
		if i, _ := slices.BinarySearch(places, n.Pos()); i < len(places) && places[i] < n.End() {
			x.claims(decl)
		}
	}
	for file := range x.root.Children() {
		for decl := range file.Children() {
			if _, ok := decl.Node().(*ast.GenDecl); !ok {
				look(decl)
				continue
			}
			for spec := range decl.Children() {
				look(spec)
			}
		}
	}
	if len(x.wrong) > 0 {
		x.lineUp()
	}
}

// claims enters what the names in a function or a declaration say. A function literal
// of several statements is a function of its own; a shorter one is often a predicate.
func (x *fixer) claims(decl inspector.Cursor) {
	claims := make(map[string]*claim)
	names := []ast.Node{(*ast.BasicLit)(nil), (*ast.BinaryExpr)(nil), (*ast.FuncLit)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)}
	decl.Inspect(names, func(cur inspector.Cursor) bool {
		if f, ok := cur.Node().(*ast.FuncLit); ok && cur != decl && len(f.Body.List) > 1 {
			x.claims(cur)
			return false
		}
		e := cur.Node().(ast.Expr)
		name, ok := x.name(e)
		if !ok {
			return true
		}
		code, bad := x.meant[e]
		if !bad {
			code = name
		}
		c := claims[code]
		switch {
		case x.made[e]:
			c = &claim{name: name}
		case c == nil:
			c = &claim{name: name}
			claims[code] = c
		case c.name != name && !bad:
			*c = claim{name: name, mixed: true}
		case c.name != name:
			c.mixed = true
		}
		if bad {
			x.wrong[e] = &wrong{at: cur, name: name, claim: c}
		}
		return true
	})
}

// name returns the value of a constant string.
func (x *fixer) name(e ast.Expr) (string, bool) {
	return library.StringValue(x.pass.TypesInfo.Types[e].Value)
}
