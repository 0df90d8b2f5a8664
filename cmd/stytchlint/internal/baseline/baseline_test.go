package baseline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/baseline"
)

func at(file string, line int, category string) finding.Finding {
	return finding.Finding{Check: "stytchcode", Category: category, File: file, Line: line, Column: 1, Message: "see line 12"}
}

func TestWriteAndRead(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	a, b := filepath.Join(root, "x", "a.go"), filepath.Join(root, "b.go")
	files := source.Files{
		a: []byte("first <&>\nsecond\nNewClient(p, \"secret-live-123\")\n"),
		b: []byte(strings.Repeat("ä", 100) + "\n"),
	}
	findings := []finding.Finding{at(b, 1, ""), at(a, 1, "misspelt"), at(a, 2, "misspelt"), at(a, 3, "secret")}
	list := baseline.New(findings, root, files)
	name := filepath.Join(root, "baseline.json")
	if err := list.Write(name); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(content), "\n")
	if len(lines) != 10 || !strings.Contains(lines[3], `"file":"b.go","check":"stytchcode","source":"ää`) ||
		!strings.Contains(lines[4], `"file":"x/a.go","check":"stytchcode","category":"misspelt","source":"first <&>"`) ||
		!strings.Contains(lines[6], `secret-live-***`) || strings.Contains(string(content), "123") {
		t.Errorf("got\n%s", content)
	}

	// What is written does not depend on the order or on line numbers.
	moved := source.Files{a: []byte("\n" + string(files[a])), b: files[b]}
	again := []finding.Finding{at(a, 2, "misspelt"), at(a, 3, "misspelt"), at(a, 4, "secret"), at(b, 1, "")}
	if got := baseline.New(again, root, moved); !slices.Equal(got, list) {
		t.Errorf("got %v, want %v", got, list)
	}

	read, err := baseline.Read(name)
	if err != nil || !slices.Equal(read, list) {
		t.Errorf("got %v, %v, want %v", read, err, list)
	}
}

func TestEmpty(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "baseline.json")
	if err := baseline.New(nil, "/", source.Files{}).Write(name); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(name)
	if want := "{\n  \"version\": 1,\n  \"findings\": []\n}\n"; err != nil || string(content) != want {
		t.Errorf("got %q, %v", content, err)
	}
	if list, err := baseline.Read(name); err != nil || len(list) != 0 {
		t.Errorf("got %v, %v", list, err)
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	file := filepath.Join(root, "a.go")
	before := source.Files{file: []byte("same\nsame\nsame\ngone\n")}
	list := baseline.New([]finding.Finding{at(file, 1, ""), at(file, 2, ""), at(file, 3, ""), at(file, 4, "")}, root, before)

	// One of the equal lines and another line are gone; one is new.
	after := source.Files{file: []byte("new\n\nsame\nsame\n")}
	fresh, unmatched := list.Filter([]finding.Finding{at(file, 1, ""), at(file, 3, ""), at(file, 4, "")}, root, after)
	if len(fresh) != 1 || fresh[0].Line != 1 {
		t.Errorf("new: %v", fresh)
	}
	var texts []string
	for _, e := range unmatched {
		texts = append(texts, e.Source)
	}
	if !slices.Equal(texts, []string{"gone", "same"}) {
		t.Errorf("gone: %q", texts)
	}

	// One more of the equal lines is new.
	more := source.Files{file: []byte("same\nsame\nsame\nsame\ngone\n")}
	fresh, unmatched = list.Filter([]finding.Finding{at(file, 1, ""), at(file, 2, ""), at(file, 3, ""), at(file, 4, ""), at(file, 5, "")}, root, more)
	if len(fresh) != 1 || fresh[0].Line != 4 || len(unmatched) != 0 {
		t.Errorf("new: %v; gone: %v", fresh, unmatched)
	}
}

func TestReadErrors(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "baseline.json")
	for content, want := range map[string]string{
		"":                                     ":1: not a baseline: unexpected end of JSON input",
		"{\n  \"version\": 1,\n  oops\n}\n":    ":3: not a baseline: invalid character 'o'",
		"{\n\"version\": 1,\n\"findings\": 3}": ":3: not a baseline: ",
		"[]":                                   ":1: not a baseline: ",
		"{}":                                   ": not a baseline: it has no version",
		`{"version": 0}`:                       ": not a baseline: version 0",
		`{"version": 2, "findings": []}`:       ": version 2 of the baseline is newer than this program, which knows 1",
		`{"version": 1, "findings": [{}]}`:     ": finding 1 has no fingerprint",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := baseline.Read(name); err == nil || !strings.HasPrefix(err.Error(), name+want) {
			t.Errorf("%q: error %v, want %s%s", content, err, name, want)
		}
	}
	if _, err := baseline.Read(t.TempDir()); err == nil {
		t.Error("a folder is read")
	}
}
