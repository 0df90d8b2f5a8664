package table_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		content string
		rows    []table.Row
		errs    []string
	}{
		{"# name\tx\na\t1\n# between\nb\t\n", []table.Row{{2, []string{"a", "1"}}, {4, []string{"b", ""}}}, nil},
		{"a\t1", []table.Row{{1, []string{"a", "1"}}}, []string{"a.tsv:1: the last line has no line feed"}},
		{"a\t1\r\nb\t2\n", []table.Row{{2, []string{"b", "2"}}}, []string{`a.tsv:1: has space around "1"`, `a.tsv:1: has the character '\r', which nobody can see`}},
		{"a\n\nb\t2\n", []table.Row{{3, []string{"b", "2"}}}, []string{"a.tsv:1: has 1 columns instead of 2", "a.tsv:2: has 1 columns instead of 2"}},
		{"b\t1\nb\t2\na\t3\n", []table.Row{{1, []string{"b", "1"}}}, []string{`a.tsv:2: "b" is there twice`, `a.tsv:3: "a" is not sorted: it belongs before "b"`}},
	} {
		rows, errs := table.Read(fstest.MapFS{"a.tsv": {Data: []byte(test.content)}}, "a.tsv", 2)
		if got, want := fmt.Sprint(rows), fmt.Sprint(test.rows); got != want {
			t.Errorf("%q: rows %s, want %s", test.content, got, want)
		}
		var got []string
		for _, err := range errs {
			got = append(got, err.Error())
		}
		if !slices.Equal(got, test.errs) {
			t.Errorf("%q: errors %q, want %q", test.content, got, test.errs)
		}
	}
	if _, errs := table.Read(fstest.MapFS{}, "a.tsv", 2); len(errs) != 1 {
		t.Errorf("no file: errors %q", errs)
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"session_not_found": true, "twitter_401": true, "a": true,
		"": false, "_a": false, "a_": false, "a__b": false, "A": false, "a-b": false, "a\n": false, "é": false,
	} {
		if got := table.IsName(name); got != want {
			t.Errorf("IsName(%q) = %v", name, got)
		}
	}
}
