package main

import (
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/catalog/explain"
)

// The explanation of a code names every call whose finding names the code.
func TestExplainNamesCalls(t *testing.T) {
	t.Parallel()
	for _, op := range catalog.Operations() {
		for _, name := range op.Codes {
			c, _ := catalog.Lookup(name)
			text := explainCode(c)
			_, calls, _ := strings.Cut(text, "\nCalls known to end with it\n")
			product, _, _ := strings.Cut(op.Name, " ")
			if !strings.Contains(calls, "  - "+op.Name+"\n") && !strings.Contains(calls, "  - every "+product+" call\n") {
				t.Errorf("%s ends with %s, whose explanation does not name it:\n%s", op.Name, name, text)
			}
		}
	}
}

// The explanation of a code shows each of its statuses, and who shows a further one.
func TestExplainShowsStatuses(t *testing.T) {
	t.Parallel()
	for _, c := range catalog.All() {
		text := explainCode(c)
		if known := strings.Contains(text, "\n  Status "); known != (c.Status != 0) {
			t.Errorf("%s has the status %d:\n%s", c.Name, c.Status, text)
		}
		if !strings.Contains(text, explain.Statuses(c, " or ")) {
			t.Errorf("%s has the statuses %v:\n%s", c.Name, c.Statuses(), text)
		}
		for _, s := range c.Others {
			if !strings.Contains(text, " is shown by "+s.Source) {
				t.Errorf("%s does not say that %s shows %d:\n%s", c.Name, s.Source, s.Status, text)
			}
		}
	}
}
