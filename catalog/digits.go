package catalog

import "strings"

// digitsDiffer reports whether the difference of name, whose digits are given,
// and code lies in digits: in nothing else, or in one that the code has not. A
// digit that was lost besides another slip is forgiven.
func digitsDiffer(digits, name, code string) bool {
	d := digitsOf(code)
	if d == digits {
		return false
	}
	return withoutDigits(name) == withoutDigits(code) || d != "" && !isSubsequence(digits, d)
}

// isSubsequence reports whether part is what is left of whole if some of its
// bytes are taken away.
func isSubsequence(part, whole string) bool {
	for i := 0; i < len(whole) && part != ""; i++ {
		if whole[i] == part[0] {
			part = part[1:]
		}
	}
	return part == ""
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// withoutDigits returns s, in normal form, without its digits, in normal form.
func withoutDigits(s string) string {
	return normal(strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, s))
}
