package engine

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

// An entry is what is kept of a package from one run to the next.
type entry struct {
	View     []byte       `json:"view"`     // see node.view
	Mentions bool         `json:"mentions"` // see node.mentions
	Tells    bool         `json:"tells"`    // see node.tells
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
	if err := json.Unmarshal(data, &e); err != nil || len(e.View) != len(n.view) {
		return false
	}
	n.view, n.mentions, n.tells, n.factData, n.found = cache.Key(e.View), e.Mentions, e.Tells, e.Facts, e.Found
	n.seen = hashOf(n.view[:], n.factData)
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
	n.seen = hashOf(n.view[:], n.factData)
	if !r.mayKeep(n) {
		return
	}
	data, err := json.Marshal(entry{View: n.view[:], Mentions: n.mentions, Tells: n.tells, Facts: n.factData, Found: n.found})
	var back entry
	if err != nil || json.Unmarshal(data, &back) != nil || !reflect.DeepEqual(back.Found, n.found) {
		return // source need not be UTF-8, and JSON is
	}
	r.kept.Put(n.key, data)
}

// mayKeep reports whether what was found out about a package is as its key says.
func (r *run) mayKeep(n *node) bool {
	return !n.unknown && n.key != (cache.Key{}) && !r.changed.Load() && !r.failed.Load() && r.ctx.Err() == nil
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
func (n *node) typesKey() cache.Key { return hashOf([]byte("types"), n.view[:]) }

// known returns the facts that importers of a package get to know.
func (n *node) known() ([]driver.Record, error) {
	n.decoding.Do(func() {
		if n.records == nil {
			n.records, n.decodeErr = driver.ReadRecords(n.factData)
		}
	})
	return n.records, n.decodeErr
}
