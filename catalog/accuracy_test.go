package catalog_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

// The tests in this file measure how often Nearest finds the code from which a
// name was made. The counting is strict: only the first of the codes counts,
// whatever the reason, so a tie is right only if the true code comes first. A
// name that is a code itself, one that is retired or in the table of invented
// names (both in any spelling), and one that differs from its code by nothing
// but digits is no trial: there the answer is another one on purpose.

// A tally counts trials of one kind.
type tally struct {
	trials, right  int
	fixed, wrongly int // how often Fix had an answer, and how often a wrong one
	misses         []string
}

func (ta *tally) try(name, code string) {
	m := catalog.Nearest(name)
	ta.trials++
	if len(m.Codes) > 0 && m.Codes[0] == code {
		ta.right++
	} else if len(ta.misses) < 12 {
		ta.misses = append(ta.misses, name+" of "+code+" gave "+strings.Join(m.Codes, "|"))
	}
	if f := m.Fix(); f != "" {
		ta.fixed++
		if f != code {
			ta.wrongly++
		}
	}
}

// report logs the figures, and fails below the least rate of right answers or
// above the greatest of wrong fixes.
func (ta *tally) report(t *testing.T, what string, least, mostWrong float64) {
	t.Helper()
	rate := float64(ta.right) / float64(ta.trials)
	wrong := float64(ta.wrongly) / float64(ta.trials)
	t.Logf("%-22s %6d trials, %7.3f %% right, %7.3f %% fixed, %6.3f %% fixed wrongly", what, ta.trials,
		100*rate, 100*float64(ta.fixed)/float64(ta.trials), 100*wrong)
	if rate < least || wrong > mostWrong {
		t.Errorf("%s: %.4f right, want %.4f; %.4f fixed wrongly, want at most %.4f\n%s",
			what, rate, least, wrong, mostWrong, strings.Join(ta.misses, "\n"))
	}
	if testing.Verbose() {
		for _, m := range ta.misses {
			t.Log("  ", m)
		}
	}
}

// squashed returns a name without what Nearest takes for mere spelling.
func squashed(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "") }

func withoutDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, s)
	return squashed(s)
}

// other holds every name, squashed, that means something by itself.
var other = func() map[string]string {
	names := map[string]string{}
	for _, c := range catalog.All() {
		names[squashed(c.Name)] = c.Name
	}
	for _, row := range readTable("codes/retired.tsv") {
		names[squashed(row[0])] = row[0]
	}
	for _, row := range readTable("codes/aliases.tsv") {
		names[squashed(row[0])] = row[0]
	}
	return names
}()

// isTrial reports whether name, made from code, tells something.
func isTrial(name, code string) bool {
	meaning := other[squashed(name)]
	return name != code && (meaning == "" || meaning == code) &&
		(squashed(name) == squashed(code) || withoutDigits(name) != withoutDigits(code))
}

func TestAccuracyOfSingleTypos(t *testing.T) {
	var deletion, transposition, doubling tally
	for _, c := range catalog.All() {
		code := c.Name
		for i := range code {
			if name := code[:i] + code[i+1:]; isTrial(name, code) {
				deletion.try(name, code)
			}
			if name := code[:i+1] + code[i:]; isTrial(name, code) {
				doubling.try(name, code)
			}
			if i > 0 {
				name := code[:i-1] + code[i:i+1] + code[i-1:i] + code[i+1:]
				if isTrial(name, code) {
					transposition.try(name, code)
				}
			}
		}
	}
	deletion.report(t, "one letter deleted", 0.995, 0.001)
	transposition.report(t, "two letters swapped", 0.995, 0.001)
	doubling.report(t, "one letter doubled", 0.995, 0.001)
}

func TestAccuracyOfDoubleTypos(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	codes := catalog.All()
	var typos tally
	for typos.trials < 2000 {
		code := codes[rng.IntN(len(codes))].Name
		if name := slip(rng, slip(rng, code)); isTrial(name, code) {
			typos.try(name, code)
		}
	}
	typos.report(t, "two random slips", 0.995, 0.003)
}

