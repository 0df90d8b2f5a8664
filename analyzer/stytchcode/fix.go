package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A fixer makes the fixes of one package.
type fixer struct {
	pass *analysis.Pass

	uses   map[*types.Const]int         // all uses of the constants that findings name
	bad    map[*types.Const][]finding   // the findings among them
	fixed  map[*types.Const]bool        // constants whose declaration a fix changes
	values map[ast.Node]map[string]bool // cases and keys of switches and map literals
}

// wrong tells the fixer of all findings, since a constant can be changed only
// if all of its uses are wrong.
func (x *fixer) wrong(found []finding) {
	x.fixed = make(map[*types.Const]bool)
	x.values = make(map[ast.Node]map[string]bool)
	x.bad = make(map[*types.Const][]finding)
	x.uses = make(map[*types.Const]int)
	for _, f := range found {
		if c := x.constant(f.site.Expr); c != nil {
			x.bad[c] = append(x.bad[c], f)
		}
	}
	if len(x.bad) == 0 {
		return
	}
	for _, obj := range x.pass.TypesInfo.Uses {
		if c, ok := obj.(*types.Const); ok && x.bad[c] != nil {
			x.uses[c]++
		}
	}
}

// fix returns the fix of a finding, if there is a safe one.
func (x *fixer) fix(f finding) []analysis.SuggestedFix {
	right := f.verdict.right
	if right == "" {
		return nil
	}
	if f.site.Embedded {
		if f.site.Pos == f.site.Expr.Pos() {
			return nil // its place in the string is not known
		}
		return replacement(f.site.Pos, f.site.End, right, right)
	}
	target := inner(x.pass.TypesInfo, f.site.Expr)
	if c := x.constant(target); c != nil {
		target = x.declaration(c, f)
		if target == nil || x.fixed[c] {
			return nil
		}
		for _, use := range x.bad[c] {
			if !x.claim(use.site.Owner, right) {
				return nil
			}
		}
		x.fixed[c] = true
	} else if !x.claim(f.site.Owner, right) {
		return nil
	}
	text, ok := literal(target, right)
	if !ok {
		return nil
	}
	return replacement(target.Pos(), target.End(), right, text)
}

// replacement is the fix that writes text, for the given code.
func replacement(pos, end token.Pos, code, text string) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Replace with %q", code),
		TextEdits: []analysis.TextEdit{{Pos: pos, End: end, NewText: []byte(text)}},
	}}
}

// inner strips parentheses and conversions from a constant expression.
func inner(info *types.Info, e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// constant returns the constant of this package that e names, or nil.
func (x *fixer) constant(e ast.Expr) *types.Const {
	id, ok := inner(x.pass.TypesInfo, e).(*ast.Ident)
	if !ok {
		return nil
	}
	c, _ := x.pass.TypesInfo.Uses[id].(*types.Const)
	return c
}

// declaration returns the expression to change so that the constant c gets the
// value that finding f asks for: its literal, in the same file, if all uses of
// c are wrong in the same way and no other package can use it.
func (x *fixer) declaration(c *types.Const, f finding) ast.Expr {
	if c.Pkg() != x.pass.Pkg || c.Exported() && c.Parent() == c.Pkg().Scope() && c.Pkg().Name() != "main" {
		return nil
	}
	if x.uses[c] != len(x.bad[c]) {
		return nil
	}
	for _, other := range x.bad[c] {
		if other.verdict.right != f.verdict.right {
			return nil
		}
	}
	for _, file := range x.pass.Files {
		if file.FileStart <= c.Pos() && c.Pos() < file.FileEnd {
			if f.site.Expr.Pos() < file.FileStart || f.site.Expr.Pos() >= file.FileEnd {
				return nil
			}
			if e := valueOf(x.pass.TypesInfo, file, c); e != nil {
				return inner(x.pass.TypesInfo, e)
			}
		}
	}
	return nil
}

// valueOf returns the expression that declares the value of c, unless it
// declares that of the constants below it as well.
func valueOf(info *types.Info, file *ast.File, c *types.Const) (value ast.Expr) {
	ast.Inspect(file, func(n ast.Node) bool {
		decl, ok := n.(*ast.GenDecl)
		if !ok || decl.Tok != token.CONST {
			return value == nil
		}
		for i, spec := range decl.Specs {
			if v := valueIn(info, spec, c); v != nil && !repeated(decl.Specs[i+1:]) {
				value = v
			}
		}
		return false
	})
	return value
}

// valueIn returns the expression in spec that declares the value of c, or nil.
func valueIn(info *types.Info, spec ast.Spec, c *types.Const) ast.Expr {
	vs, ok := spec.(*ast.ValueSpec)
	if !ok {
		return nil
	}
	for i, name := range vs.Names {
		if info.Defs[name] == c && i < len(vs.Values) {
			return vs.Values[i]
		}
	}
	return nil
}

// repeated reports whether the specifications below a constant begin with one
// that has no values of its own and so repeats those above.
func repeated(below []ast.Spec) bool {
	if len(below) == 0 {
		return false
	}
	vs, ok := below[0].(*ast.ValueSpec)
	return ok && len(vs.Values) == 0
}

// claim reports whether code may be written into the switch or map literal
// owner, which must not hold it twice, and takes it for this fix.
func (x *fixer) claim(owner ast.Node, code string) bool {
	if owner == nil {
		return true
	}
	have := x.values[owner]
	if have == nil {
		have = make(map[string]bool)
		for _, e := range entries(owner) {
			if v, err := strconv.Unquote(exact(x.pass.TypesInfo, e)); err == nil {
				have[v] = true
			}
		}
		x.values[owner] = have
	}
	if have[code] {
		return false
	}
	have[code] = true
	return true
}

// exact returns the constant value of e as Go source, "" if it has none.
func exact(info *types.Info, e ast.Expr) string {
	if v := info.Types[e].Value; v != nil {
		return v.ExactString()
	}
	return ""
}

// entries returns the cases of a switch or the keys of a map literal.
func entries(owner ast.Node) []ast.Expr {
	var list []ast.Expr
	switch owner := owner.(type) {
	case *ast.SwitchStmt:
		for _, clause := range owner.Body.List {
			list = append(list, clause.(*ast.CaseClause).List...)
		}
	case *ast.CompositeLit:
		for _, elt := range owner.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				list = append(list, kv.Key)
			}
		}
	}
	return list
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
