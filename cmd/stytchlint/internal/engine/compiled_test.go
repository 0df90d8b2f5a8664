package engine

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/refuse"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == refuse.Flag {
		os.Exit(refuse.Run(os.Args[2:]))
	}
	os.Exit(m.Run())
}

// TestCompiled takes the types of a package from the build cache, and in the next run
// without asking for them again. When they have gone from there, they come from source.
func TestCompiled(t *testing.T) {
	t.Parallel()
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := Config{Go: goCommand, Dir: write(t, map[string]string{"a/a.go": "package a // stytch.com\n\nimport _ \"fmt\"\n"}), Patterns: []string{"./..."}, Done: func() {}}
	c.Toolexec, _ = refuse.Toolexec(exe)
	c.Kept = t.TempDir()
	build := exec.Command(goCommand, "list", "-export", "runtime", "fmt")
	build.Dir = c.Dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for round, worth := range []int{0, 1 << 20, 1 << 20} {
		r := newRun(t.Context(), c)
		nodes, _, err := r.list()
		if err != nil {
			t.Fatal(err)
		}
		r.open()
		r.scanAll(nodes)
		r.prepare(nodes)
		r.asking.Do(func() { r.exports = r.askCompiled(worth) })
		n := r.nodes["fmt"]
		r.resolve(n)
		if round == 2 { // the file has gone
			r.kept.Put(compiledKey(n), []byte(filepath.Join(c.Dir, "gone")))
		}
		r.provide(n)
		if !n.types.Complete() || n.types.Scope().Lookup("Print") == nil || (r.parsed.Load() != 0) != (round == 2) || r.failed.Load() {
			t.Errorf("round %d: %v, %d files parsed", round, n.types.Scope().Names(), r.parsed.Load())
		}
		r.keepCompiled()
		r.kept.Close()
	}
}
