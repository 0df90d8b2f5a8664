package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

const (
	codesTSV   = "codes/codes.tsv"
	retiredTSV = "codes/retired.tsv"
	aliasesTSV = "codes/aliases.tsv"
)

// Tables are what the catalog says already.
type tables struct {
	content  string // of codesTSV
	rows     []table.Row
	sources  map[string][]string // the ids of the sources of each code
	retired  map[string]retired
	invented map[string]bool
}

type retired struct{ name, why, successor string }

// loadTables reads the tables of package catalog, whose folder fsys is.
func loadTables(fsys fs.FS) (*tables, error) {
	content, err := fs.ReadFile(fsys, codesTSV)
	if err != nil {
		return nil, err
	}
	rows, errs1 := table.Read(fsys, codesTSV, 4)
	old, errs2 := table.Read(fsys, retiredTSV, 5)
	aliases, errs3 := table.Read(fsys, aliasesTSV, 4)
	t := &tables{
		content:  string(content),
		rows:     rows,
		sources:  map[string][]string{},
		retired:  map[string]retired{},
		invented: map[string]bool{},
	}
	for _, r := range rows {
		ids := strings.Split(r.Cols[3], ",")
		for i := range ids {
			ids[i], _, _ = strings.Cut(ids[i], "@") // the day
		}
		t.sources[r.Cols[0]] = ids
	}
	for _, r := range old {
		t.retired[r.Cols[0]] = retired{r.Cols[0], r.Cols[1], r.Cols[2]}
	}
	for _, r := range aliases {
		t.invented[r.Cols[0]] = true
	}
	return t, errors.Join(slices.Concat(errs1, errs2, errs3)...)
}

// checkSizes returns an error for each list that has far fewer codes than it had.
func (t *tables) checkSizes(found map[string][]string) error {
	var errs []error
	for _, l := range lists {
		had := 0
		for _, ids := range t.sources {
			if slices.Contains(ids, l.id) {
				had++
			}
		}
		if has := len(found[l.id]); 10*has < 9*had {
			errs = append(errs, fmt.Errorf("%s has %d codes where it had %d: more than a tenth is gone, so that it may not be the whole list", l.id, has, had))
		}
	}
	return errors.Join(errs...)
}

// with returns the content of the table of codes with further rows, sorted, each
// in its place. Everything else stays as it is.
func (t *tables) with(added []row, day time.Time) []byte {
	lines := strings.SplitAfter(t.content, "\n")
	var b strings.Builder
	done := 0 // of the lines
	copyTo := func(line int) {
		b.WriteString(strings.Join(lines[done:line], ""))
		done = line
	}
	for _, a := range added {
		// Behind the row before it: a comment belongs to what follows.
		next, _ := slices.BinarySearchFunc(t.rows, a.code, func(r table.Row, code string) int {
			return strings.Compare(r.Cols[0], code)
		})
		switch {
		case next > 0:
			copyTo(max(done, t.rows[next-1].Line))
		case len(t.rows) > 0:
			copyTo(max(done, t.rows[0].Line-1))
		default:
			copyTo(len(lines))
		}
		sources := make([]string, len(a.ids))
		for i, id := range a.ids {
			sources[i] = id + "@" + day.Format(time.DateOnly)
		}
		fmt.Fprintf(&b, "%s\t\t\t%s\n", a.code, strings.Join(sources, ","))
	}
	copyTo(len(lines))
	return []byte(b.String())
}
