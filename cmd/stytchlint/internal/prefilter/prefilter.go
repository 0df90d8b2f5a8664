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
// that import it. The prefilter writes an empty file instead, so that those have
// to take the types from the compiler.
package prefilter

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// A Mode says what the vet tool is asked for.
type Mode struct {
	JSON bool
	Fix  bool
}

// Leave reports whether a unit cannot matter to the analyzers. If so, all is done
// that the go command expects.
//
// If not, or if something is not as expected, the unit has to be checked. That
// gives the errors, too.
func Leave(cfg *unit.Config, mode Mode, analyzers []*analysis.Analyzer) (left bool, err error) {
	e := examination{cfg: cfg, analyzers: analyzers}
	if err := e.examine(); err != nil || e.matters {
		return false, nil //nolint:nilerr // it is found again, and said, by those who check
	}
	facts, err := driver.WriteRecords(e.handOn)
	if err != nil {
		return false, err
	}
	return true, leave(cfg, mode, facts)
}

// An examination finds out whether a unit matters.
type examination struct {
	cfg        *unit.Config
	analyzers  []*analysis.Analyzer
	registered bool // the types of facts, with the decoder

	matters bool
	handOn  []driver.Record // what those that import the unit get to know of what it imports
}

func (e *examination) examine() error {
	if e.cfg.IsStandard() {
		return nil
	}
	// What the functions of the SDK do is known.
	sdk := e.cfg.VetxOnly && trigger.IsSDK(e.cfg.ImportPath)
	for _, path := range e.cfg.ImportMap {
		e.matters = e.matters || !sdk && trigger.IsSDK(path)
	}
	for _, file := range e.cfg.PackageVetx {
		if err := e.dependency(file); err != nil {
			return err
		}
	}
	var s trigger.Scanner
	for i := 0; i < len(e.cfg.GoFiles) && !e.matters && !sdk; i++ {
		hit, err := s.File(e.cfg.GoFiles[i], e.cfg.IsOwn())
		if err != nil {
			return err
		}
		e.matters = hit != 0
	}
	return nil
}

// dependency looks at what was written about an imported package.
func (e *examination) dependency(file string) error {
	v, err := unit.OpenVetx(file)
	if err != nil {
		return err
	}
	defer v.Close()
	if e.matters {
		return nil
	}
	exportData, err := v.Types()
	if err != nil {
		return err
	}
	e.matters = trigger.UsesSDK(exportData)
	data, err := v.Facts()
	if err != nil || len(data) == 0 {
		return err
	}
	if !e.registered {
		e.registered = true
		driver.Register(e.analyzers)
	}
	facts, err := driver.ReadRecords(data)
	if err != nil {
		return err
	}
	e.matters = e.matters || slices.ContainsFunc(facts, func(f driver.Record) bool { return !trigger.ForUsersOfSDK(f.Fact) })
	for _, f := range facts {
		if f.OfPart() {
			e.handOn = append(e.handOn, f)
		}
	}
	return nil
}

// leave writes what unitchecker writes if nothing is found.
func leave(cfg *unit.Config, mode Mode, facts []byte) error {
	err := cfg.Print(func(w io.Writer) error {
		switch {
		case cfg.VetxOnly:
			return nil
		case mode.Fix:
			return emptyArchive(cfg)
		case mode.JSON:
			_, err := io.WriteString(w, "{}\n")
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	if cfg.VetxOutput == "" {
		return nil
	}
	var vetx []byte
	if len(facts) > 0 {
		vetx = unit.NewVetx(nil, facts)
	}
	return os.WriteFile(cfg.VetxOutput, vetx, 0o666)
}

// emptyArchive writes the archive of fixed files, which holds none.
func emptyArchive(cfg *unit.Config) error {
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
