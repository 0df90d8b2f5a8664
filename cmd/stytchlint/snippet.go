package main

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

const (
	snippetIndent  = "    "
	maxSnippetLine = 300 // bytes: a longer line is no help on a terminal
)

// underline returns line, indented alike for every finding, and the marks to
// print under it: "^~~~" from the finding's start to its end, or to the end of
// the line if it ends on a later one. It returns "" if there is nothing to
// show.
func underline(line []byte, f finding.Finding) (source, mark string) {
	trimmed := bytes.TrimLeft(line, " \t")
	start := f.Column - 1 - (len(line) - len(trimmed))
	trimmed = bytes.TrimRight(trimmed, " \t")
	if len(trimmed) > maxSnippetLine || start < 0 || start >= len(trimmed) {
		return "", ""
	}
	end := len(trimmed)
	if f.EndLine == f.Line {
		end = min(end, start+f.EndColumn-f.Column)
	}
	before, marked := trimmed[:start], trimmed[start:max(start, end)]

	var b strings.Builder
	b.WriteString(snippetIndent)
	for _, r := range string(before) {
		if r == '\t' {
			b.WriteByte('\t') // as wide here as in the line above
		} else {
			b.WriteString(strings.Repeat(" ", width(r)))
		}
	}
	b.WriteByte('^')
	cells := 0
	for _, r := range string(marked) {
		cells += width(r)
	}
	b.WriteString(strings.Repeat("~", max(0, cells-1)))
	return snippetIndent + strings.Map(printable, string(trimmed)), b.String()
}

// printable replaces what a terminal would obey instead of print.
func printable(r rune) rune {
	if r != '\t' && unicode.IsControl(r) {
		return utf8.RuneError
	}
	return r
}

// width returns how many cells of a terminal a rune takes, near enough for an
// underline. A tab in the middle of a range counts as one.
func width(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
		0x3000 <= r && r <= 0x303F,   // punctuation between them
		0xFF01 <= r && r <= 0xFF60,   // full-width forms
		0x1F300 <= r && r <= 0x1FAFF: // emoji
		return 2
	}
	return 1
}
