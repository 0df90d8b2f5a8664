package prefilter

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A gobFact is a fact as golang.org/x/tools writes it.
type gobFact struct {
	PkgPath string
	Object  objectpath.Path
	Fact    analysis.Fact
}

// A courier hands facts on through packages that do not matter themselves.
type courier struct {
	registered bool
	analyzers  []*analysis.Analyzer
}

// decode reads the facts about a package and what it imports.
func (c *courier) decode(data []byte) ([]gobFact, error) {
	if !c.registered {
		c.registered = true
		seen := make(map[*analysis.Analyzer]bool)
		for _, a := range c.analyzers {
			register(a, seen)
		}
	}
	var facts []gobFact
	err := gob.NewDecoder(bytes.NewReader(data)).Decode(&facts)
	return facts, err
}

func register(a *analysis.Analyzer, seen map[*analysis.Analyzer]bool) {
	if seen[a] {
		return
	}
	seen[a] = true
	for _, f := range a.FactTypes {
		gob.Register(f)
	}
	for _, req := range a.Requires {
		register(req, seen)
	}
}

// typeName returns the name of the type of a fact, with that of its package.
func typeName(f analysis.Fact) string { return reflect.TypeOf(f).Elem().String() }

// handedOn returns those facts that importers of an importer get to know, which
// are the ones about fields and methods.
func handedOn(facts []gobFact) []gobFact {
	return slices.DeleteFunc(facts, func(f gobFact) bool { return !strings.Contains(string(f.Object), ".") })
}

// encode writes facts in order, each once.
func encode(facts []gobFact) ([]byte, error) {
	if len(facts) == 0 {
		return nil, nil
	}
	compare := func(a, b gobFact) int {
		return cmp.Or(
			cmp.Compare(a.PkgPath, b.PkgPath),
			cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()),
		)
	}
	slices.SortStableFunc(facts, compare)
	facts = slices.CompactFunc(facts, func(a, b gobFact) bool { return compare(a, b) == 0 })
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(facts)
	return b.Bytes(), err
}
