package fingerprint_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/fingerprint"
)

// of returns the fingerprints of findings of stytchcode in the given lines of
// the file a.go in root.
func of(root, content string, lines ...int) []string {
	file := filepath.Join(root, "a.go")
	var findings []finding.Finding
	for _, line := range lines {
		findings = append(findings, finding.Finding{Check: "stytchcode", Category: "misspelt", File: file, Line: line, Column: 1})
	}
	return fingerprint.Of(findings, root, source.Files{file: []byte(content)})
}

func TestStable(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	want := of(root, "x := 1\ny := 2\n", 1, 2)
	for name, got := range map[string][]string{
		"lines moved":         of(root, "\n\nx := 1\n\ny := 2\n", 3, 5),
		"another indentation": of(root, "\tx  := 1\n\t\ty := 2 \n", 1, 2),
		"another line end":    of(root, "x := 1\r\ny := 2\r\n", 1, 2),
		"another directory":   of(t.TempDir(), "x := 1\ny := 2\n", 1, 2),
	} {
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestDifferent(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	base := finding.Finding{Check: "stytchcode", Category: "misspelt", File: filepath.Join(root, "a.go"), Line: 1}
	files := source.Files{
		filepath.Join(root, "a.go"): []byte("x\nx\ny\n"),
		filepath.Join(root, "b.go"): []byte("x\n"),
	}
	seen := map[string]string{fingerprint.Of([]finding.Finding{base}, root, files)[0]: "the first"}
	for name, change := range map[string]func(*finding.Finding){
		"check":    func(f *finding.Finding) { f.Check = "stytchtext" },
		"category": func(f *finding.Finding) { f.Category = "renamed" },
		"file":     func(f *finding.Finding) { f.File = filepath.Join(root, "b.go") },
		"text":     func(f *finding.Finding) { f.Line = 3 },
	} {
		f := base
		change(&f)
		got := fingerprint.Of([]finding.Finding{f}, root, files)[0]
		if seen[got] != "" {
			t.Errorf("another %s makes no difference to %s", name, seen[got])
		}
		seen[got] = name
	}
	second := base
	second.Line = 2
	alike := fingerprint.Of([]finding.Finding{base, second}, root, files)
	if alike[0] == alike[1] || seen[alike[0]] != "the first" {
		t.Errorf("two lines that are alike: %q", alike)
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for file, want := range map[string]string{
		filepath.Join(root, "a", "b.go"):               "a/b.go",
		filepath.Join(filepath.Dir(root), "z", "b.go"): "../z/b.go",
	} {
		if got := fingerprint.File(finding.Finding{File: file}, root); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
