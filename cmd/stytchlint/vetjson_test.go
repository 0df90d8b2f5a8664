package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

const twoUnits = `{
	"example.com/b [example.com/b.test]": {
		"stytchcode": [
			{
				"category": "misspelt",
				"posn": "/src/b.go:3:5",
				"end": "/src/b.go:3:9",
				"message": "in b",
				"suggested_fixes": [
					{
						"message": "first",
						"edits": [
							{"filename": "/src/b.go", "start": 10, "end": 14, "new": "x"}
						]
					},
					{"message": "second", "edits": []}
				],
				"related": [{"posn": "/src/b.go:1:1", "end": "/src/b.go:1:1", "message": "see"}]
			}
		]
	}
}
{}
{
	"example.com/a": {
		"stytchtarget": [
			{"posn": "/src/a.go:1:2", "end": "/src/a.go:2:1", "message": "in a"}
		]
	}
}
`

var (
	inB = finding.Finding{
		Check: "stytchcode", Category: "misspelt", Message: "in b",
		File: "/src/b.go", Line: 3, Column: 5, EndLine: 3, EndColumn: 9,
		Fix: &finding.Fix{Message: "first", Edits: []finding.Edit{{File: "/src/b.go", Start: 10, End: 14, New: "x"}}},
	}
	inA = finding.Finding{
		Check: "stytchtarget", Message: "in a",
		File: "/src/a.go", Line: 1, Column: 2, EndLine: 2, EndColumn: 1,
	}
)

func TestParseVetJSON(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		want     []finding.Finding
		wantErr  string // part of the error; "" for none
	}{
		{"nothing", "", nil, ""},
		{"clean units", "{}\n{}\n", nil, ""},
		{"several units", twoUnits, []finding.Finding{inB, inA}, ""},
		{
			"an error of a check", `{"p": {"stytchcode": {"error": "out of order"}}}` + twoUnits,
			[]finding.Finding{inB, inA},
			"check stytchcode failed in p: out of order",
		},
		{"cut off", twoUnits + `{"p": {"stytch`, []finding.Finding{inB, inA}, "cannot read the output of go vet"},
		{"other text in between", twoUnits + "warning: hello\n{}", []finding.Finding{inB, inA}, "cannot read the output of go vet"},
		{"a list", `[]`, nil, "cannot read the output of go vet"},
		{"a number for diagnostics", `{"p": {"stytchcode": 1}}` + twoUnits, []finding.Finding{inB, inA}, "check stytchcode failed in p"},
		{"null for diagnostics", `{"p": {"stytchcode": null}}`, nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := parseVetJSON(strings.NewReader(tt.in))
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
			if tt.wantErr == "" && err != nil || tt.wantErr != "" && (err == nil || !strings.Contains(err.Error(), tt.wantErr)) {
				t.Errorf("error %v, want %q", err, tt.wantErr)
			}
		})
	}
}

func TestFinding(t *testing.T) {
	t.Parallel()
	edits := []unit.Edit{{Filename: "/tmp/a.cgo1.go", Start: 1, End: 2}}
	for _, tt := range []struct {
		name string
		in   unit.Diagnostic
		want finding.Finding
	}{
		{"no position", unit.Diagnostic{Posn: "-", End: "-"}, finding.Finding{}},
		{"no file", unit.Diagnostic{Posn: "102", End: "102"}, finding.Finding{Line: 102, EndLine: 102}},
		{"no file, a column", unit.Diagnostic{Posn: "102:5", End: "102:7"}, finding.Finding{Line: 102, Column: 5, EndLine: 102, EndColumn: 7}},
		{"no end", unit.Diagnostic{Posn: "a.go:2:3", End: "-"}, finding.Finding{File: "a.go", Line: 2, Column: 3, EndLine: 2, EndColumn: 3}},
		{"end before start", unit.Diagnostic{Posn: "a.go:2:3", End: "a.go:2:1"}, finding.Finding{File: "a.go", Line: 2, Column: 3, EndLine: 2, EndColumn: 3}},
		{"end elsewhere", unit.Diagnostic{Posn: "a.go:2:3", End: "b.go:9:9"}, finding.Finding{File: "a.go", Line: 2, Column: 3, EndLine: 2, EndColumn: 3}},
		{"no column", unit.Diagnostic{Posn: "a.y:2", End: "a.y:3"}, finding.Finding{File: "a.y", Line: 2, EndLine: 3}},
		{"colons in the name", unit.Diagnostic{Posn: `C:\a:b.go:2:3`, End: `C:\a:b.go:2:4`}, finding.Finding{File: `C:\a:b.go`, Line: 2, Column: 3, EndLine: 2, EndColumn: 4}},
		{
			"a fix of another file",
			unit.Diagnostic{Posn: "a.go:1:1", End: "a.go:1:2", Fixes: []unit.Fix{{Message: "m", Edits: edits}}},
			finding.Finding{File: "a.go", Line: 1, Column: 1, EndLine: 1, EndColumn: 2},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := newFinding("", tt.in); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

// TestCutVetJSON has what Go 1.25 prints to standard error.
func TestCutVetJSON(t *testing.T) {
	t.Parallel()
	const in = `# example.com/broken
vet: broken/b.go:2:13: undefined: x
# example.com/bad
# [example.com/bad]
{
	"example.com/bad": {
		"stytchcode": []
	}
}
# example.com/good
{}
# example.com/tests
# [example.com/tests]
tests/t_test.go:1:1: expected 'package'
`
	const wantUnits = `{
	"example.com/bad": {
		"stytchcode": []
	}
}
{}
`
	const wantRest = `# example.com/broken
vet: broken/b.go:2:13: undefined: x
# example.com/tests
# [example.com/tests]
tests/t_test.go:1:1: expected 'package'
`
	units, rest := cutVetJSON(in)
	if units != wantUnits {
		t.Errorf("units:\n%s\nwant:\n%s", units, wantUnits)
	}
	if rest != wantRest {
		t.Errorf("rest:\n%s\nwant:\n%s", rest, wantRest)
	}
	if _, rest := cutVetJSON("{\n\tcut off\n"); rest != "{\n\tcut off\n" {
		t.Errorf("rest of a cut-off unit = %q", rest)
	}
}
