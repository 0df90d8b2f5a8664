package plugin

import "golang.org/x/tools/go/analysis"

// tame returns a check whose diagnostics golangci-lint can use. It makes a
// finding of its own of each related place, and with --fix it applies all fixes
// of a diagnostic, where the later ones are alternatives to the first.
func tame(a *analysis.Analyzer) *analysis.Analyzer {
	tamed := *a
	tamed.Run = func(pass *analysis.Pass) (any, error) {
		own := *pass
		own.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			d.SuggestedFixes = d.SuggestedFixes[:min(len(d.SuggestedFixes), 1)]
			pass.Report(d)
		}
		return a.Run(&own)
	}
	return &tamed
}
