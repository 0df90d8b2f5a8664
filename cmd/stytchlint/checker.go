package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/engine"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/refuse"
)

// A query says what is to be checked, and how.
type query struct {
	dir        string   // the working directory, absolute
	packages   []string // patterns of the go command
	tags       string   // build tags, with commas between them
	checkFlags []string // flags of the checks, such as "-stytchcode=false"
}

// A checker runs the checks over packages: in this process, and by go vet over
// what it cannot check itself.
type checker struct {
	goCommand string   // path of the go command
	tool      string   // path of this program
	progress  observer // gets the go command's warnings and messages about downloads

	kept     string // the folder with results of earlier runs; empty if none are kept
	identity string // tells this program from all others
}

// An observer hears of what happens while packages are checked.
type observer interface {
	io.Writer
	Done() // one more package is done
}

func newChecker(progress observer) (*checker, error) {
	goCommand, err := exec.LookPath("go")
	if err != nil {
		return nil, &failure{
			msg:  "the go command is not in PATH",
			hint: "packages are loaded with it; install Go from https://go.dev/dl",
		}
	}
	tool, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("cannot find out where this program lies: %w", err)
	}
	delayCollection()
	c := &checker{goCommand: goCommand, tool: tool, progress: progress}
	c.kept, c.identity = openCache(tool)
	return c, nil
}

// openCache returns the folder with results, and what tells this program, whose
// executable is named, from all others. Without either, nothing is kept.
func openCache(tool string) (dir, identity string) {
	dir, err := cache.Dir()
	if err != nil {
		return "", ""
	}
	f, err := os.Open(tool)
	if err != nil {
		return "", ""
	}
	defer f.Close() //nolint:errcheck // only read
	if identity, err = buildID(f); err != nil {
		return "", ""
	}
	return dir, identity
}

// lint returns what the checks find. The error is for packages that could not be
// loaded or checked; what was found in others is returned with it.
func (c *checker) lint(ctx context.Context, q query) ([]finding.Finding, error) {
	analyzers, err := configured(q.checkFlags)
	if err != nil {
		return nil, err
	}
	stderr := &stderrFilter{progress: c.progress}
	config := engine.Config{
		Go: c.goCommand, Dir: q.dir, Patterns: q.packages, Tags: q.tags,
		Analyzers: analyzers, CheckFlags: q.checkFlags, Stderr: stderr, Done: c.progress.Done,
		Kept: c.kept, Program: c.identity,
	}
	config.Toolexec, _ = refuse.Toolexec(c.tool)
	result, err := engine.Run(ctx, config)
	var loadErr error
	if errors.Is(err, engine.ErrLeft) {
		var found []finding.Finding
		found, loadErr = c.vetAll(ctx, q)
		if loadErr == nil || len(found) > 0 {
			return found, loadErr
		}
		// The go command checks nothing where a package cannot be loaded.
		config.Intact, config.Stderr = true, nil
		result, err = engine.Run(ctx, config)
	}
	switch {
	case ctx.Err() != nil:
		return nil, &failure{msg: "interrupted"}
	case errors.Is(err, engine.ErrLeft):
		return nil, loadErr
	case err != nil:
		return nil, err
	}
	stderr.flush()
	say(c.progress, stderr.warnings.String())
	return c.rest(ctx, q, result, loadErr)
}

// rest returns what was found, with what the go command finds in the packages
// that are left to it.
func (c *checker) rest(ctx context.Context, q query, result *engine.Result, loadErr error) ([]finding.Finding, error) {
	var findings []finding.Finding
	for _, d := range result.Found {
		findings = append(findings, newFinding(d.Check, d.Diagnostic))
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
		found, err := c.vetAll(ctx, left)
		findings = append(findings, found...)
		errs = append(errs, err)
	}
	return finding.Sort(findings), join(append(errs, loadErr)...)
}

// files returns the absolute names of the source files that belong to the
// packages, under the build tags that hold. It asks go list, which takes the same
// patterns and flags.
func (c *checker) files(ctx context.Context, q query) ([]string, error) {
	const format = `{{range .GoFiles}}{{$.Dir}}/{{.}}
{{end}}{{range .CgoFiles}}{{$.Dir}}/{{.}}
{{end}}{{range .TestGoFiles}}{{$.Dir}}/{{.}}
{{end}}{{range .XTestGoFiles}}{{$.Dir}}/{{.}}
{{end}}`
	args := []string{"list", "-e", "-json=false", "-deps=false", "-m=false", "-f=" + format}
	if q.tags != "" {
		args = append(args, "-tags="+q.tags)
	}
	args = append(append(args, "--"), q.packages...)
	cmd := exec.CommandContext(ctx, c.goCommand, args...)
	cmd.Dir = q.dir
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var files []string
	for line := range strings.Lines(string(out)) {
		if name := strings.TrimSpace(line); name != "" {
			files = append(files, filepath.FromSlash(name))
		}
	}
	return files, nil
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
