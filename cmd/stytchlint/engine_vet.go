package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A vetEngine lets the go command run the checks, with this program as its vet
// tool. What was found before comes from the go command's build cache.
type vetEngine struct {
	goCommand string    // path of the go command
	tool      string    // path of this program
	progress  io.Writer // gets the go command's warnings and messages about downloads
}

func newVetEngine(progress io.Writer) (*vetEngine, error) {
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
	return &vetEngine{goCommand: goCommand, tool: tool, progress: progress}, nil
}

func (e *vetEngine) lint(ctx context.Context, q query) ([]finding, error) {
	out, err := e.vet(ctx, q, "-json", "-diff=false")
	if err != nil {
		return nil, err
	}
	if !strings.Contains(out.stderr, noPackages) { // which says the same
		say(e.progress, out.warnings)
	}
	units := out.stdout
	if strings.Contains(out.stderr, "\n{") { // Go 1.25 and before
		var old string
		old, out.stderr = cutVetJSON(out.stderr)
		units += old
	}
	findings, err := parseVetJSON(strings.NewReader(units))
	return sortFindings(findings), errors.Join(out.failure(q), err)
}

// fix applies the fixes of all checks at once. Where two fixes overlap, the go
// command applies none in that package, however often it runs; then each check
// gets a run of its own.
func (e *vetEngine) fix(ctx context.Context, q query) error {
	out, err := e.vet(ctx, q, "-fix", "-json=false", "-diff=false")
	if err != nil {
		return err
	}
	if !out.fixesOverlap() {
		return out.failure(q)
	}
	var failure error
	for _, check := range q.checks {
		one := q
		one.checkFlags = onlyCheck(check, q.checks, q.checkFlags)
		out, err := e.vet(ctx, one, "-fix", "-json=false", "-diff=false")
		if err != nil {
			return err
		}
		failure = cmp.Or(out.failure(q), failure)
	}
	return failure
}

func (e *vetEngine) diff(ctx context.Context, q query) (string, error) {
	out, err := e.vet(ctx, q, "-fix", "-diff", "-json=false")
	if err != nil {
		return "", err
	}
	if out.stderr == "" {
		out.failed = false // the exit code is about the diff
	}
	return tidyDiff(out.stdout, q.dir), out.failure(q)
}

// A vetOutput is what a run of go vet printed.
type vetOutput struct {
	stdout   string
	stderr   string // without the messages about downloads and the warnings
	warnings string // of the go command
	failed   bool   // the exit code was not 0
}

// vet runs go vet. The error is for a run that did not come to its end.
func (e *vetEngine) vet(ctx context.Context, q query, mode ...string) (vetOutput, error) {
	// GOFLAGS may hold any flag. The ones that select a mode are said on every
	// call; -n would check nothing; -x, -v and -c would mix other text into the
	// output.
	//
	// With -trimpath, one cache entry serves every copy of a module, and the
	// findings and even the fixes would be those of the copy seen first.
	args := append([]string{"vet", "-vettool=" + e.tool, "-trimpath=false", "-n=false", "-x=false", "-v=false", "-c=-1"}, mode...)
	if q.tags != "" {
		args = append(args, "-tags="+q.tags)
	}
	args = append(args, q.checkFlags...)
	args = append(args, "--")
	args = append(args, q.packages...)

	var stdout bytes.Buffer
	stderr := &stderrFilter{progress: e.progress}
	cmd := exec.CommandContext(ctx, e.goCommand, args...)
	cmd.Dir = q.dir
	cmd.Stdout, cmd.Stderr = &stdout, stderr
	cmd.Cancel = func() error { return interrupt(cmd.Process) }
	cmd.WaitDelay = 5 * time.Second

	err := cmd.Run()
	if ctx.Err() != nil {
		return vetOutput{}, &failure{msg: "interrupted"}
	}
	stderr.flush()
	out := vetOutput{stdout: stdout.String(), stderr: stderr.kept.String(), warnings: stderr.warnings.String()}
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		out.failed = true
		return out, nil
	}
	return out, err
}

// interrupt asks the process to stop, as Ctrl-C does, so that the go command
// can clean up; it kills where there is no such signal.
func interrupt(p *os.Process) error {
	if err := p.Signal(os.Interrupt); err != nil {
		return p.Kill()
	}
	return nil
}

// failure explains why the go command failed, or returns nil if it did not.
func (o vetOutput) failure(q query) error {
	if !o.failed {
		return nil
	}
	if o.fixesOverlap() {
		return &failure{
			detail: tidyGoErrors(o.stderr),
			msg:    "some fixes overlap, and none was used in their packages",
			hint:   "-fix tries one check after the other; what is left needs a change by hand",
		}
	}
	return loadFailure(o.stderr, q)
}

// fixesOverlap reports whether fixes were left out because they overlap others,
// which golang.org/x/tools says in one way with -diff and in another without.
func (o vetOutput) fixesOverlap() bool {
	return o.failed && (strings.Contains(o.stderr, "skipped (e.g. due to conflicts)") ||
		strings.Contains(o.stderr, "Re-run the command to apply more"))
}

// A stderrFilter sorts the lines of the go command: messages about downloads
// are passed on while they come, warnings and the rest are kept.
type stderrFilter struct {
	progress io.Writer
	line     []byte
	warnings strings.Builder
	kept     strings.Builder
}

func (f *stderrFilter) Write(p []byte) (int, error) {
	for _, b := range p {
		f.line = append(f.line, b)
		if b == '\n' {
			f.flush()
		}
	}
	return len(p), nil
}

// flush sorts the line that was begun.
func (f *stderrFilter) flush() {
	switch {
	case bytes.HasPrefix(f.line, []byte("go: downloading ")):
		say(f.progress, string(f.line))
	case bytes.HasPrefix(f.line, []byte("go: warning: ")):
		f.warnings.Write(f.line)
	default:
		f.kept.Write(f.line)
	}
	f.line = f.line[:0]
}
