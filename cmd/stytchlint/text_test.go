package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

const snippet = "package p\n" +
	"\n" +
	"func f() {\n" +
	"\t\tif a ==\t\"x\" { // tabs\n" +
	"\tif \"世界\" == \"é\" { // wide\n" +
	"\tif a == (b ||\n" +
	"\t\tc) {\n" +
	"\tif \x1b[31m == \"x\" {\r\n" +
	"\tx\n" +
	"}\n"

func TestTextPrinter(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "sub", "a.go")
	if err := os.Mkdir(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(snippet), 0o600); err != nil {
		t.Fatal(err)
	}
	quick := &finding.Fix{Message: "Do it"}
	for _, tt := range []struct {
		name string
		in   finding.Finding
		want string
	}{
		{
			"tabs",
			finding.Finding{File: file, Line: 4, Column: 11, EndLine: 4, EndColumn: 14},
			"sub/a.go:4:11: m (c)\n" +
				"    if a ==\t\"x\" { // tabs\n" +
				"           \t^~~\n",
		},
		{
			"a fix",
			finding.Finding{File: file, Line: 4, Column: 11, EndLine: 4, EndColumn: 14, Fix: quick},
			"sub/a.go:4:11: m (c)\n" +
				"    if a ==\t\"x\" { // tabs\n" +
				"           \t^~~ fix: Do it\n",
		},
		{
			"wide range",
			finding.Finding{File: file, Line: 5, Column: 5, EndLine: 5, EndColumn: 13},
			"sub/a.go:5:5: m (c)\n" +
				"    if \"世界\" == \"é\" { // wide\n" +
				"       ^~~~~~\n",
		},
		{
			"after wide characters",
			finding.Finding{File: file, Line: 5, Column: 17, EndLine: 5, EndColumn: 21},
			"sub/a.go:5:17: m (c)\n" +
				"    if \"世界\" == \"é\" { // wide\n" +
				"                 ^~~\n",
		},
		{
			"several lines",
			finding.Finding{File: file, Line: 6, Column: 10, EndLine: 7, EndColumn: 5},
			"sub/a.go:6:10: m (c)\n" +
				"    if a == (b ||\n" +
				"            ^~~~~\n",
		},
		{
			"control characters",
			finding.Finding{File: file, Line: 8, Column: 14, EndLine: 8, EndColumn: 17},
			"sub/a.go:8:14: m (c)\n" +
				"    if \uFFFD[31m == \"x\" {\n" +
				"                ^~~\n",
		},
		{
			"a point",
			finding.Finding{File: file, Line: 9, Column: 2, EndLine: 9, EndColumn: 2},
			"sub/a.go:9:2: m (c)\n    x\n    ^\n",
		},
		{
			"past the end of the line",
			finding.Finding{File: file, Line: 9, Column: 9, EndLine: 9, EndColumn: 12},
			"sub/a.go:9:9: m (c)\n",
		},
		{
			"past the end of the file",
			finding.Finding{File: file, Line: 99, Column: 1, EndLine: 99, EndColumn: 2, Fix: quick},
			"sub/a.go:99:1: m (c)\n    fix: Do it\n",
		},
		{
			"no column",
			finding.Finding{File: file, Line: 9},
			"sub/a.go:9: m (c)\n",
		},
		{
			"no such file",
			finding.Finding{File: filepath.Join(dir, "b.go"), Line: 1, Column: 1, EndLine: 1, EndColumn: 2},
			"b.go:1:1: m (c)\n",
		},
		{
			"no position",
			finding.Finding{},
			"-: m (c)\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.in.Check, tt.in.Message = "c", "m"
			got := filepath.ToSlash(newTextPrinter(dir, false, source.Files{}).text([]finding.Finding{tt.in}))
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestTextPrinterColor(t *testing.T) {
	t.Parallel()
	got := newTextPrinter("/", true, source.Files{}).text([]finding.Finding{{File: "/a.go", Line: 1, Column: 1, Check: "c", Message: "m"}})
	const want = "\x1b[1ma.go:1:1:\x1b[22m m \x1b[2m(c)\x1b[22m\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnderlineLongLine(t *testing.T) {
	t.Parallel()
	line := []byte(strings.Repeat("x", maxSnippetLine+1))
	if snippet, _ := underline(line, finding.Finding{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}); snippet != "" {
		t.Errorf("a line of %d bytes is shown", len(line))
	}
}

func TestSummary(t *testing.T) {
	t.Parallel()
	plain, fixable := finding.Finding{}, finding.Finding{Fix: &finding.Fix{}}
	for want, findings := range map[string][]finding.Finding{
		"1 finding\n":                               {plain},
		"1 finding, fixable with -fix\n":            {fixable},
		"2 findings\n":                              {plain, plain},
		"2 findings, 1 of them fixable with -fix\n": {plain, fixable},
		"2 findings, fixable with -fix\n":           {fixable, fixable},
	} {
		if got := summary(findings); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestShortPath(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ dir, path, want string }{
		{"/home/me/app", "/home/me/app/a.go", "a.go"},
		{"/home/me/app", "/home/me/lib/a.go", "../lib/a.go"},
		{"/home/me/app/deep/down", "/a.go", "/a.go"},
	} {
		if got := filepath.ToSlash(shortPath(filepath.FromSlash(tt.dir), filepath.FromSlash(tt.path))); got != tt.want {
			t.Errorf("shortPath(%q, %q) = %q, want %q", tt.dir, tt.path, got, tt.want)
		}
	}
}
