package repair

import (
	"cmp"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// leave makes the branch of a failure leave the function.
func (x *Fixer) leave(f *Finding, fn function, call inspector.Cursor, file *ast.File) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	block := f.Branch
	if !block.Rbrace.IsValid() {
		return none, false
	}
	e := edit.Of(x.pass, file)
	before := block.Lbrace
	if n := len(block.List); n > 0 {
		before = block.List[n-1].End()
	}
	if !x.endsLater(before, block) {
		return none, false
	}
	l := &leaver{Fixer: x, of: f, call: call, file: e, syntax: file, fn: fn, at: block}
	if f.Err != nil && x.isNamed(f.Err, block.Rbrace) {
		l.err = f.Err.Name()
	}
	if l.inLoop() || l.takes(library.Message) {
		return none, false // others are still to be looked at, or it would come again
	}
	if made := DroppedAnswer(x.info, fn.sig, block); made != nil {
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

// A leaver writes the statements that leave a function after a failure.
type leaver struct {
	*Fixer
	of     *Finding
	call   inspector.Cursor
	file   *edit.File
	syntax *ast.File
	fn     function
	err    string // the name of the error; "" if something else has it there
	at     *ast.BlockStmt
}

// inLoop reports whether the call is made again and again.
func (l *leaver) inLoop() bool {
	for around := range l.call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		switch around.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
	}
	return false
}

// lines returns the statements.
func (l *leaver) lines() ([]string, bool) {
	results := l.fn.sig.Results()
	who, key, path, kind := l.responder()
	switch {
	case results.Len() == 0 && l.of.Answered:
		if key == ginContext && l.of.Stops {
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
		if !l.of.Answered {
			var ok bool
			if last, ok = l.errorOf(path); !ok {
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
