package stytchtext

import (
	"fmt"
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A finding is a decision that is made by a text.
type finding struct {
	valueflow.Search
	cur     inspector.Cursor // where it is searched
	err     ast.Expr         // the error that is searched as it is, if there is one
	verdict verdict
	certain bool // the error is one of the SDK
}

// find returns what is wrong with a search, nil if that is nothing.
func (c *check) find(s valueflow.Search) *finding {
	f := &finding{Search: s}
	inTest := report.InTest(c.pass, s.Expr.Pos())
	if s.Message {
		// Tests pin the messages of the servers that they make themselves.
		f.verdict = verdict{category: "message"}
		if s.Error.Foreign || inTest || strings.TrimSpace(s.Value) == "" {
			return nil
		}
		return f
	}
	if c.judge.text(s.Value, sdk.Either, true).category == "" && c.judge.text(s.Value, sdk.OAuth2, true).category == "" {
		return nil
	}
	f.cur = c.places()[s.At]
	f.err = c.searched(s.At)
	if !s.Error.Always() {
		if o, ok := c.guarded(f.cur, f.err); ok {
			o.Texts = s.Error.Texts
			f.Error = o
		}
	}
	o := f.Error
	f.verdict = c.judge.text(s.Value, o.Family, s.Upper || s.Use == valueflow.Fold)
	if f.verdict.category == "" || adds(o, f.verdict.name) {
		return nil
	}
	if f.certain = o.Always(); f.certain {
		return f
	}
	// Beyond what is certain only exact names count, where nothing else in view
	// has them.
	if !f.verdict.exact || s.Use == valueflow.Pattern || o.Foreign || c.makes(f.verdict.name, inTest) {
		return nil
	}
	if o.SDK || o.Caller && !o.Own && sdk.IsImportedBy(c.pass.Pkg) && !c.importsOther() && !c.importsSame(f.verdict.name) {
		return f
	}
	return nil
}

// adds reports whether the program itself puts a text into an error.
func adds(o valueflow.Origin, s string) bool {
	for _, texts := range o.Texts {
		for text := range texts {
			if holds(text, s) {
				return true
			}
		}
	}
	return false
}

// searched returns the error whose text is searched as it is, nil if there is none.
func (c *check) searched(at ast.Node) ast.Expr {
	var operands []ast.Expr
	switch n := at.(type) {
	case *ast.CallExpr:
		operands = n.Args
		if x := library.Expected(n); x != nil {
			operands = []ast.Expr{x}
		}
	case *ast.BinaryExpr:
		operands = []ast.Expr{n.X, n.Y}
	case *ast.SwitchStmt:
		operands = []ast.Expr{n.Tag}
	}
	for _, e := range operands {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 0 {
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" {
				return sel.X
			}
		}
		if library.IsErrorValue(c.info.TypeOf(e)) {
			return e
		}
	}
	return nil
}

// message says what is wrong and what to do.
func (f *finding) message(c *check) string {
	if f.verdict.category == "message" {
		return "ErrorMessage is meant for people and may be reworded; compare ErrorType instead"
	}
	what := "the text of an SDK error"
	if !f.certain {
		what = "the text of an error that may come from the SDK"
	}
	verb := "searched for"
	if f.Use <= valueflow.Fold {
		verb = "compared with"
	}
	problem := fmt.Sprintf("%s is %s %q", what, verb, f.verdict.name)
	field, value := "ErrorType", ""
	switch f.verdict.category {
	case "status":
		field = "StatusCode"
	case "misspelt":
		problem += ", which is no error code"
		if len(f.verdict.right) > 0 {
			value = " with " + either(f.verdict.right)
		}
	}
	return fmt.Sprintf("%s; %s%s instead", problem, f.remedy(c, field), value)
}

// remedy says how to get at a field of the error.
func (f *finding) remedy(c *check, field string) string {
	if f.err != nil {
		if _, direct := originOf(c.info.TypeOf(f.err)); direct {
			return "compare its " + field
		}
	}
	wrap := ""
	if f.Error.Lost {
		wrap = "wrap it with %w and "
	}
	pkg := "stytcherror"
	if major, ok := c.major(f.Error); ok {
		_, pkg = sdk.ErrorPackage(major)
	}
	typ := "Error"
	if f.Error.Family == sdk.OAuth2 {
		typ = "OAuth2Error"
	}
	return fmt.Sprintf("%scompare %s of a %s.%s (found with errors.As)", wrap, field, pkg, typ)
}

// major returns the major version of the SDK that an error comes from.
func (c *check) major(o valueflow.Origin) (string, bool) {
	majors := o.Majors
	if len(majors) == 0 {
		majors = sdk.Majors(c.pass.Pkg)
	}
	if len(majors) != 1 {
		return "", false
	}
	return majors[0], true
}

// either joins codes into a phrase: "a", "a" or "b".
func either(codes []string) string {
	var quoted []string
	for _, code := range codes[:min(len(codes), 3)] {
		quoted = append(quoted, fmt.Sprintf("%q", code))
	}
	return strings.Join(quoted, " or ")
}
