package catalog

import (
	"math"
	"slices"
	"strings"
)

// An index is what Nearest looks names up in. It is built once, on first use.
type index struct {
	squashed  map[string]*entry   // every name of the set by its squashed form
	reordered map[string][]*entry // every name by its words in alphabetical order; codes win
	byLength  [][]*entry          // every name by its length

	words   map[string]*word  // the words of the codes
	byFirst map[byte][]string // the longer of them by their first letter
	others  map[string]bool   // the words of retired and invented names
	weights []float64         // the weight of all words of each code
	sizes   []int             // how many different words each code has
	unknown float64           // the weight of a word that no code has
}

// An entry is a name of the set: of a code, or a retired or an invented one.
type entry struct {
	name    string
	bag     bag
	retired *Retired // or
	alias   *Alias   // or neither, for a code
}

func (e *entry) isCode() bool { return e.alias == nil && e.retired == nil }

// A word is one that codes contain.
type word struct {
	codes  []int32 // positions in Data.Codes
	weight float64 // how rare it is
}

func newIndex(d *Data) *index {
	entries := make([]entry, 0, len(d.Codes)+len(d.Retired)+len(d.Aliases))
	for i := range d.Codes {
		entries = append(entries, entry{name: d.Codes[i].Name})
	}
	for i := range d.Retired {
		entries = append(entries, entry{name: d.Retired[i].Name, retired: &d.Retired[i]})
	}
	for i := range d.Aliases {
		entries = append(entries, entry{name: d.Aliases[i].Name, alias: &d.Aliases[i]})
	}
	x := &index{
		squashed:  make(map[string]*entry, len(entries)),
		reordered: make(map[string][]*entry, len(entries)),
		words:     make(map[string]*word, len(d.Codes)),
		byFirst:   map[byte][]string{},
		others:    map[string]bool{},
		weights:   make([]float64, len(d.Codes)),
		sizes:     make([]int, len(d.Codes)),
	}
	for i := range entries {
		x.add(&entries[i], i)
	}
	n := float64(len(d.Codes))
	for _, w := range x.words {
		w.weight = math.Log(1 + n/float64(len(w.codes)))
	}
	// In the order of the words, not of a map: sums of floating-point numbers
	// depend on it, and the answers must not.
	for i := range d.Codes {
		for _, w := range slices.Compact(sortedWords(d.Codes[i].Name)) {
			x.weights[i] += x.words[w].weight
			x.sizes[i]++
		}
	}
	x.unknown = math.Log(1+n) / 2
	return x
}

// add indexes e, which is the code at position i if it is a code. Codes come
// first.
func (x *index) add(e *entry, i int) {
	e.bag = bagOf(e.name)
	for len(x.byLength) <= len(e.name) {
		x.byLength = append(x.byLength, nil)
	}
	x.byLength[len(e.name)] = append(x.byLength[len(e.name)], e)

	if key := squash(e.name); x.squashed[key] == nil {
		x.squashed[key] = e
	}
	words := sortedWords(e.name)
	key := strings.Join(words, "_")
	if same := x.reordered[key]; len(same) == 0 || same[0].isCode() == e.isCode() {
		x.reordered[key] = append(same, e)
	}
	for _, w := range slices.Compact(words) {
		if e.isCode() {
			x.addWord(w, i)
		} else {
			x.others[w] = true
		}
	}
}

func (x *index) addWord(w string, code int) {
	known := x.words[w]
	if known == nil {
		known = new(word)
		x.words[w] = known
		if len(w) >= longWord {
			x.byFirst[w[0]] = append(x.byFirst[w[0]], w)
		}
	}
	known.codes = append(known.codes, int32(code))
}

// isWord reports whether a name of the set has the word w.
func (x *index) isWord(w string) bool { return x.words[w] != nil || x.others[w] }

// sortedWords returns the words of a name in normal form, in alphabetical order.
func sortedWords(name string) []string {
	words := strings.Split(name, "_")
	slices.Sort(words)
	return words
}
