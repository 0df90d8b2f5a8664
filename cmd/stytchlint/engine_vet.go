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
	"path/filepath"
	"strings"
	"time"

	direct "github.com/stytchlint/stytchlint/cmd/stytchlint/internal/engine"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/finding"
)

// A vetEngine lets the go command run the checks, with this program as its vet
// tool. What was found before comes from the go command's build cache.
type vetEngine struct {
	goCommand string   // path of the go command
	tool      string   // path of this program
	progress  observer // gets the go command's warnings and messages about downloads
}

// An observer hears of what happens while packages are checked.
type observer interface {
	io.Writer
	Done() // one more package is done
}

func newVetEngine(progress observer) (*vetEngine, error) {
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

func (e *vetEngine) lint(ctx context.Context, q query) ([]finding.Finding, error) {
	found, err := e.vetAll(ctx, q)
	if err == nil || len(found) > 0 || ctx.Err() != nil {
		return found, err
	}
	// The go command checks nothing where a package cannot be loaded.
	paths, others, listErr := direct.Loadable(ctx, e.config(q))
	if listErr != nil || !others || len(paths) == 0 {
		return nil, err
	}
	q.packages = paths
	found, foundErr := e.vetAll(ctx, q)
	return found, join(foundErr, err)
}

// config returns what both engines tell the go command.
func (e *vetEngine) config(q query) direct.Config {
	return direct.Config{Go: e.goCommand, Dir: q.dir, Patterns: q.packages, Tags: q.tags, Done: e.progress.Done}
}

// vetAll lets the go command check all packages, or none if one of them cannot
// be loaded.
func (e *vetEngine) vetAll(ctx context.Context, q query) ([]finding.Finding, error) {
	out, err := e.vet(ctx, q)
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
	return finding.Sort(findings), errors.Join(out.failure(q), err)
}

// files asks go list, which takes the same patterns and flags.
func (e *vetEngine) files(ctx context.Context, q query) ([]string, error) {
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
	cmd := exec.CommandContext(ctx, e.goCommand, args...)
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

// A vetOutput is what a run of go vet printed.
type vetOutput struct {
	stdout   string
	stderr   string // without the messages about downloads and the warnings
	warnings string // of the go command
	failed   bool   // the exit code was not 0
}

// vet runs go vet. The error is for a run that did not come to its end.
func (e *vetEngine) vet(ctx context.Context, q query) (vetOutput, error) {
	// GOFLAGS may hold any flag. The ones that select a mode are said on every
	// call; -n would check nothing; -x, -v and -c would mix other text into the
	// output.
	//
	// With -trimpath, one cache entry serves every copy of a module, and the
	// findings and even the fixes would be those of the copy seen first.
	args := []string{"vet", "-vettool=" + e.tool, "-" + cacheKeyFlag + "=" + q.cacheKey(), "-json", "-diff=false", "-trimpath=false", "-n=false", "-x=false", "-v=false", "-c=-1"}
	if q.tags != "" {
		args = append(args, "-tags="+q.tags)
	}
	args = append(args, q.checkFlags...)
	args = append(args, "--")
	args = append(args, q.packages...)

	stdout := &unitCounter{done: e.progress.Done}
	stderr := &stderrFilter{progress: e.progress}
	cmd := exec.CommandContext(ctx, e.goCommand, args...)
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
