// Package baseline keeps a list of the findings that a program had on the day
// when it began to be checked, so that only new ones are reported.
package baseline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/fingerprint"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/secret"
)

// DefaultName is the name of the file in a module's root if no other is given.
const DefaultName = ".stytchlint-baseline.json"

// A Baseline is a list of findings, sorted.
type Baseline []Entry

// An Entry is one of them. All that counts is the fingerprint; the rest tells
// people what it stands for.
type Entry struct {
	File        string `json:"file"` // relative to the module's root, with slashes
	Check       string `json:"check"`
	Category    string `json:"category,omitempty"`
	Source      string `json:"source"` // the line, without secrets
	Fingerprint string `json:"fingerprint"`
}

// maxSource is the length in bytes of the longest line that is kept whole.
const maxSource = 160

// New returns the baseline of findings, which are sorted, in a module.
func New(findings []finding.Finding, root string, files source.Files) Baseline {
	b := make(Baseline, 0, len(findings))
	for i, fp := range fingerprint.Of(findings, root, files) {
		f := findings[i]
		line := strings.Join(strings.Fields(string(secret.Mask(files.Line(f.File, f.Line)))), " ")
		if len(line) > maxSource {
			line = strings.ToValidUTF8(line[:maxSource], "") + "..."
		}
		b = append(b, Entry{
			File:        fingerprint.File(f, root),
			Check:       f.Check,
			Category:    f.Category,
			Source:      line,
			Fingerprint: fp,
		})
	}
	slices.SortFunc(b, func(x, y Entry) int {
		return cmp.Or(
			cmp.Compare(x.File, y.File),
			cmp.Compare(x.Check, y.Check),
			cmp.Compare(x.Category, y.Category),
			cmp.Compare(x.Source, y.Source),
			cmp.Compare(x.Fingerprint, y.Fingerprint),
		)
	})
	return b
}

// Filter returns the findings, which are sorted, that are not in the baseline,
// and the entries of the baseline that none of them is.
func (b Baseline) Filter(findings []finding.Finding, root string, files source.Files) (fresh []finding.Finding, unmatched Baseline) {
	old := make(map[string]bool, len(b))
	for _, e := range b {
		old[e.Fingerprint] = true
	}
	matched := make(map[string]bool)
	for i, fp := range fingerprint.Of(findings, root, files) {
		if old[fp] {
			matched[fp] = true
		} else {
			fresh = append(fresh, findings[i])
		}
	}
	for _, e := range b {
		if !matched[e.Fingerprint] {
			unmatched = append(unmatched, e)
		}
	}
	return fresh, unmatched
}
