package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// The status of an answer that stands for one of Stytch's is in the same object as the
// code or, if that has none, it is that of the answer:
//
//	w.WriteHeader(404)
//	fmt.Fprint(w, `{"error_type": "session_not_found", "error_message": "no"}`)

// fakeError notes what becomes the code and the status of an answer, which is nil if
// the object has none. It is made at e.
func (b *builder) fakeError(f *frame, e, status, code ast.Expr) {
	if !b.statuses.matter || !b.isFake(e) {
		return
	}
	x := binding{frame: f, expr: code, at: e, within: e}
	if status == nil {
		b.statuses.alone = append(b.statuses.alone, x)
		return
	}
	b.getsTo(x, errorField{answerSink, Code})
	x.expr = status
	b.getsTo(x, errorField{answerSink, Status})
}

// fakeText is fakeError for a text in which the code comes at an offset, and maybe a
// number as the status.
func (b *builder) fakeText(f *frame, e, status, code ast.Expr, text string, offset int) {
	from, to, ok := errfield.StatusInJSON(text, offset)
	if status != nil || !ok {
		b.fakeError(f, e, status, code)
		return
	}
	number, err := strconv.Atoi(text[from:to])
	if err != nil || !b.statuses.matter || !b.isFake(e) {
		return
	}
	if n := b.value(f, code); n != nil {
		b.statuses.fixed = append(b.statuses.fixed, fixed{answerSink, Part{Expr: e, Pos: e.Pos(), End: e.End(), Number: number}, n})
	}
}

// answerAlone gives the codes without a status that of the answer that they are
// written to.
func (b *builder) answerAlone() {
	for _, x := range b.statuses.alone {
		if cur, ok := b.cursor(x.at); ok {
			if status := b.statusAround(cur); status != nil {
				b.getsTo(x, errorField{answerSink, Code})
				x.expr = status
				b.getsTo(x, errorField{answerSink, Status})
			}
		}
	}
}

// lacksStatus reports whether e is a literal of a struct that does not set the status.
func (b *builder) lacksStatus(e ast.Expr) bool {
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return false
	}
	status, _ := errfield.Made(b.info, lit)
	return status == nil
}

// embeddedErrors returns the errors in JSON.
func (b *builder) embeddedErrors() []Error {
	var list []Error
	for lit, codes := range b.embedded {
		for _, c := range codes {
			if b.answers[c.value] || b.doubtful(lit) || c.pos == lit.Pos() {
				continue // the parser drops carriage returns from raw strings
			}
			code := Part{Expr: lit, Pos: c.pos, End: c.end, Text: c.value}
			if status, ok := b.statusBeside(lit, int(c.pos-lit.Pos())); ok {
				list = append(list, Error{Status: status, Code: code, Answer: b.repeated(lit, status)})
			}
		}
	}
	return list
}

// statusBeside returns the status of the error that has its code at an offset in JSON.
func (b *builder) statusBeside(lit *ast.BasicLit, offset int) (Part, bool) {
	if from, to, ok := errfield.StatusInJSON(lit.Value, offset); ok {
		number, err := strconv.Atoi(lit.Value[from:to])
		return Part{Expr: lit, Pos: lit.Pos() + token.Pos(from), End: lit.Pos() + token.Pos(to), Number: number}, err == nil
	}
	cur, ok := b.cursor(lit)
	if !ok {
		return Part{}, false
	}
	status := b.statusAround(cur)
	if status == nil {
		return Part{}, false
	}
	return b.statusPart(status)
}

// repeated returns the status of the answer that a code is written to, if that is the
// same as the one that the code has.
func (b *builder) repeated(code ast.Node, status Part) Part {
	if cur, ok := b.cursor(code); ok {
		e := b.statusAround(cur)
		if e == nil {
			e = b.statusReturned(cur)
		}
		if e != nil && e != status.Expr {
			if part, ok := b.statusPart(e); ok && part.Number == status.Number {
				return part
			}
		}
	}
	return Part{}
}

