package e2e

import (
	"bytes"
	"errors"
	"os/exec"
	"testing"
)

// A Command is a program to run.
type Command struct {
	Dir  string   // the working directory
	Env  []string // variables beside those of [Env]
	Args []string // the program and its arguments
}

// A Result is what a program did.
type Result struct {
	Command        Command
	Stdout, Stderr string
	Code           int // the exit code
}

// Run runs a program to its end.
func Run(t *testing.T, c Command) Result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(c.Args[0], c.Args[1:]...)
	cmd.Dir = c.Dir
	cmd.Env = Env(t, c.Env...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	r := Result{Command: c, Stdout: stdout.String(), Stderr: stderr.String()}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		r.Code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return r
}

// Want stops the test if the exit code is another one.
func (r Result) Want(t *testing.T, code int) Result {
	t.Helper()
	if r.Code != code {
		t.Fatalf("%q in %s: exit code %d, want %d\n%s%s", r.Command.Args, r.Command.Dir, r.Code, code, r.Stdout, r.Stderr)
	}
	return r
}
