package stytchignore

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
)

//go:embed doc.go
var doc string

// Analyzer reports malformed //stytchlint:ignore comments.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchignore",
	Doc:              docs.Extract(doc, "stytchignore"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchignore",
	Run:              run,
	Requires:         []*analysis.Analyzer{ignore.Analyzer},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	for _, d := range pass.ResultOf[ignore.Analyzer].([]*ignore.Directive) {
		if category, problem := judge(d); problem != "" {
			pass.Report(analysis.Diagnostic{
				Pos:      d.Comment.Pos(),
				End:      d.Comment.End(),
				Category: category,
				Message:  problem,
			})
		}
	}
	return nil, nil
}

// judge returns what is wrong with a directive, "" if nothing is.
func judge(d *ignore.Directive) (category, problem string) {
	if len(d.Checks) == 0 {
		return "nocheck", fmt.Sprintf("%s names no check; write %[1]s CHECK REASON", ignore.Prefix)
	}
	for _, c := range d.Checks {
		if !slices.Contains(ignore.Checks, c) {
			return "nosuchcheck", fmt.Sprintf("%q is not a check that can be ignored; the checks are %s", c, strings.Join(ignore.Checks, ", "))
		}
	}
	if d.Reason == "" {
		return "noreason", fmt.Sprintf("%s %s gives no reason, so it silences nothing; say why behind the name of the check", ignore.Prefix, strings.Join(d.Checks, ","))
	}
	return "", ""
}
