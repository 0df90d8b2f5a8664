package edit

import (
	"bytes"
	"go/format"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/stytchlint/stytchlint/cmd/internal/atomicfile"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
)

// A Change is the content of a file before and after its fixes.
type Change struct {
	File     string
	old, new []byte
}

// newChange applies edits, which are in order and do not overlap. A file that
// is as gofmt has it stays so.
func newChange(file string, old []byte, edits []finding.Edit) Change {
	eol := "\n"
	if bytes.Contains(old, []byte("\r\n")) {
		eol = "\r\n"
	}
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.Write(old[at:e.Start])
		// The text may be of the file, with the ends of its lines.
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(e.New, "\r\n", "\n"), "\n", eol))
		at = e.End
	}
	b.Write(old[at:])
	after := dropImports(old, b.Bytes())
	if formatted, err := format.Source(old); err == nil && bytes.Equal(formatted, old) {
		if formatted, err := format.Source(after); err == nil {
			after = formatted
		}
	}
	return Change{File: file, old: old, new: after}
}

// After returns the content of the file after its fixes.
func (c Change) After() []byte { return c.new }

// Write replaces the file.
func (c Change) Write() error { return atomicfile.Write(c.File, c.new) }

// Diff returns the change as a unified diff with the names that git apply and
// patch -p1 understand: relative to dir where the file lies below it.
func (c Change) Diff(dir string) string {
	from, to := c.File, c.File
	if name, ok := module.Rel(dir, c.File); ok {
		from, to = "a/"+name, "b/"+name
	} else {
		from, to = filepath.ToSlash(from), filepath.ToSlash(to)
	}
	// The first line is a command of the diff program.
	_, unified, _ := strings.Cut(string(diff.Diff(from, c.old, to, c.new)), "\n")
	return unified
}
