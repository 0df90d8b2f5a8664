package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A tool is something that checks a module.
type tool struct {
	name string
	// command returns the command for one run. For a cold run, nothing that an
	// earlier run has left may help.
	command func(cold bool) (*exec.Cmd, error)
}

// A kit has the executables of tools.
type kit struct {
	dir string // where they are built
	n   int    // of cold runs so far
}

// build builds a command, in this module or that of stytchlint, and returns its
// path.
func (k *kit) build(dir, pkg string) (string, error) {
	exe := filepath.Join(k.dir, filepath.Base(pkg))
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", exe, pkg)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building %s: %w\n%s", pkg, err, out)
	}
	return exe, nil
}

// vettool returns a tool that go vet runs. For a cold run it gets some bytes more,
// since its content is part of the key of the go command's cache.
func (k *kit) vettool(name, exe string) tool {
	current := exe
	return tool{name: name, command: func(cold bool) (*exec.Cmd, error) {
		if cold {
			k.n++
			current = filepath.Join(k.dir, fmt.Sprintf("%s-%d", filepath.Base(exe), k.n))
			if err := copyWithSuffix(current, exe, fmt.Sprint(os.Getpid(), k.n)); err != nil {
				return nil, err
			}
		}
		return exec.Command("go", "vet", "-vettool="+current, "./..."), nil
	}}
}

// stytchlint returns stytchlint as a tool that go vet runs. It tells its identity
// without reading all of its content, and has a flag for the key.
func (k *kit) stytchlint(name, exe string, flags ...string) tool {
	var key string
	return tool{name: name, command: func(cold bool) (*exec.Cmd, error) {
		if cold {
			k.n++
			key = fmt.Sprintf("-cachekey=%d.%d", os.Getpid(), k.n)
		}
		return exec.Command("go", append(append([]string{"vet", "-vettool=" + exe, key}, flags...), "./...")...), nil
	}}
}

// own returns a tool that loads packages itself and keeps nothing.
func own(name, exe string, args ...string) tool {
	return tool{name: name, command: func(bool) (*exec.Cmd, error) {
		return exec.Command(exe, append(args, "./...")...), nil
	}}
}

// keeps returns a tool that has a cache of its own, in the folder that a variable
// names.
func (k *kit) keeps(name, exe, variable string) tool {
	var cache string
	return tool{name: name, command: func(cold bool) (*exec.Cmd, error) {
		if cold {
			k.n++
			cache = filepath.Join(k.dir, fmt.Sprint(name, "-cache", k.n))
		}
		cmd := exec.Command(exe, "./...")
		cmd.Env = append(os.Environ(), variable+"="+cache)
		return cmd, nil
	}}
}

// command returns the command stytchlint.
func (k *kit) command(exe string) tool { return k.keeps("stytchlint", exe, "STYTCHLINT_CACHE") }

// before returns the command as it was before, to compare with.
func (k *kit) before(exe string) tool {
	return k.keeps("stytchlint before", exe, "STYTCHLINT_CACHE")
}

// staticcheck builds staticcheck.
func (k *kit) staticcheck() (tool, error) {
	exe, err := k.build(".", "honnef.co/go/tools/cmd/staticcheck")
	return k.keeps("staticcheck", exe, "STATICCHECK_CACHE"), err
}

// goVet returns the path of the tool that go vet runs by itself.
func goVet() (string, error) {
	out, err := exec.Command("go", "tool", "-n", "vet").Output()
	return strings.TrimSpace(string(out)), err
}

// copyWithSuffix copies an executable and adds bytes that nobody reads.
func copyWithSuffix(to, from, suffix string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(bytes.Clone(content), suffix...), 0o755)
}

// tools returns the tools to compare, the one first to which the others are
// compared.
func (k *kit) tools(peers bool) ([]tool, error) {
	root := filepath.Join("..", "..")
	empty, err := k.build(".", "./empty")
	if err != nil {
		return nil, err
	}
	stytchlint, err := k.build(root, "./cmd/stytchlint")
	if err != nil {
		return nil, err
	}
	list := []tool{
		k.vettool("empty vet tool", empty),
		k.command(stytchlint),
		k.stytchlint("go vet -vettool=stytchlint", stytchlint),
		k.stytchlint("the same without prefilter", stytchlint, "-prefilter=false"),
	}
	if !peers {
		return list[:3], nil
	}
	vet, err := goVet()
	if err != nil {
		return nil, err
	}
	list = append(list, k.vettool("go vet", vet))
	for _, pkg := range []string{
		"codeberg.org/polyfloyd/go-errorlint",
		"github.com/sashamelentyev/usestdlibvars",
	} {
		exe, err := k.build(".", pkg)
		if err != nil {
			return nil, err
		}
		list = append(list, k.vettool(filepath.Base(pkg), exe))
	}
	exhaustive, err := k.build(".", "github.com/nishanths/exhaustive/cmd/exhaustive")
	if err != nil {
		return nil, err
	}
	list = append(list, own("exhaustive", exhaustive)) // it is no vet tool
	static, err := k.staticcheck()
	return append(list, static), err
}
