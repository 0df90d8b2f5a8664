// Package e2e helps the end-to-end tests, which are a module of their own since
// they need dependencies that stytchlint itself does without.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Root returns the folder of stytchlint's own module.
func Root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		gomod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(gomod), "module github.com/stytchlint/stytchlint\n") {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("the tests do not run in a checkout of stytchlint")
		}
		dir = parent
	}
}

// Copy copies a module of testdata, named by its path there, with what its
// go.mod refers to, and returns its new folder. Tests change the copy.
func Copy(t *testing.T, name string) string {
	t.Helper()
	testdata := filepath.Join(Root(t), "testdata")
	dir := Temp(t)
	for _, part := range []string{name, "example/stytch-go"} {
		to := filepath.Join(dir, filepath.FromSlash(part))
		if _, err := os.Stat(to); err == nil {
			continue // part of what was copied before
		}
		if err := os.CopyFS(to, os.DirFS(filepath.Join(testdata, filepath.FromSlash(part)))); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, filepath.FromSlash(name))
}

// Temp returns a temporary folder, under the name that programs see.
func Temp(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Read returns the content of a file.
func Read(t *testing.T, elem ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Write writes a file and the folders above it.
func Write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Replace replaces the only occurrence of a text in a file.
func Replace(t *testing.T, file, from, to string) {
	t.Helper()
	content := Read(t, file)
	if n := strings.Count(content, from); n != 1 {
		t.Fatalf("%s holds %d times %q, want once", file, n, from)
	}
	Write(t, file, strings.Replace(content, from, to, 1))
}

// Exe returns the file name of a program.
func Exe(name string) string {
	if runtime.GOOS == "windows" {
		return name + ".exe"
	}
	return name
}

// BuildStytchlint builds stytchlint from the checkout into dir, and returns the
// path of the program.
func BuildStytchlint(t *testing.T, dir string) string {
	t.Helper()
	program := filepath.Join(dir, Exe("stytchlint"))
	Run(t, Command{Dir: Root(t), Args: []string{"go", "build", "-buildvcs=false", "-o", program, "./cmd/stytchlint"}}).Want(t, 0)
	return program
}

// Env returns the environment for a program: the process's own, without what
// the machine's user prefers and what stytchlint kept of earlier runs, and with
// the given variables.
func Env(t *testing.T, extra ...string) []string {
	t.Helper()
	kept, err := machine()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(os.Environ(), []string{"NO_COLOR=1", "LC_ALL=C"}, kept,
		[]string{"GOENV=off", "GOFLAGS=", "GOWORK=off", "GOTOOLCHAIN=local", "STYTCHLINT_CACHE=off"}, extra)
}

// machine returns what is kept of the go command's own configuration, which Env
// switches off: modules must still be found where the machine has them. The go
// command is asked once.
var machine = sync.OnceValues(func() ([]string, error) {
	names := []string{"GOPROXY", "GOSUMDB", "GONOPROXY", "GONOSUMDB", "GOMODCACHE", "GOCACHE"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return nil, err
	}
	var kept []string
	for i, value := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		kept = append(kept, names[i]+"="+strings.TrimSuffix(value, "\r"))
	}
	return kept, nil
})

// Main runs the tests of a package with a folder for what all of them use, whose
// name it sets, and returns the exit code.
func Main(m *testing.M, shared *string) int {
	dir, err := os.MkdirTemp("", "stytchlint-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer removeAll(dir)
	*shared = dir
	return m.Run()
}

// removeAll removes a folder that may have a module cache in it, which is
// write-protected.
func removeAll(dir string) {
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}
