package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// trap leaves a file behind if any of it runs. The go command must not find the
// directive in this file.
const trap = `package trap

import (
	"os"
	"testing"
)

%[2]s touch SPRUNG

func init() { spring() }

var _ = spring()

func spring() error { return os.WriteFile(%[1]q, nil, 0o600) }

func TestMain(m *testing.M) {
	spring()
	os.Exit(m.Run())
}

func TestTrap(t *testing.T) { spring() }
`

// TestSafety looks for what the program could do apart from its work: run the
// code that it looks at, use the network, and write files.
func TestSafety(t *testing.T) {
	t.Parallel()
	for name, commands := range map[string][][]string{
		"command": {{program, "./..."}, {program, "-diff", "./..."}, {program, "-format=sarif", "./..."}},
		"vettool": {{"go", "vet", "-vettool=" + program, "./..."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			module := filepath.Join(root, "module")
			smallModule(t, module)
			for _, dir := range []string{"home", "tmp", "module/trap"} {
				if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			source := fmt.Sprintf(trap, filepath.Join(root, "SPRUNG"), "//go:"+"generate")
			if err := os.WriteFile(filepath.Join(module, "trap", "trap_test.go"), []byte(source), 0o600); err != nil {
				t.Fatal(err)
			}
			env := append(plainEnv(),
				"HOME="+filepath.Join(root, "home"), "TMPDIR="+filepath.Join(root, "tmp"),
				"GOCACHE="+goEnv(t, "GOCACHE"), "GOMODCACHE="+goEnv(t, "GOMODCACHE"), "GOPATH="+goEnv(t, "GOPATH"))
			before := tree(t, root)
			for _, args := range commands {
				if withoutNetwork() {
					args = append([]string{"unshare", "--map-root-user", "--net"}, args...)
				} else {
					t.Log("the network cannot be cut off here")
				}
				cmd := exec.Command(args[0], args[1:]...)
				cmd.Dir, cmd.Env = module, env
				out, _ := cmd.CombinedOutput()
				if code := cmd.ProcessState.ExitCode(); code != exitFindings {
					t.Errorf("%s: exit code %d: %s", args, code, out)
				}
				checkUntouched(t, before, tree(t, root), args)
			}
		})
	}
}

// checkUntouched compares files as they were with those after a run.
func checkUntouched(t *testing.T, before, after map[string]string, args []string) {
	t.Helper()
	// The go command counts its own runs.
	maps.DeleteFunc(after, func(name, _ string) bool {
		return strings.HasPrefix(filepath.ToSlash(name), "home/.config/go/") || strings.HasPrefix(filepath.ToSlash(name), "home/Library/Application Support/go/")
	})
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if before[name] != after[name] {
			t.Errorf("%s: written: %s", args, name)
		}
	}
	for name := range before {
		if after[name] == "" {
			t.Errorf("%s: removed: %s", args, name)
		}
	}
}

// withoutNetwork reports whether a program can be started where there is no
// network.
func withoutNetwork() bool {
	return exec.Command("unshare", "--map-root-user", "--net", "true").Run() == nil
}

// tree returns the files below a directory with a hash of what is in them.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		files[name] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// TestReproducible builds the program in two places as it is built for a release,
// for which the libraries are compiled anew. The gate wants it.
func TestReproducible(t *testing.T) {
	t.Parallel()
	if os.Getenv("STYTCHLINT_TEST_RELEASE") == "" {
		t.Skip("STYTCHLINT_TEST_RELEASE is not set")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	var sums []string
	for range 2 {
		dir := t.TempDir()
		for _, name := range []string{"go.mod", "go.sum", "analyzer", "catalog", "cmd"} {
			from := filepath.Join(root, name)
			if info, err := os.Stat(from); err != nil {
				t.Fatal(err)
			} else if info.IsDir() {
				err = os.CopyFS(filepath.Join(dir, name), os.DirFS(from))
				if err != nil {
					t.Fatal(err)
				}
				continue
			}
			content, err := os.ReadFile(from)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		stdout, stderr, code := runIn(t, dir, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", "out", "./cmd/stytchlint")
		if code != 0 {
			t.Fatalf("%s%s", stdout, stderr)
		}
		built, err := os.ReadFile(filepath.Join(dir, "out"))
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, fmt.Sprintf("%x", sha256.Sum256(built)))
	}
	if sums[0] != sums[1] {
		t.Errorf("two builds differ: %s", sums)
	}
}
