package driver

import (
	"os"
	"os/exec"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type early struct{ Early string }

type late struct{ Late string }

func (*early) AFact() {}
func (*late) AFact()  {}

// TestNumbers writes facts in processes that come across their types in another order.
func TestNumbers(t *testing.T) {
	t.Parallel()
	const variable = "STYTCHLINT_TEST_LATE_FIRST"
	e, l := []Record{{PkgPath: "p", Fact: &early{"e"}}}, []Record{{PkgPath: "p", Fact: &late{"l"}}}
	if order := os.Getenv(variable); order != "" {
		Register([]*analysis.Analyzer{{FactTypes: []analysis.Fact{new(early), new(late)}}})
		if order == "true" {
			_, _ = WriteRecords(l)
		}
		data, err := WriteRecords(append(e, l...))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = os.Stdout.Write(data)
		return
	}
	var written [2]string
	for i, order := range []string{"false", "true"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestNumbers$")
		cmd.Env = append(os.Environ(), variable+"="+order)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		written[i] = string(out)
	}
	if written[0] != written[1] {
		t.Errorf("%q\n%q", written[0], written[1])
	}
}
