package editor

import (
	"go/token"
	"slices"

	"github.com/stytchlint/stytchlint/catalog"
)

// FileStart returns where the first file of a package begins.
func FileStart(f *Flow) token.Pos { return f.pass.Files[0].FileStart }

// GlanceOf returns what is seen of a package without its flow.
func GlanceOf(f *Flow) Glance { return Glance{f.pass.Fset, f.pass.Files, f.pass.TypesInfo} }

// A Place is one where a code is expected.
type Place struct {
	Pos, End     token.Pos // of what stands there
	Quoted, Open bool
	Sets         []*catalog.Set
	Part, Upper  bool
	Present      []string // the codes that stand beside it
	Operations   []string // those that the function around it asks for, the nearest first
}

// PlaceAt returns what is expected at a position, false if it is no code.
func PlaceAt(f *Flow, pos token.Pos) (Place, bool) {
	f.mu.Lock() // as all questions do
	defer f.mu.Unlock()
	s, ok := f.spotAt(pos)
	if !ok {
		return Place{}, false
	}
	expected, ok := f.expected(&s)
	if !ok {
		return Place{}, false
	}
	sets := setsOf(expected.Family)
	p := Place{s.pos, s.end, s.quoted, s.open, sets, isPart(expected.Use), expected.Upper, f.presentAt(&s, sets), nil}
	slices.Sort(p.Present)
	for _, call := range f.calls(&s) {
		if call.op.Name != "" && !slices.Contains(p.Operations, call.op.Name) {
			p.Operations = append(p.Operations, call.op.Name)
		}
	}
	return p, true
}
