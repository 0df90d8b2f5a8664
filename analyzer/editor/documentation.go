package editor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/catalog/explain"
)

// The id of an item is its text, with what it is a part of in front of it if it is one,
// and with this in front of all if it is of OAuth 2.0.
const oauth2Prefix = "oauth2:"

// A partKind is what codes are asked for: how the ids of such parts begin, and what is
// said of them.
type partKind struct {
	use      valueflow.Use
	id, verb string
}

var partKinds = []partKind{
	{valueflow.Prefix, "prefix:", "begin with"},
	{valueflow.Suffix, "suffix:", "end with"},
	{valueflow.Substring, "part:", "contain"},
}

func kindOf(use valueflow.Use) partKind {
	return partKinds[slices.IndexFunc(partKinds, func(k partKind) bool { return k.use == use })]
}

func idOf(set *catalog.Set, text string) string {
	if set == catalog.OAuth2() {
		return oauth2Prefix + text
	}
	return text
}

// Documentation returns what there is to say about an item, as Markdown and as plain
// text, false if there is no item of that id.
func Documentation(id string) (markdown, plain string, ok bool) {
	text, isOAuth2 := strings.CutPrefix(id, oauth2Prefix)
	set := catalog.Stytch()
	if isOAuth2 {
		set = catalog.OAuth2()
	}
	for _, kind := range partKinds {
		if text, ok := strings.CutPrefix(text, kind.id); ok {
			parts := partsOf(set, kind.use)
			i := slices.IndexFunc(parts, func(p part) bool { return p.text == text })
			if i < 0 {
				return "", "", false
			}
			return both(func(w *words) { w.part(parts[i], kind.verb) })
		}
	}
	code, ok := set.Lookup(text)
	if !ok {
		return "", "", false
	}
	return both(func(w *words) { w.code(code, set) })
}

// both writes the same as Markdown and as plain text.
func both(write func(*words)) (markdown, plain string, ok bool) {
	md, text := &words{marks: true}, &words{}
	write(md)
	write(text)
	return md.b.String(), text.b.String(), true
}

// code writes what is known of a code.
func (w *words) code(c catalog.Code, set *catalog.Set) {
	head := w.strong(w.quoted(c.Name))
	if c.Title != "" {
		head += ": " + w.text(c.Title)
	}
	w.paragraph(head)
	var facts []string
	if c.Status != 0 {
		facts = append(facts, "HTTP "+explain.Statuses(c, " or "))
	}
	if set == catalog.OAuth2() {
		facts = append(facts, "OAuth 2.0")
	}
	if products := explain.Products(c.Products); products != "" {
		facts = append(facts, products)
	}
	if len(facts) > 0 {
		w.paragraph(w.text(strings.Join(facts, "; ")))
	}
	w.paragraph(w.text(cmp.Or(c.Meaning, "The catalog knows no more of it.")))
	for _, section := range explain.Sections(c) {
		w.paragraph(w.strong(section.Heading))
		w.list(section.Items)
	}
	if c.URL != "" {
		w.paragraph(w.link("See ", c.URL))
	}
}

// part writes which codes have a part in common.
func (w *words) part(p part, verb string) {
	const most = 10
	w.paragraph(fmt.Sprintf("%d codes %s %s", len(p.codes), verb, w.quoted(p.text)))
	w.list(p.codes[:min(most, len(p.codes))])
	if more := len(p.codes) - most; more > 0 {
		w.paragraph(fmt.Sprintf("and %d more", more))
	}
}
