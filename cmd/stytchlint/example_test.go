package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

// bugMark ends each line of the example module that holds a wrong code:
// "// BUG: wrong -> right".
var bugMark = regexp.MustCompile(`// BUG: (\S+) -> (\S+)$`)

// A bug is a wrong code in the example module.
type bug struct {
	place        string // "file:line"
	wrong, right string
}

// TestExample runs the program on the example module: it finds the marked codes
// and nothing else, and the fixes put them right.
func TestExample(t *testing.T) {
	t.Parallel()
	m := exampleModule(t)
	source := goFiles(t, m.dir)
	bugs, fixed := marked(t, source)
	if len(bugs) == 0 {
		t.Fatal("no line of the example is marked")
	}

	r := lintShared(t, m)
	if r.code != exitFindings {
		t.Errorf("exit code %d: %s", r.code, r.stderr)
	}
	checkFound(t, foundBugs(t, m.dir, source, r.findings), bugs)
	checkFiles(t, goFiles(t, m.dir), source)

	dir := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(dir, os.DirFS(m.dir)); err != nil {
		t.Fatal(err)
	}
	for _, run := range []string{"first", "second"} {
		stdout, stderr, code := runIn(t, dir, program, "-fix", "./...")
		if code != exitClean || stdout != "" || stderr != "" {
			t.Errorf("the %s run with -fix: exit code %d\n%s%s", run, code, stdout, stderr)
		}
		checkFiles(t, goFiles(t, dir), fixed)
	}
	// Each compiles all packages.
	for _, args := range [][]string{{"vet", "./..."}, {"test", "-vet=off", "./..."}} {
		if stdout, stderr, code := runIn(t, dir, "go", args...); code != 0 {
			t.Errorf("go %s after -fix: exit code %d\n%s%s", args[0], code, stdout, stderr)
		}
	}
}

// marked returns the bugs that are marked in the source, and the source with
// every one put right and formatted.
func marked(t *testing.T, source map[string]string) (bugs []bug, fixed map[string]string) {
	t.Helper()
	fixed = make(map[string]string)
	for _, name := range slices.Sorted(maps.Keys(source)) {
		var b strings.Builder
		n := 0
		for line := range strings.Lines(source[name]) {
			n++
			if m := bugMark.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				wrong, right := `"`+m[1]+`"`, `"`+m[2]+`"`
				place := fmt.Sprintf("%s:%d", name, n)
				if strings.Count(line, wrong) != 1 {
					t.Errorf("%s: the line does not hold %s once", place, wrong)
				}
				bugs = append(bugs, bug{place: place, wrong: wrong, right: right})
				line = strings.Replace(line, wrong, right, 1)
			} else if strings.Contains(line, "BUG") {
				t.Errorf("%s:%d: not a mark: %s", name, n, line)
			}
			b.WriteString(line)
		}
		text, err := format.Source([]byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		fixed[name] = string(text)
	}
	return bugs, fixed
}

// foundBugs returns findings as bugs. The place of a finding
// is where its fix edits: a wrong code in a constant is reported where the
// constant is used, and put right where it is declared.
func foundBugs(t *testing.T, dir string, source map[string]string, findings []finding.Finding) []bug {
	t.Helper()
	var found []bug
	for _, f := range findings {
		if f.Fix == nil || len(f.Fix.Edits) != 1 {
			t.Errorf("%s:%d: %s: not a fix with one edit: %v", f.File, f.Line, f.Message, f.Fix)
			continue
		}
		e := f.Fix.Edits[0]
		name := inDir(t, dir, e.File)
		text := source[name]
		if e.Start < 0 || e.Start > e.End || e.End > len(text) {
			t.Errorf("%s: an edit of the bytes %d to %d", name, e.Start, e.End)
			continue
		}
		line := 1 + strings.Count(text[:e.Start], "\n")
		if at := inDir(t, dir, f.File); at != name || f.Line != line {
			// The use of a constant: its name must stand there.
			used := strings.Split(source[at], "\n")[f.Line-1][f.Column-1 : f.EndColumn-1]
			declared := strings.TrimSpace(strings.Split(text, "\n")[line-1])
			if !strings.HasPrefix(declared, used+" ") {
				t.Errorf("%s:%d: the finding is about %s, and its fix edits %q", at, f.Line, used, declared)
			}
		}
		found = append(found, bug{place: fmt.Sprintf("%s:%d", name, line), wrong: text[e.Start:e.End], right: e.New})
	}
	return found
}

// checkFound compares the bugs that were found with those that are marked.
func checkFound(t *testing.T, found, want []bug) {
	t.Helper()
	for _, b := range want {
		if !slices.Contains(found, b) {
			t.Errorf("%s: %s is not found, or not to be replaced with %s", b.place, b.wrong, b.right)
		}
	}
	for i, b := range found {
		if !slices.Contains(want, b) || slices.Contains(found[:i], b) {
			t.Errorf("%s: %s is found, to be replaced with %s, and is not marked so, or found twice", b.place, b.wrong, b.right)
		}
	}
}

// checkFiles compares two versions of the same files.
func checkFiles(t *testing.T, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		gotLines, wantLines := strings.Split(got[name], "\n"), strings.Split(want[name], "\n")
		for i := range min(len(gotLines), len(wantLines)) {
			if gotLines[i] != wantLines[i] {
				t.Errorf("%s:%d: got\n%s\nwant\n%s", name, i+1, gotLines[i], wantLines[i])
			}
		}
		if len(gotLines) != len(wantLines) {
			t.Errorf("%s: %d lines, want %d", name, len(gotLines), len(wantLines))
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// goFiles returns the source files below dir by their names with slashes.
func goFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		content, err := fs.ReadFile(root, name)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// inDir returns the name of a file below dir, with slashes.
func inDir(t *testing.T, dir, file string) string {
	t.Helper()
	name, err := filepath.Rel(dir, file)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(name)
}

// runIn runs a command in a directory, without what the machine's user
// prefers, and returns its output and exit code.
func runIn(t *testing.T, dir, name string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var outBuf, errBuf bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = plainEnv()
	cmd.Stdout, cmd.Stderr = &outBuf, &errBuf
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return outBuf.String(), errBuf.String(), code
}

// lazyGC makes programs collect no garbage before they have some, which costs the
// short runs of tests a third of their time.
var lazyGC = []string{"GOGC=off", "GOMEMLIMIT=256MiB"}

// plainEnv returns the environment with the program under test in PATH, and
// without what the machine's user prefers.
func plainEnv() []string {
	path := filepath.Dir(program) + string(os.PathListSeparator) + os.Getenv("PATH")
	env := append(os.Environ(), lazyGC...)
	return append(env, "PATH="+path, "NO_COLOR=1", "GOENV=off", "GOFLAGS=", "GOTOOLCHAIN=local", "GOWORK=off")
}
