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
// a group around them, and anchors. It may ignore case.
var names = regexp.MustCompile(`^(\(\?i\))?(\^)?(?:\((?:\?:)?)?([A-Za-z0-9_]+(?:\|[A-Za-z0-9_]+)*)\)?(\$)?$`)

// matchPattern notes what the regular expression of a call compares a text with.
func (b *builder) matchPattern(f *frame, call *ast.CallExpr, row library.Row) {
	x := b.text(f, call, int(row.Arg))
	from, i := b.patternOf(call, row)
	if from == nil || i >= len(from.Args) {
		return
	}
	b.searchPattern(x, call, from.Args[i])
	lit, pattern, ok := b.plainLiteral(from, i)
	if !ok || b.errors.matter {
		return
	}
	m := names.FindStringSubmatchIndex(pattern)
	if m == nil {
		return
	}
	folds, begins, ends := m[2] >= 0, m[4] >= 0, m[8] >= 0
	if group := strings.Contains(pattern, ")"); !group && strings.Contains(pattern, "|") {
		begins, ends = false, false // an anchor is one name's
	}
	use := Substring
	switch {
	case begins && ends && folds:
		use = Fold
	case folds:
		return
	case begins && ends:
		use = Equal
	case begins:
		use = Prefix
	case ends:
		use = Suffix
	}
	offset := m[6]
	for name := range strings.SplitSeq(pattern[m[6]:m[7]], "|") {
		b.compare(use, x, b.within(lit, offset, name))
		offset += len(name) + 1
	}
}

// patternOf returns the call that has the regular expression among its arguments, and
// which it is: the one that matches a text, or one that compiles it, if that is in view.
func (b *builder) patternOf(call *ast.CallExpr, row library.Row) (from *ast.CallExpr, arg int) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && row.Arg == row.With {
		return b.compiled(sel.X), 0
	}
	i := int(row.With)
	if i < len(call.Args) && b.info.Types[call.Args[i]].Value == nil {
		return b.compiled(call.Args[i]), 0
	}
	return call, i
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
