package fuzzseed_test

import (
	"slices"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// The texts are the same each time, and nearly all of them new.
func TestChanged(t *testing.T) {
	t.Parallel()
	texts := []string{"", "a", "one\ntwo\nthree\n", "\"quoted\" and {more}"}
	list := fuzzseed.Changed(1000, texts...)
	if len(list) != 1000 || !slices.Equal(list, fuzzseed.Changed(1000, texts...)) {
		t.Errorf("%d texts, want 1000, the same ones each time", len(list))
	}
	seen := make(map[string]bool)
	for _, text := range list {
		seen[text] = true
	}
	if len(seen) < 600 {
		t.Errorf("only %d of them differ", len(seen))
	}
}
