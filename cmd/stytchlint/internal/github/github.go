// Package github prints findings as commands that a GitHub workflow turns into
// annotations of the changed files.
package github

import (
	"fmt"
	"io"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

// Write prints a command for each finding. Paths are relative to root where the
// file lies below it. All are errors, since each makes the step fail.
func Write(w io.Writer, findings []finding.Finding, root string, files source.Files) error {
	for _, f := range findings {
		if _, err := fmt.Fprintf(w, "::error %s::%s\n", properties(f, root, files), data.Replace(f.Message)); err != nil {
			return err
		}
	}
	return nil
}

// properties returns where a finding is. Columns are for ranges on one line,
// and count UTF-16 code units.
func properties(f finding.Finding, root string, files source.Files) string {
	var b strings.Builder
	if f.File != "" {
		name, _ := module.Rel(root, f.File)
		fmt.Fprintf(&b, "file=%s,", property.Replace(name))
	}
	if f.Line > 0 {
		fmt.Fprintf(&b, "line=%d,endLine=%d,", f.Line, max(f.Line, f.EndLine))
	}
	if f.EndLine <= f.Line {
		if start, ok := files.UTF16Column(f.File, f.Line, f.Column); ok {
			fmt.Fprintf(&b, "col=%d,", start)
			if end, ok := files.UTF16Column(f.File, f.Line, f.EndColumn); ok {
				fmt.Fprintf(&b, "endColumn=%d,", end)
			}
		}
	}
	fmt.Fprintf(&b, "title=%s", property.Replace(f.Check))
	return b.String()
}

// What ends a command, a property or its value is written in another way, as
// GitHub's own toolkit does.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
