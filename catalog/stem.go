package catalog

import (
	"slices"
	"strings"
	"unicode"
)

// stems returns the stems of the words of an English text or a name, without those
// that say nothing; sorted, and each once.
func stems(text string) []string {
	var list []string
	for _, w := range alphanumerics(text) {
		if !saysNothing(w) {
			list = append(list, stem(w))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// alphanumerics returns the words of a text, in lower case.
func alphanumerics(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// saysNothing reports whether a word is in every text, whatever it is about.
func saysNothing(w string) bool {
	switch w {
	case "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "do", "does",
		"error", "for", "from", "had", "has", "have", "i", "if", "in", "is", "it", "its", "my", "of", "on",
		"or", "our", "s", "so", "stytch", "that", "the", "their", "them", "then", "there", "they", "this",
		"to", "was", "we", "were", "what", "why", "will", "with", "you", "your":
		return true
	}
	return false
}

// stem returns a word without its commonest endings, so that "expires" and
// "expired", "codes" and "code", "authenticate" and "authentication" are the same.
// It need not be a word.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		w = w[:len(w)-3] + "y"
	case len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u' && w[len(w)-2] != 'i':
		w = w[:len(w)-1]
	}
	for _, ending := range []string{"ing", "ed", "ion", "e"} {
		rest, ok := strings.CutSuffix(w, ending)
		if ok && len(rest) > 3 && (ending != "ion" || strings.HasSuffix(rest, "at")) {
			return rest
		}
	}
	return w
}
