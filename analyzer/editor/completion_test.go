package editor_test

import (
	"fmt"
	"go/token"
	"strconv"
	"strings"
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
		item := c.Items[0]
		if pos < item.Start || item.End < pos || pos < c.Start || c.End < pos {
			t.Errorf("the cursor at %d is not in what %+v replaces", pos, item)
		}
		return fmt.Sprintf("%s > %s; by %s", src[int(item.Start)-base:int(item.End)-base], item.Text, item.Filter)
	})
}

// The likely ones come first, and what stands there already is left out.
func TestItems(t *testing.T) {
	ask(t, "items.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		c, ok := f.Complete(pos)
		if !ok {
			return "nothing"
		}
		parts := []string{strconv.Itoa(len(c.Items))}
		for i, item := range c.Items {
			if want := fmt.Sprintf("!%04d", i); item.Sort != want {
				t.Fatalf("item %d is sorted by %s", i, item.Sort)
			}
			if _, _, ok := editor.Documentation(item.ID); !ok {
				t.Fatalf("there is nothing to say about %s", item.ID)
			}
			if !strings.Contains(item.Filter, strings.Trim(item.Text, "\"`")) && !item.Constant {
				t.Fatalf("%s is found by %s", item.Text, item.Filter)
			}
			if i < 3 {
				replaced := src[int(item.Start)-base : int(item.End)-base]
				parts = append(parts, fmt.Sprintf("%s (%s) for %s", item.Text, item.Detail, replaced))
			}
		}
		return strings.Join(parts, "; ")
	})
}
