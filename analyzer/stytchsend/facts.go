package stytchsend

import (
	"slices"
	"strings"
)

// Does is the fact about a function that sends to an address, creates a user,
// or tells errors of the SDK apart: the ways in which it returns.
type does struct {
	Ways []way
}

func (*does) AFact() {}

func (d *does) String() string {
	var parts []string
	for _, w := range d.Ways {
		for _, s := range w.Sends {
			parts = append(parts, "sends "+s.Op)
		}
		for _, m := range w.Creates {
			parts = append(parts, "creates by "+m.What)
		}
		for _, i := range w.If {
			for _, code := range i.Codes {
				parts = append(parts, "tells "+code)
			}
		}
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), ", ")
}

// A way is one in which a function returns. All lists are sorted.
type way struct {
	If      []condition
	Sends   []sending
	Creates []creating
	Results []result
}

// A condition is what must be true of an error, or a code, that a parameter
// holds. The receiver counts as the first parameter.
type condition struct {
	Param   int
	Outcome outcome
	Foreign bool     // it is no error of the API
	Codes   []string // its code is one of them, if there are any; "$1" is the code that parameter 1 holds
	Not     []string // its code is none of them
}

// A sending is a call that sends, and what came of it.
type sending struct {
	Op      string // as the catalog names it
	Address []ref
	Outcome outcome
	Foreign bool
	Codes   []string
	Not     []string
}

// A creating is a call that creates a user.
type creating struct {
	What    string
	Field   string
	Address []ref
}

// A ref is a value that a function is given.
type ref struct {
	Param int
	Path  string // its fields, such as ".User.Email"
}

// A result is one of a function's.
type result struct {
	Kind  kind
	Text  string   // of a literal
	Marks []string // of an error
	Mixed bool
	Made  bool
	Send  int // which of the sends it is an error of; -1
	Param int // which of the parameters it is an error, or a code, of; -1
}

// trait returns what a function does that a fact tells of.
func (d *does) trait() trait {
	t := doesTest
	for _, w := range d.Ways {
		if len(w.Sends) > 0 {
			t |= doesSend
		}
		if len(w.Creates) > 0 {
			t |= doesCreate
		}
	}
	return t
}
