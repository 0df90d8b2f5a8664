package e2e

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"
)

// A Finding is what every way of running the checks tells about one.
type Finding struct {
	Check   string
	File    string // relative to the module, with slashes
	Line    int
	Column  int // in bytes, from 1
	Message string
}

// Findings returns what stytchlint, run on its own, finds in the module in dir.
// Other ways of running the checks are held to that.
func Findings(t *testing.T, stytchlint, dir string) []Finding {
	t.Helper()
	r := Run(t, Command{Dir: dir, Args: []string{stytchlint, "-format=json", "./..."}})
	if r.Code > 1 {
		t.Fatalf("stytchlint in %s: exit code %d: %s", dir, r.Code, r.Stderr)
	}
	var report struct{ Findings []Finding }
	if err := json.Unmarshal([]byte(r.Stdout), &report); err != nil {
		t.Fatalf("%v in %s", err, r.Stdout)
	}
	for i := range report.Findings {
		report.Findings[i].File = Rel(t, dir, report.Findings[i].File)
	}
	return report.Findings
}

// Rel returns the name of a file relative to dir, with slashes.
func Rel(t *testing.T, dir, file string) string {
	t.Helper()
	if !filepath.IsAbs(file) {
		return filepath.ToSlash(file)
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

// Same compares findings, in any order. There must be some.
func Same(t *testing.T, what string, got, want []Finding) {
	t.Helper()
	if len(want) == 0 {
		t.Fatal("nothing is to be found, which tests nothing")
	}
	got, want = sorted(got), sorted(want)
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("%s does not find %+v", what, f)
		}
	}
	for i, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("%s finds %+v, which stytchlint does not", what, f)
		} else if slices.Contains(got[:i], f) {
			t.Errorf("%s finds %+v twice", what, f)
		}
	}
}

func sorted(findings []Finding) []Finding {
	return slices.SortedFunc(slices.Values(findings), func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Check, b.Check), cmp.Compare(a.Message, b.Message))
	})
}
