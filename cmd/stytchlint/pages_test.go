package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/gopls"
)

// TestPages holds the configuration files on pages of the documentation to
// those in docs/examples, which the end-to-end tests use.
func TestPages(t *testing.T) {
	t.Parallel()
	docs := filepath.Join("..", "..", "docs")
	pages, err := os.ReadDir(filepath.Join(docs, "examples"))
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)\n```(\\w+)\n(.*?)```\n")
	for _, page := range pages {
		content, err := os.ReadFile(filepath.Join(docs, page.Name()+".md"))
		if err != nil {
			t.Error(err)
			continue
		}
		files := filesBelow(t, filepath.Join(docs, "examples", page.Name()))
		var shown []string
		for _, m := range block.FindAllStringSubmatch(string(content), -1) {
			shown = append(shown, m[2])
			if m[1] != "sh" && !slices.Contains(files, m[2]) { // commands are no files
				t.Errorf("%s.md shows what is no file in docs/examples:\n%s", page.Name(), m[2])
			}
		}
		for _, file := range files {
			if !slices.Contains(shown, file) {
				t.Errorf("%s.md does not show what is in docs/examples:\n%s", page.Name(), file)
			}
		}
	}
}

// filesBelow returns the content of the files in dir.
func filesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var contents []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		contents = append(contents, string(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// TestGoplsReleases holds the table of supported releases to those that are.
func TestGoplsReleases(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "editors.md"))
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, row := range regexp.MustCompile(`(?m)^\| (v\S+) \| (Go .* or later) \|$`).FindAllStringSubmatch(string(content), -1) {
		shown = append(shown, row[1]+" (with "+row[2]+")")
	}
	if got := strings.Join(shown, ", "); got != gopls.Supported() {
		t.Errorf("the page has %s, want %s", got, gopls.Supported())
	}
}