// statusReturned returns the status of HTTP that is returned beside an answer; nil if there
// is none.
func (b *builder) statusReturned(answer inspector.Cursor) ast.Expr {
	for cur := answer.Parent(); ; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if part, ok := b.statusPart(e); ok && 400 <= part.Number && part.Number < 600 {
					return e
				}
			}
			return nil
		case ast.Stmt, *ast.FuncLit, *ast.File:
			return nil
		}
	}
}

// statusAround returns the status of the answer that a text is written to: in the call
// or the response that it is part of, or by the last call before it in its block; nil if
// it has none that is known.
func (b *builder) statusAround(text inspector.Cursor) ast.Expr {
	for cur := text.Parent(); ; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if status := b.statusOfAnswer(n); status != nil {
				return status
			}
			if status := b.statusAt(n); status != nil {
				return status
			}
		case *ast.CompositeLit:
			if status := b.statusOfResponse(n); status != nil {
				return status
			}
			if status := b.statusAt(n); status != nil {
				return status
			}
		case *ast.BlockStmt, *ast.CaseClause, *ast.FuncLit, ast.Decl:
			return nil
		case ast.Stmt:
			if status := b.statusBefore(cur); status != nil {
				return status
			}
		}
	}
}

// writes notes the status that a call answers with.
func (b *builder) writes(f *frame, call *ast.CallExpr) {
	if b.statuses.matter && b.stytch {
		b.written(f, b.statusOfAnswer(call))
	}
}

// written notes that e, if there is one, becomes the status of an answer that may be a
// fake.
func (b *builder) written(f *frame, e ast.Expr) {
	if e != nil && b.info.Types[e].Value == nil {
		b.getsTo(binding{frame: f, expr: e, at: e}, errorField{writtenSink, Status})
	}
}

// findWritten finds the statuses that get to answers by calls and literals.
func (b *builder) findWritten() {
	b.statuses.written = make(map[ast.Node][]ast.Expr)
	for _, sides := range b.sides(func(s *sink) bool { return s.key == writtenSink }) {
		for _, x := range sides[Status] {
			if list := b.places(x); x.at == x.expr && len(list) > 0 {
				at := list[0].node
				if !slices.Contains(b.statuses.written[at], x.expr) {
					b.statuses.written[at] = append(b.statuses.written[at], x.expr)
				}
			}
		}
	}
}

// statusAt returns the only status that gets to an answer by a call or a literal.
func (b *builder) statusAt(n ast.Node) ast.Expr {
	if list := b.statuses.written[n]; len(list) == 1 {
		return list[0]
	}
	return nil
}

// maxBefore bounds how many statements are looked at before one that writes a text.
const maxBefore = 20

// statusBefore returns the status that is written last before a statement in its block.
func (b *builder) statusBefore(stmt inspector.Cursor) ast.Expr {
	for range maxBefore {
		prev, ok := stmt.PrevSibling()
		if !ok {
			return nil
		}
		stmt = prev
		if s, ok := prev.Node().(*ast.ExprStmt); ok {
			if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
				if status := b.statusOfAnswer(call); status != nil {
					return status
				}
			}
		}
	}
	return nil
}

// statusOfAnswer returns the status that a call answers with; nil if it is no answer.
func (b *builder) statusOfAnswer(call *ast.CallExpr) ast.Expr {
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok {
		return nil
	}
	row := library.Of(fn)
	if !row.Answers() || row.Answer.Scale != library.HTTPStatus || row.Arg < 0 || int(row.Arg) >= len(call.Args) {
		return nil
	}
	return call.Args[row.Arg]
}

// statusOfResponse returns the status of a literal of an http.Response; nil if it is
// none.
func (b *builder) statusOfResponse(lit *ast.CompositeLit) ast.Expr {
	if library.Type(b.typeOf(lit)) != "net/http.Response" {
		return nil
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == "StatusCode" {
				return kv.Value
			}
		}
	}
	return nil
}
