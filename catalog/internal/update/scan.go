package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word of Kotlin or TypeScript.
type token struct {
	kind rune // word, plain, other or end; or the character itself
	text string
	line int
}

// The kinds of tokens that are more than a character.
const (
	end   rune = -1 - iota
	word       // an identifier or a number
	plain      // a string; the text is what stands between its quotes
	other      // a string with escapes, with expressions, or of several lines
)

func (t token) String() string {
	switch t.kind {
	case end:
		return "the end of the file"
	case plain, other:
		return fmt.Sprintf("the string %q", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

// is reports whether t is that word or character.
func (t token) is(text string) bool {
	return t.text == text && t.kind != plain && t.kind != other && t.kind != end
}

// A scanner splits the source of a list into tokens, without the comments. It
// knows as much of Kotlin and TypeScript as their lists need.
type scanner struct {
	name string // of the file
	rest string
	line int
}

func newScanner(name, source string) *scanner {
	return &scanner{name, source, 1}
}

// errorf returns an error at a line.
func (s *scanner) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", s.name, line, fmt.Sprintf(format, args...))
}

// take returns the next n bytes and counts their lines.
func (s *scanner) take(n int) string {
	text := s.rest[:n]
	s.rest = s.rest[n:]
	s.line += strings.Count(text, "\n")
	return text
}

// next returns the next token.
func (s *scanner) next() (token, error) {
	if err := s.skip(); err != nil {
		return token{}, err
	}
	line := s.line
	r, size := utf8.DecodeRuneInString(s.rest)
	switch {
	case s.rest == "":
		return token{kind: end, line: line}, nil
	case r == '"' || r == '\'' || r == '`':
		kind, text, err := s.quoted()
		return token{kind, text, line}, err
	case isWord(r):
		n := strings.IndexFunc(s.rest, func(r rune) bool { return !isWord(r) })
		if n < 0 {
			n = len(s.rest)
		}
		return token{word, s.take(n), line}, nil
	}
	return token{r, s.take(size), line}, nil
}

func isWord(r rune) bool {
	return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// skip skips spaces and comments. In Kotlin, a comment may contain others.
func (s *scanner) skip() error {
	for {
		s.take(len(s.rest) - len(strings.TrimLeftFunc(s.rest, unicode.IsSpace)))
		switch {
		case strings.HasPrefix(s.rest, "//"):
			n := strings.IndexByte(s.rest, '\n')
			if n < 0 {
				n = len(s.rest)
			}
			s.take(n)
		case strings.HasPrefix(s.rest, "/*"):
			if err := s.comment(); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

func (s *scanner) comment() error {
	line := s.line
	nests := strings.HasSuffix(s.name, ".kt")
	s.take(len("/*"))
	for depth := 1; depth > 0; {
		n := strings.IndexAny(s.rest, "*/")
		if n < 0 {
			return s.errorf(line, "the comment does not end")
		}
		s.take(n)
		switch {
		case strings.HasPrefix(s.rest, "*/"):
			depth--
			s.take(2)
		case nests && strings.HasPrefix(s.rest, "/*"):
			depth++
			s.take(2)
		default:
			s.take(1)
		}
	}
	return nil
}

// quoted returns a string with any of the quotes of the two languages.
func (s *scanner) quoted() (kind rune, text string, err error) {
	line, start := s.line, s.rest
	quote := s.rest[:1]
	raw := strings.HasPrefix(s.rest, `"""`)
	if raw {
		quote = `"""`
	}
	s.take(len(quote))
	kind = plain
	if raw || quote == "`" {
		kind = other
	}
	for {
		switch {
		case strings.HasPrefix(s.rest, quote):
			text = start[len(quote) : len(start)-len(s.rest)]
			s.take(len(quote))
			return kind, text, nil
		case s.rest == "", s.rest[0] == '\n' && kind == plain:
			return 0, "", s.errorf(line, "the string does not end")
		case s.rest[0] == '\\' && !raw && len(s.rest) > 1:
			kind = other
			s.take(2)
		case strings.HasPrefix(s.rest, "${") && quote != "'":
			kind = other
			s.take(len("$"))
			if _, err := s.next(); err != nil { // the brace
				return 0, "", err
			}
			if err := s.group("{", "}"); err != nil {
				return 0, "", err
			}
		default:
			s.take(1)
		}
	}
}

// group skips what follows an opening bracket, with the one that closes it.
func (s *scanner) group(opening, closing string) error {
	line := s.line
	for depth := 1; depth > 0; {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t.kind == end:
			return s.errorf(line, "there is no %q for the %q here", closing, opening)
		case t.is(opening):
			depth++
		case t.is(closing):
			depth--
		}
	}
	return nil
}

// find skips everything up to these words in a row, and what follows them.
func (s *scanner) find(words ...string) error {
	for matched := 0; matched < len(words); {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t.kind == end:
			return s.errorf(t.line, "there is no %q", strings.Join(words, " "))
		case t.is(words[matched]):
			matched++
		case t.is(words[0]):
			matched = 1
		default:
			matched = 0
		}
	}
	return nil
}
