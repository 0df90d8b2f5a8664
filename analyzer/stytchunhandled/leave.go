package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
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
	line := func(pos token.Pos) int { return c.pass.Fset.PositionFor(pos, false).Line }
	if line(before) >= line(block.Rbrace) {
		return none, false
	}
	l := &leaver{check: c, file: e, fn: f.source.fn, err: f.source.err.Name(), answered: f.passage.answersFailure(), at: block}
	lines, ok := l.lines()
	if !ok {
		return none, false
	}
	imports, ok := e.Imports(l.missing, "")
	if !ok {
		return none, false
	}
	indent := e.Indent(block.Rbrace)
	text := "\t" + strings.Join(lines, "\n"+indent+"\t") + "\n" + indent
	return analysis.SuggestedFix{
		Message:   "Return after the failure",
		TextEdits: append(imports, edit.Replace(block.Rbrace, block.Rbrace, text)),
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
	file     *edit.File
	fn       *function
	err      string // the name of the error
	answered bool
	at       ast.Node
	missing  []string
}

func (l *leaver) lines() ([]string, bool) {
	results := l.fn.sig.Results()
	who, key, path := l.responder()
	switch {
	case results.Len() == 0 && l.answered:
		return []string{"return"}, true
	case results.Len() == 0:
		switch key {
		case "net/http.ResponseWriter":
			pkg := l.imported("net/http", "http", true)
			return []string{pkg + ".Error(" + who + `, "unauthorized", ` + pkg + ".StatusUnauthorized)", "return"}, pkg != "" && who != ""
		case "github.com/gin-gonic/gin.Context":
			pkg := l.imported("net/http", "http", true)
			return []string{who + ".AbortWithStatus(" + pkg + ".StatusUnauthorized)", "return"}, pkg != "" && who != ""
		}
		return []string{"return"}, true
	case results.Len() == 1 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]):
		return []string{"return false"}, true
	case !isError(results.At(results.Len() - 1).Type()):
		return nil, false
	}
	last := l.err
	switch key {
	case "github.com/labstack/echo.Context", "github.com/gofiber/fiber.Ctx":
		pkg := l.imported(path, unversioned(path)[strings.LastIndex(unversioned(path), "/")+1:], false)
		if pkg == "" {
			return nil, false
		}
		last = pkg + ".ErrUnauthorized"
		if l.answered {
			last = "nil"
		}
	default:
		codes, status := l.imported("google.golang.org/grpc/codes", "codes", false), l.imported("google.golang.org/grpc/status", "status", false)
		if codes != "" && status != "" {
			last = status + ".Error(" + codes + `.Unauthenticated, "unauthenticated")`
		}
	}
	var values []string
	for i := range results.Len() - 1 {
		zero, ok := zeroOf(results.At(i).Type())
		if !ok {
			return nil, false
		}
		values = append(values, zero)
	}
	return []string{"return " + strings.Join(append(values, last), ", ")}, true
}

// responder returns the name of the parameter by which the request is answered,
// what the tables list its type under, and the path of its package.
func (l *leaver) responder() (name, key, path string) {
	for p := range l.fn.sig.Params().Variables() {
		if !isResponder(p.Type()) {
			continue
		}
		named, ok := types.Unalias(deref(p.Type())).(*types.Named)
		if !ok || p.Name() == "" || p.Name() == "_" {
			continue
		}
		return p.Name(), typeKey(p.Type()), named.Obj().Pkg().Path()
	}
	return "", "", ""
}

// imported returns the name of a package in the file; it may be added where
// that is asked for.
func (l *leaver) imported(path, name string, add bool) string {
	var missing []string
	pkg := l.file.Imported(l.at.Pos(), path, name, &missing)
	if len(missing) == 0 {
		return pkg
	}
	if !add {
		return ""
	}
	l.missing = append(l.missing, missing...)
	return pkg
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
