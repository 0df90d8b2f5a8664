package edit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/edit"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

// replace returns a finding whose fix replaces, in the file a.go with the given
// source, the n-th old (from 0) with text, for each triple.
func replace(t *testing.T, src string, edits ...[2]string) finding.Finding {
	t.Helper()
	fix := &finding.Fix{}
	for _, e := range edits {
		at := strings.Index(src, e[0])
		if at < 0 || strings.Count(src, e[0]) != 1 {
			t.Fatalf("%q is not there once", e[0])
		}
		fix.Edits = append(fix.Edits, finding.Edit{File: "a.go", Start: at, End: at + len(e[0]), New: e[1]})
	}
	return finding.Finding{File: "a.go", Fix: fix}
}

// fixed returns what the fixes of findings make of a file.
func fixed(t *testing.T, src string, findings ...finding.Finding) (after string, skipped int) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.go")
	if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Fix == nil {
			continue
		}
		for i := range f.Fix.Edits {
			f.Fix.Edits[i].File = name
		}
	}
	changes, skipped, err := edit.Changes(findings, source.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if err := c.Write(); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content), skipped
}

func TestChanges(t *testing.T) {
	t.Parallel()
	const src = "package a\n\nvar x, y = \"one\", \"two\"\n"
	for _, tt := range []struct {
		name     string
		findings []finding.Finding
		want     string
		skipped  int
	}{
		{"no fix", []finding.Finding{{File: "a.go"}}, src, 0},
		{
			"two fixes, the later first",
			[]finding.Finding{replace(t, src, [2]string{`"two"`, `"2"`}), replace(t, src, [2]string{`"one"`, `"1"`})},
			"package a\n\nvar x, y = \"1\", \"2\"\n", 0,
		},
		{
			"the same fix twice",
			[]finding.Finding{replace(t, src, [2]string{`"two"`, `"2"`}), replace(t, src, [2]string{`"two"`, `"2"`})},
			"package a\n\nvar x, y = \"one\", \"2\"\n", 0,
		},
		{"no change", []finding.Finding{replace(t, src, [2]string{`"two"`, `"two"`})}, src, 0},
		{
			"overlap",
			[]finding.Finding{replace(t, src, [2]string{`"one", "two"`, `1, 2`}), replace(t, src, [2]string{`"two"`, `"2"`})},
			"package a\n\nvar x, y = 1, 2\n", 1,
		},
		{
			"none of a fix that overlaps",
			[]finding.Finding{
				replace(t, src, [2]string{`"two"`, `"2"`}),
				replace(t, src, [2]string{`"one"`, `"1"`}, [2]string{`two`, `zwei`}),
			},
			"package a\n\nvar x, y = \"one\", \"2\"\n", 1,
		},
		{
			"side by side",
			[]finding.Finding{replace(t, src, [2]string{`"one"`, `"1"`}), replace(t, src, [2]string{`, "`, `,"`})},
			"package a\n\nvar x, y = \"1\", \"two\"\n", 0, // gofmt puts the space back
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, skipped := fixed(t, src, tt.findings...)
			if got != tt.want || skipped != tt.skipped {
				t.Errorf("got %q, %d skipped, want %q, %d", got, skipped, tt.want, tt.skipped)
			}
		})
	}
}

func TestInsertionsStayInOrder(t *testing.T) {
	t.Parallel()
	const src = "package a\n"
	at := func(text string) finding.Finding {
		return finding.Finding{Fix: &finding.Fix{Edits: []finding.Edit{{Start: 10, End: 10, New: text}}}}
	}
	got, skipped := fixed(t, src, at("\nvar b int\n"), at("\nvar a int\n"), at("\nvar b int\n"))
	if want := "package a\n\nvar b int\n\nvar a int\n"; got != want || skipped != 0 {
		t.Errorf("got %q, %d skipped", got, skipped)
	}
}

