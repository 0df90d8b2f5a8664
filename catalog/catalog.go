// Package catalog holds what is known about the error codes of Stytch's API:
// the error_type of an error response, its HTTP status, the products that send
// it, what it means and what to do about it.
//
// Two sets exist. [Stytch] is the set that stytcherror.Error.ErrorType draws
// from; [OAuth2] is the set of stytcherror.OAuth2Error.ErrorType, whose codes
// are registered by OAuth 2.0 and OpenID Connect.
//
// The data lies in the folder codes, one fact a line. Go tables are generated
// from it, so that a program that imports this package reads and decodes
// nothing when it starts.
package catalog

import (
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./internal/gen

// A Code is one error code and what is known about it.
type Code struct {
	Name     string   // the error_type, such as "session_not_found"
	Status   int      // the HTTP status it comes with; 0 where no source shows it
	Others   []Status // further ones that other sources show, each as right as the first; mostly none
	Products Products // the APIs in which a source shows it; it may be sent by others as well; 0 where no source says
	Title    string   // a few words, such as "Session not found"; may be empty
	Meaning  string   // one or more sentences; may be empty
	Causes   []string // common causes, a sentence or two each
	Remedies []string // what to do about it, a sentence or two each
	RaisedBy []string // calls of the Go SDK known to end with it, such as "b2b Sessions.Authenticate"; "b2b *" stands for every call
	Sources  []string // ids of the sources that show it, explained in codes/sources.tsv; sections of standards in the set OAuth2
	URL      string   // the page of Stytch's documentation that lists it, or of the standard that defines it
}

// A Status is an HTTP status of a code, and the source that shows it.
type Status struct {
	Status int
	Source string // its id in codes/sources.tsv
}

// Statuses returns every HTTP status that a source shows for c, the first of them
// first: a code may come with any of them. There is none where it is not known.
func (c Code) Statuses() []int {
	if c.Status == 0 {
		return nil
	}
	list := []int{c.Status}
	for _, s := range c.Others {
		list = append(list, s.Status)
	}
	return list
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
	Name string   // the invented name, in the form of a code
	Code string   // the code that is really sent
	Also []string // further codes for the same situation; with any of them no single code is right
	Note string   // a clause for a message: `an expired or revoked session is reported as "session_not_found"`
}

// Data is the raw material of a [Set].
type Data struct {
	Checked string    // the date on which the data was compared with its sources, as 2006-01-02
	Codes   []Code    // sorted by name
	Retired []Retired // sorted by name
	Aliases []Alias   // sorted by name
}

// A Set is an immutable set of error codes. It may be used by several
// goroutines at once. It must not be copied.
type Set struct {
	data Data

	once  sync.Once // guards index, which only Nearest needs
	index *index

	wordsOnce sync.Once // guards words, which only Search needs
	words     *wordIndex
}

// New returns the set that holds d, whose slices must be sorted by name and
// must not be changed afterwards.
func New(d Data) *Set { return &Set{data: d} }

// Stytch returns the error codes of Stytch's API: the values of error_type in
// its responses, and those that the Go SDK raises itself.
func Stytch() *Set { return &stytch }

// OAuth2 returns the registered error codes of OAuth 2.0 and OpenID Connect:
// the values of error in the responses of an authorization server.
func OAuth2() *Set { return &oauth2 }

// Lookup returns the code of Stytch's API of that exact name.
func Lookup(name string) (Code, bool) { return stytch.Lookup(name) }

// All returns every code of Stytch's API, sorted by name. The caller must not
// change the slice.
func All() []Code { return stytch.All() }

// Nearest says which code of Stytch's API is meant by name; see [Set.Nearest].
func Nearest(name string) Match { return stytch.Nearest(name) }

// Checked returns the date, as 2006-01-02, on which the set was last compared
// with its sources.
func (s *Set) Checked() string { return s.data.Checked }

// All returns every code of the set, sorted by name. The caller must not
// change the slice.
func (s *Set) All() []Code { return s.data.Codes }

// Lookup returns the code of that exact name.
func (s *Set) Lookup(name string) (Code, bool) {
	return find(s.data.Codes, name, func(c *Code) string { return c.Name })
}

// Retired returns the former or foreign code of that exact name.
func (s *Set) Retired(name string) (Retired, bool) {
	return find(s.data.Retired, name, func(r *Retired) string { return r.Name })
}

// Alias returns the row about the invented name of exactly that form.
func (s *Set) Alias(name string) (Alias, bool) {
	return find(s.data.Aliases, name, func(a *Alias) string { return a.Name })
}

// Retirees returns every former and foreign code, sorted by name. The caller must not
// change the slice.
func (s *Set) Retirees() []Retired { return s.data.Retired }

// Aliases returns every invented name, sorted. The caller must not change the slice.
func (s *Set) Aliases() []Alias { return s.data.Aliases }

// Matches reports whether pred holds for the name of at least one code, so
// that a test for a part of a code can be judged:
//
//	s.Matches(func(code string) bool { return strings.HasPrefix(code, "invalid_") })
func (s *Set) Matches(pred func(name string) bool) bool {
	return slices.ContainsFunc(s.data.Codes, func(c Code) bool { return pred(c.Name) })
}

// find looks for name in rows, which are sorted by it.
func find[T any](rows []T, name string, nameOf func(*T) string) (T, bool) {
	lo, hi := 0, len(rows)
	for lo < hi {
		mid := (lo + hi) / 2
		switch c := strings.Compare(nameOf(&rows[mid]), name); {
		case c == 0:
			return rows[mid], true
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	var none T
	return none, false
}
