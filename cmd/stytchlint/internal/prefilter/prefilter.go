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

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// A Mode says what the vet tool is asked for.
type Mode struct {
	JSON bool
	Fix  bool
}

// Leave reports whether the unit that a file describes cannot matter. If so, all
// is done that the go command expects.
//
// If not, or if something is not as expected, unitchecker has to run, with the
// file that is returned. It gives the errors, too.
func Leave(name string, mode Mode) (left bool, use string, err error) {
	cfg, data, err := readConfig(name)
	if err != nil || len(cfg.GoFiles) == 0 {
		return false, name, nil //nolint:nilerr // unitchecker says so
	}
	matters, empty, err := examine(cfg)
	if err != nil {
		return false, name, nil //nolint:nilerr // ditto
	}
	if !matters {
		return true, "", leave(cfg, mode)
	}
	if len(empty) == 0 {
		return false, name, nil
	}
	use, err = supplyTypes(name, cfg, data, empty)
	return false, use, err
}

// examine reports whether a unit matters, and returns the paths of the imported
// packages whose files of facts are empty.
func examine(cfg *config) (matters bool, empty []string, err error) {
	if cfg.isStandard() {
		return false, nil, nil
	}
	for _, path := range cfg.ImportMap {
		matters = matters || trigger.IsSDK(path)
	}
	for path, file := range cfg.PackageVetx {
		v, err := openVetx(file)
		if err != nil {
			return false, nil, err
		}
		switch {
		case v.file == nil:
			empty = append(empty, path)
		case v.facts > 0:
			matters = true
		case !matters:
			var types []byte
			if types, err = v.exportData(); err == nil {
				matters = trigger.UsesSDK(types)
			}
		}
		v.close()
		if err != nil {
			return false, nil, err
		}
	}
	slices.Sort(empty)
	var s trigger.Scanner
	for i := 0; i < len(cfg.GoFiles) && !matters; i++ {
		hit, err := s.File(cfg.GoFiles[i], cfg.isOwn())
		if err != nil {
			return false, nil, err
		}
		matters = hit != 0
	}
	return matters, empty, nil
}

// leave writes what unitchecker writes if nothing is found.
func leave(cfg *config, mode Mode) error {
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
	return os.WriteFile(cfg.VetxOutput, nil, 0o666)
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

// supplyTypes makes a file of facts for each of the packages that have an empty
// one, and returns the name of a config that says so.
func supplyTypes(name string, cfg *config, data []byte, empty []string) (string, error) {
	files := maps.Clone(cfg.PackageVetx)
	dir := filepath.Dir(name)
	c := newConverter()
	for i, path := range empty {
		content, err := c.convert(path, cfg.PackageFile[path])
		if err != nil {
			return "", fmt.Errorf("cannot read the types of %q: %w", path, err)
		}
		files[path] = filepath.Join(dir, fmt.Sprintf("stytchlint%d.vetx", i))
		if err := os.WriteFile(files[path], content, 0o600); err != nil {
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
