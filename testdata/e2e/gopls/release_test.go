package gopls

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// shared is a folder for what all tests use.
var shared string

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "stytchlint-gopls")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer removeAll(dir)
	shared = dir
	return m.Run()
}

// removeAll removes a folder with a module cache in it, which is write-protected.
func removeAll(dir string) {
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}

// The module of stytchlint, as if it were released.
var self = module.Version{Path: "github.com/stytchlint/stytchlint", Version: "v0.1.0"}

// home returns the variables of a user who has nothing yet but a network in
// which stytchlint was released. Modules that the machine has need no download,
// and what was compiled before need not be compiled again.
func home(t *testing.T) []string {
	t.Helper()
	dir := filepath.Join(shared, "home")
	env := e2e.Run(t, e2e.Command{Args: []string{"go", "env", "GOMODCACHE", "GOPROXY"}}).Want(t, 0)
	have, proxy, _ := strings.Cut(strings.TrimSpace(env.Stdout), "\n")
	return []string{
		"HOME=" + dir,
		"XDG_CACHE_HOME=" + filepath.Join(dir, "cache"),
		"XDG_CONFIG_HOME=" + filepath.Join(dir, "config"),
		"LocalAppData=" + filepath.Join(dir, "cache"),
		"AppData=" + filepath.Join(dir, "config"),
		"GOBIN=" + filepath.Join(dir, "bin"),
		"GOMODCACHE=" + filepath.Join(dir, "mod"),
		"GOPROXY=" + fileURL(filepath.Join(shared, "proxy")) + "," + fileURL(filepath.Join(have, "cache", "download")) + "," + proxy,
		"GONOSUMDB=" + self.Path,
	}
}

func fileURL(path string) string {
	return "file://" + strings.TrimSuffix("/"+strings.TrimPrefix(filepath.ToSlash(path), "/"), "/")
}

// release writes the checkout to a module proxy.
func release(t *testing.T) {
	t.Helper()
	dir := filepath.Join(shared, "proxy", filepath.FromSlash(self.Path), "@v")
	gomod := e2e.Read(t, e2e.Root(t), "go.mod")
	e2e.Write(t, filepath.Join(dir, "list"), self.Version+"\n")
	e2e.Write(t, filepath.Join(dir, self.Version+".info"), fmt.Sprintf("{\"Version\": %q}", self.Version))
	e2e.Write(t, filepath.Join(dir, self.Version+".mod"), gomod)
	f, err := os.Create(filepath.Join(dir, self.Version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := zip.CreateFromDir(f, self, e2e.Root(t)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

var (
	once     sync.Once
	programs struct{ stytchlint, gopls string }
)

// installed returns a stytchlint that was installed as users do it, and the
// gopls that it built.
func installed(t *testing.T) (stytchlint, gopls string) {
	t.Helper()
	once.Do(func() {
		release(t)
		env := home(t)
		e2e.Run(t, e2e.Command{Dir: shared, Env: env, Args: []string{"go", "install", self.Path + "/cmd/stytchlint@" + self.Version}}).Want(t, 0)
		programs.stytchlint = filepath.Join(shared, "home", "bin", e2e.Exe("stytchlint"))

		out := filepath.Join(shared, "home", "bin", e2e.Exe("stytch-gopls"))
		r := e2e.Run(t, e2e.Command{Dir: shared, Env: env, Args: []string{programs.stytchlint, "gopls", "-o", out}}).Want(t, 0)
		if r.Stdout != out+"\n" {
			t.Errorf("stytchlint gopls prints %q, want the path %s", r.Stdout, out)
		}
		if !strings.Contains(r.Stderr, "building gopls v") {
			t.Errorf("stytchlint gopls does not say what it does:\n%s", r.Stderr)
		}
		programs.gopls = out
	})
	if programs.gopls == "" {
		t.Fatal("gopls could not be built")
	}
	return programs.stytchlint, programs.gopls
}
