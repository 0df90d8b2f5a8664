package gopls

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// The parts of the protocol that the tests look at.
type (
	position struct {
		Line      int `json:"line"`
		Character int `json:"character"`
	}
	span struct {
		Start position `json:"start"`
		End   position `json:"end"`
	}
	diagnostic struct {
		Range           span   `json:"range"`
		Severity        int    `json:"severity"`
		Code            string `json:"code"`
		CodeDescription struct {
			Href string `json:"href"`
		} `json:"codeDescription"`
		Source  string `json:"source"`
		Message string `json:"message"`
	}
	textEdit struct {
		Range   span   `json:"range"`
		NewText string `json:"newText"`
	}
	completionList struct {
		IsIncomplete bool             `json:"isIncomplete"`
		Items        []completionItem `json:"items"`
	}
	completionItem struct {
		Label         string          `json:"label"`
		Detail        string          `json:"detail"`
		SortText      string          `json:"sortText"`
		TextEdit      textEdit        `json:"textEdit"`
		Documentation markup          `json:"documentation"`
		Data          json.RawMessage `json:"data"`
	}
	markup struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	}
	hover struct {
		Contents markup `json:"contents"`
		Range    span   `json:"range"`
	}
	codeAction struct {
		Title string `json:"title"`
		Kind  string `json:"kind"`
		Edit  struct {
			Changes         map[string][]textEdit `json:"changes"`
			DocumentChanges []struct {
				TextDocument struct {
					URI string `json:"uri"`
				} `json:"textDocument"`
				Edits []textEdit `json:"edits"`
			} `json:"documentChanges"`
		} `json:"edit"`
	}
)

// edits returns the edits in a file.
func (a codeAction) edits(uri string) []textEdit {
	edits := a.Edit.Changes[uri]
	for _, change := range a.Edit.DocumentChanges {
		if change.TextDocument.URI == uri {
			edits = append(edits, change.Edits...)
		}
	}
	return edits
}

// positionOf returns the position behind a text.
func positionOf(before string) position {
	last := before[strings.LastIndexByte(before, '\n')+1:]
	return position{strings.Count(before, "\n"), len(utf16.Encode([]rune(last)))}
}

// apply applies edits, which come in order, to a text.
func apply(t *testing.T, text string, edits []textEdit) string {
	t.Helper()
	offset := func(p position) int {
		at := 0
		for range p.Line {
			at += strings.IndexByte(text[at:], '\n') + 1
		}
		for units := 0; units < p.Character; {
			r, size := utf8.DecodeRuneInString(text[at:])
			units += utf16.RuneLen(r)
			at += size
		}
		return at
	}
	for _, e := range slices.Backward(edits) {
		start, end := offset(e.Range.Start), offset(e.Range.End)
		if start > end || end > len(text) {
			t.Fatalf("an edit of the bytes %d to %d of %d", start, end, len(text))
		}
		text = text[:start] + e.NewText + text[end:]
	}
	return text
}

// ours reports whether a check of stytchlint says it.
func (d diagnostic) ours() bool { return strings.HasPrefix(d.Source, "stytch") }

// ours returns what the checks of stytchlint say in a file, among other
// diagnostics.
func ours(name string, diagnostics []diagnostic) []e2e.Finding {
	var findings []e2e.Finding
	for _, d := range diagnostics {
		if d.ours() {
			findings = append(findings, e2e.Finding{
				Check:   d.Source,
				File:    name,
				Line:    d.Range.Start.Line + 1,
				Column:  d.Range.Start.Character + 1,
				Message: d.Message,
			})
		}
	}
	return findings
}
