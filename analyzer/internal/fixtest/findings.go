package fixtest

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// Findings are what an analyzer says of a package, with how often it does.
type findings map[finding]int

// A finding is known again by its message, wherever it stands in the file.
type finding struct{ file, message string }

// has reports whether the message has one of some parts.
func (f finding) has(parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(f.message, part) })
}

func (f finding) String() string { return fmt.Sprintf("%s: %s", f.file, f.message) }

// without returns what is in f more often than in other.
func (f findings) without(other findings) findings {
	left := make(findings)
	for at, n := range f {
		if n -= other[at]; n > 0 {
			left[at] = n
		}
	}
	return left
}

// numberedLine is the number of a line in a message.
var numberedLine = regexp.MustCompile(`\bline \d+`)

func fixable(d analysis.Diagnostic) bool { return len(d.SuggestedFixes) > 0 }

// findingsOf returns the findings in each folder of packages below dir, each
// once: a package's own files are there again in its test. Only those count for
// which all filters are true.
func findingsOf(dir string, actions []*checker.Action, filters ...func(analysis.Diagnostic) bool) map[string]findings {
	result := make(map[string]findings)
	seen := make(map[string]bool)
	for _, act := range actions {
	diagnostics:
		for _, d := range act.Diagnostics {
			for _, filter := range filters {
				if !filter(d) {
					continue diagnostics
				}
			}
			posn := act.Package.Fset.PositionFor(d.Pos, false)
			at := finding{filepath.Base(posn.Filename), numberedLine.ReplaceAllString(d.Message, "line")}
			folder := folderOf(dir, posn.Filename)
			if result[folder] == nil {
				result[folder] = make(findings)
			}
			if once := posn.String() + d.Message; !seen[once] {
				seen[once] = true
				result[folder][at]++
			}
		}
	}
	return result
}
