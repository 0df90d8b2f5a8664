package edit

import (
	"bytes"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Copy returns the source between two positions as it is after those of some edits that
// lie there, with
// its further lines indented as if the first one were not. It fails where that is more
// than tokens: at comments, and at literals that have lines.
func (f *File) Copy(pos, end token.Pos, edits []analysis.TextEdit) (string, bool) {
	file, src, ok := f.source(pos)
	if !ok || f.Commented(pos, end) {
		return "", false
	}
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	var b strings.Builder
	at := pos
	for _, e := range edits {
		if e.Pos < at || end < e.End {
			continue
		}
		b.Write(src[file.Offset(at):file.Offset(e.Pos)])
		b.Write(e.NewText)
		at = e.End
	}
	b.Write(src[file.Offset(at):file.Offset(end)])
	line := src[file.Offset(file.LineStart(f.line(pos))):]
	indent := line[:len(line)-len(bytes.TrimLeft(line, "\t"))]
	text := b.String()
	return strings.ReplaceAll(text, "\n"+string(indent), "\n"), !strings.Contains(text, "\n") || !strings.Contains(text, "`")
}

// source returns the text of the file that holds a position. It is read once, whatever
// number of fixes there is, also where that fails.
func (f *File) source(pos token.Pos) (*token.File, []byte, bool) {
	file := f.pass.Fset.File(pos)
	if !f.isRead && f.pass.ReadFile != nil {
		f.isRead = true
		if src, err := f.pass.ReadFile(file.Name()); err == nil {
			f.text = src
		}
	}
	return file, f.text, f.text != nil && len(f.text) == file.Size()
}

// Meaning returns what a name means at a position, nil if that is nothing.
func (f *File) Meaning(pos token.Pos, name string) types.Object {
	scope := f.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, pos)
	return obj
}
