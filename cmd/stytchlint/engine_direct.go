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
	config := e.config(q)
	config.Analyzers, config.Stderr = analyzers, stderr
	result, err := direct.Run(ctx, config)
	var loadErr error
	if errors.Is(err, direct.ErrLeft) {
		var found []finding.Finding
		found, loadErr = e.vetAll(ctx, q)
		if loadErr == nil || len(found) > 0 {
			return found, loadErr
		}
		// The go command checks nothing where a package cannot be loaded.
		config.Intact, config.Stderr = true, nil
		result, err = direct.Run(ctx, config)
	}
	switch {
	case ctx.Err() != nil:
		return nil, &failure{msg: "interrupted"}
	case errors.Is(err, direct.ErrLeft):
		return nil, loadErr
	case err != nil:
		return nil, err
	}
	stderr.flush()
	say(e.progress, stderr.warnings.String())
	return e.rest(ctx, q, result, loadErr)
}

// rest returns what was found, with what the go command finds in the packages
// that are left to it.
func (e *directEngine) rest(ctx context.Context, q query, result *direct.Result, loadErr error) ([]finding.Finding, error) {
	var findings []finding.Finding
	for _, d := range result.Found {
		findings = append(findings, newFinding(d.Check, unit.NewDiagnostic(d.Fset, d.Diagnostic)))
	}
	var errs []error
	for _, err := range result.Errors {
		if crash, ok := errors.AsType[*driver.CrashError](err); ok {
			err = crashed(crash.Error())
		}
		errs = append(errs, err)
	}
	if len(result.Left) > 0 {
		left := q
		left.packages = result.Left
		if slices.Contains(left.packages, "command-line-arguments") { // files
			left.packages = q.packages
		}
		found, err := e.vetAll(ctx, left)
		findings = append(findings, found...)
		errs = append(errs, err)
	}
	return finding.Sort(findings), join(append(errs, loadErr)...)
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
