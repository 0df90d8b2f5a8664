// Package explain says in words what the catalog knows of a code, for the command as
// well as for editors.
package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// A Section is a heading and what there is to say below it.
type Section struct {
	Heading string
	Items   []string
}

// Sections returns what is known of a code beyond its meaning, without sections that
// have nothing to say.
func Sections(c catalog.Code) []Section {
	return slices.DeleteFunc([]Section{
		{"Common causes", c.Causes},
		{"What to do", c.Remedies},
		{"Calls known to end with it", calls(c.RaisedBy)},
	}, func(s Section) bool { return len(s.Items) == 0 })
}

// Statuses returns the statuses of a code with a separator between them, or "" if
// none is known.
func Statuses(c catalog.Code, separator string) string {
	var list []string
	for _, status := range c.Statuses() {
		list = append(list, strconv.Itoa(status))
	}
	return strings.Join(list, separator)
}

// Sources returns which source shows which of the further statuses of a code.
func Sources(c catalog.Code) []string {
	var list []string
	for _, s := range c.Others {
		list = append(list, fmt.Sprintf("%d is shown by %s", s.Status, s.Source))
	}
	return list
}

// Products names products, and the API that no source shows beside its sister: it may
// send the code as well.
func Products(p catalog.Products) string {
	text := strings.Join(p.Names(), ", ")
	if unseen := p.Unseen(); unseen != 0 {
		text += "; not seen for " + unseen.String()
	}
	return text
}

// calls names calls in words where they are all calls of a product.
func calls(list []string) []string {
	texts := slices.Clone(list)
	for i, call := range list {
		if product, ok := strings.CutSuffix(call, " *"); ok {
			texts[i] = "every " + product + " call"
		}
	}
	return texts
}
