package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

const operationsTSV = "codes/operations.tsv"

type operation struct {
	name    string
	keys    []string
	token   string
	with    []string
	outcome string
	codes   []string
	sources []string
}

var (
	// A package below the module, and a type in it, or a receiver and a method.
	validKey   = regexp.MustCompile(`^stytch(/[a-z0-9]+)*\.[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)?$`)
	validField = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
)

// loadOperations returns the calls whose failure users cause.
func loadOperations(fsys fs.FS, codes map[string]bool, known *sources, p *problems) []operation {
	var list []operation
	taken := map[string]bool{}
	for _, r := range readTable(fsys, operationsTSV, 7, p) {
		o := operation{
			name:    r.Cols[0],
			keys:    split(r.Cols[1]),
			token:   r.Cols[2],
			with:    split(r.Cols[3]),
			outcome: r.Cols[4],
			codes:   split(r.Cols[5]),
			sources: known.parse(operationsTSV, r.Line, r.Cols[6], p),
		}
		if !validCall.MatchString(o.name) || strings.HasSuffix(o.name, "*") {
			p.add(operationsTSV, r.Line, "%q is not a call like \"b2b Sessions.Authenticate\"", o.name)
		}
		if len(o.keys) == 0 {
			p.add(operationsTSV, r.Line, "does not say what tells %q apart", o.name)
		}
		for _, key := range o.keys {
			if !validKey.MatchString(key) {
				p.add(operationsTSV, r.Line, "%q is not a type like \"stytch/b2b/sso.AuthenticateParams\" or a method like \"stytch/b2b.SSOClient.Authenticate\"", key)
			}
			if taken[key] {
				p.add(operationsTSV, r.Line, "%q is there twice", key)
			}
			taken[key] = true
		}
		if o.token == "" && len(o.with) > 0 {
			p.add(operationsTSV, r.Line, "says what a token belongs to, but names none")
		}
		for _, field := range slices.Concat(split(o.token), o.with) {
			if !validField.MatchString(field) {
				p.add(operationsTSV, r.Line, "%q is no name of a field", field)
			}
		}
		if !strings.HasPrefix(o.outcome, "a ") && !strings.HasPrefix(o.outcome, "an ") {
			p.add(operationsTSV, r.Line, "the failure %q is no noun with its article", o.outcome)
		}
		for _, c := range o.codes {
			if !codes[c] {
				p.add(operationsTSV, r.Line, "%q is not in %s", c, codesTSV)
			}
		}
		list = append(list, o)
	}
	return list
}

// split returns the items of a list with commas between them.
func split(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ", ")
}

func operationsFile(d *data) (file, error) {
	type key struct {
		key   string
		index int
	}
	var keys []key
	var b bytes.Buffer
	b.WriteString(header + "package catalog\n\nvar operations = []Operation{\n")
	for i, o := range d.operations {
		fmt.Fprintf(&b, "{\nName: %q,\n", o.name)
		if o.token != "" {
			fmt.Fprintf(&b, "Token: %q,\n", o.token)
		}
		if len(o.with) > 0 {
			fmt.Fprintf(&b, "With: %s,\n", stringList(o.with))
		}
		fmt.Fprintf(&b, "Outcome: %q,\n", o.outcome)
		if len(o.codes) > 0 {
			fmt.Fprintf(&b, "Codes: %s,\n", stringList(o.codes))
		}
		fmt.Fprintf(&b, "Sources: %s,\n},\n", stringList(o.sources))
		for _, k := range o.keys {
			keys = append(keys, key{k, i})
		}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.key, b.key) })
	b.WriteString("}\n\nvar operationKeys = []operationKey{\n")
	for _, k := range keys {
		fmt.Fprintf(&b, "{%q, %d},\n", k.key, k.index)
	}
	b.WriteString("}\n")
	return newFile("zoperations.go", b.Bytes())
}
