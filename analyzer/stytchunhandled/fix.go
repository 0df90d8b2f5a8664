package stytchunhandled

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A fixer makes the fixes of one package.
type fixer struct {
	check  *check
	scopes map[ast.Node]bool // in which a fix declares a variable

	// imports are the edits of the imports that fixes make: each fix may be
	// applied alone or with the others.
	imports []analysis.TextEdit
}

// fix returns the fix of a finding, if there is one.
func (x *fixer) fix(f *finding) []analysis.SuggestedFix {
	file := x.check.report.File(f.pos)
	if file == nil {
		return nil
	}
	var fix analysis.SuggestedFix
	ok := false
	switch {
	case f.answer != nil:
		fix, ok = x.branch(f, file)
	case f.passage != nil:
		fix, ok = x.leave(f, file)
	case f.goesOn != nil:
		if fix, ok = x.stop(f, file); ok {
			return []analysis.SuggestedFix{fix} // it imports nothing
		}
	}
	if !ok || !x.agrees(fix) {
		return nil
	}
	return []analysis.SuggestedFix{fix}
}

// agrees reports whether a fix changes the imports as others do, or others of
// them.
func (x *fixer) agrees(fix analysis.SuggestedFix) bool {
	imports := fix.TextEdits[:len(fix.TextEdits)-1]
	for _, e := range imports {
		for _, have := range x.imports {
			if e.Pos <= have.End && have.Pos <= e.End && (e.Pos != have.Pos || e.End != have.End || !bytes.Equal(e.NewText, have.NewText)) {
				return false
			}
		}
	}
	for _, e := range imports {
		if !slices.ContainsFunc(x.imports, func(have analysis.TextEdit) bool { return have.Pos == e.Pos }) {
			x.imports = append(x.imports, e)
		}
	}
	return true
}

// branch puts a branch before the answer that the server failed: one that
// answers the failure that users cause.
func (x *fixer) branch(f *finding, file *ast.File) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	c, fn := x.check, f.source.fn
	codes, ok := codesOf(f)
	if !ok || fn.labels || f.source.major == "" || f.source.major == "v2" {
		return none, false
	}
	p := &placement{check: c, file: edit.Of(c.pass, file), fn: fn, call: f.source.function(), answer: f.answer, abort: c.isMiddleware(f.source)}
	if !p.find() || x.scopes[p.stmt.Parent().Node()] {
		return none, false
	}
	p.err = c.found(f, p.stmt.Node().Pos())
	body, ok := p.answerAnew()
	if !ok || p.err == nil {
		return none, false
	}
	path, name := sdk.ErrorPackage(f.source.major)
	at := p.stmt.Node().Pos()
	errorsName := p.file.Imported(at, "errors", "errors", &p.missing)
	sdkName := p.file.Imported(at, path, name, &p.missing)
	variable := edit.Free(outermost(p.stmt), "stytchErr", "stytchError", "refused")
	if errorsName == "" || sdkName == "" || variable == "" || variable == sdkName {
		return none, false
	}
	imports, ok := p.file.Imports(p.missing, "")
	if !ok {
		return none, false
	}
	var tests []string
	for _, code := range codes {
		tests = append(tests, fmt.Sprintf("%s.ErrorType == %q", variable, code))
	}
	test := strings.Join(tests, " || ")
	if len(tests) > 1 {
		test = "(" + test + ")"
	}
	indent := p.file.Indent(at)
	lines := []string{
		fmt.Sprintf("var %s %s.Error", variable, sdkName),
		fmt.Sprintf("if %s.As(%s, &%s) && %s {", errorsName, p.err.Name(), variable, test),
	}
	for _, line := range body {
		lines = append(lines, "\t"+line)
	}
	lines = append(lines, "}", "")
	x.scopes[p.stmt.Parent().Node()] = true
	return analysis.SuggestedFix{
		Message:   "Handle " + quoted(codes) + " before",
		TextEdits: append(imports, edit.Replace(at, at, strings.Join(lines, "\n"+indent))),
	}, true
}

// codesOf returns the codes that a branch handles. Only those count that prove
// nobody to be signed in.
func codesOf(f *finding) ([]string, bool) {
	var codes []string
	for _, op := range f.operations {
		if !outcomes[op.Outcome].proves {
			return nil, false
		}
		codes = append(codes, op.Codes...)
	}
	return unique(codes), len(f.operations[0].Codes) > 0
}

func unique(list []string) []string {
	var all []string
	seen := make(map[string]bool)
	for _, s := range list {
		if !seen[s] {
			all = append(all, s)
		}
		seen[s] = true
	}
	return all
}

// found returns the variable in which errors.As finds the error that
// leads to an answer, whichever call it is of; nil if none is in scope at pos. An
// error that other failures may be joined to has none, since no branch is right
// for them all.
func (c *check) found(f *finding, pos token.Pos) *types.Var {
	var found *types.Var
	for _, carrier := range f.answer.carriers {
		if carrier.mixed {
			return nil
		}
		everywhere := !slices.ContainsFunc(f.others, func(a *answer) bool { return !slices.Contains(a.carriers, carrier) })
		if c.isNamed(carrier.v, pos) && !carrier.lost && everywhere && found == nil {
			found = carrier.v
		}
	}
	return found
}

// isNamed reports whether the name of a variable means it at pos.
func (c *check) isNamed(v *types.Var, pos token.Pos) bool {
	scope := c.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(v.Name(), pos)
	return obj == v
}

// outermost returns the declaration that holds a node.
func outermost(cur inspector.Cursor) ast.Node {
	var last ast.Node
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.GenDecl)(nil)) {
		last = around.Node()
	}
	if last == nil {
		return cur.Node()
	}
	return last
}
