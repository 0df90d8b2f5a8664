// Package sarif writes findings as SARIF 2.1.0, which code scanning services
// and editors read.
package sarif

import (
	"encoding/json"
	"io"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

const (
	home = "https://github.com/stytchlint/stytchlint"

	// level is that of every finding: the exit code makes no difference
	// between them, either.
	level = "error"

	// fingerprintName has a version, which changes if the fingerprints do.
	fingerprintName = "stytchlint/v1"
)

// A Run is what one run of the program found.
type Run struct {
	Version      string // of the program
	Checks       []*analysis.Analyzer
	Findings     []finding.Finding
	Fingerprints []string // one for each finding
	Root         string   // the absolute path that URIs are relative to
	Files        source.Files
	Failure      string // what went wrong, or ""
}

// Write writes the run.
func (r *Run) Write(w io.Writer) error {
	report, err := sarif.New(sarif.Version210)
	if err != nil {
		return err
	}
	report.AddRun(r.run())
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(report)
}

func (r *Run) run() *sarif.Run {
	driver := sarif.NewVersionedDriver("stytchlint", r.Version).WithInformationURI(home)
	if semantic, ok := strings.CutPrefix(r.Version, "v"); ok {
		driver.WithSemanticVersion(semantic)
	}
	for _, a := range r.Checks {
		driver.AddRule(rule(a))
	}
	run := sarif.NewRun(*sarif.NewTool(driver)).WithColumnKind("utf16CodeUnits")
	run.OriginalUriBaseIDs = map[string]*sarif.ArtifactLocation{
		srcRoot: sarif.NewSimpleArtifactLocation(strings.TrimSuffix(fileURI(filepath.ToSlash(r.Root)), "/") + "/").
			WithDescriptionText("the root of the repository, or of the module"),
	}
	run.Invocations = []*sarif.Invocation{r.invocation()}
	for i, f := range r.Findings {
		result := sarif.NewRuleResult(f.Check).
			WithLevel(level).
			WithMessage(sarif.NewTextMessage(f.Message)).
			WithLocations([]*sarif.Location{r.location(f)}).
			WithPartialFingerPrints(map[string]any{fingerprintName: r.Fingerprints[i]})
		if f.Category != "" {
			result.Properties = sarif.Properties{"category": f.Category}
		}
		if fix := r.fix(f.Fix); fix != nil {
			result.AddFix(fix)
		}
		run.AddResult(result)
	}
	return run
}

// invocation says whether everything could be checked.
func (r *Run) invocation() *sarif.Invocation {
	invocation := sarif.NewInvocation().WithExecutionSuccess(r.Failure == "")
	if r.Failure != "" {
		invocation.AddTToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithTextMessage(r.Failure))
	}
	return invocation
}

// rule describes a check.
func rule(a *analysis.Analyzer) *sarif.ReportingDescriptor {
	d := checkdoc.Parse(a)
	help := checkdoc.Help(a)
	return sarif.NewRule(a.Name).
		WithName(a.Name).
		WithShortDescription(sarif.NewMultiformatMessageString(d.Summary + ".")).
		WithFullDescription(sarif.NewMultiformatMessageString(checkdoc.Text(d.Why))).
		WithHelp(sarif.NewMultiformatMessageString(strings.TrimPrefix(a.Doc, a.Name+": ")).WithMarkdown(help)).
		WithHelpURI(a.URL).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(level))
}
