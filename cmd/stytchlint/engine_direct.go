package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/driver"
	direct "github.com/stytchlint/stytchlint/cmd/stytchlint/internal/engine"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// A directEngine runs the checks in this process, and leaves to go vet what it
// cannot check.
type directEngine struct {
	*vetEngine
}

func (e *directEngine) lint(ctx context.Context, q query) ([]finding.Finding, error) {
	analyzers, err := configured(q.checkFlags)
	if err != nil {
		return nil, err
	}
	stderr := &stderrFilter{progress: e.progress}
	result, err := direct.Run(ctx, direct.Config{
		Go:        e.goCommand,
		Dir:       q.dir,
		Patterns:  q.packages,
		Tags:      q.tags,
		Analyzers: analyzers,
		Stderr:    stderr,
		Done:      e.progress.Done,
	})
	switch {
	case errors.Is(err, direct.ErrLeft):
		return e.vetEngine.lint(ctx, q)
	case ctx.Err() != nil:
		return nil, &failure{msg: "interrupted"}
	case err != nil:
		return nil, err
	}
	stderr.flush()
	say(e.progress, stderr.warnings.String())

	var findings []finding.Finding
	for _, d := range result.Found {
		findings = append(findings, newFinding(d.Check, unit.NewDiagnostic(d.Fset, d.Diagnostic)))
	}
	errs := result.Errors
	for i, err := range errs {
		if crash, ok := errors.AsType[*driver.CrashError](err); ok {
			errs[i] = crashed(crash.Error())
		}
	}
	if len(result.Left) > 0 {
		left := q
		left.packages = result.Left
		if slices.Contains(left.packages, "command-line-arguments") { // files
			left.packages = q.packages
		}
		found, err := e.vetEngine.lint(ctx, left)
		findings = append(findings, found...)
		errs = append(errs, err)
	}
	return finding.Sort(findings), errors.Join(errs...)
}

// configured returns the checks that run under the given flags, and sets their
// options.
func configured(flags []string) ([]*analysis.Analyzer, error) {
	enabled := enabledChecks(checkNames(), flags)
	var analyzers []*analysis.Analyzer
	for _, a := range analyzer.All() {
		if !slices.Contains(enabled, a.Name) {
			continue
		}
		analyzers = append(analyzers, a)
		for _, f := range flags {
			name, value, _ := strings.Cut(f, "=")
			if option, ok := strings.CutPrefix(name, "-"+a.Name+"."); ok {
				if err := a.Flags.Set(option, value); err != nil {
					return nil, err
				}
			}
		}
	}
	return analyzers, nil
}
