package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/finding"
)

// TestEngines compares what both engines say of the same packages.
func TestEngines(t *testing.T) {
	t.Parallel()
	for name, m := range samples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, gotErr, gotCode := lintJSON(t, m, engineDirect)
			want, wantErr, wantCode := lintJSON(t, m, engineVet)
			compareFindings(t, got, want)
			// The go command reports packages as it is done with them.
			if sortedLines(gotErr) != sortedLines(wantErr) {
				t.Errorf("standard error\n%s\nwant\n%s", gotErr, wantErr)
			}
			if gotCode != wantCode {
				t.Errorf("exit code %d, want %d", gotCode, wantCode)
			}
			t.Logf("%d findings, exit code %d", len(got), gotCode)
		})
	}
}

// lintJSON runs the program on a module with an engine and flags.
func lintJSON(t *testing.T, m sample, engine string, flags ...string) (findings []finding.Finding, stderr string, code int) {
	t.Helper()
	cmd := exec.Command(program, slices.Concat([]string{"-format=json", "-engine=" + engine}, flags, m.patterns)...)
	cmd.Dir, cmd.Env = m.dir, append(plainEnv(), m.env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Findings []finding.Finding }
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatalf("%v\n%s%s", err, &out, &errOut)
	}
	return doc.Findings, errOut.String(), code
}

func sortedLines(text string) string {
	return strings.Join(slices.Sorted(strings.Lines(text)), "")
}
