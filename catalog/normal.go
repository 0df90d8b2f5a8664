package catalog

import "strings"

// normal returns name in the form of a code: lower case, with one underscore
// between words. It takes hyphens, spaces, dots and slashes for underscores,
// and splits camelCase. Other characters stay as they are.
func normal(name string) string {
	if isNormal(name) {
		return name
	}
	shouting := strings.ToUpper(name) == name
	var b strings.Builder
	b.Grow(len(name) + 8)
	gap := false // whether an underscore is due before the next character
	for i := range len(name) {
		c := name[i]
		if isSeparator(c) {
			gap = b.Len() > 0
			continue
		}
		if isUpper(c) {
			if i > 0 && b.Len() > 0 && !shouting {
				// A word starts at "sN" of sessionNot and at "Tn" of OAUTHToken.
				afterUpper := isUpper(name[i-1])
				beforeLower := i+1 < len(name) && isLower(name[i+1])
				gap = gap || !afterUpper || beforeLower
			}
			c += 'a' - 'A'
		}
		if gap {
			b.WriteByte('_')
			gap = false
		}
		b.WriteByte(c)
	}
	return b.String()
}

// isNormal reports whether name already has the form that normal gives.
func isNormal(name string) bool {
	last := byte('_')
	for i := range len(name) {
		c := name[i]
		if isUpper(c) || c != '_' && isSeparator(c) || c == '_' && last == '_' {
			return false
		}
		last = c
	}
	return last != '_' || name == ""
}

// squash returns name in lower case without any separator. Two names that
// differ only in their spelling have the same squashed form.
func squash(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	for i := range len(name) {
		c := name[i]
		switch {
		case isSeparator(c):
		case isUpper(c):
			b.WriteByte(c + 'a' - 'A')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isSeparator(c byte) bool {
	switch c {
	case '_', '-', ' ', '.', '/', ':', '\t', '\n', '\r':
		return true
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }
