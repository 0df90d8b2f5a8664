package stytchunhandled

import (
	"cmp"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// leave makes the branch of a failure leave the function.
func (x *fixer) leave(f *finding, file *ast.File) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	c := x.check
	block := c.branchOf(f.passage)
	if block == nil || !block.Rbrace.IsValid() {
		return none, false
	}
	e := edit.Of(c.pass, file)
	before := block.Lbrace
	if n := len(block.List); n > 0 {
		before = block.List[n-1].End()
	}
	if !c.endsLater(before, block) {
		return none, false
	}
	l := &leaver{check: c, src: f.source, file: e, syntax: file, fn: f.source.fn, answered: f.passage.answersFailure(), at: block}
	if c.isNamed(f.source.err, block.Rbrace) {
		l.err = f.source.err.Name()
	}
	if l.inLoop() || l.takes(library.Message) {
		return none, false // others are still to be looked at, or it would come again
	}
	if made := c.madeAnswer(l.fn, block); made != nil {
		values, ok := l.zeros()
		change := edit.Replace(made.Pos(), made.Pos(), "return "+strings.Join(append(values, ""), ", "))
		return analysis.SuggestedFix{Message: "Return the answer", TextEdits: []analysis.TextEdit{change}}, ok && !e.Aligned(change)
	}
	lines, ok := l.lines()
	if !ok {
		return none, false
	}
	indent := e.Indent(block.Rbrace)
	text := "\t" + strings.Join(lines, "\n"+indent+"\t") + "\n" + indent
	return analysis.SuggestedFix{
		Message:   "Return after the failure",
		TextEdits: []analysis.TextEdit{edit.Replace(block.Rbrace, block.Rbrace, text)},
	}, true
}

// branchOf returns the block that is run after a failure alone.
func (c *check) branchOf(p *passage) *ast.BlockStmt {
	if len(p.tests) != 1 || p.src.err == nil {
		return nil
	}
	cur, ok := p.src.function().FindNode(p.tests[0])
	if !ok || cur.ParentEdgeKind() != edge.IfStmt_Cond {
		return nil
	}
	stmt, ok := cur.Parent().Node().(*ast.IfStmt)
	if !ok {
		return nil
	}
	s := state{carriers: p.carry(p.src.err, p.src.value())}
	switch p.holds(p.tests[0], s, false) {
	case always:
		return stmt.Body
	case never:
		block, _ := stmt.Else.(*ast.BlockStmt)
		return block
	default:
		return nil
	}
}

// A leaver writes the statements that leave a function after a failure.
type leaver struct {
	check    *check
	src      *source
	file     *edit.File
	syntax   *ast.File
	fn       *function
	err      string // the name of the error; "" if something else has it there
	answered bool
	at       *ast.BlockStmt
}

// inLoop reports whether the call is made again and again.
func (l *leaver) inLoop() bool {
	for around := range l.src.cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		switch around.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
	}
	return false
}

// dropsAnswer reports whether a failure is answered by an error that is not
// returned.
func (c *check) dropsAnswer(p *passage) bool {
	block := c.branchOf(p)
	return block != nil && c.madeAnswer(p.fn, block) != nil
}

// madeAnswer returns the last statement of a block if it makes the error that answers,
// and drops it.
func (c *check) madeAnswer(fn *function, block *ast.BlockStmt) *ast.ExprStmt {
	results := fn.sig.Results()
	if results.Len() == 0 || !isError(results.At(results.Len()-1).Type()) || len(block.List) == 0 {
		return nil
	}
	stmt, ok := block.List[len(block.List)-1].(*ast.ExprStmt)
	if !ok || !isErrorValue(typeOrInvalid(c.info.TypeOf(stmt.X))) {
		return nil
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if callee := c.callee(call); callee == nil || c.replyOf(callee) == nil || c.replyOf(callee).Does != library.AnswersLate {
		return nil
	}
	return stmt
}

// lines returns the statements.
func (l *leaver) lines() ([]string, bool) {
	results := l.fn.sig.Results()
	who, key, path, kind := l.responder()
	switch {
	case results.Len() == 0 && l.answered:
		if key == ginContext && l.check.isMiddleware(l.src) {
			return []string{who + ".Abort()", "return"}, who != ""
		}
		return []string{"return"}, true
	case results.Len() == 0:
		lines, ok := l.answer(who, key)
		return append(lines, "return"), ok
	case results.Len() == 1 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]):
		return []string{"return false"}, true
	case !isError(results.At(results.Len() - 1).Type()):
		return nil, false
	}
	last := l.err
	switch {
	case kind.Is(library.AnswersErrors):
		last = "nil"
		if !l.answered {
			var ok bool
			if last, ok = l.answerOf(path); !ok {
				return nil, false
			}
		}
	default:
		connect := cmp.Or(l.imported("connectrpc.com/connect", "connect"), l.imported("github.com/bufbuild/connect-go", "connect"))
		codes, status := l.imported("google.golang.org/grpc/codes", "codes"), l.imported("google.golang.org/grpc/status", "status")
		switch isGRPC := codes != "" && status != ""; {
		case isGRPC && (connect == "" || l.takes(library.Interceptor)):
			last = status + ".Error(" + codes + `.Unauthenticated, "unauthenticated")`
		case isGRPC || l.takes(library.Interceptor) || l.err == "":
			return nil, false
		case connect != "":
			last = connect + ".NewError(" + connect + ".CodeUnauthenticated, " + l.err + ")"
		}
	}
	values, ok := l.zeros()
	ok = ok && last != ""
	return []string{"return " + strings.Join(append(values, last), ", ")}, ok
}

// takes reports whether the function has a parameter of a kind.
func (l *leaver) takes(kind library.Kind) bool {
	for p := range l.fn.sig.Params().Variables() {
		if library.KindOf(p.Type()).Is(kind) {
			return true
		}
	}
	return false
}

// zeros returns the zero values of all results but the last.
func (l *leaver) zeros() ([]string, bool) {
	var values []string
	for i := range l.fn.sig.Results().Len() - 1 {
		zero, ok := zeroOf(l.fn.sig.Results().At(i).Type())
		if !ok {
			return nil, false
		}
		values = append(values, zero)
	}
	return values, true
}

// responder returns the name of the parameter by which the request is answered,
// its type as package library names it, the path of its package, and its kind.
func (l *leaver) responder() (name, key, path string, kind library.Kind) {
	for p := range l.fn.sig.Params().Variables() {
		if !isResponder(p.Type()) {
			continue
		}
		named, ok := types.Unalias(deref(p.Type())).(*types.Named)
		if !ok || p.Name() == "" || p.Name() == "_" {
			continue
		}
		return p.Name(), library.Type(p.Type()), named.Obj().Pkg().Path(), library.KindOf(p.Type())
	}
	return "", "", "", 0
}

// imported returns the name of a package in the file, "" if it is not imported.
func (l *leaver) imported(path, name string) string {
	var missing []string
	if pkg := l.file.Imported(l.at.Pos(), path, name, &missing); len(missing) == 0 {
		return pkg
	}
	return ""
}

// zeroOf returns how the zero value of a type is written.
func zeroOf(t types.Type) (string, bool) {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return "", false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice, *types.Signature, *types.Chan:
		return "nil", true
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		}
	}
	return "", false
}
