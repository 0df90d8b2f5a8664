package repair

import (
	"cmp"
	"go/ast"
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
	block := f.Branch
	before := block.Lbrace
	if n := len(block.List); n > 0 {
		before = block.List[n-1].End()
	}
	if inLoop(call) || takes(fn.sig, library.Message) || !block.Rbrace.IsValid() || !file.Later(before, block.Rbrace) {
		return none, false // others are still to be looked at, or it would come again
	}
	if made := DroppedAnswer(x.info, fn.sig, block); made != nil {
		zeros, ok := zeros(fn.sig)
		change := edit.Replace(made.Pos(), made.Pos(), "return "+zeros)
		return analysis.SuggestedFix{Message: "Return the answer", TextEdits: []analysis.TextEdit{change}}, ok && !file.Aligned(change)
	}
	l := &leaver{Fixer: x, of: f, fn: fn, file: file}
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
		switch around.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
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
	fn   function
	file *edit.File
}

// statements returns them.
func (l *leaver) statements() (string, bool) {
	results, who := l.fn.sig.Results(), l.responder()
	switch {
	case results.Len() == 0 && l.of.Answered && l.of.Stops && who != nil:
		return who.Name() + ".Abort()\nreturn", true
	case results.Len() == 0 && l.of.Answered:
		return "return", !l.of.Stops
	case results.Len() == 0:
		text, ok := l.answer(who)
		return text + "\nreturn", ok
	case results.Len() == 1 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]):
		return "return false", true
	case !isError(results.At(results.Len() - 1).Type()):
		return "", false
	}
	zeros, ok := zeros(l.fn.sig)
	err, isKnown := l.error(who)
	return "return " + zeros + err, ok && isKnown
}

// responder returns the parameter by which the request is answered, nil if there is
// none with a name.
func (l *leaver) responder() *types.Var {
	for p := range l.fn.sig.Params().Variables() {
		if isResponder(p.Type()) && p.Name() != "" && p.Name() != "_" {
			return p
		}
	}
	return nil
}

// answer returns the statements that answer by a value that is no error: like
// the function or the file does, or with a text where nothing else is written.
func (l *leaver) answer(who *types.Var) (string, bool) {
	if who == nil {
		return "", false
	}
	text, some := l.likeNeighbour(who, false)
	pkg := l.imported("net/http", "http")
	if text != "" || some || l.json[l.fn.file] || pkg == "" {
		return text, text != ""
	}
	switch library.Type(who.Type()) {
	case "net/http.ResponseWriter":
		return pkg + ".Error(" + who.Name() + `, "unauthorized", ` + pkg + ".StatusUnauthorized)", true
	case ginContext:
		return who.Name() + ".AbortWithStatus(" + pkg + ".StatusUnauthorized)", true
	}
	return "", false
}

// error returns the error that the function returns.
func (l *leaver) error(who *types.Var) (string, bool) {
	if who != nil && library.KindOf(who.Type()).Is(library.AnswersErrors) {
		if l.of.Answered {
			return "nil", true
		}
		return l.frameworks(who)
	}
	err := ""
	if v := l.of.Err; v != nil && l.file.Meaning(l.of.Branch.Rbrace, v.Name()) == v {
		err = v.Name()
	}
	connect := cmp.Or(l.imported("connectrpc.com/connect", "connect"), l.imported("github.com/bufbuild/connect-go", "connect"))
	codes, status := l.imported("google.golang.org/grpc/codes", "codes"), l.imported("google.golang.org/grpc/status", "status")
	intercepts := takes(l.fn.sig, library.Interceptor)
	switch isGRPC := codes != "" && status != ""; {
	case isGRPC && (connect == "" || intercepts):
		return status + ".Error(" + codes + `.Unauthenticated, "unauthenticated")`, true
	case isGRPC || intercepts || err == "":
		return "", false
	case connect != "":
		return connect + ".NewError(" + connect + ".CodeUnauthenticated, " + err + ")", true
	}
	return err, true
}

// frameworks returns the error by which a function of a framework answers: like the
// function or the file does, or as the framework does where the file leaves that to
// it, or shows no failure.
func (l *leaver) frameworks(who *types.Var) (string, bool) {
	text, _ := l.likeNeighbour(who, true)
	path := pathOf(who)
	name := library.Path(path)
	own := slices.ContainsFunc(l.examplesIn(l.fn.file), func(p *place) bool { return p.path == name && p.reply != nil && l.isLate(p) })
	if text != "" || !own && name == "github.com/gofiber/fiber" && l.json[l.fn.file] { // its own errors are plain text
		return text, text != ""
	}
	pkg := l.imported(path, name[strings.LastIndex(name, "/")+1:])
	return pkg + ".ErrUnauthorized", pkg != ""
}

// likeNeighbour returns an answer like one of the function or the file, "" if there is
// none that can be written here, and whether there are some.
func (l *leaver) likeNeighbour(who *types.Var, late bool) (text string, some bool) {
	list, some := l.neighbours(l.fn, library.Path(pathOf(who)), l.of.Branch.Rbrace)
	for _, p := range list {
		if late != isErrorValue(l.typeOf(p.whole())) && (late || l.isLate(p)) {
			continue
		}
		own := *p
		own.after = slices.DeleteFunc(slices.Clone(p.after), func(cur inspector.Cursor) bool { return l.isAbort(cur.Node()) })
		r := &rewriter{Fixer: l.Fixer, place: &own, file: l.file, at: l.of.Branch.Rbrace, err: l.of.Err, stops: l.of.Stops}
		if text, ok := r.answer(); ok && len(r.missing) == 0 && !(late && strings.Contains(text, "\n")) {
			return text, true
		}
	}
	return "", some
}

// imported returns the name of a package in the file, "" if it is not imported.
func (l *leaver) imported(path, name string) string {
	var missing []string
	if pkg := l.file.Imported(l.of.Branch.Rbrace, path, name, &missing); len(missing) == 0 {
		return pkg
	}
	return ""
}

// pathOf returns the path of the package of a variable's type.
func pathOf(v *types.Var) string {
	t := types.Unalias(v.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	return t.(*types.Named).Obj().Pkg().Path()
}
