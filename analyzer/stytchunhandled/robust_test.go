package stytchunhandled_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
	"github.com/stytchlint/stytchlint/catalog"
)

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	step := 131
	if testing.Short() {
		step = 997
	}
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(testdata(t), "src", "stytchunhandled")
	for _, file := range []string{"nethttp/nethttp.go", "letin/letin.go", "fibers/fibers.go", "grpcs/grpcs.go"} {
		src, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		for end := bytes.Index(src, []byte("\n)\n")); end < len(src); end += step {
			name := fmt.Sprintf("half%s%d", strings.TrimSuffix(filepath.Base(file), ".go"), end)
			overlay[filepath.Join(root, name, "half.go")] = src[:end]
			patterns = append(patterns, "stytchunhandled/"+name)
		}
	}
	fixtest.Analyze(t, stytchunhandled.Analyzer, load(t, overlay, patterns...))
}

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	message := map[string]*regexp.Regexp{
		"answer": regexp.MustCompile(`^an? [a-zA-Z ]+( \("[a-z_]+"( or "[a-z_]+")*\))? (is answered here as a failure of the server \((5\d\d|[A-Z][A-Za-z]+)\)|ends the program here|ends in a panic here|that [a-z]+\.[A-Z][a-z]+ returns(, and \d more of the kind,)? is answered by this server as its failure \(500\)); answer (40[14]|[A-Z][A-Za-z]+) for it( there, or in an error handler here)?$`),
		"letin":  regexp.MustCompile(`^the (error|failure|answer) .*: with an? [a-zA-Z ]+, line \d+ still .* as if the call had succeeded; (check it|return it|(call [a-z]+\.Abort(WithStatusJSON)?( and return)?|return) there)$`),
	}
	plain, golden := shapes(t)
	count := make(map[string]int)
	for _, act := range fixtest.Analyze(t, stytchunhandled.Analyzer, load(t, nil, slices.Concat(plain, golden)...)) {
		seen := make(map[string]bool)
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos).String()
			switch form := message[d.Category]; {
			case d.End <= d.Pos:
				t.Errorf("%s: the range is empty", at)
			case seen[at]:
				t.Errorf("%s: reported twice", at)
			case form == nil:
				t.Errorf("%s: the category is %q", at, d.Category)
			case !form.MatchString(d.Message):
				t.Errorf("%s: the message is %s", at, d.Message)
			}
			seen[at] = true
			count[d.Category]++
		}
	}
	for category := range message {
		if count[category] < 20 {
			t.Errorf("%d findings of the category %s, want 20 or more", count[category], category)
		}
	}
}

// Findings under //line, as cgo has it, get no fixes.
func TestLineDirectives(t *testing.T) {
	withoutFixes(t, 2, load(t, nil, "stytchunhandled/lined", "stytchunhandled/generated"))
}

