package catalog

import (
	"slices"
	"strings"
)

// Nearest says which code is meant by name, and how sure that is. The first of
// these that holds decides:
//
//   - Exact: name is a code of the set; Codes holds it.
//   - Spelling: it is one but for case, separators or camelCase.
//   - Renamed, Removed, Foreign: it is retired, in whatever spelling; Codes
//     holds its successor, if it has one.
//   - Invented: it is in the table of invented names, in whatever spelling.
//   - Reordered: it has exactly the words of a code in another order. That is
//     certain: who writes these words means that code, or if two codes have
//     them, one of the two.
//   - Typo: the nearest code is one or two slips of the keyboard away, or one
//     for names of less than eight letters. Swapped neighbours are one slip.
//   - Words: it is as near as that to a code, but by a word that has a meaning
//     of its own or is too short to tell (otp for totp, mode for code); or it
//     shares much of its words with a code, weighted by how rare they are.
//   - Unknown: none of it.
//
// A retired or an invented name is recognised with its words in another order
// or with one slip, too, unless a code is as near, and so is one with not_exist for
// does_not_exist. Digits are no slips: sha_256
// is not sha_512.
func (s *Set) Nearest(name string) Match {
	if _, ok := s.Lookup(name); ok {
		return Match{Reason: Exact, Codes: []string{name}}
	}
	s.once.Do(func() { s.index = newIndex(&s.data) })
	x := s.index

	if e := x.squashed[squash(name)]; e != nil {
		return e.match(Spelling)
	}
	form := normal(name)
	words := sortedWords(form)
	if same := x.reordered[strings.Join(words, "_")]; len(same) > 0 {
		return joined(same, Reordered)
	}
	if slips, reason := x.slips(form); len(slips) > 0 {
		return joined(slips, reason)
	}
	if thing, ok := strings.CutSuffix(strings.TrimSuffix(form, "s"), "_not_exist"); ok {
		if e := x.squashed[squash(thing+"_does_not_exist")]; e != nil {
			return e.match(Typo)
		}
	}
	if codes := x.similar(s.data.Codes, form, slices.Compact(words)); len(codes) > 0 {
		return Match{Reason: Words, Codes: codes}
	}
	return Match{}
}

// match returns what a name that means e means; forCode is the reason where e
// is a code.
func (e *entry) match(forCode Reason) Match {
	switch {
	case e.retired != nil:
		m := Match{Reason: e.retired.Why, Note: e.retired.Note}
		if e.retired.Successor != "" {
			m.Codes = []string{e.retired.Successor}
		}
		return m
	case e.alias != nil:
		return Match{
			Reason: Invented,
			Codes:  append([]string{e.alias.Code}, e.alias.Also...),
			Note:   e.alias.Note,
		}
	}
	return Match{Reason: forCode, Codes: []string{e.name}}
}

// joined returns the match for a name that may mean any of these, the
// likeliest first; forCode is the reason where the first is a code.
func joined(names []*entry, forCode Reason) Match {
	m := names[0].match(forCode)
	for _, e := range names[1:] {
		for _, c := range e.match(forCode).Codes {
			if !slices.Contains(m.Codes, c) {
				m.Codes = append(m.Codes, c)
				m.Note = "" // it speaks of one of them only
			}
		}
	}
	return m
}
