package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// A code is one of the catalog as the pages show it.
type code struct {
	catalog.Code
	OAuth bool // of OAuth 2.0, not of Stytch
}

// Path returns where it is shown.
func (c code) Path() string {
	if c.OAuth {
		return oauthPath(c.Name)
	}
	return codePath(c.Name)
}

// ProductNames returns the products, those of OAuth 2.0 among them.
func (c code) ProductNames() []string {
	if c.OAuth {
		return catalog.OAuthServer.Names()
	}
	return c.Products.Names()
}

// Known says whether enough is known of a code for a page of its own.
func (c code) Known() bool {
	return c.OAuth || c.Status != 0 || c.Meaning != "" || len(c.RaisedBy) > 0
}

// Parent is the page that lists a code, for the one about it.
func (c code) Parent() string { return "codes.html#" + c.ID() }

// ID returns the id of a code on that page.
func (c code) ID() string {
	if c.OAuth {
		return "oauth2." + c.Name
	}
	return c.Name
}

// An other is a name that is no code, and what is meant by it.
type other struct {
	Name  string
	Note  string // a sentence
	Codes []code // none where nothing has taken its place
}

// codes adds the page with all codes, and one for each of them, and for each name that
// is none.
func (b *builder) codes() error {
	stytch, oauth := wrap(catalog.Stytch(), false), wrap(catalog.OAuth2(), true)
	all := slices.Concat(stytch, oauth)
	others := others()
	if err := b.others(others); err != nil {
		return err
	}
	if err := b.sources(all); err != nil {
		return err
	}
	err := b.render("codes.html", &page{
		Path:        "codes.html",
		Title:       "Error codes of Stytch's API",
		Description: fmt.Sprintf("All %d error codes of Stytch's API, with status, meaning, causes and remedies, to be searched as you type.", len(stytch)),
		Section:     "codes",
		Scripts:     []string{"assets/catalog.js", "assets/codes.js"},
		Data: map[string]any{
			"Stytch": stytch, "OAuth": oauth, "Others": len(others),
			"Statuses": statuses(all), "Products": products(all), "Checked": catalog.Stytch().Checked(),
		},
	})
	if err != nil {
		return err
	}
	lookedForAs := map[string][]string{}
	for _, o := range others {
		for _, c := range o.Codes {
			lookedForAs[c.Name] = append(lookedForAs[c.Name], o.Name)
		}
	}
	known := slices.DeleteFunc(slices.Clone(all), func(c code) bool { return !c.Known() })
	for i, c := range known {
		var names []string
		if !c.OAuth {
			names = lookedForAs[c.Name]
		}
		if err := b.code(c, known, i, names); err != nil {
			return err
		}
	}
	return b.catalog(all, others)
}

func wrap(set *catalog.Set, oauth bool) []code {
	var list []code
	for _, c := range set.All() {
		list = append(list, code{c, oauth})
	}
	return list
}

