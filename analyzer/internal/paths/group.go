package paths

import "github.com/stytchlint/stytchlint/analyzer/internal/library"

// A group of goroutines runs functions, and has the first error of one for who waits for
// them. They are run as if each were called at once, if the check looks inside them.

// firstError is the name of the part of a group that holds that error.
const firstError = "first error"

// starts runs a function that a group runs.
func (p *Path) starts(c *Call, row library.Row) []exit {
	i, at := c.place(row.Arg), p.t.fieldAddr(c.Args[0], firstError)
	var ways []exit
	for _, x := range p.invoke(p.s, c, c.Args[i], c.regs[i], p.f.again) {
		q := *p
		q.s = x.s
		err := x.results[len(x.results)-1]
		if first, ok := q.s.cell(at); ok && !q.IsNil(first) {
			other := q
			other.s = q.s.clone()
			if other.assume(other.isNull(first), false) {
				ways = append(ways, exit{s: other.s, results: other.Results(c)})
			}
			if !q.assume(q.isNull(first), true) {
				continue
			}
		}
		q.s.setCell(at, err)
		ways = append(ways, exit{s: q.s, results: q.Results(c)})
	}
	return ways
}

// waits returns the results of a call that waits for a group, if something is known of what
// that runs.
func (p *Path) waits(c *Call) ([]Value, bool) {
	err, ok := p.s.cell(p.t.fieldAddr(c.Args[0], firstError))
	if !ok {
		return nil, false
	}
	results := p.Results(c)
	results[len(results)-1] = err
	return results, true
}
