package nogo

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestNogo finds in modules what stytchlint finds, package by package and with
// facts as the only thing that a package knows about another.
func TestNogo(t *testing.T) {
	dir := e2e.Temp(t)
	stytchlint := e2e.BuildStytchlint(t, dir)
	nogo := build(t, dir)
	for _, name := range []string{"e2e/across", "example"} {
		t.Run(name, func(t *testing.T) {
			module := e2e.Copy(t, name)
			want := slices.DeleteFunc(e2e.Findings(t, stytchlint, module), func(f e2e.Finding) bool {
				return strings.HasSuffix(f.File, "_test.go") // other targets, in Bazel
			})
			e2e.Same(t, "nogo", check(t, nogo, module), want)
		})
	}
}

// A listed is a package as the go command lists it.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Deps           []string
	Module                  *struct{ Main bool }
}

// check runs nogo on the packages of a module the way Bazel does, each in a
// process of its own, and returns what it finds.
func check(t *testing.T, nogo, module string) []e2e.Finding {
	t.Helper()
	packages := list(t, module)
	var config strings.Builder
	for _, p := range packages {
		if p.Export != "" {
			fmt.Fprintf(&config, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	work := e2e.Temp(t)
	importcfg := filepath.Join(work, "importcfg")
	e2e.Write(t, importcfg, config.String())

	var findings []e2e.Finding
	facts := make(map[string]string) // files, by package
	for i, p := range packages {
		if p.Module == nil || !p.Module.Main {
			continue // not checked by default
		}
		fixes := filepath.Join(work, strconv.Itoa(i))
		e2e.Write(t, filepath.Join(fixes, "empty"), "")
		facts[p.ImportPath] = filepath.Join(fixes, "facts")
		args := []string{nogo, "-p", p.ImportPath, "-importcfg", importcfg, "-x", facts[p.ImportPath], "-fix_dir", fixes}
		for _, dep := range p.Deps {
			if facts[dep] != "" {
				args = append(args, "-fact", dep+"="+facts[dep])
			}
		}
		for _, file := range p.GoFiles {
			name := filepath.Join(p.Dir, file)
			args = append(args, e2e.Rel(t, module, name))
		}
		r := e2e.Run(t, e2e.Command{Dir: module, Args: args})
		found := parse(t, r.Stderr)
		const violation = 3
		if len(found) == 0 && r.Code != 0 || len(found) > 0 && r.Code != violation {
			t.Errorf("%s: %d findings, and the exit code %d\n%s", p.ImportPath, len(found), r.Code, r.Stderr)
		}
		if len(found) > 0 {
			e2e.Run(t, e2e.Command{Dir: module, Args: []string{"git", "apply", "-p1", filepath.Join(fixes, "nogo.patch")}}).Want(t, 0)
		}
		findings = append(findings, found...)
	}
	// What the fixes make of it compiles, and nothing is left to find.
	e2e.Run(t, e2e.Command{Dir: module, Args: []string{"go", "build", "-trimpath", "./..."}}).Want(t, 0)
	return findings
}

// list returns the packages of a module and all that they import, each after
// its own imports, compiled.
func list(t *testing.T, module string) []listed {
	t.Helper()
	r := e2e.Run(t, e2e.Command{
		Dir:  module,
		Args: []string{"go", "list", "-trimpath", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Deps,Module", "./..."},
	}).Want(t, 0)
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(r.Stdout)); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

var finding = regexp.MustCompile(`(?m)^(.+?):(\d+):(\d+): (.*) \((stytch\w+)\)$`)

// parse returns the findings in what nogo prints.
func parse(t *testing.T, text string) []e2e.Finding {
	t.Helper()
	var findings []e2e.Finding
	for _, m := range finding.FindAllStringSubmatch(text, -1) {
		line, _ := strconv.Atoi(m[2])
		column, _ := strconv.Atoi(m[3])
		findings = append(findings, e2e.Finding{File: filepath.ToSlash(m[1]), Line: line, Column: column, Message: m[4], Check: m[5]})
	}
	return findings
}
