package stytchtext

import (
	"fmt"
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A finding is a decision that is made by a text.
type finding struct {
	search  search
	wanted  wanted
	text    text
	verdict verdict
	certain bool // the error is one of the SDK
}

// place returns the node that a finding is shown at: the constant, or the
// call of a regular expression that may be compiled elsewhere.
func (f *finding) place() ast.Node {
	if f.search.how == pattern {
		return f.search.cur.Node()
	}
	return f.wanted.expr
}

// consider reports what a search looks for, if it has to do with an SDK error.
func (c *check) consider(s search) {
	list := c.wanted(s.wanted)
	if len(list) == 0 {
		return
	}
	s.fn = c.functionOf(s.cur)
	t, ok := c.searched(s)
	if !ok {
		return
	}
	for _, w := range list {
		f := &finding{search: s, wanted: w, text: t}
		if c.reported[f.place().Pos()] || !c.judged(f) {
			continue
		}
		c.reported[f.place().Pos()] = true
		c.findings = append(c.findings, f)
	}
}

// searched returns the text that a search looks at.
func (c *check) searched(s search) (text, bool) {
	t := text{err: s.in}
	if s.isErr {
		t.origin = c.origin(s.fn, s.in)
	} else {
		var ok bool
		if t, ok = c.text(s.fn, s.in); !ok {
			return text{}, false
		}
	}
	if t.kind == rendered && t.err != nil && !t.origin.always() {
		if o, ok := c.guarded(s, t.err); ok {
			t.origin = o
		}
	}
	return t, true
}

// judged decides whether a finding is one, and what it is about.
func (c *check) judged(f *finding) bool {
	s, o := f.wanted.text, f.text.origin
	if f.text.kind == message {
		// Tests pin the messages of the servers that they make themselves.
		f.verdict = verdict{category: "message"}
		return strings.TrimSpace(s) != "" && !report.InTest(c.pass, f.place().Pos()) && f.search.how < asserted
	}
	if !o.sdk && !o.param {
		return false
	}
	f.verdict = c.judge.text(s, o.family, f.text.upper || f.search.how == fold)
	if f.verdict.category == "" || holds(o.texts, f.verdict.name) {
		return false
	}
	if f.certain = o.always(); f.certain {
		return true
	}
	// Beyond what is certain only exact names count, where nothing else in view
	// has them.
	if !f.verdict.exact || f.search.how == pattern || o.foreign || c.makes(f.verdict.name, report.InTest(c.pass, f.place().Pos())) {
		return false
	}
	return o.sdk || !o.own && sdk.IsImportedBy(c.pass.Pkg) && !c.importsOther() && !c.importsSame(f.verdict.name)
}

// emit reports the findings.
func (c *check) emit() {
	x := fixer{check: c}
	x.plan(c.findings)
	for _, f := range c.findings {
		c.report.Report(analysis.Diagnostic{
			Pos:            f.place().Pos(),
			End:            f.place().End(),
			Category:       f.verdict.category,
			Message:        f.message(c),
			SuggestedFixes: x.fixes[f],
		}, true)
	}
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
	if f.search.how >= fold && f.search.how != asserted {
		verb = "compared with"
	}
	problem := fmt.Sprintf("%s is %s %q", what, verb, f.verdict.name)
	field, value := "ErrorType", ""
	switch f.verdict.category {
	case "status":
		field = "StatusCode"
	case "misspelt":
		problem += ", which is no error code"
		value = " with " + either(f.verdict.right)
	}
	return fmt.Sprintf("%s; %s%s instead", problem, f.remedy(c, field), value)
}

// remedy says how to get at a field of the error.
func (f *finding) remedy(c *check, field string) string {
	o := f.text.origin
	if o.direct {
		return "compare its " + field
	}
	wrap := ""
	if o.lost {
		wrap = "wrap it with %w and "
	}
	major, ok := c.major(o)
	pkg := "stytcherror"
	if ok {
		_, pkg = sdk.ErrorPackage(major)
	}
	typ := "Error"
	if o.family == sdk.OAuth2 {
		typ = "OAuth2Error"
	}
	return fmt.Sprintf("%scompare %s of a %s.%s (found with errors.As)", wrap, field, pkg, typ)
}

// major returns the major version of the SDK that an error comes from.
func (c *check) major(o origin) (string, bool) {
	majors := o.majors
	if len(majors) == 0 {
		for _, imp := range c.pass.Pkg.Imports() {
			if sdk.InModule(imp.Path()) {
				majors = union(majors, []string{sdk.Major(imp.Path())})
			}
		}
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
