package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A fixer makes the fixes of one package.
type fixer struct {
	check  *check
	scopes map[ast.Node]bool // in which a fix declares a variable

	// imports are the packages that the fixes of a file import: all import the
	// same, as each may be applied alone or with the others.
	imports map[*ast.File][]string
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
		fix, ok = x.stop(f, file)
	}
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{fix}
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
	body, ok := p.rewritten()
	if !ok || p.err == nil {
		return none, false
	}
	path, name := sdk.ErrorPackage(f.source.major)
	at := p.stmt.Node().Pos()
	errorsName := p.file.Imported(at, "errors", "errors", &p.missing)
	sdkName := p.file.Imported(at, path, name, &p.missing)
	var decl ast.Node
	for around := range p.stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.GenDecl)(nil)) {
		decl = around.Node() // at last, the outermost
	}
	variable := edit.Free(decl, "stytchErr", "stytchError", "refused")
	if errorsName == "" || sdkName == "" || variable == "" || variable == sdkName {
		return none, false
	}
	imports, ok := p.file.Imports(p.missing, "")
	if have, some := x.imports[file]; !ok || some && !slices.Equal(have, p.missing) {
		return none, false
	}
	x.imports[file] = p.missing
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
		for _, code := range op.Codes {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes, len(f.operations[0].Codes) > 0
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
