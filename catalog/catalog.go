// Package catalog holds what is known about the error codes of Stytch's API:
// the error_type of an error response, its HTTP status, the products that send
// it, what it means and what to do about it.
//
// Two sets exist. [Stytch] is the set that stytcherror.Error.ErrorType draws
// from; [OAuth2] is the set of stytcherror.OAuth2Error.ErrorType, whose codes
// are registered by OAuth 2.0 and OpenID Connect.
package catalog

import (
	"slices"
	"strings"
)

// A Code is one error code and what is known about it.
type Code struct {
	Name     string   // the error_type, such as "session_not_found"
	Status   int      // the HTTP status it comes with; 0 where no source shows it
	Products Products // the APIs known to send it; 0 where no source says
	Title    string   // a few words, such as "Session not found"; may be empty
	Meaning  string   // one or more sentences; may be empty
	Causes   []string // common causes, a sentence or two each
	Remedies []string // what to do about it, a sentence or two each
	Sources  []string // ids of the sources that show it, explained in codes/sources.tsv
	URL      string   // the page of Stytch's documentation that lists it
}

// A Retired is a name that was an error code once, or is one of another Stytch
// SDK only, and that the API does not send.
type Retired struct {
	Name      string
	Why       Reason // Renamed, Removed or Foreign
	Successor string // the code that took its place; "" where there is none
	Note      string // a clause for a message, lower case, without a full stop; may be empty
}

// An Alias is a name that people and language models invent for a code that
// exists under another name.
type Alias struct {
	Name string // the invented name, in the form of a code
	Code string // the code that is really sent
	Note string // a clause for a message: `an expired or revoked session is reported as "session_not_found"`
}

// Data is the raw material of a [Set].
type Data struct {
	Checked string    // the date on which the data was compared with its sources, as 2006-01-02
	Codes   []Code    // sorted by name
	Retired []Retired // sorted by name
	Aliases []Alias   // sorted by name
}

// A Set is an immutable set of error codes. It may be used by several
// goroutines at once.
type Set struct {
	data Data
}

// New returns the set that holds d, whose slices must be sorted by name and
// must not be changed afterwards.
func New(d Data) *Set { return &Set{data: d} }

// Checked returns the date, as 2006-01-02, on which the set was last compared
// with its sources.
func (s *Set) Checked() string { return s.data.Checked }

// All returns every code of the set, sorted by name. The caller must not
// change the slice.
func (s *Set) All() []Code { return s.data.Codes }

// Lookup returns the code of that exact name.
func (s *Set) Lookup(name string) (Code, bool) {
	i, ok := slices.BinarySearchFunc(s.data.Codes, name, func(c Code, name string) int {
		return strings.Compare(c.Name, name)
	})
	if !ok {
		return Code{}, false
	}
	return s.data.Codes[i], true
}
