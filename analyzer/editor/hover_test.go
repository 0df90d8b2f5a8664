package editor_test

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/catalog"
)

// What a hover is about, and how it begins.
func TestHovers(t *testing.T) {
	ask(t, "hovers.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		h, ok := f.Hover(pos)
		if !ok {
			return "nothing"
		}
		first, _, _ := strings.Cut(h.Markdown, "\n\n")
		return src[int(h.Start)-base:int(h.End)-base] + ": " + strings.TrimSpace(first)
	})
}

// A few hovers as a whole, as Markdown and as plain text.
func TestWholeHovers(t *testing.T) {
	name := filepath.Join("testdata", "whole.txtar")
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var sources []string
	var offsets []int
	prelude, err := os.ReadFile(filepath.Join("testdata", "prelude.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 3 {
		before, after, _ := strings.Cut(string(prelude)+"\treturn "+string(archive.Files[i].Data)+"}\n", cursor)
		sources = append(sources, before+after)
		offsets = append(offsets, len(before))
	}
	for i, f := range flows(t, sources) {
		h, ok := f.Hover(editor.FileStart(f) + token.Pos(offsets[i]))
		if !ok {
			t.Fatalf("nothing is said of %s", archive.Files[3*i].Name)
		}
		for j, got := range []string{h.Markdown, h.Plain} {
			want := &archive.Files[3*i+1+j]
			if got != string(want.Data) {
				t.Errorf("%s: got\n%s\nwant\n%s", want.Name, got, want.Data)
			}
			want.Data = []byte(got)
		}
	}
	if os.Getenv("UPDATE_HOVERS") != "" {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
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
