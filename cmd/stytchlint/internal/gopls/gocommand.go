package gopls

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A goCommand is the user's go command.
type goCommand struct {
	path string
}

func findGo() (*goCommand, error) {
	path, err := exec.LookPath("go")
	if err != nil {
		return nil, &Error{
			Msg:  "the go command is not in PATH",
			Hint: "gopls is built with it; install Go from https://go.dev/dl",
		}
	}
	return &goCommand{path: path}, nil
}

// An output is what a program printed.
type output struct{ stdout, stderr string }

// run runs the go command in dir; log may be nil.
func (g *goCommand) run(ctx context.Context, dir string, log io.Writer, args ...string) (output, error) {
	return run(ctx, dir, log, g.path, args...)
}

// run runs a program in dir, and writes what it prints to standard error to the
// log, too.
func run(ctx context.Context, dir string, log io.Writer, name string, args ...string) (output, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = environment()
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if log != nil {
		fmt.Fprintf(log, "%s %s\n", name, strings.Join(args, " "))
		cmd.Stderr = io.MultiWriter(&stderr, log)
	}
	cmd.Cancel = func() error {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return cmd.Process.Kill() // where there is no such signal
		}
		return nil
	}
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	if ctx.Err() != nil {
		err = &Error{Msg: "interrupted"}
	}
	return output{stdout.String(), stderr.String()}, err
}

// environment returns the user's environment without what is meant for builds
// of the user's own modules.
func environment() []string {
	return append(os.Environ(),
		"GO111MODULE=on",
		"GOFLAGS=-mod=mod", // go.mod and go.sum are completed as modules are fetched
		"GOWORK=off",
		"GOOS="+runtime.GOOS, // gopls runs where this program runs
		"GOARCH="+runtime.GOARCH,
	)
}

// failed returns what a person is told about the error of a program: nil, or
// explained, unless it was interrupted or could not be run at all.
func failed(err error, explained *Error) error {
	if _, ok := err.(*exec.ExitError); ok { //nolint:errorlint // run wraps nothing
		return explained
	}
	return err
}

// lastLines returns the end of what a program said.
func lastLines(text string) string {
	const most = 10
	lines := slices.Collect(strings.Lines(strings.TrimSpace(text)))
	return strings.Join(lines[max(0, len(lines)-most):], "")
}
