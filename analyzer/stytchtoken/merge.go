package stytchtoken

import "slices"

// merge joins the rows that a caller cannot tell apart. What only one of them
// does may not happen, and so counts for nothing.
func merge(rows []row) []row {
	for i := 0; i < len(rows); i++ {
		for j := i + 1; j < len(rows); j++ {
			if rows[i].differs(&rows[j]) {
				continue
			}
			rows[i] = join(&rows[i], &rows[j])
			rows = slices.Delete(rows, j, j+1)
			// It may be like one of the earlier rows now.
			i = -1
			break
		}
	}
	return rows
}

// differs reports whether a caller can tell two rows apart.
func (r *row) differs(o *row) bool {
	for i := range min(len(r.results), len(o.results)) {
		a, b := r.results[i], o.results[i]
		if a != b && a != anything && b != anything {
			return true
		}
	}
	for _, a := range r.conds {
		if slices.Contains(o.conds, cond{a.v, !a.is}) {
			return true
		}
	}
	return false
}

// join returns what two rows have in common.
func join(r, o *row) row {
	j := row{stops: r.stops && o.stops, retryable: r.retryable && o.retryable}
	for i := range min(len(r.results), len(o.results)) {
		j.results = append(j.results, sameClass(r.results[i], o.results[i]))
		v := r.values[i]
		if v != o.values[i] {
			v = 0
		}
		j.values = append(j.values, v)
	}
	for i := range min(len(r.written), len(o.written)) {
		j.written = append(j.written, sameClass(r.written[i], o.written[i]))
	}
	for _, c := range r.conds {
		if slices.Contains(o.conds, c) {
			j.conds = append(j.conds, c)
		}
	}
	for _, e := range r.effects {
		i := slices.IndexFunc(o.effects, func(f effect) bool { return f.op.Name == e.op.Name && f.tokens == e.tokens })
		if i < 0 {
			continue
		}
		f := o.effects[i]
		if e.ended != f.ended {
			e.ended = unknown
		}
		if e.client != f.client {
			e.client = 0
		}
		e.seen = max(e.seen, f.seen)
		e.linked = e.linked && f.linked
		j.effects = append(j.effects, e)
	}
	return j
}

func sameClass(a, b class) class {
	if a != b {
		return anything
	}
	return a
}
