package library_test

import (
	"fmt"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

func TestVerbs(t *testing.T) {
	t.Parallel()
	for format, want := range map[string]string{
		"":                   "",
		"100%% of %s":        "%s",
		"%+v: %-8.3f and %q": "%+v %-8.3f %q",
		"%*d|%w":             "* %*d %w",
		"%[2]s %[1]s":        "",
		"the end %":          "",
		"é %x":               "%x",
	} {
		got := ""
		for i, v := range library.Verbs(format) {
			if i > 0 {
				got += " "
			}
			got += format[v.Start:v.End]
			if last := format[v.End-1]; last != v.Letter {
				t.Errorf("%q: verb %q ends with %c", format, v.Letter, last)
			}
		}
		if got != want {
			t.Errorf("%q has the verbs %s, want %s", format, fmt.Sprintf("%q", got), fmt.Sprintf("%q", want))
		}
	}
}
