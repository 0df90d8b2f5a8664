package source_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

func TestLine(t *testing.T) {
	t.Parallel()
	files := source.Files{"a": []byte("one\r\ntwo\n\nfour")}
	for n, want := range map[int]string{-1: "", 0: "", 1: "one", 2: "two", 3: "", 4: "four", 5: ""} {
		if got := string(files.Line("a", n)); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
	if files.Line("a", 3) == nil || files.Line("a", 5) != nil {
		t.Error("an empty line is a line, and one beyond the end is none")
	}
}

func TestReadOnce(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a")
	files := source.Files{}
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := string(files.Read(name)); got != "old" {
			t.Errorf("got %q", got)
		}
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if got := files.Read(name + "2"); got != nil {
		t.Errorf("a missing file has the content %q", got)
	}
}

func TestPosition(t *testing.T) {
	t.Parallel()
	files := source.Files{"a": []byte("one\ntwo\n")}
	for _, tt := range []struct {
		offset, line, column int
		ok                   bool
	}{
		{0, 1, 1, true},
		{3, 1, 4, true},
		{4, 2, 1, true},
		{8, 3, 1, true},
		{9, 0, 0, false},
		{-1, 0, 0, false},
	} {
		line, column, ok := files.Position("a", tt.offset)
		if line != tt.line || column != tt.column || ok != tt.ok {
			t.Errorf("byte %d is at %d:%d, %t", tt.offset, line, column, ok)
		}
	}
	if _, _, ok := files.Position("/nosuch", 0); ok {
		t.Error("a missing file has a position")
	}
}

func TestUTF16Column(t *testing.T) {
	t.Parallel()
	// ä takes two bytes, 世 three and 😀 four; only the last is two units.
	files := source.Files{"a": []byte("aä世😀b\n")}
	for column, want := range map[int]int{1: 1, 2: 2, 4: 3, 7: 4, 11: 6, 12: 7, 13: 0, 0: 0} {
		got, ok := files.UTF16Column("a", 1, column)
		if got != want || ok != (want > 0) {
			t.Errorf("column %d is %d, %t, want %d", column, got, ok, want)
		}
	}
	if _, ok := files.UTF16Column("a", 3, 1); ok {
		t.Error("there is a third line")
	}
}
