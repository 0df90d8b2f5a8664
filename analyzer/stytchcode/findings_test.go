package stytchcode_test

import (
	"regexp"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
)

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	message := regexp.MustCompile(`^("|no |//stytchlint:ignore ).*[^.]$`)
	category := regexp.MustCompile(`^[a-z]+$`)
	for _, act := range fixtest.Analyze(t, stytchcode.Analyzer, allShapes(t)) {
		type place struct {
			file   string
			offset int
		}
		seen := make(map[place]bool)
		for _, d := range act.Diagnostics {
			posn := act.Package.Fset.Position(d.Pos)
			if d.End <= d.Pos {
				t.Errorf("%s: the range is empty", posn)
			}
			if !category.MatchString(d.Category) {
				t.Errorf("%s: the category is %q", posn, d.Category)
			}
			if !message.MatchString(d.Message) {
				t.Errorf("%s: the message is %s", posn, d.Message)
			}
			// Two findings at one place are one too many.
			p := place{posn.Filename, posn.Offset}
			if seen[p] {
				t.Errorf("%s: reported twice", posn)
			}
			seen[p] = true
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: %d fixes", posn, len(d.SuggestedFixes))
			}
			for _, f := range d.SuggestedFixes {
				if !regexp.MustCompile(`^(Replace with "[^"]+"(, and the status with (\d+|\w+\.Status\w+))?|Remove "[^"]+", which never comes)$`).MatchString(f.Message) {
					t.Errorf("%s: the fix is called %s", posn, f.Message)
				}
			}
		}
	}
}
