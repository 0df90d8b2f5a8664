package main

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Problems collects what is wrong with the data, so that one run shows it all.
type problems struct{ errs []error }

func (p *problems) add(file string, line int, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

func (p *problems) err() error { return errors.Join(p.errs...) }

// A row is a line of a table.
type row struct {
	line int
	cols []string
}

var validName = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// readTable reads a file of lines with a fixed number of tab-separated columns,
// sorted by the first, which is unique. Lines that begin with # are comments.
// Rows with a problem are reported and left out.
func readTable(fsys fs.FS, file string, columns int, p *problems) []row {
	content, err := fs.ReadFile(fsys, file)
	if err != nil {
		p.errs = append(p.errs, err)
		return nil
	}
	text, ended := strings.CutSuffix(string(content), "\n")
	if !ended {
		p.add(file, strings.Count(text, "\n")+1, "the last line has no line feed")
	}
	var rows []row
	last := ""
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		r := row{i + 1, strings.Split(line, "\t")}
		if len(r.cols) != columns {
			p.add(file, r.line, "has %d columns instead of %d", len(r.cols), columns)
			continue
		}
		clean := true
		for _, c := range r.cols {
			if c != strings.TrimSpace(c) {
				p.add(file, r.line, "has space around %q", strings.TrimSpace(c))
				clean = false
			}
			checkPrintable(file, r.line, c, p)
		}
		if !clean {
			continue
		}
		switch name := r.cols[0]; {
		case name == last:
			p.add(file, r.line, "%q is there twice", name)
			continue
		case name < last:
			p.add(file, r.line, "%q is not sorted: it belongs before %q", name, last)
			continue
		default:
			last = name
		}
		rows = append(rows, r)
	}
	return rows
}

// checkPrintable checks that a text has no characters that Go's source, or its
// readers, cannot have.
func checkPrintable(file string, line int, text string, p *problems) {
	for _, r := range text {
		if r == utf8.RuneError || !unicode.IsPrint(r) && r != '\n' {
			p.add(file, line, "has the character %q, which nobody can see", r)
			return
		}
	}
}
