package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
)

// noPackages is what the go command says if its patterns match nothing.
const noPackages = "no packages to vet"

// loadFailure turns what the go command printed when it failed into one line
// and a hint. The lines about packages that do not compile are kept as they
// are.
func loadFailure(stderr string, q query) error {
	detail := tidyGoErrors(stderr)
	isLine := strings.Count(detail, "\n") == 1
	switch {
	case strings.Contains(stderr, noPackages):
		return &failure{
			msg:  "no packages match " + strings.Join(q.packages, " "),
			hint: "patterns are those of the go command, such as ./...; see 'go help packages'",
		}
	case strings.Contains(stderr, "go.mod file not found"),
		strings.Contains(stderr, "does not contain main module") && module.Root(q.dir) == "":
		return &failure{
			msg:  fmt.Sprintf("no go.mod in %s or above it", q.dir),
			hint: "run stytchlint inside a Go module, or name its directory with -C",
		}
	case strings.HasPrefix(detail, "no Go files in ") && isLine:
		return &failure{
			msg:  strings.TrimSpace(detail),
			hint: "to check every package below a directory, name it with /..., such as ./...",
		}
	case strings.Contains(stderr, "\ngoroutine "):
		return crashed(stderr)
	case detail == "":
		return &failure{msg: "go vet failed without a word"}
	}
	if word := mistypedCommand(q); word != "" {
		return &failure{
			msg:  fmt.Sprintf("there is no command and no package %q", q.packages[0]),
			hint: fmt.Sprintf("did you mean 'stytchlint %s'?", word),
		}
	}
	if isLine {
		return &failure{msg: strings.TrimSpace(detail)}
	}
	f := &failure{detail: detail, msg: "some packages could not be checked"}
	if strings.Contains(detail, "# ") {
		f.hint = "they must compile; see the lines above"
	}
	return f
}

// crashed returns the error for a check that crashed with a stack of calls.
func crashed(stack string) error {
	return &failure{
		detail: stack,
		msg:    "a check crashed",
		hint:   "please report the lines above at https://github.com/stytchlint/stytchlint/issues",
	}
}

// tidyGoErrors drops what the go command adds to the lines of the compiler
// when it runs a vet tool, and lines that it says twice.
func tidyGoErrors(stderr string) string {
	seen := make(map[string]bool)
	var b strings.Builder
	for line := range strings.Lines(stderr) {
		line = strings.TrimPrefix(strings.TrimRight(line, "\r\n"), "vet: ")
		if line == "" || strings.HasPrefix(line, "# [") || strings.HasPrefix(line, "exit status ") {
			continue
		}
		if seen[line] && !strings.HasPrefix(line, "\t") {
			continue
		}
		seen[line] = true
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return dropBareHeaders(b.String())
}

// mistypedCommand returns the command that the first pattern probably means,
// such as "explain" for "explian", or "".
func mistypedCommand(q query) string {
	word := q.packages[0]
	if strings.ContainsAny(word, "./\\") {
		return ""
	}
	if _, err := os.Stat(filepath.Join(q.dir, word)); err == nil {
		return ""
	}
	return analyzer.Nearest(word, commandNames)
}
