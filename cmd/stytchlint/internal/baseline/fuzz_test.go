package baseline_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/baseline"
	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzRead reads a file with any content. What is wrong with it is told in one
// line that begins with the place; what is read can be written and read again.
func FuzzRead(f *testing.F) {
	contents := []string{
		"",
		"{\n  \"version\": 1,\n  \"findings\": []\n}\n",
		`{"version": 2}`,
		`{"version": 0, "findings": null}`,
		`{"findings": []}`,
		`{"version": 1, "findings": [{"file": "a.go", "check": "stytchcode", "category": "misspelt", "source": "<&> ä \u2028", "fingerprint": "00"}, {}]}`,
		"{\"version\": 1, \"findings\": [{\"file\": 1,\n\"check\": \"\xff\", \"fingerprint\": \"\x00\"}]}",
		"{\"version\": 1e3, \"findings\":\n{}}",
		"{\n\n\"version\": ,",
	}
	for _, content := range append(contents, fuzzseed.Changed(500, contents...)...) {
		f.Add([]byte(content))
	}
	name := filepath.Join(f.TempDir(), "baseline.json")
	again := filepath.Join(f.TempDir(), "again.json")
	placed := regexp.MustCompile(`^` + regexp.QuoteMeta(name) + `(?::([0-9]+))?: [^\n]+$`)

	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := baseline.Read(name)
		if err != nil {
			m := placed.FindStringSubmatch(err.Error())
			if m == nil || len(list) > 0 {
				t.Fatalf("%q, %v", err, list)
			}
			if line, err := strconv.Atoi(m[1]); m[1] != "" && (err != nil || line < 1 || line > 1+strings.Count(string(content), "\n")) {
				t.Fatalf("%q: there is no such line", m[0])
			}
			return
		}
		if err := list.Write(again); err != nil {
			t.Fatal(err)
		}
		if got, err := baseline.Read(again); err != nil || !slices.Equal(got, list) {
			t.Errorf("got %v, %v, want %v", got, err, list)
		}
	})
}
