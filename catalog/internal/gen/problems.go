package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

// Problems collects what is wrong with the data, so that one run shows it all.
type problems struct{ errs []error }

func (p *problems) add(file string, line int, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

func (p *problems) err() error { return errors.Join(p.errs...) }

// readTable reads a table, and adds what is wrong with it to p.
func readTable(fsys fs.FS, file string, columns int, p *problems) []table.Row {
	rows, errs := table.Read(fsys, file, columns)
	p.errs = append(p.errs, errs...)
	return rows
}

// checkPrintable checks that a text has no characters that Go's source, or its
// readers, cannot have.
func checkPrintable(file string, line int, text string, p *problems) {
	if hidden, ok := table.Hidden(text); ok {
		p.add(file, line, "has the character %q, which nobody can see", hidden)
	}
}
