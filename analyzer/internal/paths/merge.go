package paths

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
	var j row
	for i := range min(len(r.results), len(o.results)) {
		class, v := r.results[i], r.values[i]
		if class != o.results[i] {
			class = anything
		}
		if v != o.values[i] {
			v = 0
		}
		j.results, j.values = append(j.results, class), append(j.values, v)
	}
	for _, c := range r.conds {
		if slices.Contains(o.conds, c) {
			j.conds = append(j.conds, c)
		}
	}
	for _, e := range r.effects {
		i := slices.IndexFunc(o.effects, func(f Event) bool { return f.Name == e.Name && f.Subject == e.Subject })
		if i < 0 {
			continue
		}
		f := o.effects[i]
		if e.end != f.end {
			e.end = Unknown
		}
		if e.Client != f.Client {
			e.Client = 0
		}
		if e.Args != f.Args {
			e.Args = 0
		}
		e.seen = max(e.seen, f.seen)
		j.effects = append(j.effects, e)
	}
	return j
}

// sameRows reports whether two summaries say the same.
func sameRows(a, b []row) bool {
	return slices.EqualFunc(a, b, func(r, o row) bool {
		return r.asked == o.asked && slices.Equal(r.results, o.results) && slices.Equal(r.values, o.values) &&
			slices.Equal(r.conds, o.conds) && slices.Equal(r.effects, o.effects)
	})
}
