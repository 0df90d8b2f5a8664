package lsp

import (
	"strings"
	"testing"
)

// TestRepaired marks positions in a text by digits, which must be at the same place in
// the longer one and back.
func TestRepaired(t *testing.T) {
	t.Parallel()
	for text, longer := range map[string]string{
		"":                      "",
		"0ab1c2":                "0ab1c2",
		"x.0\n\tret1urn":        "x.0_\n\tret1urn",
		"if x0\n y1 }":          "if x0{}\n y1 }",
		"for i := 0; i0\n}1\n2": "for i := 0; i0;{}\n}1\n2",
		"a.0\nb.1\nc2":          "a.0_\nb.1_\nc2",
	} {
		without := func(s string) (string, map[rune]int) {
			at := make(map[rune]int)
			plain := strings.Map(func(r rune) rune {
				if '0' <= r && r <= '9' {
					return -1
				}
				return r
			}, s)
			seen := 0
			for _, r := range s {
				if '0' <= r && r <= '9' {
					at[r] = seen
				} else {
					seen++
				}
			}
			return plain, at
		}
		a, in := without(text)
		b, want := without(longer)
		r := Repaired{[]byte(a), []byte(b)}
		for mark, offset := range in {
			if got := r.Offset(offset); got != want[mark] {
				t.Errorf("%q: %c is at %d, want %d", text, mark, got, want[mark])
			}
			if got := r.Original(want[mark]); got != offset {
				t.Errorf("%q: %c was at %d, want %d", text, mark, got, offset)
			}
		}
	}
	if r := (Repaired{}); r.Offset(7) != 7 || r.Original(7) != 7 {
		t.Error("positions differ in a text into which nothing was put")
	}
	// What is no longer form of it leads nowhere else.
	r := Repaired{[]byte("abc"), []byte("xy")}
	if r.Offset(3) != 0 || r.Original(9) != 0 {
		t.Error("texts that have nothing in common")
	}
}
