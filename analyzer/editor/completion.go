package editor

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
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
	Label      string // what is shown: the code, a part of some, or the name of a constant
	Detail     string // its status and title, as far as they are known
	Sort       string // its place, to sort by; before all that gopls offers
	Filter     string // what is compared with the text from Start to the cursor
	Text       string // what is written, with the quotes that are missing
	Constant   bool   // it is a name of package catalog/code
	ID         string // to ask [Documentation] for when the item is looked at
}

// Complete returns what can be written at a position, false if no code is expected
// there. The codes that the calls around it are known to end with come first, then
// those of the same product. Where the file imports package catalog/code, its
// constants come before texts.
func (f *Flow) Complete(pos token.Pos) (*Completion, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, ok := f.spotAt(pos)
	if !ok {
		return nil, false
	}
	expected, ok := f.expected(&s)
	if !ok {
		return nil, false
	}
	t, ok := f.target(&s, pos)
	if !ok {
		return nil, false
	}
	sets := setsOf(expected.Family)
	calls := f.calls(&s)
	first := likely(calls)
	codes, sure := ordered(sets, f.presentAt(&s, sets), first, f.product(calls, pos))
	var items []Item
	switch {
	case t.member: // all that the package has is gopls's to tell
		items = f.constants(codes[:sure], pos)
	case isPart(expected.Use):
		items = append(parts(sets, expected.Use, first), texts(codes)...)
	case expected.Upper:
		items = texts(codes)
	case t.quote == "": // who wants a text begins one
		items = f.constants(codes, pos)
		if len(items) == 0 {
			items = texts(codes)
		}
	default:
		items = append(f.constants(codes, pos), texts(codes)...)
	}
	items = slices.DeleteFunc(items, func(item Item) bool { return item.Constant && !t.whole })
	for i := range items {
		t.fit(&items[i], expected.Upper)
		items[i].Sort = fmt.Sprintf("!%04d", i)
	}
	return &Completion{t.start, t.end, items}, len(items) > 0
}

// texts returns the items that are texts.
func texts(codes []ranked) []Item {
	items := make([]Item, len(codes))
	for i, c := range codes {
		items[i] = Item{Label: c.Name, Detail: detail(c), Text: c.Name, ID: idOf(c.set, c.Name)}
	}
	return items
}

// detail returns the status and the title of a code, as far as they are known.
func detail(c ranked) string {
	status := ""
	if c.Status != 0 {
		status = strconv.Itoa(c.Status)
	}
	title := c.Title
	if c.set == catalog.OAuth2() {
		title = "OAuth 2.0"
	}
	return strings.TrimSpace(status + " " + title)
}

// catalogCode is the package that has a constant for each code.
const catalogCode = "github.com/stytchlint/stytchlint/catalog/code"

// constants returns the items that are constants of package catalog/code, if the file
// imports that and its name means that at a position.
func (f *Flow) constants(codes []ranked, pos token.Pos) []Item {
	pkg, qualifier := f.catalogCode(pos)
	if pkg == nil {
		return nil
	}
	names := constantNames(pkg)
	var items []Item
	for _, c := range codes {
		if name, ok := names[c.Name]; ok && c.set == catalog.Stytch() {
			label := qualifier + "." + name
			items = append(items, Item{Label: label, Detail: detail(c), Filter: c.Name, Text: label, Constant: true, ID: idOf(c.set, c.Name)})
		}
	}
	return items
}

// constantNames returns the names of the constants of a package by the texts that they
// are.
func constantNames(pkg *types.Package) map[string]string {
	names := make(map[string]string)
	for _, name := range pkg.Scope().Names() {
		if c, ok := pkg.Scope().Lookup(name).(*types.Const); ok && c.Val().Kind() == constant.String {
			names[constant.StringVal(c.Val())] = name
		}
	}
	return names
}

// catalogCode returns the package that has a constant for each code, and its name at
// a position; nil if the file does not import it.
func (f *Flow) catalogCode(pos token.Pos) (pkg *types.Package, name string) {
	name = edit.Of(f.pass, f.file(pos)).Imported(pos, catalogCode, "code", nil)
	i := slices.IndexFunc(f.pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == catalogCode })
	if name == "" || i < 0 {
		return nil, ""
	}
	return f.pass.Pkg.Imports()[i], name
}
