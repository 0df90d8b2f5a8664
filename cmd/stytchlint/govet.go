package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

// vetAll lets the go command check all packages, or none if one of them cannot
// be loaded.
func (c *checker) vetAll(ctx context.Context, q query) ([]finding.Finding, error) {
	out, err := c.vet(ctx, q)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(out.stderr, noPackages) { // which says the same
		say(c.progress, out.warnings)
	}
	units := out.stdout
	if strings.Contains(out.stderr, "\n{") { // Go 1.25 and before
		var old string
		old, out.stderr = cutVetJSON(out.stderr)
		units += old
	}
	findings, err := parseVetJSON(strings.NewReader(units))
	return finding.Sort(findings), errors.Join(out.failure(q), err)
}

// A vetOutput is what a run of go vet printed.
type vetOutput struct {
	stdout   string
	stderr   string // without the messages about downloads and the warnings
	warnings string // of the go command
	failed   bool   // the exit code was not 0
}

// vet runs go vet. The error is for a run that did not come to its end.
func (c *checker) vet(ctx context.Context, q query) (vetOutput, error) {
	// GOFLAGS may hold any flag. The ones that select a mode are said on every
	// call; -n would check nothing; -x, -v and -c would mix other text into the
	// output.
	//
	// With -trimpath, one cache entry serves every copy of a module, and the
	// findings and even the fixes would be those of the copy seen first.
	args := []string{"vet", "-vettool=" + c.tool, "-" + cacheKeyFlag + "=" + q.cacheKey(), "-json", "-diff=false", "-trimpath=false", "-n=false", "-x=false", "-v=false", "-c=-1"}
	if q.tags != "" {
		args = append(args, "-tags="+q.tags)
	}
	args = append(args, q.checkFlags...)
	args = append(args, "--")
	args = append(args, q.packages...)

	stdout := &unitCounter{done: c.progress.Done}
	stderr := &stderrFilter{progress: c.progress}
	cmd := exec.CommandContext(ctx, c.goCommand, args...)
	cmd.Dir = q.dir
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.Cancel = func() error { return interrupt(cmd.Process) }
	cmd.WaitDelay = 5 * time.Second

	err := cmd.Run()
	if ctx.Err() != nil {
		return vetOutput{}, &failure{msg: "interrupted"}
	}
	stderr.flush()
	out := vetOutput{stdout: stdout.text.String(), stderr: stderr.kept.String(), warnings: stderr.warnings.String()}
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		out.failed = true
		return out, nil
	}
	return out, err
}

// cacheKey returns a key for what is found in the packages of a query, see
// cacheKeyFlag.
func (q query) cacheKey() string {
	h := sha256.New()
	for _, s := range append([]string{q.dir}, q.packages...) {
		fmt.Fprintf(h, "%q", s)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
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
	return loadFailure(o.stderr, q)
}

// A unitCounter keeps the JSON of units and tells of each that is complete,
// which is where a line begins with a closing brace.
type unitCounter struct {
	text strings.Builder
	line []byte // the line that was begun; no more than matters
	done func()
}

func (c *unitCounter) Write(p []byte) (int, error) {
	for _, b := range p {
		if b == '\n' {
			if line := string(c.line); line == "}" || line == "{}" {
				c.done()
			}
			c.line = c.line[:0]
		} else if len(c.line) < len("{}")+1 {
			c.line = append(c.line, b)
		}
	}
	return c.text.Write(p)
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
