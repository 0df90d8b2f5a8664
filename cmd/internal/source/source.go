// Package source reads the files that findings are about.
package source

import (
	"bytes"
	"os"
	"unicode/utf8"
)

// Files are files of the source, each of which is read once. Their contents
// must not be changed.
type Files map[string][]byte

// Read returns the content of a file, or nil if it cannot be read: a finding
// without its source is still a finding.
func (f Files) Read(name string) []byte {
	content, ok := f[name]
	if !ok {
		content, _ = os.ReadFile(name)
		f[name] = content
	}
	return content
}

// Line returns line n of a file, counted from 1, without its end. It returns
// nil if there is none.
func (f Files) Line(name string, n int) []byte {
	if n < 1 {
		return nil
	}
	rest, found := f.Read(name), true
	var line []byte
	for range n {
		if !found {
			return nil
		}
		line, rest, found = bytes.Cut(rest, []byte("\n"))
	}
	return bytes.TrimSuffix(line, []byte("\r"))
}

// Position returns the line and the column, in bytes and from 1, of the byte
// at offset, counted from 0. It reports whether the file reaches so far.
func (f Files) Position(name string, offset int) (line, column int, ok bool) {
	content := f.Read(name)
	if offset < 0 || offset > len(content) || content == nil {
		return 0, 0, false
	}
	before := content[:offset]
	return 1 + bytes.Count(before, []byte("\n")), offset - bytes.LastIndexByte(before, '\n'), true
}

// UTF16Column turns a column in bytes into one in UTF-16 code units, both
// counted from 1. It reports whether the line reaches so far.
func (f Files) UTF16Column(name string, line, column int) (int, bool) {
	text := f.Line(name, line)
	if column < 1 || column > len(text)+1 || text == nil {
		return 0, false
	}
	units := 1
	for _, r := range string(text[:column-1]) {
		units++
		if r > 0xFFFF && r <= utf8.MaxRune {
			units++
		}
	}
	return units, true
}
