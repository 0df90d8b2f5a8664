package golangci

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// shared is a folder for what all tests use.
var shared string

func TestMain(m *testing.M) { os.Exit(e2e.Main(m, &shared)) }

var (
	once sync.Once
	lint golangciLint
)

// built returns what the first test that asks for it builds.
func built(t *testing.T) golangciLint {
	t.Helper()
	once.Do(func() {
		lint = golangciLint{
			stytchlint: e2e.BuildStytchlint(t, shared),
			cache:      filepath.Join(shared, "cache"),
			program:    build(t, shared),
		}
	})
	if lint.program == "" {
		t.Fatal("golangci-lint could not be built")
	}
	return lint
}

// build builds a golangci-lint with the plugin, as "golangci-lint custom" does
// it with the file that users copy, and returns its path. It does so in another
// folder each time: only with -trimpath, which leaves folders out, the go command
// has the packages of golangci-lint compiled from the time before.
func build(t *testing.T, dir string) string {
	t.Helper()
	const (
		pkg  = "github.com/golangci/golangci-lint/v2/cmd/golangci-lint"
		repo = "https://github.com/golangci/golangci-lint.git"
	)
	root := e2e.Root(t)
	plain := filepath.Join(dir, e2e.Exe("golangci-lint"))
	e2e.Run(t, e2e.Command{Args: []string{"go", "build", "-trimpath", "-ldflags=-s -w", "-o", plain, pkg}}).Want(t, 0)
	list := e2e.Run(t, e2e.Command{Args: []string{"go", "list", "-f", "{{.Module.Dir}} {{.Module.Version}}", pkg}}).Want(t, 0)
	source, version, _ := strings.Cut(strings.TrimSpace(list.Stdout), " ")

	// The plugin as it is here, in the place of the version that is published.
	work := filepath.Join(dir, "custom")
	config := filepath.Join(work, ".custom-gcl.yml")
	e2e.Write(t, config, e2e.Read(t, root, examples, ".custom-gcl.yml"))
	e2e.Replace(t, config, "    version: v0.1.0\n", "    path: "+root+"\n")
	if !strings.Contains(e2e.Read(t, config), "version: "+version+" ") {
		t.Errorf("the documented configuration is not for golangci-lint %s, which is tested here", version)
	}

	// It clones golangci-lint: here from the module that the go command has
	// downloaded and checked.
	clone := filepath.Join(dir, "clone")
	if err := os.CopyFS(clone, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "--quiet"},
		{"add", "--all", "--force"},
		{"-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message=test"},
		{"tag", version},
	} {
		e2e.Run(t, e2e.Command{Dir: clone, Args: append([]string{"git"}, args...)}).Want(t, 0)
	}
	e2e.Run(t, e2e.Command{
		Dir: work,
		Env: []string{
			"GOFLAGS=-trimpath",
			"GIT_CONFIG_COUNT=1",
			"GIT_CONFIG_KEY_0=url." + clone + ".insteadOf",
			"GIT_CONFIG_VALUE_0=" + repo,
		},
		Args: []string{plain, "custom", "-v"},
	}).Want(t, 0)
	return filepath.Join(work, e2e.Exe("stytch-gcl"))
}
