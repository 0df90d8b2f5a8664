package prefilter

import (
	"fmt"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type numbered struct{ N int }

func (*numbered) AFact() {}

type other struct{ S string }

func (*other) AFact() {}

func TestHandOn(t *testing.T) {
	t.Parallel()
	c := courier{analyzers: []*analysis.Analyzer{{
		FactTypes: []analysis.Fact{new(numbered)},
		Requires:  []*analysis.Analyzer{{FactTypes: []analysis.Fact{new(other)}}},
	}}}
	if _, err := c.decode(nil); err == nil {
		t.Error("no error for no data")
	}
	data, err := encode([]gobFact{
		{"b", "T.M0", &numbered{1}},
		{"a", "T.M0", &other{"x"}},
		{"a", "F", &numbered{2}},     // a function
		{"a", "", &numbered{3}},      // the package
		{"a", "T.UF1", &numbered{4}}, // a field
		{"a", "T.M0", &numbered{5}},
		{"a", "T.M0", &numbered{5}},
	})
	if err != nil {
		t.Fatal(err)
	}
	facts, err := c.decode(data)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, f := range handedOn(facts) {
		got += fmt.Sprintf("%s %s %s %v; ", f.PkgPath, f.Object, typeName(f.Fact), f.Fact)
	}
	if want := "a T.M0 prefilter.numbered &{5}; a T.M0 prefilter.other &{x}; a T.UF1 prefilter.numbered &{4}; b T.M0 prefilter.numbered &{1}; "; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if data, err := encode(nil); err != nil || len(data) != 0 {
		t.Errorf("%q, %v for no facts", data, err)
	}
}

// TestBareFile has facts without types, which are kept when types are supplied.
func TestBareFile(t *testing.T) {
	t.Parallel()
	u := newUnit(t, plain)
	u.dependency("b", vetxFile("", "facts"))
	v, err := openVetx(u.vetx["b"])
	if err != nil || !v.bare() {
		t.Fatalf("%+v, %v", v, err)
	}
	v.close()
	if facts, err := factsIn(u.vetx["b"]); err != nil || string(facts) != "facts" {
		t.Errorf("facts %q, %v", facts, err)
	}
	u.dependency("c", nil)
	if facts, err := factsIn(u.vetx["c"]); err != nil || facts != nil {
		t.Errorf("facts %q, %v", facts, err)
	}
}

// TestLeaveWithFacts has facts to hand on in the place of types.
func TestLeaveWithFacts(t *testing.T) {
	t.Parallel()
	u := newUnit(t, plain)
	cfg := &config{VetxOutput: u.cfg["VetxOutput"].(string)}
	if err := leave(cfg, Mode{}, []byte("facts")); err != nil {
		t.Fatal(err)
	}
	if got, want := u.read("vet.out"), string(vetxFile("", "facts")); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
