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
	fix := analysis.SuggestedFix{Message: "Return after the failure"}
	block, err := x.failed(call)
	for around := range call.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if around.Node().Pos() > fn.cur.Node().Pos() {
			return fix, false // others are still to be looked at
		}
	}
	if block == nil || fn.takes(library.Message) || x.releases(fn, block.End()) { // a message would come again
		return fix, false
	}
	before := block.Lbrace
	if n := len(block.List); n > 0 {
		before = block.List[n-1].End()
	}
	if !block.Rbrace.IsValid() || !file.Later(before, block.Rbrace) {
		return fix, false
	}
	l := &leaver{Fixer: x, of: f, err: err, fn: fn, file: file, at: block.Rbrace}
	text := l.statements()
	indent := file.Indent(block.Rbrace)
	fix.TextEdits = []analysis.TextEdit{edit.Replace(block.Rbrace, block.Rbrace, "\t"+strings.ReplaceAll(text, "\n", "\n"+indent+"\t")+"\n"+indent)}
	return fix, text != ""
}

// failed returns the block that is run if a call failed, where an if statement asks for
// its error and nothing else, right behind the call; nil if none does. It also returns
// the variable with the error.
func (x *Fixer) failed(call inspector.Cursor) (*ast.BlockStmt, *types.Var) {
	v := x.assigned(call)
	if v == nil {
		return nil, nil
	}
	stmt := call.Parent()
	test, _ := stmt.Parent().Node().(*ast.IfStmt)
	if next, ok := edit.Next(stmt); ok {
		test, _ = next.Node().(*ast.IfStmt)
	}
	if test == nil {
		return nil, nil
	}
	switch edit.AsksNil(x.info, test.Cond, v) {
	case token.NEQ:
		return test.Body, v
	case token.EQL:
		block, _ := test.Else.(*ast.BlockStmt)
		return block, v
	}
	return nil, nil
}

// releases reports whether a function gives something back behind a position, such as a
// lock, and not by defer: if it were left before, nobody would get that any more.
func (x *Fixer) releases(fn function, from token.Pos) bool {
	return contains(fn.cur.Node(), func(n ast.Node) bool {
		call := edit.CallOf(n)
		if call == nil || call.Pos() < from {
			return false
		}
		called := x.callee(call)
		return called != nil && called.Signature().Recv() != nil && slices.Contains(releases, called.Name())
	})
}

// releases are the names of methods by which something is given back.
var releases = []string{"Close", "Done", "RUnlock", "Unlock"}

// A leaver writes the statements that leave a function after a failure.
type leaver struct {
	*Fixer
	of   *Finding
	err  *types.Var
	fn   function
	file *edit.File
	at   token.Pos
}

// statements returns the statements, "" if they cannot be told.
func (l *leaver) statements() string {
	results := l.fn.sig.Results()
	switch {
	case results.Len() == 0 && l.of.Answered && l.of.Stops:
		return l.fn.name + ".Abort()\nreturn"
	case results.Len() == 0 && l.of.Answered:
		return "return"
	case results.Len() == 0:
		return l.answer()
	case results.Len() == 1 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]):
		return "return false"
	case !library.ReturnsError(l.fn.sig):
		return ""
	}
	return edit.Returning(l.fn.sig, l.error())
}

// answer returns the statements that answer: by http.Error where the file does, or else
// by the status alone, which is right whatever the program writes.
func (l *leaver) answer() string {
	pkg, status := l.file.Imported(l.at, "net/http", "http", nil), "401"
	if pkg != "" {
		status = pkg + ".StatusUnauthorized"
	}
	w := l.fn.name
	switch t := library.Type(l.fn.responder); {
	case w == "":
	case t == "github.com/gin-gonic/gin.Context":
		return w + ".AbortWithStatus(" + status + ")\nreturn"
	case t == "net/http.ResponseWriter" && pkg != "" && l.answersText(l.fn.file):
		return pkg + ".Error(" + w + `, "unauthorized", ` + status + ")\nreturn"
	case t == "net/http.ResponseWriter":
		return w + ".WriteHeader(" + status + ")\nreturn"
	}
	return ""
}

// answersText reports whether a file answers by http.Error.
func (x *Fixer) answersText(file *ast.File) bool {
	if x.texts == nil {
		x.texts = make(map[*token.File]bool)
		for id, obj := range x.info.Uses {
			if fn, ok := obj.(*types.Func); ok && fn.Name() == "Error" && fn.FullName() == "net/http.Error" {
				x.texts[x.pass.Fset.File(id.Pos())] = true
			}
		}
	}
	return x.texts[x.pass.Fset.File(file.FileStart)]
}

// error returns the error that the function returns: that of the framework, or that of
// the call; "" if it cannot be told.
func (l *leaver) error() string {
	if l.fn.takes(library.AnswersErrors) {
		if l.of.Answered {
			return "nil"
		}
		pkg := library.TypeName(l.fn.responder).Pkg()
		if name := l.file.Imported(l.at, pkg.Path(), pkg.Name(), nil); name != "" {
			return name + ".ErrUnauthorized"
		}
		return ""
	}
	codes, status := l.file.Imported(l.at, "google.golang.org/grpc/codes", "codes", nil), l.file.Imported(l.at, "google.golang.org/grpc/status", "status", nil)
	connect := l.file.Imported(l.at, "connectrpc.com/connect", "connect", nil)
	intercepts := l.fn.takes(library.Interceptor)
	switch isGRPC := codes != "" && status != ""; {
	case isGRPC && (connect == "" || intercepts):
		return status + ".Error(" + codes + `.Unauthenticated, "unauthenticated")`
	case isGRPC || intercepts || l.file.Meaning(l.at, l.err.Name()) != l.err:
		return ""
	case connect != "":
		return connect + ".NewError(" + connect + ".CodeUnauthenticated, " + l.err.Name() + ")"
	}
	return l.err.Name()
}
