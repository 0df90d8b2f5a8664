package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A comparison is what the lists say that the tables do not.
type comparison struct {
	added     []row     // codes that are in no table
	renewed   []retired // retired names that a list has
	invented  []string  // those of added that are in the table of invented names
	gone      []string  // codes that no list has any more
	elsewhere []row     // codes that some lists lost, with the lists that lost them
}

// A row is a code and the ids of lists.
type row struct {
	code string
	ids  []string
}

// compare compares the codes of the lists, by id, with the tables.
func (t *tables) compare(found map[string][]string) comparison {
	var c comparison
	has := map[string][]string{} // the ids of the lists that have a code
	for _, l := range lists {
		for _, code := range found[l.id] {
			has[code] = append(has[code], l.id)
		}
	}
	for code, ids := range has {
		r, isRetired := t.retired[code]
		switch _, known := t.sources[code]; {
		case known:
		case isRetired:
			c.renewed = append(c.renewed, retired{code, r.why, r.successor})
		default:
			c.added = append(c.added, row{code, ids})
			if t.invented[code] {
				c.invented = append(c.invented, code)
			}
		}
	}
	for code, ids := range t.sources {
		var kept, lost []string
		for _, l := range lists {
			switch {
			case !slices.Contains(ids, l.id):
			case slices.Contains(has[code], l.id):
				kept = append(kept, l.id)
			default:
				lost = append(lost, l.id)
			}
		}
		switch {
		case len(lost) == 0:
		case len(kept) == 0 && len(has[code]) == 0:
			c.gone = append(c.gone, code)
		default:
			c.elsewhere = append(c.elsewhere, row{code, lost})
		}
	}
	byCode := func(a, b row) int { return strings.Compare(a.code, b.code) }
	slices.SortFunc(c.added, byCode)
	slices.SortFunc(c.elsewhere, byCode)
	slices.SortFunc(c.renewed, func(a, b retired) int { return strings.Compare(a.name, b.name) })
	slices.Sort(c.invented)
	slices.Sort(c.gone)
	return c
}

// report returns what people have to look at, or "".
func (c comparison) report(day time.Time) string {
	var b strings.Builder
	section := func(title string, n int, line func(i int) string) {
		if n == 0 {
			return
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintln(&b, title+":")
		for i := range n {
			fmt.Fprintln(&b, line(i))
		}
	}
	section("New, and in codes.tsv now", len(c.added), func(i int) string {
		return c.added[i].code + "\t" + strings.Join(c.added[i].ids, ",")
	})
	section("Of these, in aliases.tsv as invented: take them out there", len(c.invented), func(i int) string {
		return c.invented[i]
	})
	section("In none of the lists any more: move them from codes.tsv to retired.tsv, or take the lists out of their sources", len(c.gone), func(i int) string {
		date := day.Format(time.DateOnly)
		var ids []string
		for _, l := range lists {
			ids = append(ids, l.id+"@"+date)
		}
		return fmt.Sprintf("%s\tremoved\t\tStytch's SDKs dropped it by %s\t%s", c.gone[i], date, strings.Join(ids, ","))
	})
	section("Not in these lists any more, but in another: take them out of their sources", len(c.elsewhere), func(i int) string {
		return c.elsewhere[i].code + "\t" + strings.Join(c.elsewhere[i].ids, ",")
	})
	section("In retired.tsv, and in a list: left out", len(c.renewed), func(i int) string {
		r := c.renewed[i]
		return strings.TrimRight(r.name+"\t"+r.why+"\t"+r.successor, "\t")
	})
	return b.String()
}