func TestFormat(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, src, want string }{
		{"as gofmt has it", "package a\n\nvar x = \"one\"\n", "package a\n\nvar x = f(1)\n"},
		{"not as gofmt has it", "package a\nvar   x = \"one\"\n", "package a\nvar   x = f( 1 )\n"},
		{"CRLF", "package a\r\n\r\nvar x = \"one\"\r\n", "package a\r\n\r\nvar x = f( 1 )\r\n"},
	} {
		if got, _ := fixed(t, tt.src, replace(t, tt.src, [2]string{`"one"`, `f( 1 )`})); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	const src = "package a\r\n\r\nvar x = \"one\"\r\n"
	if got, _ := fixed(t, src, replace(t, src, [2]string{`"one"`, "f(\n1)"})); !strings.Contains(got, "f(\r\n1)\r\n") {
		t.Errorf("got %q", got)
	}
	if got, _ := fixed(t, src, replace(t, src, [2]string{`"one"`, "f(\r\n1)"})); !strings.Contains(got, "f(\r\n1)\r\n") {
		t.Errorf("got %q", got)
	}
}

func TestChangedFile(t *testing.T) {
	t.Parallel()
	for _, e := range []finding.Edit{
		{File: "a.go", Start: 5, End: 100},
		{File: "a.go", Start: 5, End: 4},
		{File: "a.go", Start: -1, End: 4},
	} {
		f := finding.Finding{Fix: &finding.Fix{Edits: []finding.Edit{e}}}
		_, _, err := edit.Changes([]finding.Finding{f}, source.Files{"a.go": []byte("package a\n")})
		if err == nil || !strings.Contains(err.Error(), "a.go was changed while it was checked") {
			t.Errorf("%v: error %v", e, err)
		}
	}
}

func TestDropImports(t *testing.T) {
	t.Parallel()
	const body = "\n\nvar x, y = strings.A, strings.B\n\nvar z = errors.New\n"
	for _, tt := range []struct{ name, imports, want string }{
		{"in a group", "import (\n\t\"errors\"\n\t\"strings\"\n)", "import (\n\t\"errors\"\n)"},
		{"alone", "import \"errors\"\nimport \"strings\"", "import \"errors\""},
		{"under another name", "import (\n\t\"errors\"\n\n\tstrings \"example.com/text\"\n)", "import (\n\t\"errors\"\n)"},
		{"another major version", "import (\n\t\"errors\"\n\n\t\"example.com/strings/v2\"\n)", "import (\n\t\"errors\"\n)"},
		{"a path that does not tell", "import (\n\t\"errors\"\n\n\t\"example.com/text\"\n)", "import (\n\t\"errors\"\n\n\t\"example.com/text\"\n)"},
		{"never used by name", "import (\n\t\"errors\"\n\t_ \"strings\"\n)", "import (\n\t\"errors\"\n\t_ \"strings\"\n)"},
	} {
		src := "package a\n\n" + tt.imports + body
		got, _ := fixed(t, src, replace(t, src, [2]string{"strings.A", "1"}), replace(t, src, [2]string{"strings.B", "2"}))
		want := "package a\n\n" + tt.want + "\n\nvar x, y = 1, 2\n\nvar z = errors.New\n"
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
		if got, _ := fixed(t, src, replace(t, src, [2]string{"strings.A", "1"})); !strings.Contains(got, tt.imports) {
			t.Errorf("%s: an import that is used is gone:\n%s", tt.name, got)
		}
	}
}

func TestCgoImportStays(t *testing.T) {
	t.Parallel()
	const src = "package a\n\n// int f(void);\nimport \"C\"\n\nvar x = C.f\n"
	if got, _ := fixed(t, src, replace(t, src, [2]string{"C.f", "1"})); got != strings.Replace(src, "C.f", "1", 1) {
		t.Errorf("got\n%s", got)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	const src = "package a\n\nvar x = 1\n"
	dir := t.TempDir()
	name := filepath.Join(dir, "b", "a.go")
	f := replace(t, src, [2]string{"1", "2"})
	f.Fix.Edits[0].File = name
	changes, _, err := edit.Changes([]finding.Finding{f}, source.Files{name: []byte(src)})
	if err != nil || len(changes) != 1 {
		t.Fatalf("%v, %v", changes, err)
	}
	const hunk = "@@ -1,3 +1,3 @@\n package a\n \n-var x = 1\n+var x = 2\n"
	if got, want := changes[0].Diff(dir), "--- a/b/a.go\n+++ b/b/a.go\n"+hunk; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	slashed := filepath.ToSlash(name)
	if got, want := changes[0].Diff(filepath.Join(dir, "c")), "--- "+slashed+"\n+++ "+slashed+"\n"+hunk; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
