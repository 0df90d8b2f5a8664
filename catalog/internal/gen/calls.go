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
func loadCalls(fsys fs.FS, codes map[string]bool, known *sources, p *problems) map[string][]string {
	calls := map[string][]string{}
	for _, r := range readTable(fsys, callsTSV, 3, p) {
		name, list := r.Cols[0], strings.Split(r.Cols[1], ", ")
		if !codes[name] {
			p.add(callsTSV, r.Line, "%q is not in %s", name, codesTSV)
		}
		for i, call := range list {
			if !validCall.MatchString(call) {
				p.add(callsTSV, r.Line, "%q is not a call like \"b2b Sessions.Authenticate\"", call)
			}
			if slices.Contains(list[:i], call) {
				p.add(callsTSV, r.Line, "call %q is there twice", call)
			}
		}
		known.parse(callsTSV, r.Line, r.Cols[2], p)
		calls[name] = list
	}
	return calls
}
