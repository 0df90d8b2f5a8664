package stytchsend

import (
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

// The operations are those of the catalog, and it knows how they fail.
func TestSends(t *testing.T) {
	known := make(map[string]catalog.Operation)
	for _, op := range catalog.Operations() {
		known[op.Name] = op
	}
	for name, s := range sends {
		op, ok := known[name]
		if !ok || s.name != name || "consumer "+s.call+".Send" != name {
			t.Errorf("%s is no operation of the catalog: %+v", name, s)
		}
		if len(op.Codes) != 1 || !isUnknownAddress(op.Codes[0]) {
			t.Errorf("%s ends with %q", name, op.Codes)
		}
		if want := "an unknown " + s.noun; op.Outcome != want {
			t.Errorf("%s: the outcome is %q, want %q", name, op.Outcome, want)
		}
	}
}

// Every twin takes the parameters that lie beside those of its send.
func TestTwins(t *testing.T) {
	count := make(map[*creation]int)
	for key, c := range creations {
		count[c]++
		if creationNamed(c.name) != c {
			t.Errorf("two creations are called %s", c.name)
		}
		if !c.twin {
			continue
		}
		send, ok := strings.CutSuffix(key, twinMethod+"Params")
		if !ok {
			t.Errorf("%s is a twin", key)
			continue
		}
		op, ok := catalog.OperationOf(send + "SendParams")
		if !ok || sends[op.Name] == nil || !sends[op.Name].fits(c) {
			t.Errorf("%s is no twin of %q", key, op.Name)
		}
		if name := send + "SendParams"; twinParams(name) != key {
			t.Errorf("the twin of %s takes %s", name, twinParams(name))
		}
	}
	for c, n := range count {
		if n != 3 {
			t.Errorf("%s has %d types of parameters, want one for each layout of the SDK", c.name, n)
		}
	}
}
