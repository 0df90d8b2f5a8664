package stytchcode

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/codename"
	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

//go:embed doc.go
var doc string

// Analyzer reports strings that are taken for a Stytch error code and are
// none, as the catalog has it.
var Analyzer = New(catalog.Stytch(), catalog.OAuth2())

// New returns the analyzer for other catalogs: api holds the codes of
// stytcherror.Error and oauth2 those of stytcherror.OAuth2Error.
func New(api, oauth2 *catalog.Set) *analysis.Analyzer {
	c := &check{judge: codename.Judge{API: api, OAuth2: oauth2, Known: make(map[string]bool)}, unknown: true}
	a := &analysis.Analyzer{
		Name:             "stytchcode",
		Doc:              docs.Extract(doc, "stytchcode"),
		URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchcode",
		Run:              c.run,
		Requires:         []*analysis.Analyzer{valueflow.Analyzer, ignore.Analyzer, inspect.Analyzer},
		RunDespiteErrors: true,
	}
	a.Flags.Var((*codeList)(&c.judge.Known), "known", "comma-separated `codes` that are newer than the catalog")
	a.Flags.BoolVar(&c.unknown, "unknown", true, "report names that are not in the catalog although nothing else is known of them")
	return a
}

// A check is the analyzer with its options.
type check struct {
	judge   codename.Judge
	unknown bool
}

func (c *check) run(pass *analysis.Pass) (any, error) {
	r := report.New(pass)
	defer r.Finish()
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	flow := pass.ResultOf[valueflow.Analyzer].(*valueflow.Result)
	fixes := fixer{pass: pass, codes: c.judge.API, root: root}
	in := &codename.View{Root: root, Info: pass.TypesInfo}
	var found []finding
	for _, s := range flow.Sites {
		v := c.judge.Site(s, in)
		if v.Problem == "" || !credible(pass, s, v) {
			continue
		}
		found = append(found, finding{s, v})
	}
	fixes.plan(found, flow.Errors)
	for _, f := range found {
		r.Report(analysis.Diagnostic{
			Pos:            f.site.Pos,
			End:            f.site.End,
			Category:       f.verdict.Category,
			Message:        f.verdict.Problem + f.verdict.Advice + via(pass, f.site),
			SuggestedFixes: fixes.fix(f),
		}, f.verdict.Wrong || c.unknown)
	}
	return nil, nil
}

// A finding is a site and what is wrong with it.
type finding struct {
	site    valueflow.Site
	verdict codename.Verdict
}

// credible reports whether a problem is worth reporting at a site. A name that
// is merely unknown may be meant where a program makes its own errors, tests
// itself, or is called by code that is not in view.
func credible(pass *analysis.Pass, s valueflow.Site, v codename.Verdict) bool {
	if v.Wrong {
		// What people invent for Stytch's errors, they use for their own, too.
		if s.Coined {
			return v.Category == "misspelt" || v.Category == "spelling"
		}
		return !s.Exposed || v.Category != "invented"
	}
	switch s.Use {
	case valueflow.Built, valueflow.Listed:
		return false
	}
	return !report.InTest(pass, s.Expr.Pos()) && !s.Exposed && !s.Public && !s.Own
}

// via says how a constant is known to be a code where that is not in plain
// view.
func via(pass *analysis.Pass, s valueflow.Site) string {
	if s.Via == nil {
		return ""
	}
	name := s.Via.Name()
	if s.Via.Pkg() != pass.Pkg && s.Via.Signature().Recv() == nil {
		name = s.Via.Pkg().Name() + "." + name
	}
	if s.Use == valueflow.Built {
		return fmt.Sprintf(" (%s makes it the ErrorType of an error)", name)
	}
	return fmt.Sprintf(" (%s compares it with ErrorType)", name)
}

// A codeList is the value of the flag that names known codes. Setting it again
// adds to it.
type codeList map[string]bool

func (l *codeList) String() string { return "" }

func (l *codeList) Set(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !codename.HasForm(name) {
			return fmt.Errorf("%q is not the name of an error code", name)
		}
		(*l)[name] = true
	}
	return nil
}
