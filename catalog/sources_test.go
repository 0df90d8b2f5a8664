package catalog_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stytchlint/stytchlint/catalog"
)

// TestSources holds every row of the data to its sources: in each table they
// stand in the last column, except that of OAuth 2.0, which names standards.
func TestSources(t *testing.T) {
	explained := map[string]string{}
	for _, row := range readTable("codes/sources.tsv") {
		explained[row[0]] = row[1]
		if got := catalog.Source(row[0]); got != row[1] {
			t.Errorf("the source %s is %q, want %q", row[0], got, row[1])
		}
	}
	if got := catalog.Source("id"); got != "" {
		t.Errorf("no source is %q", got)
	}
	for file, least := range map[string]int{"codes": 800, "operations": 45, "calls": 45, "retired": 30, "aliases": 300} {
		rows := readTable("codes/" + file + ".tsv")
		if len(rows) < least {
			t.Errorf("%s has %d rows", file, len(rows))
		}
		for _, row := range rows {
			for id := range strings.SplitSeq(row[len(row)-1], ",") {
				id, day, dated := strings.Cut(id, "@")
				if explained[id] == "" {
					t.Errorf("%s: %s has the source %q, which nothing explains", file, row[0], id)
				}
				if _, err := time.Parse(time.DateOnly, day); dated && err != nil {
					t.Errorf("%s: %s has a source of the day %q", file, row[0], day)
				}
			}
		}
	}
	for _, row := range readTable("codes/oauth2.tsv") {
		if row[2] == "" {
			t.Errorf("%s names no standard", row[0])
		}
	}
	for _, c := range catalog.All() {
		shown := slices.ContainsFunc(c.Sources, func(id string) bool {
			return !slices.Contains([]string{"android-sdk", "browser-sdk", "ios-sdk"}, id) && !strings.HasPrefix(explained[id], "a hand-written mock")
		})
		if !shown && (c.Status != 0 || c.Meaning != "") {
			t.Errorf("%s: no source of %q shows its status or its meaning", c.Name, c.Sources)
		}
		for _, s := range c.Others {
			if !slices.Contains(c.Sources, s.Source) {
				t.Errorf("%s: the source of %d is not among its sources", c.Name, s.Status)
			}
		}
	}
}
