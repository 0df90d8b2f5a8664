package catalog

import (
	_ "embed"
	"strings"
)

//go:embed codes/sources.tsv
var sources string

// Source says what the id of a source stands for, "" for one that nothing explains.
func Source(id string) string {
	_, rest, ok := strings.Cut(sources, "\n"+id+"\t")
	if !ok {
		return ""
	}
	text, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSuffix(text, "\r")
}
