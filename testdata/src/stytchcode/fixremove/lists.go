package fixremove

import (
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// elements of lists that are only searched
var ended = []stytcherror.Type{
	"session_not_found",
	"session_expired", // want `"session_not_found"`
	"member_not_found",
}

var first = []string{
	"session_expired", // want `"session_not_found"`
	"session_not_found",
}

// what is said above it would be lost
var documented = []string{
	"session_not_found",
	// the user waited too long
	"session_expired", // want `"session_not_found"`
}

// Ended is for other packages, which may count it.
var Ended = []stytcherror.Type{"session_not_found", "session_expired"} // want `"session_not_found"`

// the length is needed, or the place
var (
	counted = []string{"session_not_found", "session_expired"}       // want `"session_not_found"`
	array   = [2]string{"session_not_found", "session_expired"}      // want `"session_not_found"`
	open    = [...]string{"session_not_found", "session_expired"}    // want `"session_not_found"`
	placed  = []string{0: "session_not_found", 1: "session_expired"} // want `"session_not_found"`
	texts   = []string{"gone", "timed out"}
	beside  = []string{"session_not_found", "session_expired"} // want `"session_not_found"`
	printed = []string{"session_not_found", "session_expired"} // want `"session_not_found"`
)

func lists(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	local := []string{"session_not_found", "session_expired"} // want `"session_not_found"`
	for _, c := range local {
		if c == code {
			return true
		}
	}
	for i, c := range beside {
		if c == code {
			println(texts[i])
		}
	}
	for _, c := range printed {
		println(c)
		if c == code {
			return true
		}
	}
	return slices.Contains(ended, e.ErrorType) || slices.Contains(first, code) || slices.Contains(documented, code) ||
		slices.Contains(Ended, e.ErrorType) || slices.Contains(counted, code) && len(counted) == 2 ||
		slices.Contains(array[:], code) || slices.Contains(open[:], code) || slices.Contains(placed, code) ||
		slices.Contains([]string{"session_not_found", "session_expired"}, code) || // want `"session_not_found"`
		member([]string{"session_expired", "session_not_found"}, code) // want `"session_not_found"`
}

func member(list []string, code string) bool { return slices.Contains(list, code) }

// keys of maps that are only asked
var known = map[string]bool{
	"session_not_found": true,
	"session_expired":   true, // want `"session_not_found"`
	"session_revoked":   true, // want `"session_not_found"`
}

var seen = map[stytcherror.Type]struct{}{
	"session_expired":   {}, // want `"session_not_found"`
	"session_not_found": {},
}

// another value was meant for it
var status = map[string]int{
	"session_not_found": 404,
	"session_expired":   401, // want `"session_not_found"`
}

// counted
var sized = map[string]bool{
	"session_not_found": true,
	"session_expired":   true, // want `"session_not_found"`
}

func maps(e stytcherror.Error) (int, bool) {
	code := string(e.ErrorType)
	_, ok := seen[e.ErrorType]
	return status[code], ok || known[code] || sized[code] && len(sized) > 1
}

// a map that is filled
func filled(e stytcherror.Error) string {
	texts := map[string]string{}
	texts["session_not_found"] = "gone"
	texts["session_expired"] = "timed out" // want `"session_not_found"`
	return texts[string(e.ErrorType)]
}

// rows of a table
func table(e stytcherror.Error) int {
	for _, row := range []struct {
		code   string
		status int
	}{
		{"session_not_found", 404},
		{"session_expired", 401}, // want `"session_not_found"`
		{code: "weak_pasword"},   // want `"weak_password"`
	} {
		if row.code == string(e.ErrorType) {
			return row.status
		}
	}
	return 0
}
