package valueflow

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// An Error is a status and a code that the program puts beside each other, both
// constants, where they become those of one error or meet those of one.
type Error struct {
	Status, Code Part
	// Row says that they stand in a row or an entry of a table, and not in the error.
	Row bool
	// Fixed says that the status is always the same where the code gets to.
	Fixed bool
	// Carried says that the error is a struct of the program's own, and Copied that this
	// has other statuses and codes, too.
	Carried, Copied bool
	// Answer is the same status once more: that of the answer which the error is
	// written to. It has no Expr if that has none.
	Answer Part
}

// A Part is a part of an error.
type Part struct {
	Expr     ast.Expr // the constant, or the text that it stands in
	Pos, End token.Pos
	Number   int    // the status
	Text     string // the code
}

// findErrors returns the statuses and codes that the package puts beside each other.
func (b *builder) findErrors() []Error {
	var list []Error
	if b.statuses.matter {
		b.findWritten()
		list = b.embeddedErrors()
	}
	for s, sides := range b.sides(func(s *sink) bool { return s.key.isError() }) {
		list = append(list, b.errorsAt(s, sides)...)
	}
	list = append(list, b.fixedErrors()...)
	compare := func(x, y Error) int {
		return cmp.Or(cmp.Compare(x.Code.Pos, y.Code.Pos), cmp.Compare(x.Status.Pos, y.Status.Pos), compareBools(x.Copied, y.Copied), compareBools(x.Carried, y.Carried), compareBools(x.Fixed, y.Fixed), compareBools(x.Row, y.Row))
	}
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(x, y Error) bool { return x.Code.Pos == y.Code.Pos && x.Status.Pos == y.Status.Pos })
}

// errorsAt returns those that get to a sink: each code with the only status at the
// innermost place that has one.
func (b *builder) errorsAt(s *sink, sides *[2][]*binding) []Error {
	statuses, codes := make(map[place][]*binding), make(map[place]int)
	for _, x := range sides[Status] {
		for _, p := range b.placesOfStatus(x) {
			statuses[p] = append(statuses[p], x)
		}
	}
	places := make([][]place, len(sides[Code]))
	for i, x := range sides[Code] {
		places[i] = b.places(x)
		for _, p := range places[i] {
			codes[p]++
		}
	}
	var list []Error
	for i, x := range sides[Code] {
		for _, p := range places[i] {
			at := statuses[p]
			if len(at) == 0 {
				continue
			}
			if alone := codes[p] == 1 || !isBlock(p.node); alone && len(at) == 1 && at[0].settled() && x.settled() {
				list = b.addError(list, s, p, at[0], x)
			}
			break
		}
	}
	return list
}

// isBlock reports whether statements of n are what binds values.
func isBlock(n ast.Node) bool {
	switch n.(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}

// settled reports whether what is bound is not set again: what a variable is set to
// says nothing otherwise.
func (x *binding) settled() bool {
	_, isVar := x.at.(*ast.Ident)
	return !isVar || x.at == x.expr || x.within != nil || len(x.to.in) == 1
}

// placesOfStatus returns the places that a status has: those of its statement, or the
// innermost one, and the entry of a map that this is. In a list it is that of one row.
func (b *builder) placesOfStatus(x *binding) []place {
	list := b.places(x)
	if x.at != x.expr || len(list) < 2 {
		return list
	}
	if _, ok := list[1].node.(*ast.KeyValueExpr); ok {
		return list[:2]
	}
	return list[:1]
}

// addError adds what a status and a code are, if both are constants.
func (b *builder) addError(list []Error, s *sink, at place, status, code *binding) []Error {
	part, known := b.statusPart(status.expr)
	text, ok := library.StringValue(b.info.Types[code.expr].Value)
	if known && !ok {
		b.statuses.fixed = append(b.statuses.fixed, fixed{s.key, part, code.n})
	}
	if !known || !ok || text == "" || s.key == answerSink && b.answers[text] && b.inTest(code.expr) {
		return list
	}
	_, isCall := at.node.(*ast.CallExpr)
	field, _ := code.object.(*types.Var)
	isError := code.to == s.contexts[0].ends[Code] || field != nil && b.statuses.fields[field.Origin()].Of != ""
	e := Error{
		Status:  part,
		Code:    Part{Expr: code.expr, Pos: code.expr.Pos(), End: code.expr.End(), Text: text},
		Row:     !isCall && !isError,
		Carried: s.key == carrierSink,
		Copied:  s.key == copySink,
	}
	if s.key == answerSink {
		e.Answer = b.repeated(code.at, part)
	}
	return append(list, e)
}

// A fixed is a status that codes get to, whichever these are.
type fixed struct {
	of     sinkKey
	status Part
	code   *node
}

// fixedErrors returns the codes that get to such statuses. Where the program asks which
// one it is, it may know better.
func (b *builder) fixedErrors() []Error {
	if len(b.statuses.fixed) == 0 {
		return nil
	}
	asked := make(map[*node]bool)
	for _, c := range b.comparisons {
		asked[c.a], asked[c.b] = true, true
	}
	var list []Error
	steps := maxBackwards
	for _, x := range b.statuses.fixed {
		var codes []*leaf
		var ways []*node
		b.backwards([]*node{x.code}, &steps, func(n *node) {
			ways = append(ways, n)
			if n.leaf != nil && n.leaf.expr != nil && n.leaf.within == nil {
				codes = append(codes, n.leaf)
			}
		})
		ways = b.reach(ways, max(steps, 0), downstream)
		if steps -= len(ways); steps <= 0 {
			break // not all that it is compared with is known
		}
		if slices.ContainsFunc(ways, func(n *node) bool { return asked[n] || n.kind == uppered || n.kind == partial }) {
			continue
		}
		for _, code := range codes {
			if code.value == "" || x.of == answerSink && b.answers[code.value] && b.inTest(code.expr) {
				continue
			}
			list = append(list, Error{
				Status:  x.status,
				Code:    Part{Expr: code.expr, Pos: code.expr.Pos(), End: code.expr.End(), Text: code.value},
				Fixed:   true,
				Carried: x.of == carrierSink,
				Copied:  x.of == copySink,
			})
		}
	}
	return list
}

// statusPart returns a status that is a constant.
func (b *builder) statusPart(e ast.Expr) (Part, bool) {
	value := b.info.Types[e].Value
	if value == nil {
		return Part{}, false
	}
	n, exact := constant.Int64Val(constant.ToInt(value))
	return Part{Expr: e, Pos: e.Pos(), End: e.End(), Number: int(n)}, exact
}
