package main

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	direct "github.com/stytchlint/stytchlint/cmd/stytchlint/internal/engine"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/finding"
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
		findings = append(findings, findingOf(d))
	}
	errs := result.Errors
	for i, err := range errs {
		if crash, ok := errors.AsType[*direct.CrashError](err); ok {
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

// findingOf returns what a check says in the way in which go vet -json does.
func findingOf(d direct.Diagnostic) finding.Finding {
	v := vetDiagnostic{
		Category: d.Category,
		Posn:     d.Fset.Position(d.Pos).String(),
		End:      d.Fset.Position(cmp.Or(d.End, d.Pos)).String(),
		Message:  d.Message,
	}
	for _, f := range d.SuggestedFixes {
		fix := vetFix{Message: f.Message}
		for _, e := range f.TextEdits {
			start, end := d.Fset.Position(e.Pos), d.Fset.Position(cmp.Or(e.End, e.Pos))
			fix.Edits = append(fix.Edits, vetEdit{Filename: start.Filename, Start: start.Offset, End: end.Offset, New: string(e.NewText)})
		}
		slices.SortStableFunc(fix.Edits, func(a, b vetEdit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
		v.Fixes = append(v.Fixes, fix)
	}
	return v.finding(d.Check)
}
