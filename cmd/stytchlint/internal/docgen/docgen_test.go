package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
)

// TestUpToDate holds the pages of this repository to the documentation.
func TestUpToDate(t *testing.T) {
	t.Parallel()
	if err := run(filepath.Join("..", "..", "..", "..", "docs", "checks"), analyzer.All(), true); err != nil {
		t.Error(err)
	}
}

func TestRun(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	checks := func(names ...string) (list []*analysis.Analyzer) {
		for _, name := range names {
			list = append(list, &analysis.Analyzer{Name: name, Doc: name + ": check x\n\nSince y.\n\nWrong:\n\n\tx := 1\n\nRight:\n\n\tx := 2\n"})
		}
		return list
	}
	read := func(name string) string {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Error(err)
		}
		return string(content)
	}
	if err := os.WriteFile(filepath.Join(folder, "own.md"), []byte("# By hand\n"), 0o600); err != nil {
		t.Fatal(err)
	}

	err := run(folder, checks("a", "b"), true)
	if err == nil || strings.Count(err.Error(), "is stale") != 3 {
		t.Errorf("check of an empty folder: %v", err)
	}
	if err := run(folder, checks("a", "b"), false); err != nil {
		t.Fatal(err)
	}
	if err := run(folder, checks("a", "b"), true); err != nil {
		t.Error(err)
	}
	if got := read("a.md"); !strings.HasPrefix(got, marker+"# a\n\nCheck x.\n\n## Wrong\n\n```go\nx := 1\n```\n\n## Right\n") {
		t.Errorf("got\n%s", got)
	}
	if got := read("README.md"); !strings.HasSuffix(got, "| [`a`](a.md) | Check x |\n| [`b`](b.md) | Check x |\n") {
		t.Errorf("got\n%s", got)
	}

	err = run(folder, checks("b"), true)
	if err == nil || !strings.Contains(err.Error(), "a.md is about no check") || !strings.Contains(err.Error(), "README.md is stale") {
		t.Errorf("check after a check is gone: %v", err)
	}
	if err := run(folder, checks("b"), false); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "a.md")); !os.IsNotExist(err) {
		t.Errorf("the page of a check that is gone is there: %v", err)
	}
	if got := read("own.md"); got != "# By hand\n" {
		t.Errorf("a page of somebody's own is %q", got)
	}
}
