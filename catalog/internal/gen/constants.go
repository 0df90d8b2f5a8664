package main

import (
	"bytes"
	"fmt"
	"strings"
)

// constantsFile returns the constants of package code.
func constantsFile(d *data) (file, error) {
	var b bytes.Buffer
	b.WriteString(header + "package code\n\n")
	b.WriteString("const (\n")
	for i, c := range d.codes {
		if i > 0 {
			b.WriteString("\n")
		}
		writeDoc(&b, c)
		fmt.Fprintf(&b, "%s = %q\n", ident(c.name), c.name)
	}
	b.WriteString(")\n")
	return newFile("code/zcode.go", b.Bytes())
}

// writeDoc writes the doc comment of the constant for c.
func writeDoc(b *bytes.Buffer, c code) {
	paragraph := fmt.Sprintf("%s is the code %q (%s).", ident(c.name), c.name, facts(c))
	if c.meaning != "" {
		paragraph += " " + c.meaning
	}
	wrap(b, "", "", paragraph)
	for _, list := range []struct {
		title string
		items []string
	}{{"Common causes:", c.causes}, {"What to do:", c.remedies}} {
		if len(list.items) == 0 {
			continue
		}
		b.WriteString("//\n// " + list.title + "\n")
		for _, item := range list.items {
			wrap(b, "  - ", "    ", item)
		}
	}
	b.WriteString("//\n// See " + c.url + "\n")
}

// facts returns the status and the products of c in a few words.
func facts(c code) string {
	status := "status unknown"
	if c.status != 0 {
		status = fmt.Sprintf("HTTP %d", c.status)
	}
	for _, o := range c.others {
		status += fmt.Sprintf(" or %d", o.status)
	}
	if len(c.products) == 0 {
		return status
	}
	display := map[string]string{
		"consumer":   "consumer",
		"b2b":        "B2B",
		"fraud":      "fraud",
		"management": "management",
		"sdk":        "raised by an SDK",
		"oauth2":     "OAuth 2.0",
	}
	var names []string
	for _, p := range c.products {
		names = append(names, display[p])
	}
	return status + "; " + strings.Join(names, ", ")
}

// wrap writes text as lines of a comment of about 80 columns, the first
// beginning with first and the others with rest.
func wrap(b *bytes.Buffer, first, rest, text string) {
	const width = 76 // the constants are indented by a tab
	line := first
	empty := true
	for word := range strings.FieldsSeq(text) {
		if !empty && len(line)+1+len(word) > width {
			b.WriteString("// " + line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	b.WriteString("// " + line + "\n")
}
