package engine

import "bytes"

// withoutBodies returns the source of a file with empty bodies in the place of those
// of functions that are declared at the beginning of a line, as gofmt writes them. To
// parse the bodies of functions takes longer than all else, and of a dependency
// nobody asks for them. Source that does not end as it should is returned as it is.
func withoutBodies(src []byte) []byte {
	out := make([]byte, 0, len(src))
	copied, depth := 0, 0
	declares := false // a function, and its body may come on this line
	typed := false    // a struct or interface type, whose brace comes next
	for i := 0; i < len(src); {
		if end := skip(src, i); end > i {
			i = end
			continue
		}
		c := src[i]
		switch c {
		case ' ', '\t', '\r':
			i++
			continue
		case '\n':
			declares = declares && depth > 0
		case '(', '[':
			depth++
		case ')', ']', '}':
			depth--
		case '{':
			if declares && depth == 0 && !typed {
				end := closing(src, i)
				if end < 0 {
					return src
				}
				out = append(out, src[copied:i+1]...)
				copied, i, declares = end, end+1, false
				continue
			}
			depth++
		}
		w := word(src[i:])
		declares = declares || depth == 0 && string(w) == "func" && (i == 0 || src[i-1] == '\n')
		typed = string(w) == "struct" || string(w) == "interface"
		i += max(len(w), 1)
	}
	return append(out, src[copied:]...)
}

// closing returns where the brace at i is closed, -1 if it is not.
func closing(src []byte, i int) int {
	for depth := 0; i < len(src); {
		if end := skip(src, i); end > i {
			i = end
			continue
		}
		switch src[i] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return -1
}

// skip returns the end of the comment or literal that begins at i, i if none does.
func skip(src []byte, i int) int {
	var end int
	switch rest := src[i+1:]; src[i] {
	case '"', '\'':
		for j := i + 1; j < len(src); j++ {
			switch src[j] {
			case '\\':
				j++
			case src[i]:
				return j + 1
			}
		}
		return len(src)
	case '`':
		end = bytes.IndexByte(rest, '`')
	case '/':
		switch {
		case bytes.HasPrefix(rest, []byte("/")):
			if end = bytes.IndexByte(rest, '\n'); end > 0 {
				end-- // which ends a line of code, too
			}
		case bytes.HasPrefix(rest, []byte("*")):
			if end = bytes.Index(rest[1:], []byte("*/")); end >= 0 {
				end += len("*/")
			}
		default:
			return i
		}
	default:
		return i
	}
	if end < 0 {
		return len(src)
	}
	return i + 1 + end + 1
}

// word returns the letters with which src begins, as far as keywords have them.
func word(src []byte) []byte {
	n := 0
	for n < len(src) && 'a' <= src[n] && src[n] <= 'z' {
		n++
	}
	return src[:n]
}
