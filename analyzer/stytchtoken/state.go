package stytchtoken

import (
	"encoding/binary"
	"go/ast"
	"maps"
	"slices"

	"github.com/stytchlint/stytchlint/catalog"
)

// A slot is a place that holds a value: the field name of an object, its
// element idx, or with the name "*" a variable, or what a pointer points to.
type slot struct {
	obj  value
	name string
	idx  value
}

// A status is what is known of how a call ended.
type status uint8

// How a call ended.
const (
	unknown status = iota
	succeeded
	failed
)

// A scrutiny is what a path has found out about the error of a call.
type scrutiny uint8

// What a path has found out.
const (
	unexamined scrutiny = iota
	definite            // that it is one of the API's
	examined            // something that the path goes by
	judged              // what the API answered, by the status in its response
)

// A spending is a call that used a token up.
type spending struct {
	op     *catalog.Operation // nil for a call of a parameter
	tokens value              // the token and what it belongs to
	call   *ast.CallExpr
	client value // that the token was sent with
	args   value // all that was sent with it
	res    value // the call's response, if it is one of the SDK's
	via    value // the results of a function that made the call, as a list
	err    value // its error; 0 if that cannot be asked any more
	fixed  status
	seen   scrutiny
}

// A state is what is known at one point of one path.
type state struct {
	slots map[slot]value
	roots map[value]value // what the fields of an object that have no slot began as parts of
	conds map[value]bool
	from  map[value]value // the errors that something may depend on
	spent []spending
	ran   map[value]bool // the sites that have run
	dead  bool           // nothing runs like this
	next  int            // the successor of the block
}

func newState() *state {
	return &state{
		slots: make(map[slot]value),
		roots: make(map[value]value),
		conds: make(map[value]bool),
		from:  make(map[value]value),
		ran:   make(map[value]bool),
	}
}

func (s *state) clone() *state {
	return &state{
		slots: maps.Clone(s.slots),
		roots: maps.Clone(s.roots),
		conds: maps.Clone(s.conds),
		from:  maps.Clone(s.from),
		spent: slices.Clone(s.spent),
		ran:   maps.Clone(s.ran),
	}
}

// key returns a text that two states share only if they are alike.
func (s *state) key() string {
	var rows [][]byte
	add := func(tag byte, name string, vs ...value) {
		row := append([]byte{tag}, name...)
		for _, v := range vs {
			row = binary.AppendVarint(row, int64(v))
		}
		rows = append(rows, row)
	}
	for k, v := range s.slots {
		add('s', k.name, k.obj, k.idx, v)
	}
	for k, v := range s.roots {
		add('r', "", k, v)
	}
	for k, v := range s.conds {
		add('c', "", k, truthValue(v))
	}
	for k, v := range s.from {
		add('f', "", k, v)
	}
	for _, sp := range s.spent {
		name := ""
		if sp.op != nil {
			name = sp.op.Name
		}
		add('p', name, sp.tokens, value(sp.call.Pos()), sp.client, sp.args, sp.res, sp.via, sp.err, value(sp.fixed), value(sp.seen))
	}
	// What ran and left nothing behind makes no difference.
	slices.SortFunc(rows, slices.Compare)
	var all []byte
	for _, row := range rows {
		all = binary.AppendUvarint(all, uint64(len(row)))
		all = append(all, row...)
	}
	return string(all)
}

func truthValue(b bool) value {
	if b {
		return 1
	}
	return 0
}

// forget is called before v is computed anew: what is known of the v before
// must not be taken for knowledge about the new one.
func (s *state) forget(t *table, v value) {
	if !s.ran[v] {
		s.ran[v] = true
		return
	}
	about := func(w value) bool { return t.mentions(w, v) }
	s.spent = slices.DeleteFunc(s.spent, func(sp spending) bool { return about(sp.tokens) })
	for i := range s.spent {
		sp := &s.spent[i]
		if about(sp.err) || about(sp.res) || about(sp.via) {
			sp.fixed = s.statusOf(t, *sp)
			sp.err, sp.res, sp.via = 0, 0, 0
		}
		if about(sp.client) {
			sp.client = 0
		}
		if about(sp.args) {
			sp.args = 0
		}
	}
	maps.DeleteFunc(s.conds, func(w value, _ bool) bool { return about(w) })
	maps.DeleteFunc(s.from, func(w, e value) bool { return about(w) || about(e) })
	maps.DeleteFunc(s.roots, func(w, _ value) bool { return about(w) })
	maps.DeleteFunc(s.slots, func(k slot, _ value) bool { return about(k.obj) || about(k.idx) })
	// Variables that still hold it hold something old, each its own.
	for _, k := range s.sortedSlots() {
		if about(s.slots[k]) {
			old := t.of(key{kind: kHavoc, a: k.obj, b: k.idx, str: "old " + k.name})
			delete(s.slots, k)
			s.forget(t, old)
			s.slots[k] = old
		}
	}
	for w, r := range s.roots {
		if about(r) {
			s.roots[w] = t.of(key{kind: kHavoc, a: w, str: "old"})
		}
	}
}

// sortedSlots returns the slots in an order that is the same every time.
func (s *state) sortedSlots() []slot {
	return slices.SortedFunc(maps.Keys(s.slots), func(a, b slot) int {
		if a.obj != b.obj {
			return int(a.obj - b.obj)
		}
		if a.idx != b.idx {
			return int(a.idx - b.idx)
		}
		return compareNames(a.name, b.name)
	})
}

func compareNames(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// prune drops what no expression can ask for any more, so that paths which
// differ in nothing else become one.
func (s *state) prune(t *table) {
	held := make(map[value]bool)
	hold := func(vs ...value) {
		for _, v := range vs {
			for _, p := range t.partsOf(v) {
				held[p] = true
			}
		}
	}
	for k, v := range s.slots {
		hold(k.obj, v)
	}
	for k, v := range s.roots {
		hold(k, v)
	}
	for _, sp := range s.spent {
		hold(sp.tokens, sp.err, sp.res, sp.via)
	}
	gone := func(v value) bool {
		return slices.ContainsFunc(t.partsOf(v), func(p value) bool {
			switch t.kind(p) {
			case kSite, kHavoc, kCounter:
				return !held[p]
			}
			return false
		})
	}
	maps.DeleteFunc(s.conds, func(v value, _ bool) bool { return gone(v) })
	maps.DeleteFunc(s.from, func(v, e value) bool { return gone(v) || gone(e) })
}
