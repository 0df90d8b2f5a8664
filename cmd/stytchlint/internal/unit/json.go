package unit

import (
	"cmp"
	"encoding/json"
	"go/token"
	"io"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
)

// These types are what a vet tool prints with -json: for each unit, by its ID, and
// for each analyzer, by its name, a list of diagnostics or an error. Analyzers
// that have nothing to say are left out.
type (
	// A Diagnostic is one that an analyzer has reported. Its positions read
	// "file:line:column".
	Diagnostic struct {
		Category string    `json:"category,omitempty"`
		Posn     string    `json:"posn"`
		End      string    `json:"end"`
		Message  string    `json:"message"`
		Fixes    []Fix     `json:"suggested_fixes,omitempty"`
		Related  []Related `json:"related,omitempty"`
	}

	// A Fix is a set of edits that belong together.
	Fix struct {
		Message string `json:"message"`
		Edits   []Edit `json:"edits"`
	}

	// An Edit replaces the bytes of a file from Start to End, counted from 0.
	Edit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}

	// Related is a message about another place.
	Related struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}

	// An Error says that an analyzer failed.
	Error struct {
		Err string `json:"error"`
	}
)

// writeJSON prints what analyzers say about the unit with an ID.
func writeJSON(w io.Writer, fset *token.FileSet, id string, results []driver.Result) error {
	checks := make(map[string]any)
	for _, r := range results {
		switch {
		case r.Err != nil:
			checks[r.Analyzer.Name] = Error{r.Err.Error()}
		case len(r.Diagnostics) > 0:
			list := make([]Diagnostic, len(r.Diagnostics))
			for i, d := range r.Diagnostics {
				list[i] = NewDiagnostic(fset, d)
			}
			checks[r.Analyzer.Name] = list
		}
	}
	tree := make(map[string]map[string]any)
	if len(checks) > 0 {
		tree[id] = checks
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// NewDiagnostic returns what is printed for a diagnostic, with the edits of each
// fix in the order of their places.
func NewDiagnostic(fset *token.FileSet, d analysis.Diagnostic) Diagnostic {
	at := func(pos token.Pos) string { return fset.Position(pos).String() }
	out := Diagnostic{Category: d.Category, Posn: at(d.Pos), End: at(cmp.Or(d.End, d.Pos)), Message: d.Message}
	for _, fix := range d.SuggestedFixes {
		f := Fix{Message: fix.Message}
		for _, e := range fix.TextEdits {
			start := fset.Position(e.Pos)
			f.Edits = append(f.Edits, Edit{start.Filename, start.Offset, fset.Position(cmp.Or(e.End, e.Pos)).Offset, string(e.NewText)})
		}
		slices.SortStableFunc(f.Edits, func(a, b Edit) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		out.Fixes = append(out.Fixes, f)
	}
	for _, r := range d.Related {
		out.Related = append(out.Related, Related{at(r.Pos), at(cmp.Or(r.End, r.Pos)), r.Message})
	}
	return out
}
