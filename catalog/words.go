package catalog

import (
	"cmp"
	"slices"
	"strings"
)

const (
	// A code is worth a mention if this much of the weight of the words in the
	// name and the code is common to both: little where one of them has all
	// the words of the other, much where each has words of its own, which
	// rather speaks of another thing (identity_already_exists is not
	// password_already_exists). Both were chosen so that the error codes of
	// other APIs find nothing.
	enoughWithin  = 0.55
	enoughBetween = 0.70
	// mostSimilar is how many equally similar codes still help.
	mostSimilar = 5
	// misspelt is what a word counts for that is a slip away from a known one.
	misspelt = 0.8
	// longWord is the length from which on words are not all near to each
	// other.
	longWord = 5
)

// An overlap is what a name and a code have in common.
type overlap struct {
	code   int32
	words  int
	weight float64
}

// similar returns the codes that have most in common with words, weighted by
// how rare each word is. All are equally similar. The result is nil where they
// have little in common, or where they are so many that they say nothing.
func (x *index) similar(codes []Code, name string, words []string) []string {
	overlaps := make([]overlap, len(codes))
	var touched []*overlap
	var all float64 // the weight of the words of the name
	for _, w := range words {
		known, factor := x.words[w], 1.0
		if known == nil {
			known, factor = x.misspelt(w), misspelt
		}
		if known == nil {
			all += x.unknown
			continue
		}
		all += known.weight
		for _, i := range known.codes {
			o := &overlaps[i]
			if o.words == 0 {
				o.code = i
				touched = append(touched, o)
			}
			o.words++
			o.weight += known.weight * factor
		}
	}

	// What the code has beyond the name counts half: who makes a code up leaves
	// words out more easily than they put wrong ones in.
	score := func(o *overlap) float64 {
		return o.weight / (all + (x.weights[o.code]-o.weight)/2)
	}
	within := 0 // how many codes hold all the words
	for _, o := range touched {
		if o.words == len(words) {
			within++
		}
	}
	touched = slices.DeleteFunc(touched, func(o *overlap) bool {
		switch {
		case x.replaced(name, codes[o.code].Name):
			return true
		case o.words < 2: // a coincidence
			return true
		case o.words == len(words):
			return within > mostSimilar || score(o) < enoughWithin
		case o.words == x.sizes[o.code]:
			return score(o) < enoughWithin
		}
		return score(o) < enoughBetween
	})
	slices.SortFunc(touched, func(a, b *overlap) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(a.code, b.code))
	})
	var names []string
	for _, o := range touched {
		if score(o) < score(touched[0])-1e-9 {
			break
		}
		names = append(names, codes[o.code].Name)
	}
	if len(names) > mostSimilar {
		return nil
	}
	return names
}

// replaced reports whether a name is a code with one known word in the place of
// another: that is about another thing (unable_to_auth_oauth_token is not
// unable_to_auth_impersonation_token).
func (x *index) replaced(name, code string) bool {
	if strings.Count(name, "_") != strings.Count(code, "_") {
		return false
	}
	other := ""
	codes := strings.Split(code, "_")
	for i, w := range strings.Split(name, "_") {
		if w == codes[i] {
			continue
		}
		if other != "" {
			return false
		}
		other = w
	}
	return x.isWord(other)
}

// misspelt returns the one word of the codes that is a slip away from w, or nil
// where there is none or are several.
func (x *index) misspelt(w string) *word {
	if len(w) < longWord {
		return nil
	}
	found := ""
	for _, known := range x.byFirst[w[0]] {
		if distance(w, known, 1) > 1 {
			continue
		}
		if found != "" {
			return nil
		}
		found = known
	}
	return x.words[found]
}
