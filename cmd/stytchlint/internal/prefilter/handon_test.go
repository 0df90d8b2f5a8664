package prefilter

import (
	"fmt"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

type numbered struct{ N int }

func (*numbered) AFact() {}

type other struct{ S string }

func (*other) AFact() {}

func TestHandOn(t *testing.T) {
	t.Parallel()
	driver.Register([]*analysis.Analyzer{{
		FactTypes: []analysis.Fact{new(numbered)},
		Requires:  []*analysis.Analyzer{{FactTypes: []analysis.Fact{new(other)}}},
	}})
	if _, err := driver.ReadRecords([]byte("no records")); err == nil {
		t.Error("no error for other data")
	}
	data, err := driver.WriteRecords([]driver.Record{
		{PkgPath: "b", Object: "T.M0", Fact: &numbered{1}},
		{PkgPath: "a", Object: "T.M0", Fact: &other{"x"}},
		{PkgPath: "a", Object: "F", Fact: &numbered{2}},     // a function
		{PkgPath: "a", Fact: &numbered{3}},                  // the package
		{PkgPath: "a", Object: "T.UF1", Fact: &numbered{4}}, // a field
		{PkgPath: "a", Object: "T.M0", Fact: &numbered{5}},
		{PkgPath: "a", Object: "T.M0", Fact: &numbered{5}},
	})
	if err != nil {
		t.Fatal(err)
	}
	facts, err := driver.ReadRecords(data)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, f := range facts {
		if f.OfPart() {
			got += fmt.Sprintf("%s %s %T %v; ", f.PkgPath, f.Object, f.Fact, f.Fact)
		}
	}
	if want := "a T.M0 *prefilter.numbered &{5}; a T.M0 *prefilter.other &{x}; a T.UF1 *prefilter.numbered &{4}; b T.M0 *prefilter.numbered &{1}; "; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// The facts that are no reason to look at a package are ones that there are.
func TestForUsers(t *testing.T) {
	t.Parallel()
	var got []string
	for _, a := range analyzer.All() {
		for _, f := range a.FactTypes {
			if trigger.ForUsersOfSDK(f) {
				got = append(got, fmt.Sprintf("%T", f))
			}
		}
	}
	if want := "[*stytchtoken.retries *stytchunhandled.helps *answers.Status *answers.Writer *stytchsend.retries]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestMissingFact has a record without a fact.
func TestMissingFact(t *testing.T) {
	t.Parallel()
	data, err := driver.WriteRecords([]driver.Record{{PkgPath: "a", Object: "T.M0"}})
	if err != nil {
		t.Fatal(err)
	}
	if facts, err := driver.ReadRecords(data); err == nil {
		t.Errorf("read %v", facts)
	}
}

// TestLeaveWithFacts has facts to hand on in the place of types.
func TestLeaveWithFacts(t *testing.T) {
	t.Parallel()
	u := newUnit(t, plain)
	cfg := &unit.Config{VetxOutput: u.cfg["VetxOutput"].(string)}
	if err := leave(cfg, Mode{}, []byte("facts")); err != nil {
		t.Fatal(err)
	}
	if got, want := u.read("vet.out"), string(unit.NewVetx(nil, []byte("facts"))); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
