package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/progress"
)

// fakeGo returns a checker whose go command can list no packages, so that all is
// left to its "go vet": a shell script that runs in a directory of its own.
func fakeGo(t *testing.T, script string) (*checker, query, *bytes.Buffer) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	dir := t.TempDir()
	goCommand := filepath.Join(dir, "go")
	// No process that another test starts may get hold of the file while it is written
	// to, for then it cannot be run.
	syscall.ForkLock.RLock()
	err := os.WriteFile(goCommand, []byte("#!/bin/sh\n[ \"$1\" = vet ] || exit 1\n"+script), 0o700)
	syscall.ForkLock.RUnlock()
	if err != nil {
		t.Fatal(err)
	}
	messages := new(bytes.Buffer)
	c := &checker{goCommand: goCommand, tool: "/bin/stytchlint", progress: progress.New(messages, false)}
	return c, query{dir: dir, packages: []string{"."}}, messages
}

// beGo makes the test program a go command that runs until it is interrupted.
const beGo = "STYTCHLINT_TEST_BE_GO"

// runUntilInterrupted tells that it runs, as go vet does when it is done with a
// package, and leaves a file behind when it is interrupted.
func runUntilInterrupted() int {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // also where it is ignored, as by what a script runs beside itself
	fmt.Println("{}")
	<-c
	if err := os.WriteFile("interrupted", nil, 0o600); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return 1
}

// A doneObserver calls a function when a package is done.
type doneObserver struct {
	io.Writer
	done func()
}

func (o doneObserver) Done() { o.done() }

