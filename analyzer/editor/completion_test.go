package editor_test

import (
	"go/token"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// What is between the quotes is replaced, and quotes are written where there are none.
func TestRanges(t *testing.T) {
	ask(t, "ranges.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		c, ok := f.Complete(pos)
		if !ok {
			return "nothing"
		}
		start, end := int(c.Start)-base, int(c.End)-base
		return src[start:end] + " > " + c.Items[0].Text
	})
}
