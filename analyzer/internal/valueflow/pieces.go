package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A piece of a code is no code, but it tells what codes begin with, end with or
// have in them:
//
//	if kind, _, _ := strings.Cut(code, "_"); kind == "session" {
//
// And the pieces of a constant text may be codes:
//
//	for name := range strings.SplitSeq("session_not_found,email_not_found", ",") {
//
// A piece has a label of its own; whose it is, a walk backwards tells.

// A piece says what a node is a piece of, and what it is asked for if that is
// compared with something.
type piece struct {
	of  *node
	use Use
}

// pieceOf returns a node for a piece of x.
func (b *builder) pieceOf(x *node, use Use) *node {
	n := b.node()
	if b.errors.matter {
		b.edge(x, n) // whatever is left of an error's text
		return n
	}
	n.labels = fromPiece
	b.pieces = put(b.pieces, n, piece{x, use})
	return n
}

// onlyPiece returns what n is a piece of, if it can be one of one text only.
func (b *builder) onlyPiece(n *node) (found piece, ok bool) {
	steps, count := maxSteps, 0
	b.backwards([]*node{n}, &steps, func(n *node) {
		if p, ok := b.pieces[n]; ok {
			found = p
			count++
		}
	})
	return found, count == 1 && steps > 0
}

// cut evaluates a function that takes something from the beginning or the end of a
// text. It reports whether it is one.
func (b *builder) cut(f *frame, call *ast.CallExpr, row library.Row) (results []*node, ok bool) {
	use := Substring // for what is taken
	switch row.Does {
	case library.CutPrefix, library.TrimPrefix:
		use = Prefix
	case library.CutSuffix, library.TrimSuffix:
		use = Suffix
	case library.CutText:
	default:
		return nil, false
	}
	x := b.text(f, call, int(row.Arg))
	if row.Does != library.TrimPrefix && row.Does != library.TrimSuffix { // which does without it, too
		b.compare(use, x, b.text(f, call, int(row.With)))
	}
	if x == nil {
		return nil, true
	}
	switch use {
	case Prefix:
		return []*node{b.pieceOf(x, Suffix)}, true
	case Suffix:
		return []*node{b.pieceOf(x, Prefix)}, true
	}
	return []*node{b.pieceOf(x, Prefix), b.pieceOf(x, Suffix)}, true
}

// split evaluates a function that splits a text.
func (b *builder) split(f *frame, call *ast.CallExpr, row library.Row) *node {
	list := b.node()
	x := b.text(f, call, int(row.Arg))
	if len(call.Args) <= int(row.Arg) {
		return list
	}
	if lit, value, ok := b.plainLiteral(call.Args[row.Arg]); ok {
		if parts, ok := b.parts(call, row, value); ok {
			for i, offset := 0, 0; i < len(parts); i++ {
				offset += strings.Index(value[offset:], parts[i])
				b.edge(b.within(lit, offset, parts[i]), b.elem(list))
				offset += len(parts[i])
			}
			return list
		}
	}
	if x == nil {
		x = b.unknown(b.typeOf(call.Args[0]))
	}
	b.edge(b.pieceOf(x, Substring), b.elem(list))
	return list
}

// parts returns what a constant is split into.
func (b *builder) parts(call *ast.CallExpr, row library.Row, value string) ([]string, bool) {
	if row.Does == library.SplitFields {
		return strings.Fields(value), true
	}
	if row.Name != "Split" && row.Name != "SplitSeq" || int(row.With) >= len(call.Args) {
		return nil, false
	}
	sep, ok := library.StringValue(b.info.Types[call.Args[row.With]].Value)
	if !ok || sep == "" {
		return nil, false
	}
	return strings.Split(value, sep), true
}

// plainLiteral returns e if it is a literal, or a constant declared with one, in which
// each character stands for itself.
func (b *builder) plainLiteral(e ast.Expr) (*ast.BasicLit, string, bool) {
	e = ast.Unparen(e)
	if id, ok := e.(*ast.Ident); ok {
		if c, ok := b.info.Uses[id].(*types.Const); ok {
			e = b.onlyValue(c)
		}
	}
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return nil, "", false
	}
	value, ok := library.StringValue(b.info.Types[lit].Value)
	return lit, value, ok && len(lit.Value) == len(value)+2 && lit.Value[1:len(lit.Value)-1] == value
}

// A span is a part of a literal.
type span struct {
	lit    *ast.BasicLit
	offset int
}

// within returns a node for the text at an offset of the value of a plain literal.
func (b *builder) within(lit *ast.BasicLit, offset int, text string) *node {
	n := b.node()
	n.leaf = b.inside(lit, offset, lit.Pos()+1+token.Pos(offset), text, text)
	if text != "" {
		n.labels = fromProgram
		if b.inTest(lit) {
			n.labels = fromTest
		}
	}
	return n
}

// inside returns a leaf for a text in a literal, of which a part with an offset stands
// for it.
func (b *builder) inside(lit *ast.BasicLit, offset int, pos token.Pos, part, text string) *leaf {
	e := b.spans[span{lit, offset}]
	if e == nil {
		e = &ast.BasicLit{ValuePos: pos, Kind: token.STRING, Value: part}
		b.spans = put(b.spans, span{lit, offset}, e)
	}
	return &leaf{expr: e, value: text, within: lit}
}