// The data of the other checks holds nothing that this one should report.
func TestOthersTestdata(t *testing.T) {
	for _, act := range fixtest.Analyze(t, stytchunhandled.Analyzer, load(t, nil, "stytchcode/...", "stytchtarget/...", "stytchstatus/...", "stytchtext/...", "stytchcredentials/...")) {
		for _, d := range act.Diagnostics {
			t.Errorf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

// There is advice for every outcome, and for no other.
func TestOutcomes(t *testing.T) {
	known := make(map[string]bool)
	for _, op := range catalog.Operations() {
		known[op.Outcome] = true
		if !stytchunhandled.HasAdvice(op.Outcome) {
			t.Errorf("no advice for %s", op.Outcome)
		}
	}
	for _, outcome := range stytchunhandled.Outcomes() {
		if !known[outcome] {
			t.Errorf("advice for %s, which no operation has", outcome)
		}
	}
}

// The messages and the fixes name the codes of the catalog, all of them and no
// others, and the catalog says of each that the call ends with it.
func TestCodesOfOperations(t *testing.T) {
	code := regexp.MustCompile(`"([a-z0-9_]+)"`)
	for _, op := range catalog.Operations() {
		var said []string
		for _, m := range code.FindAllStringSubmatch(stytchunhandled.Failure(op), -1) {
			said = append(said, m[1])
		}
		if !slices.Equal(said, op.Codes) {
			t.Errorf("%s: the message has the codes %q, want %q", op.Name, said, op.Codes)
		}
		if handled := stytchunhandled.Handled(op); handled != nil && !slices.Equal(handled, op.Codes) {
			t.Errorf("%s: the fix handles %q, want %q", op.Name, handled, op.Codes)
		}
		for _, name := range said {
			if c, _ := catalog.Lookup(name); !slices.Contains(c.RaisedBy, op.Name) {
				t.Errorf("%s: %q is raised by %q", op.Name, name, c.RaisedBy)
			}
		}
	}
}

// Long functions and many helpers must not take time out of all proportion.
func TestLongFunctions(t *testing.T) {
	var b strings.Builder
	b.WriteString("package long\n\nimport (\n\t\"net/http\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer\"\n)\n\n")
	b.WriteString("func f0(w http.ResponseWriter, err error) { http.Error(w, \"x\", 500) }\n\n")
	const helpers = 60
	for i := 1; i < helpers; i++ {
		fmt.Fprintf(&b, "func f%d(w http.ResponseWriter, err error) {\n\tif w != nil {\n\t\tf%d(w, err)\n\t\treturn\n\t}\n\tf%d(w, err)\n}\n\n", i, i-1, i-1)
	}
	b.WriteString("func all(c *consumer.SessionsClient, w http.ResponseWriter, n int) {\n")
	for i := range 400 {
		fmt.Fprintf(&b, "\tif _, err := c.Authenticate(nil, nil); err != nil {\n\t\tif n == %d {\n\t\t\tn++\n\t\t}\n\t\tf%d(w, err)\n\t\treturn\n\t}\n", i, helpers-1)
	}
	b.WriteString("}\n")
	file := filepath.Join(testdata(t), "src", "stytchunhandled", "long", "long.go")
	found := 0
	for _, act := range fixtest.Analyze(t, stytchunhandled.Analyzer, load(t, map[string][]byte{file: []byte(b.String())}, "stytchunhandled/long")) {
		found += len(act.Diagnostics)
	}
	if found != 400 {
		t.Errorf("%d findings, want 400", found)
	}
}

// A function in which too much may hold is unknown, but those that call it are not:
// they are judged by what they do themselves.
func TestUnknownFunctions(t *testing.T) {
	var b strings.Builder
	b.WriteString("package unknown\n\nimport (\n\t\"net/http\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer\"\n)\n\n")
	b.WriteString("var ask func() bool\n\nfunc outer(c *consumer.SessionsClient, w http.ResponseWriter) {\n\tinner(c)\n")
	b.WriteString("\tif _, err := c.Authenticate(nil, nil); err != nil {\n\t\thttp.Error(w, \"x\", 500)\n\t}\n}\n\n")
	b.WriteString("func inner(c *consumer.SessionsClient) (err error) {\n")
	const flags = 9
	for i := range flags {
		fmt.Fprintf(&b, "\tf%d := false\n\tif ask() {\n\t\tf%d = true\n\t}\n", i, i)
	}
	b.WriteString("\t_, err = c.Authenticate(nil, nil)\n")
	for i := range flags {
		fmt.Fprintf(&b, "\tif f%d {\n\t\tprintln(%d)\n\t}\n", i, i)
	}
	b.WriteString("\treturn err\n}\n")
	file := filepath.Join(testdata(t), "src", "stytchunhandled", "unknown", "unknown.go")
	found := 0
	for _, act := range fixtest.Analyze(t, stytchunhandled.Analyzer, load(t, map[string][]byte{file: []byte(b.String())}, "stytchunhandled/unknown")) {
		for _, d := range act.Diagnostics {
			t.Log(d.Message)
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d findings, want 1", found)
	}
}
