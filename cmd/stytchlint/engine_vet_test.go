package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// fakeGo returns an engine whose go command is a shell script that runs in a
// directory of its own.
func fakeGo(t *testing.T, script string) (*vetEngine, query, *bytes.Buffer) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	dir := t.TempDir()
	goCommand := filepath.Join(dir, "go")
	if err := os.WriteFile(goCommand, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	progress := new(bytes.Buffer)
	e := &vetEngine{goCommand: goCommand, tool: "/bin/stytchlint", progress: progress}
	return e, query{dir: dir, packages: []string{"."}, checks: []string{"stytcha", "stytchb"}}, progress
}

func TestInterrupt(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `
trap 'echo interrupted >end; exit 1' INT
echo started >start
while :; do sleep 0.05; done
`)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		_, err := e.lint(ctx, q)
		done <- err
	}()
	waitFor(t, filepath.Join(q.dir, "start"))
	cancel()
	select {
	case err := <-done:
		if err == nil || err.Error() != "interrupted" {
			t.Errorf("error %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the go command was not stopped")
	}
	waitFor(t, filepath.Join(q.dir, "end"))
}

// waitFor waits until a file exists.
func waitFor(t *testing.T, name string) {
	t.Helper()
	for range 400 {
		if _, err := os.Stat(name); err == nil {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("%s did not appear", name)
}

func TestProgressAndWarnings(t *testing.T) {
	t.Parallel()
	e, q, progress := fakeGo(t, `
echo 'go: downloading example.com/x v1.0.0' >&2
echo 'go: warning: "./x/..." matched no packages' >&2
echo 'something else' >&2
echo '{}'
`)
	findings, err := e.lint(context.Background(), q)
	if err != nil || len(findings) != 0 {
		t.Fatalf("lint = %v, %v", findings, err)
	}
	const want = "go: downloading example.com/x v1.0.0\ngo: warning: \"./x/...\" matched no packages\n"
	if progress.String() != want {
		t.Errorf("progress %q, want %q", progress, want)
	}
}

// TestOldGo has a go command that prints the units to standard error.
func TestOldGo(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `
cat >&2 <<'END'
# example.com/broken
vet: broken/b.go:2:13: undefined: x
# example.com/a
{
	"example.com/a": {
		"stytcha": [
			{"posn": "/src/a.go:1:2", "end": "/src/a.go:1:3", "message": "m"}
		]
	}
}
END
exit 1
`)
	findings, err := e.lint(context.Background(), q)
	if len(findings) != 1 || findings[0].File != "/src/a.go" {
		t.Errorf("findings %v", findings)
	}
	var b bytes.Buffer
	if code := exitCode(&b, err); code != exitError {
		t.Errorf("exit code %d", code)
	}
	const want = `# example.com/broken
broken/b.go:2:13: undefined: x
stytchlint: some packages could not be checked
hint: they must compile; see the lines above
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &b, want)
	}
}

func TestCrash(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `
printf '# example.com/a\npanic: oops\n\ngoroutine 1 [running]:\n' >&2
exit 1
`)
	_, err := e.lint(context.Background(), q)
	if err == nil {
		t.Fatal("no error")
	}
	got := describe(err)
	if !strings.Contains(got, "panic: oops") || !strings.Contains(got, "stytchlint: a check crashed\n") {
		t.Errorf("got %s", got)
	}
}

// TestCheckError has a check that returns an error, which go vet -json hides
// behind the exit code 0.
func TestCheckError(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `echo '{"example.com/a": {"stytcha": {"error": "out of order"}}}'`)
	_, err := e.lint(context.Background(), q)
	var b bytes.Buffer
	if code := exitCode(&b, err); code != exitError {
		t.Errorf("exit code %d", code)
	}
	if want := "stytchlint: check stytcha failed in example.com/a: out of order\n"; b.String() != want {
		t.Errorf("got %q, want %q", &b, want)
	}
}

// TestOverlappingFixes has fixes of two checks that cannot be applied at once.
func TestOverlappingFixes(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `
echo "$@" >>calls
case "$*" in
*-stytcha=true*|*-stytchb=true*) exit 0;;
*-diff=false*) echo 'stytchlint: applied 1 of 2 fixes; 1 file updated. (Re-run the command to apply more.)' >&2;;
*) echo 'stytchlint: 1 of 2 fixes skipped (e.g. due to conflicts)' >&2;;
esac
exit 1
`)
	if err := e.fix(context.Background(), q); err != nil {
		t.Errorf("fix: %v", err)
	}
	calls, err := os.ReadFile(filepath.Join(q.dir, "calls"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(calls)), "\n")
	if len(lines) != 3 || !strings.Contains(lines[1], " -stytcha=true ") || !strings.Contains(lines[2], " -stytchb=true ") {
		t.Errorf("calls:\n%s", calls)
	}
	if _, err := e.diff(context.Background(), q); err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Errorf("diff: %v", err)
	}
}

func TestFixNeedsNewGo(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, "echo 'flag provided but not defined: -fix' >&2; exit 2\n")
	err := e.fix(context.Background(), q)
	if err == nil || err.Error() != "this go command cannot apply fixes" {
		t.Errorf("error %v", err)
	}
}

// TestFixFailure has files that cannot be written, and packages that do not
// compile, of which both runs of go vet tell.
func TestFixFailure(t *testing.T) {
	t.Parallel()
	e, q, _ := fakeGo(t, `
echo '# example.com/a' >&2
echo 'a/a.go:1:1: undefined: x' >&2
case "$*" in
*-fix*) echo 'applying fix: open a.go: permission denied' >&2;;
esac
exit 1
`)
	var stdout, stderr bytes.Buffer
	err := lint(context.Background(), e, options{format: "text", fix: true, query: q}, &stdout, &stderr)
	if code := exitCode(&stderr, err); code != exitError {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(stderr.String(), "permission denied") {
		t.Errorf("got %s", &stderr)
	}
}
