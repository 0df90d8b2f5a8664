// Package finding has what a check says about the source, as all formats and
// filters see it.
package finding

import (
	"cmp"
	"slices"
)

// A Finding is one thing that a check has to say about the source. Its JSON
// form is part of the documented output.
type Finding struct {
	Check     string `json:"check"`
	Category  string `json:"category"`
	Message   string `json:"message"`
	File      string `json:"file"`      // absolute
	Line      int    `json:"line"`      // from 1
	Column    int    `json:"column"`    // in bytes, from 1
	EndLine   int    `json:"endLine"`   // of the position after the last byte
	EndColumn int    `json:"endColumn"` // ditto
	Fix       *Fix   `json:"fix,omitempty"`
}

// A Fix is a change of the source that settles a finding.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the bytes of a file from Start to End, counted from 0.
type Edit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// Sort returns findings in the order of the source, each once: a file that
// belongs to a package and to the package's tests may be checked twice.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Check, b.Check),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.File == b.File && a.Line == b.Line && a.Column == b.Column &&
			a.Check == b.Check && a.Message == b.Message
	})
}
