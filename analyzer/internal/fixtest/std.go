package fixtest

import (
	"fmt"
	"go/build"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// fset is that of all packages that a test program loads.
var fset = token.NewFileSet()

// std has the packages that are in no tree: those of the standard library. The
// compiler wrote down what types they have, so that nobody reads their source.
var std = library{files: make(map[string]string), packages: make(map[string]*packages.Package)}

type library struct {
	files    map[string]string // by import path; empty if there is no such package
	importer types.Importer
	packages map[string]*packages.Package
}

// need asks the go command, once for all of them, where the compiler put what it
// knows of packages and of what they import. All is read at once, since reading a
// package may add to another one, which nobody must look at meanwhile.
func (l *library) need(paths []string) error {
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		_, known := l.files[p]
		return known || p == "unsafe" || p == "C"
	})
	if len(paths) == 0 {
		return nil
	}
	cmd := exec.Command("go", append([]string{"list", "-e", "-export", "-deps", "-f={{.ImportPath}}={{.Export}}", "--"}, paths...)...)
	cmd.Dir = build.Default.GOROOT // where there is no module
	cmd.Env = append(os.Environ(), "GO111MODULE=off", "GOWORK=off", "GOFLAGS=", "GOPATH="+os.DevNull)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list: %w\n%s", err, &stderr)
	}
	for _, p := range paths {
		l.files[p] = ""
	}
	var found []string
	for line := range strings.Lines(string(out)) {
		if p, file, _ := strings.Cut(strings.TrimSpace(line), "="); file != "" && l.files[p] == "" {
			l.files[p] = file
			found = append(found, p)
		}
	}
	if l.importer == nil {
		l.importer = importer.ForCompiler(fset, "gc", func(p string) (io.ReadCloser, error) { return os.Open(l.files[p]) })
	}
	for _, p := range found {
		if _, err := l.importer.Import(p); err != nil {
			return err
		}
	}
	return nil
}

// pkg returns a package, of which there is no syntax, or nil if there is no such
// package.
func (l *library) pkg(path string) *packages.Package {
	if pkg, ok := l.packages[path]; ok {
		return pkg
	}
	if err := l.need([]string{path}); err != nil || l.files[path] == "" {
		return nil
	}
	imported, err := l.importer.Import(path)
	if err != nil {
		return nil
	}
	pkg := &packages.Package{
		ID: path, PkgPath: path, Name: imported.Name(),
		Fset: fset, Types: imported, TypesInfo: NewInfo(), TypesSizes: sizes,
	}
	l.packages[path] = pkg
	return pkg
}
