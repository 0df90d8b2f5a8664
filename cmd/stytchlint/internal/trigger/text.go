package trigger

import "bytes"

// group splits src behind the bracket that closes the one with which it begins.
// It takes no notice of strings and comments, in which brackets are rarely
// alone.
func group(src []byte) (inside, after []byte, ok bool) {
	depth := 0
	for i, c := range src {
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
		if depth == 0 {
			return src[min(1, i):i], src[i+1:], i > 0
		}
	}
	return nil, nil, false
}

// flat returns src without what is inside of brackets.
func flat(src []byte) []byte {
	var out []byte
	depth := 0
	for _, c := range src {
		switch c {
		case ')', ']', '}':
			depth--
		}
		if depth == 0 {
			out = append(out, c) // the brackets, too
		}
		switch c {
		case '(', '[', '{':
			depth++
		}
	}
	return out
}

// arguments returns the arguments of a call whose function's name ends where src
// begins, nil if it is no call.
func arguments(src []byte) (args [][]byte) {
	inside, _, ok := group(bytes.TrimLeft(src, " \t)"))
	if !ok {
		return nil
	}
	depth, start := 0, 0
	for i, c := range inside {
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				args = append(args, inside[start:i])
				start = i + 1
			}
		}
	}
	if last := inside[start:]; len(trim(last)) > 0 {
		args = append(args, last)
	}
	return args
}

// isName reports whether an argument is nothing but a name.
func isName(arg []byte) bool {
	arg = bytes.Trim(arg, " \t\r\n()")
	return len(arg) > 0 && len(word(arg)) == len(arg)
}

// holdsWord reports whether a word stands in src.
func holdsWord(src, want []byte) bool {
	if len(want) == 0 {
		return false
	}
	for at := 0; ; {
		i := bytes.Index(src[at:], want)
		if i < 0 {
			return false
		}
		begin, end := at+i, at+i+len(want)
		if (begin == 0 || !isLetter(src[begin-1])) && (end == len(src) || !isLetter(src[end])) {
			return true
		}
		at = end
	}
}

// word returns the name with which src begins.
func word(src []byte) []byte {
	n := 0
	for n < len(src) && isLetter(src[n]) {
		n++
	}
	return src[:n]
}

func trim(src []byte) []byte { return bytes.TrimLeft(src, " \t\r\n") }

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}
