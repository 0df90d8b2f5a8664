package main

import (
	"encoding/json"
	"io"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

// jsonVersion is the version of the documented shape of the JSON output.
const jsonVersion = 1

// printJSON prints findings in the documented shape.
func printJSON(w io.Writer, findings []finding.Finding) error {
	if findings == nil {
		findings = []finding.Finding{} // an empty list, not null
	}
	return writeJSON(w, struct {
		Version  int               `json:"version"`
		Findings []finding.Finding `json:"findings"`
	}{jsonVersion, findings})
}

// writeJSON prints v with indentation, and with <, > and & as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
