package main

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// A call is a product and a method as its client has it, such as
// "b2b MagicLinks.Email.LoginOrSignup", or with a star for all of them.
var validCall = regexp.MustCompile(`^(consumer|b2b|fraud|management) ([A-Z][A-Za-z0-9]*\.)*([A-Z][A-Za-z0-9]*|\*)$`)

// loadCalls returns the calls that can end with each code.
func loadCalls(fsys fs.FS, codes []code, known *sources, p *problems) map[string][]string {
	calls := map[string][]string{}
	for _, r := range readTable(fsys, callsTSV, 3, p) {
		name, list := r.Cols[0], strings.Split(r.Cols[1], ", ")
		i := slices.IndexFunc(codes, func(c code) bool { return c.name == name })
		if i < 0 {
			p.add(callsTSV, r.Line, "%q is not in %s", name, codesTSV)
		}
		for j, call := range list {
			if !validCall.MatchString(call) {
				p.add(callsTSV, r.Line, "%q is not a call like \"b2b Sessions.Authenticate\"", call)
			}
			if slices.Contains(list[:j], call) {
				p.add(callsTSV, r.Line, "call %q is there twice", call)
			}
			if i >= 0 && !codes[i].sentBy(call) {
				p.add(callsTSV, r.Line, "%s does not say that %q is a code of the product of %q", codesTSV, name, call)
			}
		}
		known.parse(callsTSV, r.Line, r.Cols[2], p)
		calls[name] = list
	}
	return calls
}

// sentBy reports whether the product of a call is known to send c, or an SDK to
// raise it. Every client has the calls of the fraud API.
func (c *code) sentBy(call string) bool {
	product, name, _ := strings.Cut(call, " ")
	if strings.HasPrefix(name, "Fraud.") {
		product = "fraud"
	}
	return slices.Contains(c.products, product) || slices.Contains(c.products, "sdk")
}

// raisedBy returns every call that can end with a code: those of calls.tsv, then
// those of operations.tsv.
func raisedBy(code string, calls map[string][]string, operations []operation) []string {
	list := calls[code]
	for _, o := range operations {
		if slices.Contains(o.codes, code) && !slices.Contains(list, o.name) {
			list = append(list, o.name)
		}
	}
	return list
}
