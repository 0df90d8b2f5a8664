// Package fuzzseed makes inputs for fuzz targets: many, and the same ones each
// time, so that go test alone tries more than the few that somebody wrote down.
package fuzzseed

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Changed returns n texts. Each is one of some others with a few changes, such as
// the fuzzer of the go command makes: what is a part here comes twice, elsewhere,
// or not at all.
func Changed(n int, texts ...string) []string {
	source := rand.New(rand.NewPCG(uint64(n), 0)) //nolint:gosec // the texts are to be the same each time
	var list []string
	for i := range n {
		text := texts[i%len(texts)]
		for range 1 + source.IntN(4) {
			text = changes[source.IntN(len(changes))](source, text, texts[source.IntN(len(texts))])
		}
		list = append(list, text)
	}
	return list
}

// A change makes another text of one, perhaps with a part of a third.
type change func(source *rand.Rand, text, other string) string

var changes = []change{
	func(s *rand.Rand, text, _ string) string { // removes a part
		start, end := part(s, text)
		return text[:start] + text[end:]
	},
	func(s *rand.Rand, text, _ string) string { // repeats a part
		start, end := part(s, text)
		return text[:end] + text[start:end] + text[end:]
	},
	func(s *rand.Rand, text, other string) string { // puts a part of another text into the place of one
		start, end := part(s, text)
		from, to := part(s, other)
		return text[:start] + other[from:to] + text[end:]
	},
	func(s *rand.Rand, text, _ string) string { // puts in what is seldom expected
		start, _ := part(s, text)
		return text[:start] + unexpected[s.IntN(len(unexpected))] + text[start:]
	},
	func(s *rand.Rand, text, _ string) string { // puts that into the place of a part
		start, end := part(s, text)
		return text[:start] + unexpected[s.IntN(len(unexpected))] + text[end:]
	},
	func(s *rand.Rand, text, _ string) string { // changes a byte
		if text == "" {
			return string(rune(s.IntN(256)))
		}
		i := s.IntN(len(text))
		return text[:i] + string([]byte{byte(s.IntN(256))}) + text[i+1:]
	},
	func(s *rand.Rand, text, _ string) string { // moves a line
		lines := strings.SplitAfter(text, "\n")
		from := s.IntN(len(lines))
		line := lines[from]
		lines = slices.Delete(lines, from, from+1)
		return strings.Join(slices.Insert(lines, s.IntN(len(lines)+1), line), "")
	},
	func(s *rand.Rand, text, _ string) string { // ends early
		start, _ := part(s, text)
		return text[:start]
	},
}

// unexpected is what no text is made for: bytes that are no characters, characters
// of several bytes, ends of lines, quotes and brackets, and numbers.
var unexpected = []string{
	"\x00", "\xff", "\x80", "é", "İ", "\u2028", "\ufeff", "\r", "\n", "\r\n", "\t", " ", "\"", "'", "`", "\\", "/", ":", ",", "-", "#", "*", "_",
	"{", "}", "[", "]", "(", ")", "0", "-1", "7", "1e9", "9223372036854775808", "null", "A", "z",
}

// part returns where a part of a text begins and ends. Most are short.
func part(s *rand.Rand, text string) (start, end int) {
	if text == "" {
		return 0, 0
	}
	start = s.IntN(len(text) + 1)
	most := len(text) - start
	if s.IntN(8) > 0 {
		most = min(most, 12)
	}
	return start, start + s.IntN(most+1)
}
