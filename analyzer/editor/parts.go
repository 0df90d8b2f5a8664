package editor

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A part is what several codes have in common.
type part struct {
	text  string
	codes []string // sorted
}

// fewest is how many codes a part has at least: fewer are better written as they are.
const fewest = 3

// partsOf returns the words at the beginning or the end of codes, or anywhere, that
// several codes of a set have in common; first are those that tell most. A part is left
// out if a longer one says more of nearly the same codes.
func partsOf(set *catalog.Set, use valueflow.Use) []part {
	type question struct {
		set *catalog.Set
		use valueflow.Use
	}
	if known, ok := knownParts.Load(question{set, use}); ok {
		return known.([]part)
	}
	codes := make(map[string][]string)
	for _, code := range set.All() {
		for _, text := range cuts(code.Name, use) {
			if list := codes[text]; len(list) == 0 || list[len(list)-1] != code.Name {
				codes[text] = append(list, code.Name)
			}
		}
	}
	maps.DeleteFunc(codes, func(_ string, list []string) bool { return len(list) < fewest })
	var parts []part
	for text, list := range codes {
		vague := false
		for longer, its := range codes {
			vague = vague || len(longer) > len(text) && len(its)*10 >= len(list)*9 && strings.Contains(longer, text)
		}
		if !vague {
			parts = append(parts, part{text, list})
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.text, b.text))
	})
	knownParts.Store(question{set, use}, parts)
	return parts
}

var knownParts sync.Map // of the catalog, which does not change

// weight tells how much one learns from a part: "search_missing" says more than "search".
func (p *part) weight() int { return len(p.codes) * len(strings.Split(strings.Trim(p.text, "_"), "_")) }

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

// parts returns the items for what several codes have in common; first are those of
// codes that are likely.
func parts(sets []*catalog.Set, use valueflow.Use, likely []string) []Item {
	kind := kindOf(use)
	isLikely := func(name string) bool { return slices.Contains(likely, name) }
	var first, rest []Item
	for _, set := range sets {
		for _, part := range partsOf(set, use) {
			item := Item{Label: part.text, Detail: fmt.Sprintf("%d codes", len(part.codes)), Text: part.text, ID: idOf(set, kind.id+part.text)}
			if slices.ContainsFunc(part.codes, isLikely) {
				first = append(first, item)
			} else {
				rest = append(rest, item)
			}
		}
	}
	return append(first, rest...)
}
