package main

import (
	"encoding/json"
	"go/token"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzVetJSON reads any text as the output of go vet, and findings, in a file
// of any name, as they are written there.
func FuzzVetJSON(f *testing.F) {
	streams := []string{
		"",
		twoUnits,
		"{}\n{}\n",
		`{"p": {"stytchcode": {"error": "out of order"}}}` + twoUnits,
		`{"p": {"stytchcode": null, "stytchtext": [null, {"suggested_fixes": [{"edits": null}]}]}, "q": null}`,
		strings.Replace(twoUnits, `"filename": "/src/b.go"`, `"filename": "/src/other.go"`, 1),
		`{"p": {"stytchcode": [{"posn": "a.go:2:3", "end": "a.go:1:9"}, {"posn": "a.go:2:3", "end": "a.go:2:1"}, {"posn": "-", "end": "a.go:1:1"}]}}`,
		"# example.com/bad\n# [example.com/bad]\n{\n\t\"example.com/bad\": {\n\t\t\"stytchcode\": []\n\t}\n}\n# example.com/good\n{}\n",
		"vet: b.go:2:13: undefined: x\r\n{\r\n}\r\n# example.com/tests\n{\n\tcut off\n",
	}
	for _, stream := range append(streams, fuzzseed.Changed(500, streams...)...) {
		f.Add(stream, "/src/b.go", 3, 5, 4)
	}
	f.Add("", `C:\a:b.go`, 1, 0, 0)
	f.Add("", "a.go:7", 7, 7, 1)
	f.Add("", "-", 0, 1, 2)
	for i, file := range fuzzseed.Changed(200, "/src/b.go", `C:\a:b.go`, "a.go:7:8", "-") {
		f.Add("", file, i%7, i%5, i%3)
	}

	f.Fuzz(func(t *testing.T, stream, file string, line, column, width int) {
		findings, _ := parseVetJSON(strings.NewReader(stream))
		for _, f := range findings {
			if f.EndLine < f.Line || f.EndLine == f.Line && f.EndColumn < f.Column {
				t.Errorf("ends before it begins: %+v", f)
			}
			if f.Fix == nil {
				continue
			}
			for _, e := range f.Fix.Edits {
				if e.File != f.File {
					t.Errorf("an edit of %q for a finding in %q", e.File, f.File)
				}
			}
		}
		checkCut(t, stream)
		if utf8.ValidString(file) && file != "" && line > 0 && column > 0 && width > 0 && column+width > 0 {
			checkReadBack(t, file, line, column, width)
		}
	})
}

// checkCut checks that the units and the rest are all lines of the stream, but
// for headers under which nothing stands.
func checkCut(t *testing.T, stream string) {
	t.Helper()
	units, rest := cutVetJSON(stream)
	left := make(map[string]int)
	for line := range strings.Lines(stream) {
		left[line]++
	}
	for line := range strings.Lines(units + rest) {
		left[line]--
	}
	if units != "" && !strings.HasSuffix(units, "\n") && rest != "" {
		return // the last line is no whole one, and joins the next
	}
	for line, n := range left {
		if n < 0 || n > 0 && !strings.HasPrefix(line, "# ") {
			t.Errorf("%q stands there %d times less", line, n)
		}
	}
	if again, other := cutVetJSON(units); again != units || other != "" {
		t.Errorf("units %q hold %q and %q", units, again, other)
	}
}

// checkReadBack checks that a finding is read as it was written.
func checkReadBack(t *testing.T, file string, line, column, width int) {
	t.Helper()
	at := func(column int) string {
		return token.Position{Filename: file, Line: line, Column: column}.String()
	}
	printed := map[string]map[string][]unit.Diagnostic{"p": {"stytchcode": {{
		Posn:  at(column),
		End:   at(column + width),
		Fixes: []unit.Fix{{Edits: []unit.Edit{{Filename: file, Start: column, End: column + width}}}},
	}}}}
	text, err := json.Marshal(printed)
	if err != nil {
		t.Fatal(err)
	}
	want := []finding.Finding{{
		Check: "stytchcode", File: file, Line: line, Column: column, EndLine: line, EndColumn: column + width,
		Fix: &finding.Fix{Edits: []finding.Edit{{File: file, Start: column, End: column + width}}},
	}}
	if got, err := parseVetJSON(strings.NewReader(string(text))); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, want)
	}
}
