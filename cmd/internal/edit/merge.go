// Package edit applies the fixes of findings.
package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

// Changes returns what the fixes of findings make of files. A fix that overlaps
// an earlier one is left out as a whole; skipped counts those. An error tells
// of a fix that does not fit its file, which must have been changed meanwhile.
func Changes(findings []finding.Finding, files source.Files) (changes []Change, skipped int, err error) {
	edits := make(map[string][]finding.Edit) // by file, in order, without overlaps
	var names []string
	for _, f := range findings {
		if f.Fix == nil || len(f.Fix.Edits) == 0 {
			continue
		}
		name := f.Fix.Edits[0].File // a fix changes one file; see package report
		content := files.Read(name)
		merged, ok := edits[name], true
		for _, e := range f.Fix.Edits {
			if e.File != name || e.Start < 0 || e.End < e.Start || e.End > len(content) {
				return nil, 0, fmt.Errorf("%s was changed while it was checked", name)
			}
			if merged, ok = insert(merged, e); !ok {
				break
			}
		}
		switch {
		case !ok:
			skipped++
		case edits[name] == nil:
			names = append(names, name)
			fallthrough
		default:
			edits[name] = merged
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if c := newChange(name, files.Read(name), edits[name]); !bytes.Equal(c.old, c.new) {
			changes = append(changes, c)
		}
	}
	return changes, skipped, nil
}

// insert returns edits with e at its place, or false if e overlaps another one.
// Edits that are the same are one: two fixes may add the same import.
func insert(edits []finding.Edit, e finding.Edit) ([]finding.Edit, bool) {
	for _, other := range edits {
		switch {
		case e == other:
			return edits, true
		case e.End <= other.Start || other.End <= e.Start:
		default:
			return nil, false
		}
	}
	at, _ := slices.BinarySearchFunc(edits, e, func(a, b finding.Edit) int {
		// Insertions at the same place stay in the order of the findings.
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), -1)
	})
	return slices.Insert(slices.Clone(edits), at, e), true
}
