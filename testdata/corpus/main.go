package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer"
)

// corpusTSV has a line for each entry, below one with the names of the fields.
//
//go:embed corpus.tsv
var corpusTSV string

// An entry is something to run the checks on.
type entry struct {
	module, version string // std and cmd have no version
	patterns        string
	goos            string // the system to compile for, if not this one
}

func main() {
	flag.Parse()
	failed := false
	fmt.Println("| module | version | packages | with dependencies | files | errors of the code | findings | seconds |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, e := range entries() {
		if flag.NArg() > 0 && !slices.ContainsFunc(flag.Args(), func(s string) bool { return strings.Contains(e.module, s) }) {
			continue
		}
		if err := e.run(); err != nil {
			failed = true
			fmt.Fprintf(os.Stderr, "%s: %v\n", e.module, err)
		}
	}
	if failed {
		os.Exit(1)
	}
}

func entries() []entry {
	var list []entry
	for i, line := range strings.Split(strings.TrimSpace(corpusTSV), "\n") {
		if f := strings.Split(line, "\t"); i > 0 {
			list = append(list, entry{f[0], f[1], f[2], f[3]})
		}
	}
	return list
}

// run runs the checks on an entry and prints a row of the table.
func (e entry) run() (err error) {
	dir, remove, err := e.source()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	start := time.Now()
	env := append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if e.version == "" {
		env = append(os.Environ(), "GOFLAGS=", "GOWORK=off") // std and cmd are vendored
	}
	if e.goos != "" {
		env = append(env, "GOOS="+e.goos, "CGO_ENABLED=0")
	}
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir, Env: env, Tests: true}, strings.Fields(e.patterns)...)
	if err != nil {
		return err
	}
	all, files, broken := 0, 0, 0
	for pkg := range packages.Postorder(roots) {
		all++
		files += len(pkg.Syntax)
		broken += len(pkg.Errors)
	}
	graph, err := checker.Analyze(analyzer.All(), roots, &checker.Options{SanityCheck: true})
	if err != nil {
		return err
	}
	var findings []error
	for act := range graph.All() {
		// An action fails if the code has errors, and those above it.
		if act.Err != nil && len(act.Package.Errors) == 0 && !act.Package.IllTyped {
			findings = append(findings, fmt.Errorf("%v: %w", act, act.Err))
		}
		if !act.IsRoot {
			continue
		}
		for _, d := range act.Diagnostics {
			findings = append(findings, fmt.Errorf("%v: %s (%s)", act.Package.Fset.Position(d.Pos), d.Message, act.Analyzer.Name))
		}
	}
	fmt.Printf("| %s | %s | %d | %d | %d | %d | %d | %.0f |\n", strings.TrimSpace(e.module+" "+e.goos), e.version,
		len(roots), all, files, broken, len(findings), time.Since(start).Seconds())
	return errors.Join(findings...)
}

// source returns a directory with the source of an entry. Modules are copied, since
// those in the module cache cannot be changed by the go command.
func (e entry) source() (dir string, remove func() error, err error) {
	if e.version == "" {
		root, err := exec.Command("go", "env", "GOROOT").Output()
		dir = filepath.Join(strings.TrimSpace(string(root)), "src")
		if e.module == "cmd" {
			dir = filepath.Join(dir, "cmd")
		}
		return dir, func() error { return nil }, err
	}
	cmd := exec.Command("go", "mod", "download", "-json", e.module+"@"+e.version)
	cmd.Env = append(os.Environ(), "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		return "", nil, fmt.Errorf("downloading: %w: %s", err, out)
	}
	var m struct{ Dir string }
	if err := json.Unmarshal(out, &m); err != nil {
		return "", nil, err
	}
	tmp, err := os.MkdirTemp("", "stytchlint-corpus")
	if err != nil {
		return "", nil, err
	}
	if err := os.CopyFS(tmp, os.DirFS(m.Dir)); err != nil {
		return "", nil, err
	}
	return tmp, func() error { return os.RemoveAll(tmp) }, dropReplaced(tmp)
}

// dropReplaced lets a module use what is published of the modules that lie beside it
// in its repository.
func dropReplaced(dir string) error {
	edit := func(args ...string) ([]byte, error) {
		cmd := exec.Command("go", append([]string{"mod", "edit"}, args...)...)
		cmd.Dir = dir
		return cmd.Output()
	}
	out, err := edit("-json")
	if err != nil {
		return err
	}
	type version struct{ Path, Version string }
	var mod struct{ Replace []struct{ Old, New version } }
	if err := json.Unmarshal(out, &mod); err != nil {
		return err
	}
	for _, r := range mod.Replace {
		if r.New.Version == "" {
			if _, err := edit("-dropreplace=" + strings.TrimSuffix(r.Old.Path+"@"+r.Old.Version, "@")); err != nil {
				return err
			}
		}
	}
	return nil
}
