// Package docs reads an analyzer's documentation from the doc comment of its
// package, so that it is written once.
package docs

import "strings"

// Extract returns the section "# Analyzer NAME" of the package comment in the
// source of a doc.go file. The comment must be made of // lines, and the
// section must begin with "NAME: ", followed by a summary. Extract panics where
// it does not: that is a mistake in this module, which any test shows.
//
// It works on text alone, since it runs in every process of go vet.
func Extract(source, name string) string {
	_, section, ok := strings.Cut(source, "// # Analyzer "+name+"\n//\n")
	if !ok {
		panic("docs: no section for " + name)
	}
	var text strings.Builder
	for line := range strings.Lines(section) {
		line, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		text.WriteString(strings.TrimPrefix(line, " "))
	}
	doc := strings.TrimSpace(text.String())
	if !strings.HasPrefix(doc, name+": ") {
		panic("docs: the section for " + name + " does not begin with its name")
	}
	return doc
}
