// Package prefilter lets the vet tool leave early.
//
// The go command starts a vet tool once for every package of a build, those of
// the standard library among them, and unitchecker begins by parsing and
// type-checking it. Nearly all of them cannot matter to any check. The
// prefilter tells so by the bytes of the source and by what the tool wrote about
// the packages that are imported, and then writes what unitchecker would have
// written for a package in which nothing is found and of which there are no
// facts.
//
// What unitchecker does write holds the types of the package as well, for those
// that import it. The prefilter writes an empty file instead, and supplies the
// types from the compiler's export data to the few that need them.
package prefilter

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// A Mode says what the vet tool is asked for.
type Mode struct {
	JSON bool
	Fix  bool
}

// Leave reports whether the unit that a file describes cannot matter to the
// analyzers. If so, all is done that the go command expects.
//
// If not, or if something is not as expected, unitchecker has to run, with the
// file that is returned. It gives the errors, too.
func Leave(name string, mode Mode, analyzers []*analysis.Analyzer) (left bool, use string, err error) {
	cfg, data, err := readConfig(name)
	if err != nil || len(cfg.GoFiles) == 0 {
		return false, name, nil //nolint:nilerr // unitchecker says so
	}
	e := examination{cfg: cfg, courier: courier{analyzers: analyzers}}
	if err := e.examine(); err != nil {
		return false, name, nil //nolint:nilerr // ditto
	}
	if !e.matters {
		facts, err := encode(e.handOn)
		if err != nil {
			return false, "", err
		}
		return true, "", leave(cfg, mode, facts)
	}
	if len(e.bare) == 0 {
		return false, name, nil
	}
	use, err = supplyTypes(name, cfg, data, e.bare)
	return false, use, err
}

// An examination finds out whether a unit matters.
type examination struct {
	cfg     *config
	courier courier

	matters bool
	bare    []string  // the imported packages whose files of facts have no types
	handOn  []gobFact // what those that import the unit get to know of what it imports
}

func (e *examination) examine() error {
	if e.cfg.isStandard() {
		return nil
	}
	for _, path := range e.cfg.ImportMap {
		e.matters = e.matters || trigger.IsSDK(path)
	}
	for path, file := range e.cfg.PackageVetx {
		if err := e.dependency(path, file); err != nil {
			return err
		}
	}
	slices.Sort(e.bare)
	var s trigger.Scanner
	for i := 0; i < len(e.cfg.GoFiles) && !e.matters; i++ {
		hit, err := s.File(e.cfg.GoFiles[i], e.cfg.isOwn())
		if err != nil {
			return err
		}
		e.matters = hit != 0
	}
	return nil
}

// dependency looks at what was written about an imported package.
func (e *examination) dependency(path, file string) error {
	v, err := openVetx(file)
	if err != nil {
		return err
	}
	defer v.close()
	if v.bare() {
		e.bare = append(e.bare, path)
	} else if !e.matters {
		exportData, err := v.exportData()
		if err != nil {
			return err
		}
		e.matters = trigger.UsesSDK(exportData)
	}
	if v.facts == 0 || e.matters {
		return nil
	}
	data, err := v.factData()
	if err != nil {
		return err
	}
	facts, err := e.courier.decode(data)
	e.matters = err != nil || slices.ContainsFunc(facts, func(f gobFact) bool { return !trigger.ForUsersOfSDK(typeName(f.Fact)) })
	e.handOn = append(e.handOn, handedOn(facts)...)
	return nil
}

// leave writes what unitchecker writes if nothing is found.
func leave(cfg *config, mode Mode, facts []byte) error {
	stdout := io.Writer(os.Stdout)
	if cfg.Stdout != "" {
		f, err := os.Create(cfg.Stdout)
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // two bytes at most, checked below
		stdout = f
	}
	if !cfg.VetxOnly {
		switch {
		case mode.Fix:
			if err := emptyArchive(cfg); err != nil {
				return err
			}
		case mode.JSON:
			if _, err := io.WriteString(stdout, "{}\n"); err != nil {
				return err
			}
		}
	}
	if cfg.VetxOutput == "" {
		return nil
	}
	var vetx []byte
	if len(facts) > 0 {
		vetx = newVetx(nil, facts)
	}
	return os.WriteFile(cfg.VetxOutput, vetx, 0o666)
}

// emptyArchive writes the archive of fixed files, which holds none.
func emptyArchive(cfg *config) error {
	if cfg.FixArchive == "" {
		return nil
	}
	f, err := os.Create(cfg.FixArchive)
	if err != nil {
		return err
	}
	w := zip.NewWriter(f)
	return errors.Join(w.SetComment(cfg.ID), w.Close(), f.Close())
}

// supplyTypes makes a file of facts with types for each of the packages that
// have one without, and returns the name of a config that says so.
func supplyTypes(name string, cfg *config, data []byte, bare []string) (string, error) {
	files := maps.Clone(cfg.PackageVetx)
	dir := filepath.Dir(name)
	c := newConverter()
	for i, path := range bare {
		exportData, err := c.convert(path, cfg.PackageFile[path])
		if err != nil {
			return "", fmt.Errorf("cannot read the types of %q: %w", path, err)
		}
		facts, err := factsIn(files[path])
		if err != nil {
			return "", err
		}
		files[path] = filepath.Join(dir, fmt.Sprintf("stytchlint%d.vetx", i))
		if err := os.WriteFile(files[path], newVetx(exportData, facts), 0o600); err != nil {
			return "", err
		}
	}
	data, err := withVetx(data, files)
	if err != nil {
		return "", err
	}
	use := filepath.Join(dir, "stytchlint.cfg")
	return use, os.WriteFile(use, data, 0o600)
}

// factsIn returns the facts in a file.
func factsIn(file string) ([]byte, error) {
	v, err := openVetx(file)
	if err != nil || v.file == nil {
		return nil, err
	}
	defer v.close()
	return v.factData()
}
