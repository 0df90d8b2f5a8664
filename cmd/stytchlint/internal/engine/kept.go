package engine

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/driver"
)

// An entry is what is kept of a package from one run to the next.
type entry struct {
	Seen     []byte       `json:"seen"`     // see node.seen
	Mentions bool         `json:"mentions"` // see node.mentions
	Facts    []byte       `json:"facts,omitempty"`
	Found    []Diagnostic `json:"found,omitempty"`
}

// recall sets what was kept of a package, and reports whether there was something.
func (r *run) recall(n *node) bool {
	data, ok := r.kept.Get(n.key)
	if !ok {
		return false
	}
	var e entry
	if err := json.Unmarshal(data, &e); err != nil || len(e.Seen) != len(n.seen) {
		return false
	}
	n.seen, n.mentions, n.factData, n.found = cache.Key(e.Seen), e.Mentions, e.Facts, e.Found
	n.hasFacts = len(e.Facts) > 0
	return true
}

// keep keeps what was found out about a package, if that is as the key says.
func (r *run) keep(n *node) {
	if r.kept == nil {
		return
	}
	var err error
	if n.factData, err = driver.WriteRecords(slices.Clone(n.records)); err != nil {
		n.unknown = true
	}
	if n.export != nil && !r.immutable(n) {
		n.seen = hashOf(n.export, n.factData)
	}
	if !r.mayKeep(n) {
		return
	}
	data, err := json.Marshal(entry{Seen: n.seen[:], Mentions: n.mentions, Facts: n.factData, Found: n.found})
	var back entry
	if err != nil || json.Unmarshal(data, &back) != nil || !reflect.DeepEqual(back.Found, n.found) {
		return // source need not be UTF-8, and JSON is
	}
	r.keepTypes(n)
	r.kept.Put(n.key, data)
}

// mayKeep reports whether what was found out about a package is as its key says.
func (r *run) mayKeep(n *node) bool {
	return !n.unknown && n.key != (cache.Key{}) && !r.changed.Load() && !r.failed.Load() && r.ctx.Err() == nil
}

// keepTypes keeps the export data of a package, if there is any.
func (r *run) keepTypes(n *node) {
	if n.export == nil || !r.mayKeep(n) {
		return
	}
	key := n.typesKey()
	if _, ok := r.kept.Get(key); !ok {
		r.kept.Put(key, n.export)
	}
}

// recallTypes returns the export data that was kept of a package, nil if there is
// none.
func (r *run) recallTypes(n *node) []byte {
	if n.unknown || n.key == (cache.Key{}) {
		return nil
	}
	data, _ := r.kept.Get(n.typesKey())
	return data
}

// typesKey returns the key of the export data of a package. Others see no more of it.
func (n *node) typesKey() cache.Key { return hashOf([]byte("types"), n.seen[:]) }

// known returns the facts that importers of a package get to know.
func (n *node) known() ([]driver.Record, error) {
	n.decoding.Do(func() {
		if n.records == nil {
			n.records, n.decodeErr = driver.ReadRecords(n.factData)
		}
	})
	return n.records, n.decodeErr
}
