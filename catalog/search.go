package catalog

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

const (
	// mostFound is how many codes are worth showing where none is clearly meant.
	mostFound = 3
	// A code is worth showing if it has this share of the weight of the words asked
	// for, and clearly meant if it has that much and every other one far less.
	worthShowing  = 0.3
	clearlyMeant  = 0.5
	clearlyBehind = 0.85
	// longQuery is the weight of four or five rare words. Longer questions, such as
	// a paragraph of a page, need not have more than that in common with a code.
	longQuery = 20
)

// How much a word tells of a code, by where it stands.
const (
	inName    = 1.0
	inStatus  = 1.0
	inTitle   = 0.95
	inAlias   = 0.8
	inMeaning = 0.7
	inAdvice  = 0.5
)

// Search returns the codes that words speak of, the likeliest first and three at
// most, and whether it is clear that the first is meant. Words may be a title or
// any others, in any case and order, with some missing or misspelt: they are
// looked for in the names, the statuses and the invented names of the codes, and
// in what they mean, why they happen and what to do. The result is nil where no
// code has much in common with them.
func (s *Set) Search(words string) (codes []Code, certain bool) {
	if c, ok := s.titled(words); ok {
		return []Code{c}, true
	}
	s.wordsOnce.Do(func() { s.words = newWordIndex(&s.data) })
	hits := s.words.find(stems(words))
	if len(hits) == 0 {
		return nil, false
	}
	for _, h := range hits[:min(mostFound, len(hits))] {
		if h.score >= worthShowing {
			codes = append(codes, s.data.Codes[h.code])
		}
	}
	best := hits[0]
	next := append(hits, hit{})[1]
	certain = best.whole && !next.whole || best.score >= clearlyMeant && next.score <= clearlyBehind*best.score
	return codes, certain
}

// titled returns the code whose name the words are, perhaps reordered or with a
// slip, and with a status before them.
func (s *Set) titled(words string) (Code, bool) {
	fields := alphanumerics(words)
	if len(fields) > 1 && isStatus(fields[0]) {
		fields = fields[1:]
	}
	m := s.Nearest(strings.Join(fields, "_"))
	switch m.Reason {
	case Exact, Spelling, Reordered, Typo:
		if len(m.Codes) == 1 {
			return s.Lookup(m.Codes[0])
		}
	}
	return Code{}, false
}

func isStatus(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && 400 <= n && n < 600
}

// A wordIndex is what Search looks words up in: the stems of all words that the
// set has about its codes. It is built once, on first use.
type wordIndex struct {
	stems map[string]map[int32]float64 // how much a stem tells of each code that has it
	names []float64                    // how rare the stems of each name are, together
	codes int
}

func newWordIndex(d *Data) *wordIndex {
	x := &wordIndex{
		stems: map[string]map[int32]float64{},
		names: make([]float64, len(d.Codes)),
		codes: len(d.Codes),
	}
	position := make(map[string]int32, len(d.Codes))
	for i, c := range d.Codes {
		at := int32(i)
		position[c.Name] = at
		x.add(at, c.Name, inName)
		x.add(at, c.Title, inTitle)
		x.add(at, c.Meaning, inMeaning)
		for _, text := range slices.Concat(c.Causes, c.Remedies) {
			x.add(at, text, inAdvice)
		}
		for _, status := range c.Statuses() {
			x.add(at, strconv.Itoa(status), inStatus)
		}
	}
	for _, a := range d.Aliases {
		for _, code := range append([]string{a.Code}, a.Also...) {
			if at, ok := position[code]; ok {
				x.add(at, a.Name, inAlias)
			}
		}
	}
	for i, c := range d.Codes {
		for _, w := range stems(c.Name) {
			x.names[i] += x.rarity(w)
		}
	}
	return x
}

// add indexes a text about a code, whose words tell that much of it.
func (x *wordIndex) add(code int32, text string, much float64) {
	for _, w := range stems(text) {
		if x.stems[w] == nil {
			x.stems[w] = map[int32]float64{}
		}
		x.stems[w][code] = max(x.stems[w][code], much)
	}
}

// rarity returns the weight of a stem: the fewer codes have it, the more it tells.
// One that none has may belong to another subject, or just be chatter.
func (x *wordIndex) rarity(w string) float64 {
	n := len(x.stems[w])
	if n == 0 {
		return math.Log(1+float64(x.codes)) / 2
	}
	return math.Log(1 + float64(x.codes)/float64(n))
}

// A hit is a code that has some of the words asked for.
type hit struct {
	code  int32
	score float64 // the share that it has of them, and they of its name
	whole bool    // they are its whole name, and nothing else
}

// find returns the codes that have any of the words, the likeliest first.
func (x *wordIndex) find(words []string) []hit {
	type sum struct{ words, name float64 }
	sums := map[int32]sum{}
	all := 0.0 // the weight of the words
	for _, w := range words {
		near, factor := []string{w}, 1.0
		if x.stems[w] == nil {
			near, factor = x.misspelt(w), misspelt
		}
		weight := 0.0
		found := map[int32]float64{}
		for _, v := range near {
			weight = max(weight, x.rarity(v))
			for code, much := range x.stems[v] {
				found[code] = max(found[code], much*factor)
			}
		}
		weight = cmp.Or(weight, x.rarity(w))
		all += weight
		for code, much := range found {
			s := sums[code]
			s.words += much * weight
			if much >= inName*factor {
				s.name += weight
			}
			sums[code] = s
		}
	}
	hits := make([]hit, 0, len(sums))
	for code, s := range sums {
		share := min(1, s.name/x.names[code])
		hits = append(hits, hit{
			code:  code,
			score: s.words / min(all, longQuery) * (3 + share) / 4,
			whole: s.words > 0.999*all && share > 0.999,
		})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.code, b.code))
	})
	return hits
}

// misspelt returns the stems that are fewest slips away from w.
func (x *wordIndex) misspelt(w string) []string {
	limit := 1
	switch {
	case len(w) < 4:
		return nil
	case len(w) >= 8:
		limit = 2
	}
	var near []string
	for v := range x.stems {
		d := distance(w, v, limit)
		if d > limit {
			continue
		}
		if d < limit {
			near, limit = nil, d
		}
		near = append(near, v)
	}
	return near
}
