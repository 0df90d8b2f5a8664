package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/baseline"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/config"
)

// A filter leaves out findings that nobody wants to hear of.
type filter struct {
	root     string // of the module
	exclude  config.Globs
	file     string // of the baseline; empty if there is none
	baseline baseline.Baseline
}

// readBaseline reads the baseline that is used, if file is not empty.
func (f *filter) readBaseline(file string) error {
	if file == "" {
		return nil
	}
	list, err := baseline.Read(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &failure{msg: fmt.Sprintf("there is no baseline %s", file), hint: "'stytchlint baseline' writes it; see 'stytchlint help baseline'"}
	case err != nil:
		return &failure{msg: err.Error(), hint: "'stytchlint baseline' writes it anew"}
	}
	f.file, f.baseline = file, list
	return nil
}

// A result is what was found and is to be reported.
type result struct {
	findings []finding.Finding
	gone     baseline.Baseline // what the baseline has and was not found
	files    source.Files      // as they were when it was found
}

// find runs the checks and filters what they find. The error is that of
// checker.lint.
func find(ctx context.Context, c *checker, o options) (result, error) {
	findings, err := c.lint(ctx, o.query)
	findings = slices.DeleteFunc(findings, func(f finding.Finding) bool { return o.filter.excludes(f.File) })
	r := result{findings: findings, files: source.Files{}}
	if o.filter.file != "" {
		r.findings, r.gone = o.filter.baseline.Filter(findings, o.filter.root, r.files)
	}
	return r, err
}

// excludes reports whether a file is excluded by the configuration.
func (f *filter) excludes(file string) bool {
	name, ok := module.Rel(f.root, file)
	return ok && f.exclude.Match(name)
}

// reportGone says how much of the baseline is not needed any more. What is in
// files that were not checked may still be there.
func reportGone(ctx context.Context, c *checker, o options, r result, stderr io.Writer) {
	if len(r.gone) == 0 {
		return
	}
	checked, err := c.files(ctx, o.query)
	if err != nil {
		return // it is a remark only
	}
	gone := 0
	for _, entry := range r.gone {
		file := filepath.Join(o.filter.root, filepath.FromSlash(entry.File))
		_, statErr := os.Stat(file)
		there := statErr == nil && !slices.Contains(checked, file)
		if slices.Contains(o.checks, entry.Check) && !there && !o.filter.excludes(file) {
			gone++
		}
	}
	if gone > 0 {
		say(stderr, fmt.Sprintf("baseline: %s in %s gone; 'stytchlint baseline' writes it anew\n",
			count(gone, "finding", "findings"), shortPath(o.query.dir, o.filter.file)+isAre(gone)))
	}
}

func isAre(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}
