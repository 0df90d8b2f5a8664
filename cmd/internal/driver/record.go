package driver

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"go/types"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// gobFact is a fact as golang.org/x/tools writes it. The name of the type and
// those of its fields are part of what is written.
type gobFact struct {
	PkgPath string
	Object  objectpath.Path // empty if the fact is about the package
	Fact    analysis.Fact
}

// A Record is a fact in a file of facts.
type Record = gobFact

// OfPart reports whether a fact is about a field or a method. Of the facts about an
// import, importers of the importer get to know these.
func (f gobFact) OfPart() bool { return strings.Contains(string(f.Object), ".") }

// registered are facts whose types gob has not numbered yet.
var registered struct {
	sync.Mutex
	facts []analysis.Fact
}

// Register tells the decoder of the types of facts that analyzers, and those
// that they require, know. It may be called again.
func Register(analyzers []*analysis.Analyzer) {
	registered.Lock()
	defer registered.Unlock()
	for _, a := range Factful(analyzers) {
		for _, f := range a.FactTypes {
			gob.Register(f)
			registered.facts = append(registered.facts, f)
		}
	}
}

// number has gob number the types of facts in the order in which they were registered.
// The numbers are part of what is written; in the order in which a process comes across
// the types, the same facts would be other bytes in the next run.
func number() {
	registered.Lock()
	defer registered.Unlock()
	for _, f := range registered.facts {
		empty, _ := reflect.TypeAssert[analysis.Fact](reflect.New(reflect.TypeOf(f).Elem()))
		_ = gob.NewEncoder(io.Discard).Encode([]Record{{Fact: empty}}) // if it cannot be written, WriteRecords says so
	}
	registered.facts = nil
}

// ReadRecords reads the facts in a file. The types must have been registered.
func ReadRecords(data []byte) ([]Record, error) {
	if len(data) == 0 {
		return nil, nil
	}
	number()
	var records []Record
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&records); err != nil {
		return nil, err
	}
	if slices.ContainsFunc(records, func(r Record) bool { return r.Fact == nil }) {
		return nil, errors.New("a fact is missing")
	}
	return records, nil
}

// WriteRecords returns the content of a file of facts: the records in order, each
// once.
func WriteRecords(records []Record) ([]byte, error) {
	if len(records) == 0 {
		return nil, nil
	}
	compare := func(a, b Record) int {
		return cmp.Or(
			cmp.Compare(a.PkgPath, b.PkgPath),
			cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()),
		)
	}
	slices.SortStableFunc(records, compare)
	records = slices.CompactFunc(records, func(a, b Record) bool { return compare(a, b) == 0 })
	number()
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(records)
	return b.Bytes(), err
}

// Read adds the facts in a file, as far as they are about packages, by path, and
// objects that are known.
func (f Facts) Read(data []byte, packages map[string]*types.Package, objects map[types.Object]bool) error {
	records, err := ReadRecords(data)
	if err != nil {
		return err
	}
	for _, r := range records {
		k := factKey{pkg: packages[r.PkgPath]}
		if k.pkg == nil {
			continue
		}
		if r.Object != "" {
			if k.obj, err = objectpath.Object(k.pkg, r.Object); err != nil || !objects[k.obj] {
				continue
			}
		}
		f.set(k, r.Fact)
	}
	return nil
}

// Write returns the content of the file of facts for a package.
func (f Facts) Write(pkg *types.Package) ([]byte, error) {
	return WriteRecords(f.Records(pkg))
}

// Records returns the facts that importers of pkg get to know, in any order.
func (f Facts) Records(pkg *types.Package) []Record {
	var records []Record
	for k, path := range f.exported(pkg) {
		records = append(records, Record{PkgPath: k.pkg.Path(), Object: path, Fact: f[k]})
	}
	return records
}
