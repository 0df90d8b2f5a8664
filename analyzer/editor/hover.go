package editor

import (
	"go/token"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/codename"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A Hover is what there is to say about what stands at a position.
type Hover struct {
	Start, End token.Pos // of the literal or the name that it is about
	Markdown   string
	Plain      string // the same without marks
}

// Hover returns what is known of the code that the literal or the constant at a
// position means. Of what is no code, it says which is meant, as the check stytchcode
// does; of a part, which codes have it. Of a constant of package catalog/code it says
// only what is wrong: editors show its comment, which has the rest.
func (f *Flow) Hover(pos token.Pos) (*Hover, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	at, ok := f.writtenAt(pos)
	if !ok || at.value == "" {
		return nil, false
	}
	judge := codename.Judge{API: catalog.Stytch(), OAuth2: catalog.OAuth2()}
	site := valueflow.Site{Pos: at.pos, Value: at.value, Use: at.Use, Family: at.Family, Upper: at.Upper}
	if i := slices.IndexFunc(f.flow.Sites, func(s valueflow.Site) bool { return s.Pos == at.pos && s.Value == at.value }); i >= 0 {
		site = f.flow.Sites[i] // the check asks about this one
	}
	v := judge.Site(site, f.view)
	h := &Hover{Start: at.pos, End: at.end}
	h.Markdown, h.Plain, _ = both(func(w *words) {
		switch sets := setsOf(at.Family); {
		case v.Problem != "":
			w.paragraph(w.text(v.Problem))
			w.codes(sets, v.Codes)
		case at.catalog: // its comment says the same
		case isPart(at.Use):
			w.parts(sets, at)
		default:
			w.codes(sets, []string{at.value})
		}
	})
	return h, h.Plain != ""
}

// codes writes what is known of a few codes, each of the first set that has it.
func (w *words) codes(sets []*catalog.Set, names []string) {
	const most = 3 // as the message of the check has it
	for _, name := range names[:min(most, len(names))] {
		for _, set := range sets {
			if c, ok := set.Lookup(strings.ToLower(name)); ok {
				if w.b.Len() > 0 {
					w.rule()
				}
				w.code(c, set)
				break
			}
		}
	}
}

// parts writes which codes of some sets have a part in common.
func (w *words) parts(sets []*catalog.Set, at written) {
	has := map[valueflow.Use]func(code, part string) bool{
		valueflow.Prefix: strings.HasPrefix, valueflow.Suffix: strings.HasSuffix, valueflow.Substring: strings.Contains,
	}[at.Use]
	p := part{text: at.value}
	for _, set := range sets {
		for _, c := range set.All() {
			if has(c.Name, at.value) {
				p.codes = append(p.codes, c.Name)
			}
		}
	}
	if len(p.codes) == 1 {
		w.codes(sets, p.codes)
		return
	}
	w.part(p, kindOf(at.Use).verb)
}
