package gopls

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// shared is a folder for what all tests use.
var shared string

func TestMain(m *testing.M) { os.Exit(e2e.Main(m, &shared)) }

// The module of stytchlint, as if it were released. A checkout is required as
// this version, too, so that the go command compiles the checks once for both.
var self = module.Version{Path: "github.com/stytchlint/stytchlint", Version: "v0.0.0"}

// folders returns the variables that give a user folders with nothing in them.
func folders() []string {
	dir := filepath.Join(shared, "home")
	return []string{
		"HOME=" + dir,
		"XDG_CACHE_HOME=" + filepath.Join(dir, "cache"),
		"XDG_CONFIG_HOME=" + filepath.Join(dir, "config"),
		"LocalAppData=" + filepath.Join(dir, "cache"),
		"AppData=" + filepath.Join(dir, "config"),
		"GOBIN=" + filepath.Join(dir, "bin"),
		"GORACE=halt_on_error=1", // of race: a daemon is killed at the end, and tells nothing then
	}
}

// home returns the variables of a user who has nothing yet, not even modules,
// but a network in which stytchlint was released. Modules that the machine has
// are not downloaded, nor their sums checked, again. What was compiled before is
// not compiled again, though modules lie in another folder each time: -trimpath
// leaves the folders out, for stytchlint as for gopls.
func home(t *testing.T) []string {
	t.Helper()
	env := e2e.Run(t, e2e.Command{Args: []string{"go", "env", "GOMODCACHE", "GOPROXY"}}).Want(t, 0)
	have, proxy, _ := strings.Cut(strings.TrimSpace(env.Stdout), "\n")
	return append(folders(),
		"GOMODCACHE="+filepath.Join(shared, "home", "mod"),
		"GOPROXY="+fileURL(filepath.Join(shared, "proxy"))+","+fileURL(filepath.Join(have, "cache", "download"))+","+proxy,
		"GONOSUMDB=*",
		"GOFLAGS=-trimpath",
	)
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

// A built is a stytchlint and the gopls that it built.
type built struct{ stytchlint, gopls string }

var (
	once                   sync.Once
	ofCheckout, ofDownload built
)

// programs returns what is built from the checkout, and what users get who have
// stytchlint from the network.
func programs(t *testing.T) (checkout, download built) {
	t.Helper()
	once.Do(func() {
		// The checkout first: it leaves the modules of gopls where the machine
		// keeps modules, and the user's network has them from there.
		ofCheckout = buildCheckout(t)
		ofDownload = install(t)
		if os.Getenv("STYTCHLINT_TEST_RACE") != "" {
			race(t, ofCheckout, ofDownload)
		}
	})
	if ofDownload.gopls == "" {
		t.Fatal("gopls could not be built")
	}
	return ofCheckout, ofDownload
}

// buildCheckout builds gopls with a stytchlint that was not released, under
// settings of the user's shell that are for other modules.
func buildCheckout(t *testing.T) built {
	t.Helper()
	stytchlint := e2e.BuildStytchlint(t, shared)
	env := append(folders(), "GOFLAGS=-mod=vendor", "GOWORK="+filepath.Join(shared, "go.work"), "GO111MODULE=off")
	r := e2e.Run(t, e2e.Command{Dir: shared, Env: env, Args: []string{stytchlint, "gopls", "-stytchlint", e2e.Root(t)}}).Want(t, 0)
	return built{stytchlint, strings.TrimSuffix(r.Stdout, "\n")}
}

// install installs stytchlint as users do it, and builds gopls with that.
func install(t *testing.T) built {
	t.Helper()
	release(t)
	env := home(t)
	e2e.Run(t, e2e.Command{Dir: shared, Env: env, Args: []string{"go", "install", self.Path + "/cmd/stytchlint@" + self.Version}}).Want(t, 0)
	bin := filepath.Join(shared, "home", "bin")
	stytchlint, gopls := filepath.Join(bin, e2e.Exe("stytchlint")), filepath.Join(bin, e2e.Exe("stytch-gopls"))
	r := e2e.Run(t, e2e.Command{Dir: shared, Env: env, Args: []string{stytchlint, "gopls", "-o", gopls}}).Want(t, 0)
	if r.Stdout != gopls+"\n" {
		t.Errorf("stytchlint gopls prints %q, want the path %s", r.Stdout, gopls)
	}
	if !strings.Contains(r.Stderr, "building gopls v") {
		t.Errorf("stytchlint gopls does not say what it does:\n%s", r.Stderr)
	}
	return built{stytchlint, gopls}
}

// race replaces the gopls that people get, which most tests use, by the one of the
// checkout, built such that it ends when it finds a data race.
func race(t *testing.T, checkout, download built) {
	t.Helper()
	e2e.Run(t, e2e.Command{
		Dir:  filepath.Dir(checkout.gopls), // in the module around gopls
		Env:  append(folders(), "CGO_ENABLED=1"),
		Args: []string{"go", "build", "-race", "-trimpath", "-buildvcs=false", "-ldflags=-X main.version=" + goplsVersion(t, checkout) + "+stytchlint", "-o", download.gopls, "."},
	}).Want(t, 0)
}

const goplsPath = "golang.org/x/tools/gopls"

// plain installs the release of gopls that was built, as users do who have none of
// stytchlint.
func plain(t *testing.T, b built) string {
	t.Helper()
	bin := filepath.Join(shared, "plain")
	e2e.Run(t, e2e.Command{
		Dir:  shared,
		Env:  append(home(t), "GOBIN="+bin),
		Args: []string{"go", "install", goplsPath + "@" + goplsVersion(t, b)},
	}).Want(t, 0)
	return filepath.Join(bin, e2e.Exe("gopls"))
}

// goplsVersion returns the version of gopls that was built.
func goplsVersion(t *testing.T, b built) string {
	t.Helper()
	info, err := buildinfo.ReadFile(b.gopls)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(info.Deps, func(m *debug.Module) bool { return m.Path == goplsPath })
	if i < 0 {
		t.Fatalf("%s is made without gopls", b.gopls)
	}
	return info.Deps[i].Version
}
