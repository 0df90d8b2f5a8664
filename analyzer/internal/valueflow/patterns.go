package valueflow

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A regular expression that is nothing but names compares a text with each of them.

// names is what such an expression looks like: names side by side, with or without
// a group around them, and anchors.
var names = regexp.MustCompile(`^(\^)?(?:\((?:\?:)?)?([A-Za-z0-9_]+(?:\|[A-Za-z0-9_]+)*)\)?(\$)?$`)

// matchPattern notes what the regular expression of a call compares a text with.
func (b *builder) matchPattern(f *frame, call *ast.CallExpr, row library.Row) {
	x, at := b.text(f, call, int(row.Arg)), call
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && row.Arg == row.With {
		if call = b.compiled(sel.X); call == nil {
			return
		}
	}
	if b.errors.matter {
		b.searchPattern(x, at, call)
		return
	}
	lit, pattern, ok := b.plainLiteral(call, 0)
	if !ok {
		return
	}
	m := names.FindStringSubmatchIndex(pattern)
	if m == nil {
		return
	}
	begins, ends := m[2] >= 0, m[6] >= 0
	if group := strings.ContainsAny(pattern, "()"); !group && strings.Contains(pattern, "|") {
		begins, ends = false, false // an anchor is one name's
	}
	use := Substring
	switch {
	case begins && ends:
		use = Equal
	case begins:
		use = Prefix
	case ends:
		use = Suffix
	}
	offset := m[4]
	for name := range strings.SplitSeq(pattern[m[4]:m[5]], "|") {
		b.compare(use, x, b.within(lit, offset, name))
		offset += len(name) + 1
	}
}

// compiled returns the call that compiles the regular expression e, nil if it is not
// in view: e itself, or the only value of the variable e.
func (b *builder) compiled(e ast.Expr) *ast.CallExpr {
	if v := b.variableOf(e); v != nil {
		e = b.onlyValue(v)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return nil
	}
	if fn, ok := typeutil.Callee(b.info, call).(*types.Func); !ok || library.Path(fn.Pkg().Path()) != "regexp" {
		return nil
	}
	return call
}