// others returns the names that are no codes and of which something is known.
func others() []other {
	var list []other
	add := func(name, note string, codes ...string) {
		o := other{Name: name, Note: sentence(note)}
		for _, name := range codes {
			if c, ok := catalog.Lookup(name); ok {
				o.Codes = append(o.Codes, code{c, false})
			}
		}
		list = append(list, o)
	}
	for _, a := range catalog.Stytch().Aliases() {
		add(a.Name, a.Note, append([]string{a.Code}, a.Also...)...)
	}
	for _, r := range catalog.Stytch().Retirees() {
		add(r.Name, r.Note, r.Successor)
	}
	slices.SortFunc(list, func(a, b other) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Unsaid returns the codes that the note does not name.
func (o other) Unsaid() []code {
	return slices.DeleteFunc(slices.Clone(o.Codes), func(c code) bool { return strings.Contains(o.Note, c.Name) })
}

// sentence makes a sentence of a clause.
func sentence(clause string) string {
	if clause == "" {
		return ""
	}
	return strings.ToUpper(clause[:1]) + clause[1:] + "."
}

// statuses returns all statuses, sorted.
func statuses(codes []code) []int {
	var list []int
	for _, c := range codes {
		list = append(list, c.Statuses()...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// products returns the names of all products, in the order of the catalog.
func products(codes []code) []string {
	all := catalog.OAuthServer
	for _, c := range codes {
		all |= c.Products
	}
	return all.Names()
}

// code adds the page of a code.
func (b *builder) code(c code, all []code, i int, names []string) error {
	what := cmp.Or(c.Meaning, "An error code of Stytch's API.")
	p := &page{
		Path:        c.Path(),
		Title:       c.Name,
		Description: c.Name + ": " + what,
		Section:     "codes",
	}
	data := map[string]any{"Code": c, "Names": names, "Calls": calls(c)}
	if i > 0 {
		data["Previous"] = all[i-1]
	}
	if i+1 < len(all) {
		data["Next"] = all[i+1]
	}
	p.Data = data
	return b.render("code.html", p)
}

// A call may end with a code.
type call struct {
	Name    string // of one call
	Text    string // or what all of them are
	Outcome string // the failure that users cause every day; may be empty
}

// calls returns the calls that are known to end with a code.
func calls(c code) []call {
	var list []call
	outcomes := map[string]string{}
	for _, o := range catalog.Operations() {
		if !c.OAuth && slices.Contains(o.Codes, c.Name) {
			outcomes[o.Name] = o.Outcome
		}
	}
	for _, name := range c.RaisedBy {
		if product, ok := strings.CutSuffix(name, " *"); ok {
			list = append(list, call{Text: "Every call of the " + product + " API"})
			continue
		}
		list = append(list, call{Name: name, Outcome: outcomes[name]})
		delete(outcomes, name)
	}
	for _, name := range slices.Sorted(maps.Keys(outcomes)) {
		list = append(list, call{Name: name, Outcome: outcomes[name]})
	}
	return list
}

// others adds the page of the names that are no codes.
func (b *builder) others(list []other) error {
	return b.render("names.html", &page{
		Path:        "names.html",
		Title:       "Names that Stytch never sends",
		Description: fmt.Sprintf("%d names that people use for error codes of Stytch's API, and the codes that are really sent.", len(list)),
		Section:     "codes",
		Data:        list,
	})
}

// A source is what shows facts about codes.
type source struct{ ID, Text string }

// sources adds the page that says what the ids of sources stand for.
func (b *builder) sources(codes []code) error {
	var list []source
	for _, c := range codes {
		for _, id := range c.Sources {
			if !c.OAuth { // standards speak for themselves
				list = append(list, source{id, catalog.Source(id)})
			}
		}
	}
	slices.SortFunc(list, func(a, b source) int { return strings.Compare(a.ID, b.ID) })
	return b.render("sources.html", &page{
		Path:        "sources.html",
		Title:       "Sources",
		Description: "Where the facts about error codes of Stytch's API come from.",
		Section:     "codes",
		Data:        slices.Compact(list),
	})
}

// catalog adds what the search needs and the page does not show, as a script: a page
// that is read from a disk may load no other file.
func (b *builder) catalog(all []code, others []other) error {
	type row struct {
		Note  string   `json:"note"`
		Codes []string `json:"codes"`
	}
	data := struct {
		More   map[string]string `json:"more"`   // what else is known of codes, by their ids
		Others map[string]row    `json:"others"` // names that are no codes
	}{map[string]string{}, map[string]row{}}
	for _, c := range all {
		if more := strings.Join(slices.Concat(c.Causes, c.Remedies, c.RaisedBy), " "); more != "" {
			data.More[c.ID()] = strings.ToLower(more)
		}
	}
	for _, o := range others {
		codes := []string{}
		for _, c := range o.Codes {
			codes = append(codes, c.Name)
		}
		data.Others[o.Name] = row{o.Note, codes}
	}
	content, err := json.Marshal(data)
	b.files["assets/catalog.js"] = fmt.Appendf(nil, "var stytchCatalog = %s;\n", content)
	return err
}

// statusText returns a status with its name.
func statusText(status int) string {
	name := http.StatusText(status)
	if status == 499 {
		name = "Client Closed Request" // of nginx, which the standard does not know
	}
	return strings.TrimSpace(strconv.Itoa(status) + " " + name)
}
