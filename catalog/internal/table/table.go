// Package table reads and writes the tables in the folder codes of package catalog.
package table

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Row is a line of a table.
type Row struct {
	Line int // its number
	Cols []string
}

// Read reads a file of lines with a fixed number of tab-separated columns,
// sorted by the first, which is unique. Lines that begin with # are comments.
// Rows with a problem are left out; there is an error for each, which begins with
// the file and the line.
func Read(fsys fs.FS, file string, columns int) (rows []Row, errs []error) {
	content, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, []error{err}
	}
	add := func(line int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
	}
	text, ended := strings.CutSuffix(string(content), "\n")
	if !ended {
		add(strings.Count(text, "\n")+1, "the last line has no line feed")
	}
	last := ""
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		r := Row{i + 1, strings.Split(line, "\t")}
		if len(r.Cols) != columns {
			add(r.Line, "has %d columns instead of %d", len(r.Cols), columns)
			continue
		}
		clean := true
		for _, c := range r.Cols {
			if c != strings.TrimSpace(c) {
				add(r.Line, "has space around %q", strings.TrimSpace(c))
				clean = false
			}
			if hidden, ok := Hidden(c); ok {
				add(r.Line, "has the character %q, which nobody can see", hidden)
			}
		}
		if !clean {
			continue
		}
		switch name := r.Cols[0]; {
		case name == last:
			add(r.Line, "%q is there twice", name)
			continue
		case name < last:
			add(r.Line, "%q is not sorted: it belongs before %q", name, last)
			continue
		default:
			last = name
		}
		rows = append(rows, r)
	}
	return rows, errs
}

// Hidden returns the first character of a text that Go's source, or its readers,
// cannot have, if there is one.
func Hidden(text string) (rune, bool) {
	for _, r := range text {
		if r == utf8.RuneError || !unicode.IsPrint(r) && r != '\n' {
			return r, true
		}
	}
	return 0, false
}

var name = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// IsName reports whether s is written like a code: in lower-case words with
// underscores between them.
func IsName(s string) bool { return name.MatchString(s) }
