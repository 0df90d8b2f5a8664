package editor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A part is what several codes have in common.
type part struct {
	text   string
	codes  []string // sorted
	likely bool     // one of them is
}

// partsOf returns the words at the beginning or the end of codes, or anywhere, that a
// few codes of a set have in common, and no longer one has. First are those of
// likely codes, then those of many codes and of many words.
func partsOf(set *catalog.Set, use valueflow.Use, likely []string) []part {
	codes := make(map[string][]string)
	for _, code := range set.All() {
		for _, text := range cuts(code.Name, use) {
			if list := codes[text]; len(list) == 0 || list[len(list)-1] != code.Name {
				codes[text] = append(list, code.Name)
			}
		}
	}
	longest := make(map[string]string) // by the codes
	for text, list := range codes {
		key := strings.Join(list, " ")
		if old := longest[key]; len(list) >= fewest && (len(text) > len(old) || len(text) == len(old) && text < old) {
			longest[key] = text
		}
	}
	var parts []part
	for _, text := range longest {
		list := codes[text]
		parts = append(parts, part{text, list, slices.ContainsFunc(list, func(name string) bool { return slices.Contains(likely, name) })})
	}
	slices.SortFunc(parts, func(a, b part) int {
		switch {
		case a.likely && !b.likely:
			return -1
		case b.likely && !a.likely:
			return 1
		}
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.text, b.text))
	})
	return parts
}

// weight tells how much one learns from a part: "_not_found" says more than "_found",
// though fewer codes end with it.
func (p *part) weight() int { return len(p.codes) * len(strings.Split(strings.Trim(p.text, "_"), "_")) }

// fewest is how many codes a part is in that is offered.
const fewest = 3

// cuts returns the parts of a code that it may be asked for.
func cuts(name string, use valueflow.Use) []string {
	words := strings.Split(name, "_")
	var list []string
	for i := range words {
		for j := i + 1; j <= len(words); j++ {
			text := strings.Join(words[i:j], "_")
			switch {
			case j-i == len(words):
			case use == valueflow.Substring && j-i <= 3:
				list = append(list, text)
			case use == valueflow.Prefix && i == 0:
				list = append(list, text+"_")
			case use == valueflow.Suffix && j == len(words):
				list = append(list, "_"+text)
			}
		}
	}
	return list
}

// parts returns the items for what several codes have in common.
func parts(p *Place, use valueflow.Use, likely []string) []Item {
	kind := kindOf(use)
	var items []Item
	for _, set := range p.Sets {
		for _, part := range partsOf(set, use, likely) {
			items = append(items, Item{Label: part.text, Detail: fmt.Sprintf("%d codes", len(part.codes)), Text: part.text, ID: idOf(set, kind.id+part.text)})
		}
	}
	return items
}
