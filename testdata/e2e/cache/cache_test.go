// Package cache tests that machines share what the checks find, by a build
// cache of the go command that they share.
package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// shared is a folder for what all tests use.
var shared string

func TestMain(m *testing.M) { os.Exit(e2e.Main(m, &shared)) }

// A world is machines that share a folder.
type world struct {
	bin    string // the programs that each machine has
	shared string
}

var (
	once   sync.Once
	common world
)

// theWorld returns the world of all tests, so that only its very first machine
// compiles the standard library. No test finds results of another there, since
// each has its module in a folder of its own.
func theWorld(t *testing.T) world {
	t.Helper()
	once.Do(func() {
		bin := filepath.Join(shared, "bin")
		for _, name := range []string{"cacheprog", "counter"} {
			e2e.Run(t, e2e.Command{Args: []string{"go", "build", "-buildvcs=false", "-o", filepath.Join(bin, e2e.Exe(name)), "./" + name}}).Want(t, 0)
		}
		e2e.BuildStytchlint(t, bin)
		common = world{bin: bin, shared: filepath.Join(shared, "shared")}
	})
	if common.bin == "" {
		t.Fatal("the programs could not be built")
	}
	return common
}

func (w world) program(name string) string { return filepath.Join(w.bin, e2e.Exe(name)) }

// A machine has nothing of its own but the programs.
type machine struct {
	world world
	dir   string
}

func (w world) machine(t *testing.T) machine {
	t.Helper()
	return machine{world: w, dir: e2e.Temp(t)}
}

// env returns the variables of the machine.
func (m machine) env() []string {
	return []string{
		"PATH=" + m.world.bin + string(os.PathListSeparator) + os.Getenv("PATH"),
		"GOCACHE=" + filepath.Join(m.dir, "go-build"),
		"GOCACHEPROG=cacheprog -shared " + m.world.shared + " -local " + filepath.Join(m.dir, "local"),
		"XDG_CACHE_HOME=" + filepath.Join(m.dir, "cache"),
		"CACHEPROG_LOG=" + filepath.Join(m.dir, "requests"),
		"COUNTER_TOOL=" + m.world.program("stytchlint"),
		"COUNTER_LOG=" + filepath.Join(m.dir, "started"),
	}
}

// checkout returns a module whose files are not new: of such, the go command
// keeps nothing, since they may change again within the same tick of the clock.
func checkout(t *testing.T) string {
	t.Helper()
	dir := e2e.Copy(t, "e2e/across")
	old := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(filepath.Dir(filepath.Dir(dir)), func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, old, old)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// vet runs go vet with a vet tool that counts how often it is started.
func (m machine) vet(t *testing.T, module string) string {
	t.Helper()
	return e2e.Run(t, e2e.Command{
		Dir:  module,
		Env:  m.env(),
		Args: []string{"go", "vet", "-json", "-vettool=" + m.world.program("counter"), "./..."},
	}).Want(t, 0).Stdout
}

// count returns how many lines of a log of the machine hold a text.
func (m machine) count(t *testing.T, log, text string) int {
	t.Helper()
	return strings.Count(e2e.Read(t, m.dir, log), text)
}

// TestVet gives a second machine the findings of the first, without starting
// the checks for a single package.
func TestVet(t *testing.T) {
	w := theWorld(t)
	module := checkout(t)

	first := w.machine(t)
	found := first.vet(t, module)
	if !strings.Contains(found, "sesion_not_found") {
		t.Fatalf("the first machine finds\n%s", found)
	}
	if first.count(t, "started", ".cfg") == 0 || first.count(t, "requests", "put ") == 0 {
		t.Fatal("the first machine does not analyse, or does not share it")
	}

	second := w.machine(t)
	if got := second.vet(t, module); got != found {
		t.Errorf("the second machine finds\n%swant\n%s", got, found)
	}
	if n := second.count(t, "started", ".cfg"); n > 0 {
		t.Errorf("the second machine analyses %d packages", n)
	}
	if hits, puts := second.count(t, "requests", "get "), second.count(t, "requests", "put "); hits == 0 || puts > 0 {
		t.Errorf("the second machine has %d hits and %d new entries", hits, puts)
	}

	// Somebody else's folder is another module, with paths of its own.
	elsewhere := checkout(t)
	third := w.machine(t)
	got := third.vet(t, elsewhere)
	if want := strings.ReplaceAll(found, module, elsewhere); got != want || module == elsewhere {
		t.Errorf("elsewhere it finds\n%swant\n%s", got, want)
	}
	if third.count(t, "started", ".cfg") == 0 {
		t.Error("the findings elsewhere are those of the first folder")
	}
}

// TestScript runs the documented script.
func TestScript(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the script is for a Unix shell")
	}
	w := theWorld(t)
	module := checkout(t)
	script := filepath.Join(e2e.Temp(t), "lint.sh")
	e2e.Write(t, script, e2e.Read(t, e2e.Root(t), "docs", "examples", "shared-cache", "lint.sh"))
	e2e.Replace(t, script, "-shared /mnt/go-cache", "-shared "+w.shared)

	var found []string // go vet reports packages as it is done with them
	for _, which := range []string{"first", "second"} {
		m := w.machine(t)
		r := e2e.Run(t, e2e.Command{Dir: module, Env: m.env(), Args: []string{"sh", script}}).Want(t, 1)
		lines := slices.Sorted(strings.Lines(r.Stderr))
		if !strings.Contains(r.Stderr, "sesion_not_found") || found != nil && !slices.Equal(lines, found) {
			t.Errorf("the %s machine finds\n%s", which, r.Stderr)
		}
		if puts := m.count(t, "requests", "put "); (puts > 0) != (which == "first") {
			t.Errorf("the %s machine has %d new entries", which, puts)
		}
		found = lines
	}
}
