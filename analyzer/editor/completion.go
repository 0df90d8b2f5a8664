package editor

import (
	"fmt"
	"go/token"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// A Completion is what can be written at a position.
type Completion struct {
	// Start and End surround what an item replaces, on one line: what is between the
	// quotes, or a name. Who inserts rather than replaces ends at the cursor, which is
	// not before Start and not behind End.
	Start, End token.Pos
	Items      []Item // in the order in which they are to be shown
}

// An Item is one of the things that can be written.
type Item struct {
	// Start and End surround what this one replaces: mostly what the others do, but a
	// constant takes the place of a literal with its quotes.
	Start, End token.Pos
	Label      string // what is shown: the code, or the name of its constant
	Detail     string // its status and title; may be empty
	Sort       string // its place, to sort by; before all that gopls offers
	Filter     string // what is compared with the text from Start to the cursor
	Text       string // what is written, with the quotes that are missing
	Constant   bool   // it is a name of package catalog/code
	ID         string // to ask [Documentation] for when the item is looked at
}

// Complete returns what can be written at a position, false if no code is expected
// there, or what stands there is longer than a line. The codes that the calls in
// view are known to end with come first, then those of the same product.
func (f *Flow) Complete(pos token.Pos) (*Completion, bool) {
	place, ok := f.Place(pos)
	if !ok {
		return nil, false
	}
	c := &Completion{Start: place.Pos, End: place.End}
	quote, end := `"`, `"`
	if place.Quoted {
		c.Start++
		quote, end = "", ""
		if !place.Open {
			c.End--
		} else {
			end = `"`
		}
	}
	for _, set := range place.Sets {
		for _, code := range set.All() {
			c.Items = append(c.Items, Item{
				Start: c.Start, End: c.End,
				Label: code.Name, Detail: detail(code),
				Sort:   fmt.Sprintf("!%04d", len(c.Items)),
				Filter: code.Name,
				Text:   quote + code.Name + end,
				ID:     idOf(set, code.Name),
			})
		}
	}
	return c, true
}

// detail returns the status and the title of a code, as far as they are known.
func detail(c catalog.Code) string {
	var parts []string
	if c.Status != 0 {
		parts = append(parts, fmt.Sprint(c.Status))
	}
	if c.Title != "" {
		parts = append(parts, c.Title)
	}
	return strings.Join(parts, " ")
}
