package editor_test

import (
	"fmt"
	"go/format"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// What is added is as gofmt has it, and compiles.
func TestAddCases(t *testing.T) {
	var all []string
	ask(t, "cases.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		action, ok := f.AddCases(pos)
		if !ok {
			return "nothing"
		}
		edit := action.Edits[0]
		start, end := int(edit.Pos)-base, int(edit.End)-base
		changed := src[:start] + string(edit.NewText) + src[end:]
		formatted, err := format.Source([]byte(changed))
		if err != nil {
			t.Fatal(err)
		}
		// An empty body on one line is the only thing that gofmt would leave.
		if string(formatted) != changed {
			t.Errorf("gofmt changes\n%s", changed)
		}
		all = append(all, changed)
		lines := strings.Split(changed, "\n")
		first := strings.Count(src[:start], "\n")
		last := first + strings.Count(string(edit.NewText), "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		return fmt.Sprintf("%s: %s", action.Title, strings.Join(lines[first:last+1], "|"))
	})
	for i, pkg := range load(t, all) {
		if errs := fixtest.Problems([]*packages.Package{pkg}); len(errs) > 0 {
			t.Errorf("%v in\n%s", errs, all[i])
		}
	}
}
