// Package deep holds helpers for everybody that are long, recursive, or many
// calls away from the comparison.
package deep

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// matches is long.
func matches(got, want string) bool {
	if len(got) == 0 || len(want) == 0 {
		return false
	}
	depth := 0
	for i := 0; i < len(got) && i < len(want); i++ {
		switch {
		case got[i] == '(':
			depth++
		case got[i] == ')':
			depth--
		case got[i] == want[i] && depth == 0:
			continue
		case strings.ContainsRune("_-. ", rune(got[i])):
			depth = 0
		}
		if depth < 0 || depth > 10 {
			return false
		}
	}
	if strings.EqualFold(strings.TrimSpace(got), strings.TrimSpace(want)) {
		return true
	}
	if a, b := strings.ReplaceAll(got, "-", "_"), strings.ReplaceAll(want, "-", "_"); a == b {
		return true
	}
	return got == want
}

// for codes, and for kinds of the program: two constants say nothing of codes
func long(e stytcherror.Error, big bool) bool {
	kind := "refund"
	if big {
		kind = "charge"
	}
	return matches(kind, "chargeback") || matches(string(e.ErrorType), "session_not_found")
}

// six calls deep
func d1(got, want string) bool { return d2(got, want) }
func d2(got, want string) bool { return d3(got, want) }
func d3(got, want string) bool { return d4(got, want) }
func d4(got, want string) bool { return d5(got, want) }
func d5(got, want string) bool { return d6(got, want) }
func d6(got, want string) bool { return got == want }

func deep(e stytcherror.Error, big bool, name string) bool {
	kind := "refund"
	if big {
		kind = "charge"
	}
	return d1(kind, "chargeback") || d1(name, "sesion_not_found") || d1(string(e.ErrorType), "session_not_found")
}

// recursive
func suffixOf(got, want string) bool {
	return got == want || len(got) > 0 && suffixOf(got[1:], want)
}

func recursive(e stytcherror.Error, big bool) bool {
	kind := "refund"
	if big {
		kind = "charge"
	}
	return suffixOf(kind, "chargeback") || suffixOf(string(e.ErrorType), "session_not_found")
}

// a search that calls itself with the rest of a list is not told from one for a record
func among(code string, list []string) bool {
	return len(list) > 0 && (list[0] == code || among(code, list[1:]))
}

func lists(e stytcherror.Error) bool {
	return among(string(e.ErrorType), []string{"session_not_found", "sesion_not_found"})
}

// methods of a type that serves several purposes
type label struct{ name, value string }

func (l label) is(name, value string) bool { return l.name == name && l.value == value }

func labels(e stytcherror.Error, name string) []label {
	return []label{{"code", string(e.ErrorType)}, {"kind", "refund"}, {"user", name}}
}

func find(e stytcherror.Error, name string) bool {
	for _, l := range labels(e, name) {
		if l.is("code", "sesion_not_found") || l.is("kind", "chargeback") || l.is("user", "root") {
			return true
		}
	}
	return false
}

// a list by its index
func byIndex(e stytcherror.Error) bool {
	list := []string{"pkce_missmatch"} // want `"pkce_mismatch"`
	for i := 0; i < len(list); i++ {
		if list[i] == string(e.ErrorType) {
			return true
		}
	}
	return false
}
