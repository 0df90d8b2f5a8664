package unit

import (
	"bytes"
	"cmp"
	"fmt"
	"go/build"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io"
	"os"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
)

// Exit codes of a vet tool.
const (
	exitClean    = 0
	exitFindings = 1 // or an error
)

// CanCheck reports whether the compiler has told all that Check needs to know.
func (c *Config) CanCheck() bool {
	if c.Compiler != "gc" {
		return false
	}
	for _, path := range c.ImportMap {
		if c.PackageFile[path] == "" && path != "unsafe" {
			return false
		}
	}
	return true
}

// Check does what unitchecker does without -fix, and returns the exit code. The
// difference is where the types of imported packages come from: from the
// compiler, so that the tool need not have written about every one of them.
func Check(cfg *Config, asJSON bool, analyzers []*analysis.Analyzer, stderr io.Writer) int {
	fset := token.NewFileSet()
	var results []driver.Result
	code := exitClean
	err := cfg.Print(func(stdout io.Writer) (err error) {
		results, err = check(cfg, fset, analyzers)
		switch {
		case err != nil || cfg.VetxOnly:
			return err
		case asJSON:
			return writeJSON(stdout, fset, cfg.ID, results)
		}
		code, err = writeText(stderr, fset, results)
		return err
	})
	if err == nil {
		return code
	}
	if !cfg.VetxOnly { // else the package is somebody else's
		prefix := "stytchlint: "
		switch err.(type) { //nolint:errorlint // they come as they are
		case types.Error, scanner.ErrorList:
			prefix = ""
		}
		fmt.Fprintf(stderr, "%s%v\n", prefix, err)
	}
	return exitFindings
}

// Print lets a function write to where a unit's output belongs. A file that is
// named for it is made in any case.
func (c *Config) Print(write func(io.Writer) error) error {
	if c.Stdout == "" {
		return write(os.Stdout)
	}
	f, err := os.Create(c.Stdout)
	if err != nil {
		return err
	}
	err = write(f)
	return cmp.Or(err, f.Close())
}

// writeText prints a line for each finding, and returns the exit code.
func writeText(w io.Writer, fset *token.FileSet, results []driver.Result) (int, error) {
	var b bytes.Buffer
	for _, r := range results {
		if r.Err != nil {
			fmt.Fprintf(&b, "stytchlint: %v\n", r.Err)
		}
	}
	for _, r := range results {
		for _, d := range r.Diagnostics {
			fmt.Fprintf(&b, "%s: %s\n", fset.Position(d.Pos), d.Message)
			for _, rel := range d.Related {
				fmt.Fprintf(&b, "%s: \t%s\n", fset.Position(rel.Pos), rel.Message)
			}
		}
	}
	if b.Len() == 0 {
		return exitClean, nil
	}
	_, err := b.WriteTo(w)
	return exitFindings, err
}

// check runs analyzers on a unit and writes about it.
func check(cfg *Config, fset *token.FileSet, analyzers []*analysis.Analyzer) ([]driver.Result, error) {
	pkg := &driver.Package{
		Fset:   fset,
		Sizes:  types.SizesFor("gc", build.Default.GOARCH),
		Module: cfg.module(),
	}
	for _, name := range cfg.GoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		pkg.Files = append(pkg.Files, f)
	}
	pkg.Info = driver.NewInfo(pkg.Files)
	conf := types.Config{Importer: NewCompiled(cfg, fset), Sizes: pkg.Sizes, GoVersion: cfg.GoVersion}
	var err error
	if pkg.Types, err = conf.Check(cfg.ImportPath, fset, pkg.Files, pkg.Info); err != nil {
		return nil, err
	}
	driver.Register(analyzers)
	known, err := readFacts(cfg, pkg.Types)
	if err != nil {
		return nil, err
	}
	if cfg.VetxOnly {
		analyzers = driver.Factful(analyzers)
	}
	results := pkg.Analyze(analyzers, known)
	return results, writeVetx(cfg, pkg, known)
}

// module returns what is known of the module that a unit belongs to.
func (c *Config) module() *analysis.Module {
	if c.Module == nil && c.ModulePath != "" { // before Go 1.27
		return &analysis.Module{Path: c.ModulePath, Version: c.ModuleVersion, GoVersion: c.GoVersion}
	}
	return c.Module
}

// readFacts returns what the packages that a unit imports have handed on.
func readFacts(cfg *Config, pkg *types.Package) (driver.Facts, error) {
	known := make(driver.Facts)
	seen := sync.OnceValue(func() *view { return newView(pkg.Imports()) })
	for _, imp := range pkg.Imports() {
		file := cfg.PackageVetx[imp.Path()]
		if file == "" {
			if imp == types.Unsafe {
				continue
			}
			return nil, fmt.Errorf("missing facts for %q", imp.Path())
		}
		data, err := factsIn(file)
		if err != nil {
			return nil, fmt.Errorf("invalid vetx file for %q: %w", imp.Path(), err)
		}
		if len(data) == 0 {
			continue
		}
		if err := known.Read(data, seen().packages, seen().objects); err != nil {
			return nil, fmt.Errorf("decoding facts for %q: %w", imp.Path(), err)
		}
	}
	return known, nil
}

func factsIn(file string) ([]byte, error) {
	v, err := OpenVetx(file)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	return v.Facts()
}

// writeVetx writes for those that import the unit.
func writeVetx(cfg *Config, pkg *driver.Package, known driver.Facts) error {
	if cfg.VetxOutput == "" {
		return nil
	}
	var exportData bytes.Buffer
	if err := gcexportdata.Write(&exportData, pkg.Fset, pkg.Types); err != nil {
		return err
	}
	facts, err := known.Write(pkg.Types)
	if err != nil {
		return err
	}
	return os.WriteFile(cfg.VetxOutput, NewVetx(exportData.Bytes()[1:], facts), 0o666)
}
