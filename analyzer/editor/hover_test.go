package editor_test

import (
	"go/token"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/catalog"
)

func TestHover(t *testing.T) {
	ask(t, "hovers.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		h, ok := f.Hover(pos)
		if !ok {
			return "nothing"
		}
		text := strings.Join(strings.FieldsFunc(h.Plain, func(r rune) bool { return r == '\n' }), " | ")
		return src[int(h.Start)-base:int(h.End)-base] + ": " + text
	})
}

// Of each code there is something to say, and the marks are right: what is open is
// closed on the same line, and names are not taken for marks.
func TestDocumentation(t *testing.T) {
	for prefix, set := range map[string]*catalog.Set{"": catalog.Stytch(), "oauth2:": catalog.OAuth2()} {
		for _, code := range set.All() {
			markdown, plain, ok := editor.Documentation(prefix + code.Name)
			if !ok || !strings.HasPrefix(plain, code.Name) || !strings.HasPrefix(markdown, "**`"+code.Name+"`**") {
				t.Errorf("%s: %q", code.Name, plain)
			}
			if strings.Contains(plain, "`") {
				t.Errorf("%s: plain text has marks: %s", code.Name, plain)
			}
			for line := range strings.Lines(markdown) {
				if strings.Count(line, "**")%2 != 0 || strings.Count(line, "`")%2 != 0 {
					t.Errorf("%s: %s", code.Name, line)
				}
			}
		}
	}
	for _, id := range []string{"", "no_such_code", "prefix:no_such_", "oauth2:session_not_found"} {
		if _, _, ok := editor.Documentation(id); ok {
			t.Errorf("there is something to say about %q", id)
		}
	}
}
