package checkdoc_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
)

const doc = `stytchx: check the x of a y

A y has one x,
and some_name has none.

Wrong:

	x := 1

	y := 2

Right:

	x := 2

Wrong:

	z()

The check reports

  - this;
  - that.

A flag changes it:

	-stytchx.most=3

The fix writes the right x.`

// check returns a check with a flag.
func check() *analysis.Analyzer {
	a := &analysis.Analyzer{Name: "stytchx", Doc: doc}
	a.Flags.Int("most", 1, "how many `n` are right")
	return a
}

func TestParse(t *testing.T) {
	t.Parallel()
	d := checkdoc.Parse(check())
	if d.Summary != "Check the x of a y" {
		t.Errorf("summary %q", d.Summary)
	}
	want := []checkdoc.Example{{true, "x := 1\n\ny := 2\n"}, {false, "x := 2\n"}, {true, "z()\n"}}
	if len(d.Examples) != len(want) {
		t.Fatalf("examples %v", d.Examples)
	}
	for i := range want {
		if d.Examples[i] != want[i] {
			t.Errorf("example %d is %v, want %v", i, d.Examples[i], want[i])
		}
	}
	if got, want := checkdoc.Text(d.Why), "A y has one x, and some_name has none."; got != want {
		t.Errorf("why: %q", got)
	}
	if got, want := checkdoc.Markdown(d.Details), "The check reports\n\n  - this;\n  - that.\n\nA flag changes it:\n\n```text\n-stytchx.most=3\n```"; got != want {
		t.Errorf("details: %q", got)
	}
	if got := checkdoc.Markdown(d.Fix); got != "The fix writes the right x." {
		t.Errorf("fix: %q", got)
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	help := checkdoc.Help(check())
	at := 0
	for _, want := range []string{
		"## Wrong\n\n```go\nx := 1\n\ny := 2\n```\n",
		"## Right\n\n```go\nx := 2\n```\n",
		"## Why\n\nA y has one x, and some\\_name has none.\n",
		"## In detail\n\nThe check reports\n",
		"## How to fix it\n\nThe fix writes the right x.\n\nWrite it as",
		"## How to switch it off\n\n",
		"//stytchlint:ignore stytchx ",
		"checks:\n  stytchx: false\n",
		"| `-stytchx.most n` | how many n are right | 1 |\n",
	} {
		i := strings.Index(help[at:], want)
		if i < 0 {
			t.Fatalf("%q is not there, or not in order, in\n%s", want, help)
		}
		at += i
	}
	if strings.Contains(checkdoc.Help(stytchignore.Analyzer), "stytchlint:ignore stytchignore") {
		t.Error("the check of the comments cannot be silenced by one")
	}
}

// TestAll holds every check to the form.
func TestAll(t *testing.T) {
	t.Parallel()
	for _, a := range analyzer.All() {
		d := checkdoc.Parse(a)
		if d.Summary == "" || len(d.Why) == 0 || len(d.Examples) < 2 {
			t.Errorf("%s: %q, %d paragraphs, %d examples", a.Name, d.Summary, len(d.Why), len(d.Examples))
		}
		if help := checkdoc.Help(a); strings.Contains(help, "Wrong:") || strings.Contains(help, "Right:") {
			t.Errorf("%s: an example is not seen in\n%s", a.Name, help)
		}
	}
}

func TestProgram(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{
		"x := 1\n": "package example\n\nx := 1\n",
		"var _ = errors.New\n\nvar myerrors.x int\n": "package example\n\nimport (\n\t\"errors\"\n)\n\nvar _ = errors.New\n\nvar myerrors.x int\n",
		"var e stytcherror.Error\n":                  "package example\n\nimport (\n\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n)\n\nvar e stytcherror.Error\n",
		"f(errors.As, http.Get, stytcherror.Error{})": "package example\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n\n" +
			"\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n)\n\nf(errors.As, http.Get, stytcherror.Error{})\n",
	} {
		if got := (checkdoc.Example{Code: code}).Program(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}
