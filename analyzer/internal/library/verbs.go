package library

import "strings"

// A Verb is a part of a format that stands for an argument.
type Verb struct {
	Letter     byte // such as s, or * for a width that is an argument itself
	Start, End int  // where it stands in the format
}

// Verbs returns the verbs of a format, in the order of their arguments. One that
// numbers its arguments has none that are known.
func Verbs(format string) []Verb {
	var verbs []Verb
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		start := i
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.*", format[i]) >= 0; i++ {
			if format[i] == '*' {
				verbs = append(verbs, Verb{'*', i, i + 1})
			}
		}
		switch {
		case i >= len(format) || format[i] == '%':
		case format[i] == '[':
			return nil
		default:
			verbs = append(verbs, Verb{format[i], start, i + 1})
		}
	}
	return verbs
}
