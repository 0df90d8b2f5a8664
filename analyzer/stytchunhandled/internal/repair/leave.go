package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// leave makes the branch of a failure leave the function.
func (x *Fixer) leave(f *Finding, fn function, file *edit.File, call inspector.Cursor) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	block := x.branchOf(fn, f.Calls[0])
	if block == nil {
		return none, false
	}
	before := block.Lbrace
	if n := len(block.List); n > 0 {
		before = block.List[n-1].End()
	}
	if inLoop(call) || fn.takes(library.Message) || !block.Rbrace.IsValid() || !file.Later(before, block.Rbrace) {
		return none, false // others are still to be looked at, or it would come again
	}
	if made := DroppedAnswer(x.info, fn.sig, block); made != nil {
		zeros, ok := zeros(fn.sig)
		change := edit.Replace(made.Pos(), made.Pos(), "return "+zeros)
		return analysis.SuggestedFix{Message: "Return the answer", TextEdits: []analysis.TextEdit{change}}, ok && !file.Aligned(change)
	}
	l := &leaver{Fixer: x, of: f, err: x.holder(fn, f.Calls, block.Rbrace), fn: fn, file: file, at: block.Rbrace}
	text, ok := l.statements()
	indent := file.Indent(block.Rbrace)
	return analysis.SuggestedFix{
		Message:   "Return after the failure",
		TextEdits: []analysis.TextEdit{edit.Replace(block.Rbrace, block.Rbrace, "\t"+strings.ReplaceAll(text, "\n", "\n"+indent+"\t")+"\n"+indent)},
	}, ok
}

// inLoop reports whether a call is made again and again.
func inLoop(call inspector.Cursor) bool {
	for around := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		_, isDecl := around.Node().(*ast.FuncDecl)
		_, isLit := around.Node().(*ast.FuncLit)
		return !isDecl && !isLit
	}
	return false
}

// zeros returns the zero values of all results but the last, for the last one to
// follow.
func zeros(sig *types.Signature) (string, bool) {
	var text strings.Builder
	for i := range sig.Results().Len() - 1 {
		zero := edit.Zero(sig.Results().At(i).Type())
		if zero == "" {
			return "", false
		}
		text.WriteString(zero + ", ")
	}
	return text.String(), true
}

// A leaver writes the statements that leave a function after a failure.
type leaver struct {
	*Fixer
	of   *Finding
	err  *types.Var
	fn   function
	file *edit.File
	at   token.Pos
}

// statements returns them.
func (l *leaver) statements() (string, bool) {
	results := l.fn.sig.Results()
	switch {
	case results.Len() == 0 && l.of.Answered && l.of.Stops:
		return l.fn.name + ".Abort()\nreturn", true
	case results.Len() == 0 && l.of.Answered:
		return "return", true
	case results.Len() == 0:
		text, ok := l.answer()
		return text + "\nreturn", ok
	case results.Len() == 1 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]):
		return "return false", true
	case !library.IsError(results.At(results.Len() - 1).Type()):
		return "", false
	}
	zeros, ok := zeros(l.fn.sig)
	err, isKnown := l.error()
	return "return " + zeros + err, ok && isKnown
}

// answer returns the statements that answer by a value that is no error: like
// the function or the file does, or with a text where nothing else is written.
func (l *leaver) answer() (string, bool) {
	text, some := l.likeNeighbour(false)
	pkg := l.file.Imported(l.at, "net/http", "http", nil)
	if text != "" || some || l.json[l.fn.file] || pkg == "" || l.fn.name == "" {
		return text, text != ""
	}
	switch library.Type(l.fn.responder) {
	case "net/http.ResponseWriter":
		return pkg + ".Error(" + l.fn.name + `, "unauthorized", ` + pkg + ".StatusUnauthorized)", true
	case "github.com/gin-gonic/gin.Context":
		return l.fn.name + ".AbortWithStatus(" + pkg + ".StatusUnauthorized)", true
	}
	return "", false
}

// error returns the error that the function returns: as the framework has one, or like
// another one of the function or the file, or that of the call.
func (l *leaver) error() (string, bool) {
	if l.fn.takes(library.AnswersErrors) {
		if l.of.Answered {
			return "nil", true
		}
		text, _ := l.likeNeighbour(true)
		if text == "" && (!l.json[l.fn.file] || library.Path(l.fn.framework.Path()) != "github.com/gofiber/fiber") { // whose errors are plain text
			text = l.file.Imported(l.at, l.fn.framework.Path(), l.fn.framework.Name(), nil)
			return text + ".ErrUnauthorized", text != ""
		}
		return text, text != ""
	}
	connect := l.file.Imported(l.at, "connectrpc.com/connect", "connect", nil)
	codes, status := l.file.Imported(l.at, "google.golang.org/grpc/codes", "codes", nil), l.file.Imported(l.at, "google.golang.org/grpc/status", "status", nil)
	intercepts := l.fn.takes(library.Interceptor)
	switch isGRPC, err := codes != "" && status != "", l.err; {
	case isGRPC && (connect == "" || intercepts):
		return status + ".Error(" + codes + `.Unauthenticated, "unauthenticated")`, true
	case isGRPC || intercepts || err == nil || l.file.Meaning(l.at, err.Name()) != err:
		return "", false
	case connect != "":
		return connect + ".NewError(" + connect + ".CodeUnauthenticated, " + err.Name() + ")", true
	default:
		return err.Name(), true
	}
}

// likeNeighbour returns an answer like one of the function or the file, "" if there is
// none that can be written here, and whether there are some.
func (l *leaver) likeNeighbour(late bool) (text string, some bool) {
	list, some := l.neighbours(l.fn, l.at)
	for _, p := range list {
		if late != library.IsErrorValue(l.info.TypeOf(p.whole())) {
			continue
		}
		own := *p
		own.after = slices.DeleteFunc(slices.Clone(p.after), func(cur inspector.Cursor) bool { return l.isAbort(cur.Node()) })
		r := &rewriter{Fixer: l.Fixer, place: &own, file: l.file, at: l.at, err: l.err}
		if l.of.Stops {
			r.abort = l.fn.name
		}
		if text, ok := r.answer(); ok && len(r.missing) == 0 && !(late && len(p.after) > 0) {
			return text, true
		}
	}
	return "", some
}
