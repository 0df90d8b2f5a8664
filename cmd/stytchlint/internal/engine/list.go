package engine

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A listed package is what go list says of one.
type listed struct {
	ImportPath string // with the test that it is compiled for, as in "p [p.test]"
	Dir        string
	Name       string
	ForTest    string // the package whose test it is compiled for
	Standard   bool
	DepOnly    bool     // no pattern names it
	Match      []string // the patterns that do
	Module     *module
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
	ImportMap  map[string]string // imports in the source that stand for others
	Error      *struct{}         // what keeps it from being loaded; not nil only with Config.Intact
	Incomplete bool              // it has an error, or a package that it imports has
}

type module struct {
	Path, Version, GoVersion string
	Sum                      string  // as in go.sum
	Replace                  *module // where the files are from, if not from this one
}

// listFields are the fields of a listed package. go list computes no others.
const listFields = "ImportPath,Dir,Name,ForTest,Standard,DepOnly,Match,Module,GoFiles,CgoFiles,Imports,ImportMap,Error,Incomplete"

// path returns the import path of a package without the test that it is
// compiled for.
func (p *listed) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

// target returns the import path of the package that is checked if p is a root:
// of p itself, or the one whose test it is.
func (p *listed) target() string { return cmp.Or(p.ForTest, p.ImportPath) }

// isTestMain reports whether a package is the main package that the go command
// makes for a test.
func (p *listed) isTestMain() bool {
	return p.Name == "main" && strings.HasSuffix(p.ImportPath, ".test") && p.ForTest == ""
}

// files returns the absolute names of the source files.
func (p *listed) files() []string {
	var names []string
	for _, list := range [][]string{p.GoFiles, p.CgoFiles} {
		for _, name := range list {
			if !filepath.IsAbs(name) {
				name = filepath.Join(p.Dir, name)
			}
			names = append(names, name)
		}
	}
	return names
}

// list returns the packages that the patterns name, their tests, and all that
// they depend on, dependencies first.
func list(ctx context.Context, c Config) ([]*listed, error) {
	// GOFLAGS may hold any flag. Those that change what is printed are said
	// here.
	args := []string{
		"list", "-deps", "-test", "-json=" + listFields,
		fmt.Sprintf("-e=%t", c.Intact), "-f=", "-m=false", "-u=false", "-find=false", "-export=false", "-compiled=false", "-n=false", "-x=false", "-v=false",
	}
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	args = append(append(args, "--"), c.Patterns...)
	var all []*listed
	err := c.run(ctx, args, func(r io.Reader) error {
		for dec := json.NewDecoder(r); ; {
			p := new(listed)
			switch err := dec.Decode(p); {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil:
				return err
			}
			all = append(all, p)
		}
	})
	return all, err
}

// A goEnv is what matters of the go command's environment.
type goEnv struct {
	GOARCH, GOOS, GOFLAGS, GOVERSION, GOROOT, GOMOD, GOMODCACHE, GOEXPERIMENT, CGO_ENABLED string
}

// envFields are the variables of a goEnv.
var envFields = []string{"GOARCH", "GOOS", "GOFLAGS", "GOVERSION", "GOROOT", "GOMOD", "GOMODCACHE", "GOEXPERIMENT", "CGO_ENABLED"}

func environment(ctx context.Context, c Config) (goEnv, error) {
	var env goEnv
	c.Stderr = nil // what is wrong, go list says, too
	err := c.run(ctx, append([]string{"env", "-json"}, envFields...), func(r io.Reader) error {
		return json.NewDecoder(r).Decode(&env)
	})
	return env, err
}

// run runs the go command and reads what it prints.
func (c Config) run(ctx context.Context, args []string, read func(io.Reader) error) error {
	cmd := exec.CommandContext(ctx, c.Go, args...)
	cmd.Dir = c.Dir
	cmd.Stderr = c.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	readErr := read(stdout)
	if readErr != nil {
		_, _ = io.Copy(io.Discard, stdout) // so that the command can end
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("go %s: %w", args[0], err)
	}
	return readErr
}

// wildcard reports whether a pattern may name several packages.
func wildcard(pattern string) bool {
	switch pattern {
	case "all", "std", "cmd", "tool", "work":
		return true
	}
	return strings.Contains(pattern, "...")
}