func TestInterrupt(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c, q, _ := fakeGo(t, beGo+"=1 exec '"+self+"'\n")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c.progress = doneObserver{io.Discard, cancel} // it runs
	// It ends in any case, for a go command that is not interrupted is killed.
	if _, err := c.lint(ctx, q); err == nil || err.Error() != "interrupted" {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(filepath.Join(q.dir, "interrupted")); err != nil {
		t.Errorf("the go command was not interrupted, so that it could clean up: %v", err)
	}
}

func TestDownloadsAndWarnings(t *testing.T) {
	t.Parallel()
	c, q, messages := fakeGo(t, `
echo 'go: downloading example.com/x v1.0.0' >&2
echo 'go: warning: "./x/..." matched no packages' >&2
echo 'something else' >&2
echo '{}'
`)
	findings, err := c.lint(context.Background(), q)
	if err != nil || len(findings) != 0 {
		t.Fatalf("lint = %v, %v", findings, err)
	}
	const want = "go: downloading example.com/x v1.0.0\ngo: warning: \"./x/...\" matched no packages\n"
	if messages.String() != want {
		t.Errorf("messages %q, want %q", messages, want)
	}
}

// TestOldGo has a go command that prints the units to standard error.
func TestOldGo(t *testing.T) {
	t.Parallel()
	c, q, _ := fakeGo(t, `
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
	findings, err := c.lint(context.Background(), q)
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
	c, q, _ := fakeGo(t, `
printf '# example.com/a\npanic: oops\n\ngoroutine 1 [running]:\n' >&2
exit 1
`)
	_, err := c.lint(context.Background(), q)
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
	c, q, _ := fakeGo(t, `echo '{"example.com/a": {"stytcha": {"error": "out of order"}}}'`)
	_, err := c.lint(context.Background(), q)
	var b bytes.Buffer
	if code := exitCode(&b, err); code != exitError {
		t.Errorf("exit code %d", code)
	}
	if want := "stytchlint: check stytcha failed in example.com/a: out of order\n"; b.String() != want {
		t.Errorf("got %q, want %q", &b, want)
	}
}

// lintOnce runs the program with a fake go command, and returns what it prints
// and its exit code.
func lintOnce(c *checker, o options) (stdout, stderr string, code int) {
	var out, errs bytes.Buffer
	err := lint(context.Background(), c, o, &out, progress.New(&errs, false))
	code = exitCode(&errs, err)
	return out.String(), errs.String(), code
}

// overlapping is a go command that finds, as long as the file a.go holds the
// text "one", two things whose fixes overlap, and then one more.
const overlapping = `
dir=$PWD
diagnostic() {
	echo "{\"posn\": \"$dir/a.go:3:$1\", \"end\": \"$dir/a.go:3:$2\", \"message\": \"m\", \"suggested_fixes\": [{\"message\": \"f\", \"edits\": [{\"filename\": \"$dir/a.go\", \"start\": $3, \"end\": $4, \"new\": \"$5\"}]}]}"
}
echo run >>runs
first=1
if grep -q one a.go; then
	echo "{\"p\": {\"stytcha\": [$(diagnostic 5 8 17 20 $first), $(diagnostic 7 13 19 25 x)]}}"
elif grep -q two a.go; then
	echo "{\"p\": {\"stytcha\": [$(diagnostic 5 8 20 23 2)]}}"
else
	echo '{}'
fi
`

// TestOverlappingFixes has fixes that cannot be applied at once.
func TestOverlappingFixes(t *testing.T) {
	t.Parallel()
	c, q, _ := fakeGo(t, overlapping)
	file := filepath.Join(q.dir, "a.go")
	if err := os.WriteFile(file, []byte("package a\n\n// \n//one, two\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := options{format: "text", query: q, diff: true, filter: filter{root: q.dir}}
	stdout, stderr, code := lintOnce(c, o)
	if code != exitFindings || !strings.Contains(stdout, "+//") || stderr != "1 fix left out, since they overlap others; -fix applies them one after the other\n" {
		t.Errorf("-diff: exit code %d\n%s%s", code, stdout, stderr)
	}
	o.diff, o.fix = false, true
	stdout, stderr, code = lintOnce(c, o)
	if code != exitClean || stdout != "" || stderr != "" {
		t.Errorf("-fix: exit code %d\n%s%s", code, stdout, stderr)
	}
	content, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(content), "one") || strings.Contains(string(content), "two") {
		t.Errorf("the file is %q, %v", content, err)
	}
}

// TestEndlessFixes has a fix that settles nothing.
func TestEndlessFixes(t *testing.T) {
	t.Parallel()
	script := strings.ReplaceAll(overlapping, "grep -q one a.go", "true")
	script = strings.ReplaceAll(script, "first=1", "first=$(printf %03d $(wc -l <runs))")
	c, q, _ := fakeGo(t, script)
	if err := os.WriteFile(filepath.Join(q.dir, "a.go"), []byte("package a\n\n// \n//one, two\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, _, code := lintOnce(c, options{format: "text", query: q, fix: true, filter: filter{root: q.dir}})
	if code != exitFindings || !strings.Contains(stdout, "a.go:3:5") {
		t.Errorf("exit code %d\n%s", code, stdout)
	}
	runs, err := os.ReadFile(filepath.Join(q.dir, "runs"))
	if n := strings.Count(string(runs), "run"); err != nil || n != maxRounds+1 {
		t.Errorf("%d runs, %v", n, err)
	}
}

// TestFixFailure has a file that cannot be written, and packages that do not
// compile, of which both runs of go vet tell.
func TestFixFailure(t *testing.T) {
	t.Parallel()
	c, q, _ := fakeGo(t, overlapping+`
echo '# example.com/b' >&2
echo 'b/b.go:1:1: undefined: x' >&2
exit 1
`)
	if err := os.WriteFile(filepath.Join(q.dir, "a.go"), []byte("package a\n\n// \n//one, two\n"), 0o400); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := lintOnce(c, options{format: "text", query: q, fix: true, filter: filter{root: q.dir}})
	if code != exitError || !strings.Contains(stdout, "a.go:3:5") {
		t.Errorf("exit code %d\n%s", code, stdout)
	}
	if strings.Count(stderr, "permission denied") != 1 || strings.Count(stderr, "undefined: x") != 1 {
		t.Errorf("got %s", stderr)
	}
}
