// Package textx compares parts of codes, and codes in other cases.
package textx

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func code(err error) string {
	var e stytcherror.Error
	errors.As(err, &e)
	return string(e.ErrorType)
}

// Fold does not regard case.
func Fold(err error, name string) bool { return strings.EqualFold(code(err), name) }

// FoldAny does not for several.
func FoldAny(err error, names ...string) bool {
	for _, name := range names {
		if strings.EqualFold(name, code(err)) {
			return true
		}
	}
	return false
}

// StartsWith looks at the beginning.
func StartsWith(err error, prefix string) bool { return strings.HasPrefix(code(err), prefix) }

// EndsWith looks at the end.
func EndsWith(err error, suffix string) bool { return strings.HasSuffix(code(err), suffix) }

// Mentions looks anywhere.
func Mentions(err error, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(code(err), part) {
			return true
		}
	}
	return false
}

// Matches compares the whole or the beginning.
func Matches(err error, s string) bool {
	c := code(err)
	return c == s || strings.HasPrefix(c, s)
}

// Upper returns the code in upper case.
func Upper(err error) string { return strings.ToUpper(code(err)) }

// Shout brings any text to upper case.
func Shout(s string) string { return strings.ToUpper(s) }

// IsUpper compares in upper case.
func IsUpper(err error, name string) bool { return strings.ToUpper(code(err)) == name }

// Loud compares what is brought to upper case with what is, too.
func Loud(a, b string) bool { return strings.ToUpper(a) == strings.ToUpper(b) }

// Clean changes the separators, so that it is no code any more.
func Clean(s string) string { return strings.ReplaceAll(s, "_", "-") }

// Short drops the first word.
func Short(err error) string { return strings.TrimPrefix(code(err), "invalid_") }

// Contains is for every text.
func Contains(s, part string) bool { return strings.Contains(s, part) }
