package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A fixer makes the fixes of one package.
type fixer struct {
	pass   *analysis.Pass
	root   inspector.Cursor
	codes  *catalog.Set
	errors map[token.Pos]valueflow.Error // by their codes

	uses  map[*types.Const]int       // all uses of the constants that findings name
	bad   map[*types.Const][]finding // the findings among them
	meant map[ast.Expr]string        // the codes to write in the place of expressions
	made  map[ast.Expr]bool          // those of them that errors are made with
	decls map[*types.Const]ast.Expr  // the literals to write in, for constants
	fixed map[*types.Const]bool      // constants whose declaration a fix has changed

	wrong map[ast.Expr]*wrong // the expressions of meant

	usedAt map[*types.Var][]inspector.Cursor // made when the first is asked for
	known  map[*types.Var]bool               // whether a variable is only searched
}

// plan decides which names are replaced, before the first fix: what has become
// right beside a name counts as well as what was right before. A constant can
// be changed only if all of its uses are wrong.
func (x *fixer) plan(found []finding, errors []valueflow.Error) {
	x.errors = make(map[token.Pos]valueflow.Error)
	for _, e := range errors {
		x.errors[e.Code.Pos] = e
	}
	x.bad = make(map[*types.Const][]finding)
	x.uses = make(map[*types.Const]int)
	x.meant = make(map[ast.Expr]string)
	x.made = make(map[ast.Expr]bool)
	x.fixed = make(map[*types.Const]bool)
	x.decls = make(map[*types.Const]ast.Expr)
	for _, f := range found {
		target := library.Unconverted(x.pass.TypesInfo, f.site.Expr)
		if c := x.constant(target); c != nil {
			x.bad[c] = append(x.bad[c], f)
		}
		if _, ok := literal(target, ""); ok && f.verdict.Right != "" && !f.site.Embedded {
			x.meant[target] = f.verdict.Right
			x.made[target] = f.site.Use == valueflow.Built && f.site.Owner == nil
		}
	}
	if len(x.bad) > 0 {
		for _, obj := range x.pass.TypesInfo.Uses {
			if c, ok := obj.(*types.Const); ok && x.bad[c] != nil {
				x.uses[c]++
			}
		}
	}
	for c, list := range x.bad {
		e := x.declaration(c, list)
		if e == nil {
			continue
		}
		x.decls[c] = e
		for _, f := range list {
			x.meant[library.Unconverted(x.pass.TypesInfo, f.site.Expr)] = f.verdict.Right
		}
	}
	x.look()
	if len(x.decls) == 0 {
		return
	}
	// Where the code of a constant would stand twice, it is left alone, and so
	// what stands beside it is replaced.
	maps.DeleteFunc(x.decls, func(c *types.Const, _ ast.Expr) bool {
		return slices.ContainsFunc(x.bad[c], func(f finding) bool {
			return x.wrong[library.Unconverted(x.pass.TypesInfo, f.site.Expr)].claim.mixed
		})
	})
	for c, list := range x.bad {
		if x.decls[c] != nil {
			continue
		}
		for _, f := range list {
			delete(x.meant, library.Unconverted(x.pass.TypesInfo, f.site.Expr))
		}
	}
	x.look()
}

// fix returns the fix of a finding, if there is a safe one.
func (x *fixer) fix(f finding) []analysis.SuggestedFix {
	if f.site.Embedded {
		if f.verdict.Right == "" || f.site.Pos == f.site.Expr.Pos() {
			return nil // its place in the string is not known
		}
		return x.settle(replacement(f.site.Pos, f.site.End, f.verdict.Right, f.verdict.Right), f, nil)
	}
	if f.site.InKey {
		return nil // there may be the same one with what is right
	}
	target := library.Unconverted(x.pass.TypesInfo, f.site.Expr)
	right := x.meant[target]
	places := []ast.Expr{target}
	if c := x.constant(target); c != nil {
		if x.decls[c] == nil || x.fixed[c] {
			return nil
		}
		x.fixed[c] = true
		places = places[:0]
		for _, use := range x.bad[c] {
			places = append(places, library.Unconverted(x.pass.TypesInfo, use.site.Expr))
		}
		target = x.decls[c]
	} else if w := x.wrong[target]; w.double() {
		return x.removal(f, w)
	}
	text, ok := literal(target, right)
	if !ok || right == "" {
		return nil
	}
	return x.settle(replacement(target.Pos(), target.End(), right, text), f, places)
}

// replacement is the fix that writes text, for the given code.
func replacement(pos, end token.Pos, code, text string) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Replace with %q", code),
		TextEdits: []analysis.TextEdit{{Pos: pos, End: end, NewText: []byte(text)}},
	}}
}

// literal returns code as a string literal in the manner of the expression
// that it replaces: a literal, or literals that are added to each other.
func literal(e ast.Expr, code string) (text string, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING && strings.HasPrefix(e.Value, "`") {
			return "`" + code + "`", true
		}
		return strconv.Quote(code), e.Kind == token.STRING
	case *ast.BinaryExpr:
		_, left := literal(e.X, code)
		_, right := literal(e.Y, code)
		return strconv.Quote(code), left && right
	}
	return "", false
}
