package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A state is what a tool knows of a module when it runs.
type state int

const (
	firstRun  state = iota // the compiler's results are there, nothing of the tool's own
	secondRun              // the same was checked before
	editedRun              // but one package was another
	states
)

// again measures what runs of tools cost that differ in what earlier ones have left,
// on a copy of the module in dir.
func again(k *kit, title, dir string, o options) error {
	tools, err := k.againTools(o)
	if err != nil {
		return err
	}
	work := filepath.Join(k.dir, "edited")
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		return err
	}
	results, err := compareStates(tools, work, o.rounds)
	if err != nil {
		return err
	}
	fmt.Printf("### %s\n\n", title)
	fmt.Println("| tool | first: CPU s | peak MB | again: CPU s | ratio | edited: CPU s | ratio |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- |")
	base := results[0][secondRun].cpu().median
	for i, r := range results {
		fmt.Printf("| %s | %v | %.0f | %v | %.2f | %v | %.2f |\n", tools[i].name, r[firstRun].cpu(), r[firstRun].rss().median,
			r[secondRun].cpu(), r[secondRun].cpu().median/base, r[editedRun].cpu(), r[editedRun].cpu().median/base)
	}
	fmt.Println()
	return os.RemoveAll(work)
}

// againGenerated is again for modules that are generated.
func againGenerated(k *kit, o options) error {
	for _, stytch := range generatedStytch {
		dir := filepath.Join(k.dir, fmt.Sprint("generated", stytch))
		if err := generate(dir, generatedPackages, stytch); err != nil {
			return err
		}
		if err := again(k, fmt.Sprintf("A generated module of %d packages, %d with Stytch", generatedPackages, stytch), dir, o); err != nil {
			return err
		}
	}
	return nil
}

// againTools returns the tools, with go list first.
func (k *kit) againTools(o options) ([]tool, error) {
	exe, err := k.build(filepath.Join("..", ".."), "./cmd/stytchlint")
	if err != nil {
		return nil, err
	}
	list := []tool{
		{name: "go list -deps -test", command: func(bool) (*exec.Cmd, error) {
			return exec.Command("go", "list", "-deps", "-test", "-json=ImportPath,GoFiles,Imports", "./..."), nil
		}},
		k.command(exe),
		k.stytchlint("go vet -vettool=stytchlint", exe),
	}
	if o.before != "" {
		list = append(list, k.before(o.before))
	}
	if !o.peers {
		return list, nil
	}
	static, err := k.staticcheck()
	return append(list, static), err
}

// compareStates runs the tools one after the other, several times, in each state.
func compareStates(tools []tool, dir string, rounds int) ([][states]series, error) {
	if err := compile(dir); err != nil {
		return nil, err
	}
	file, content, err := someFile(dir)
	if err != nil {
		return nil, err
	}
	results := make([][states]series, len(tools))
	for round := range rounds {
		for i, t := range tools {
			for s := range states {
				if s == editedRun {
					edit := fmt.Appendf(bytes.Clone(content), "\nfunc edited%d_%d() {}\n", round, i)
					if err := os.WriteFile(file, edit, 0o644); err != nil {
						return nil, err
					}
				}
				cmd, err := t.command(s == firstRun)
				if err != nil {
					return nil, err
				}
				one, err := run(cmd, dir)
				if err != nil {
					return nil, err
				}
				results[i][s] = append(results[i][s], one)
			}
			if err := os.WriteFile(file, content, 0o644); err != nil {
				return nil, err
			}
		}
	}
	return results, nil
}

// someFile returns the name and the content of a file in a package that uses the SDK.
func someFile(dir string) (name string, content []byte, err error) {
	found := errors.New("found")
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "vendor" || d.Name() == "stytch-go"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		content, err = os.ReadFile(path) //nolint:gosec // whoever measures owns the module
		if err == nil && bytes.Contains(content, []byte("stytchauth/stytch-go")) {
			name, err = path, found
		}
		return err
	})
	if errors.Is(err, found) {
		return name, content, nil
	}
	return "", nil, errors.Join(err, errors.New("no package uses the SDK"))
}