// slip returns s with one letter or underscore deleted, inserted, replaced or
// swapped with the next.
func slip(rng *rand.Rand, s string) string {
	const keys = "abcdefghijklmnopqrstuvwxyz_"
	i := rng.IntN(len(s))
	key := string(keys[rng.IntN(len(keys))])
	switch rng.IntN(4) {
	case 0:
		return s[:i] + s[i+1:]
	case 1:
		return s[:i] + key + s[i:]
	case 2:
		return s[:i] + key + s[i+1:]
	default:
		if i == len(s)-1 {
			i--
		}
		return s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:]
	}
}

func TestAccuracyOfWords(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var vocabulary []string
	for _, c := range catalog.All() {
		vocabulary = append(vocabulary, strings.Split(c.Name, "_")...)
	}
	slices.Sort(vocabulary)
	vocabulary = slices.Compact(vocabulary)
	fillers := strings.Split("error err stytch the is has was been failed status code type api exception reason", " ")

	var reordered, dropped, filled, added tally
	undecided := 0
	for _, c := range catalog.All() {
		code := c.Name
		words := strings.Split(code, "_")
		for range 3 {
			shuffled := slices.Clone(words)
			rng.Shuffle(len(words), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			if name := strings.Join(shuffled, "_"); isTrial(name, code) {
				reordered.try(name, code)
			}
			i := rng.IntN(len(words) + 1)
			if name := strings.Join(slices.Insert(slices.Clone(words), i, fillers[rng.IntN(len(fillers))]), "_"); isTrial(name, code) {
				filled.try(name, code)
			}
			if name := strings.Join(slices.Insert(slices.Clone(words), i, vocabulary[rng.IntN(len(vocabulary))]), "_"); isTrial(name, code) {
				added.try(name, code)
			}
		}
		for i := range words {
			rest := slices.Delete(slices.Clone(words), i, i+1)
			name := strings.Join(rest, "_")
			switch {
			case !isTrial(name, code) || len(rest) < 2:
			case holders(rest) > 1:
				// Several codes have all these words: which one was meant is
				// nobody's to know.
				undecided++
			default:
				dropped.try(name, code)
			}
		}
	}
	reordered.report(t, "words reordered", 0.95, 0.001)
	filled.report(t, "a filler added", 0.95, 0.01)
	added.report(t, "any known word added", 0.95, 0.01)
	dropped.report(t, "a word dropped", 0.95, 0.01)
	t.Logf("%-22s %6d names left out, which fit several codes", "a word dropped", undecided)
}

// holders returns how many codes have all these words.
func holders(words []string) int {
	n := 0
	for _, c := range catalog.All() {
		have := strings.Split(c.Name, "_")
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(have, w) }) {
			n++
		}
	}
	return n
}

func TestAccuracyOfSpelling(t *testing.T) {
	for _, c := range catalog.All() {
		words := strings.Split(c.Name, "_")
		titled := make([]string, len(words))
		for i, w := range words {
			titled[i] = strings.ToUpper(w[:1]) + w[1:]
		}
		camel := words[0] + strings.Join(titled[1:], "")
		for _, name := range []string{
			strings.ToUpper(c.Name),
			strings.ToUpper(c.Name[:1]) + c.Name[1:],
			strings.Join(words, "-"),
			strings.Join(words, " "),
			strings.Join(words, "."),
			strings.Join(words, "/"),
			strings.Join(words, "__"),
			"_" + c.Name + "_",
			" " + c.Name,
			strings.Join(titled, ""),
			strings.Join(titled, "-"),
			strings.Join(titled, " "),
			camel,
		} {
			m := catalog.Nearest(name)
			if name == c.Name { // digits and single words have no case to change
				continue
			}
			if m.Reason != catalog.Spelling || m.Fix() != c.Name {
				t.Errorf("Nearest(%q) = %+v, want the spelling of %q", name, m, c.Name)
			}
		}
	}
}
