package finding_test

import (
	"reflect"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

func TestSort(t *testing.T) {
	t.Parallel()
	at := func(file string, line, column int, check, message string) finding.Finding {
		return finding.Finding{File: file, Line: line, Column: column, Check: check, Message: message}
	}
	got := finding.Sort([]finding.Finding{
		at("b.go", 1, 1, "x", "m"),
		at("a.go", 10, 1, "x", "m"),
		at("a.go", 9, 2, "x", "m"),
		at("a.go", 9, 1, "y", "m"),
		at("a.go", 9, 1, "x", "n"),
		at("a.go", 9, 1, "x", "m"),
		at("a.go", 10, 1, "x", "m"),
	})
	want := []finding.Finding{
		at("a.go", 9, 1, "x", "m"),
		at("a.go", 9, 1, "x", "n"),
		at("a.go", 9, 1, "y", "m"),
		at("a.go", 9, 2, "x", "m"),
		at("a.go", 10, 1, "x", "m"),
		at("b.go", 1, 1, "x", "m"),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
