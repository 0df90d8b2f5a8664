package stytchstatus

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// A site is a condition, and what all paths say of it that come to it.
type site struct {
	in            *notes
	alive         bool       // a path that an error may take comes to it
	may           [2]bool    // whether it may be false, and may be true
	never, always *objection // why it cannot be true, or false
}

// notes are what the paths through one function note.
type notes struct {
	sites map[ssa.Value]*site
	asked map[paths.Value][]place // where the function asks a question, in order
}

// asked judges a condition that a path comes to, in the light of what it knows of
// the same error.
func (c *check) asked(before, after *paths.Path, at ssa.Value, v paths.Value) {
	n := after.Note(nil, func() any {
		return &notes{sites: make(map[ssa.Value]*site), asked: make(map[paths.Value][]place)}
	}).(*notes)
	s := n.sites[at]
	if s == nil {
		s = &site{in: n}
		n.sites[at] = s
	}
	is, settled := after.Truth(v)
	_, isCall := at.(*ssa.Call)
	q, ok := after.Condition(v)
	switch {
	case ok:
		n.note(q, at)
		known := about(q.Err, before.Conditions())
		s.alive = s.alive || !c.excluded(known)
		// What the path excludes by itself is no matter of statuses. But where it has
		// handled the code before, and with a status that goes with it, this is for the
		// rest, whatever that may be.
		yes, no := c.object(n, at.Pos(), q, known)
		handled := q.Codes != nil && codesOf(known) == nil
		if !settled || is || handled && yes == nil {
			s.add(true, yes)
		}
		if !settled || !is || handled && no == nil {
			s.add(false, no)
		}
	case !settled:
		s.may = [2]bool{true, true}
	case isCall:
		if o, ok := c.way(n, at, before.Conditions(), after.Conditions()); ok {
			s.alive = true
			s.add(is, o)
		}
	default:
		s.add(is, nil)
	}
}

// implied reports whether a path knows already that a question is answered in one
// way: the other one does not go with what it knows of the error.
func (c *check) implied(p *paths.Path, v paths.Value, is bool) bool {
	q, ok := p.Condition(v)
	if !ok {
		return false
	}
	yes, no := c.object(nil, 0, q, about(q.Err, p.Conditions()))
	return is && no != nil || !is && yes != nil
}

// note notes where a question is asked.
func (n *notes) note(q paths.Condition, at ssa.Value) {
	p := placeOf(at)
	if i, found := slices.BinarySearchFunc(n.asked[q.Asks], p.pos, place.compare); !found {
		n.asked[q.Asks] = slices.Insert(n.asked[q.Asks], i, p)
	}
}

// last returns where a question is asked last before a position.
func (n *notes) last(q paths.Condition, before token.Pos) token.Pos {
	i, _ := slices.BinarySearchFunc(n.asked[q.Asks], before, place.compare)
	if i == 0 {
		return token.NoPos
	}
	return n.asked[q.Asks][i-1].pos
}

// about returns what is known of one error.
func about(err paths.Value, list []paths.Condition) []paths.Condition {
	return slices.DeleteFunc(slices.Clone(list), func(c paths.Condition) bool { return c.Err != err })
}

// object returns why a condition on an error of which others are known cannot be
// true, or cannot be false; nil if it can be.
func (c *check) object(n *notes, at token.Pos, q paths.Condition, known []paths.Condition) (yes, no *objection) {
	known = slices.DeleteFunc(slices.Clone(known), func(k paths.Condition) bool { return k.Asks == q.Asks })
	if q.Codes != nil {
		yes = c.against(n, at, q.Codes, known)
	} else {
		yes, no = c.impossible(q, known)
	}
	if !q.Is {
		return no, yes
	}
	return yes, no
}

// impossible returns why a question for the status of an error whose code is known
// cannot be answered with yes, or with no.
func (c *check) impossible(q paths.Condition, known []paths.Condition) (yes, no *objection) {
	codes := codesOf(known)
	var statuses []int
	for _, code := range codes {
		list := c.statuses(code)
		if len(list) == 0 {
			return nil, nil
		}
		statuses = append(statuses, list...)
	}
	if len(codes) == 0 {
		return nil, nil
	}
	o := &objection{codes: codes}
	if len(codes) == 1 && fits(known, statuses[0]) {
		o.code, o.want = codeAsked(known), statuses
	}
	if !slices.ContainsFunc(statuses, q.Status) {
		yes = o
	}
	if !slices.ContainsFunc(statuses, func(s int) bool { return !q.Status(s) }) {
		no = o
	}
	return yes, no
}

// against returns why an error of which something is known of the status has none
// of some codes; nil if it may have one.
func (c *check) against(n *notes, at token.Pos, codes []string, known []paths.Condition) *objection {
	o := &objection{codes: codes}
	tests := c.telling(n, at, known)
	for _, code := range codes {
		statuses := c.statuses(code)
		against := contradict(tests, statuses)
		if len(statuses) == 0 || len(against) == 0 {
			return nil
		}
		o.tell(c, against)
		others := slices.DeleteFunc(slices.Clone(known), func(k paths.Condition) bool { return k.Asks == against[0].Asks })
		if c.statusesOf(against[0]).isExact() && fits(others, statuses[0]) {
			o.status, o.want = against[0].Asks, statuses
		}
	}
	return o
}

// way returns why a call cannot end in one way, whose function asks something about
// errors of which conditions were known before. What it contradicts on its own is
// its own matter. It fails for a path that no error takes.
func (c *check) way(n *notes, call ssa.Value, before, after []paths.Condition) (found *objection, ok bool) {
	for i, k := range after {
		if slices.ContainsFunc(after[:i], func(o paths.Condition) bool { return o.Err == k.Err }) {
			continue // has been looked at
		}
		known, with := about(k.Err, before), about(k.Err, after)
		news := slices.DeleteFunc(slices.Clone(with), func(o paths.Condition) bool {
			return slices.ContainsFunc(known, func(k paths.Condition) bool { return k.Asks == o.Asks })
		})
		for _, q := range news {
			n.note(q, call)
		}
		if c.excluded(known) {
			return nil, false
		}
		if len(known) == 0 || !c.excluded(with) || c.excluded(news) {
			continue
		}
		if codes := codesOf(news); len(codes) > 0 {
			if c.handled(known) {
				continue
			}
			found = c.against(n, call.Pos(), codes, with)
		} else {
			found = &objection{codes: codesOf(with)}
		}
	}
	return found, true
}

// add notes what one path says of an outcome.
func (s *site) add(is bool, o *objection) {
	to, i := &s.always, 0
	if is {
		to, i = &s.never, 1
	}
	switch {
	case o == nil:
		s.may[i] = true
	case *to == nil:
		*to = o
	default:
		(*to).join(o)
	}
}

// excluded reports whether no error is as some conditions about one say: none of
// the codes that it has comes with a status that it has.
func (c *check) excluded(known []paths.Condition) bool {
	codes := codesOf(known)
	for _, code := range codes {
		statuses := c.statuses(code)
		if len(statuses) == 0 || slices.ContainsFunc(statuses, func(s int) bool { return fits(known, s) }) {
			return false
		}
	}
	return len(codes) > 0
}

// handled reports whether a path has handled a code before that goes with what it
// knows of the status.
func (c *check) handled(known []paths.Condition) bool {
	return slices.ContainsFunc(known, func(k paths.Condition) bool {
		return k.Codes != nil && !k.Is && slices.ContainsFunc(k.Codes, func(code string) bool {
			return slices.ContainsFunc(c.statuses(code), func(s int) bool { return fits(known, s) })
		})
	})
}

// codesOf returns the codes of which an error has one; none if it may have any.
func codesOf(known []paths.Condition) []string {
	var codes []string
	for _, k := range known {
		switch {
		case k.Codes == nil || !k.Is:
		case codes == nil:
			codes = slices.Clone(k.Codes)
		default:
			codes = slices.DeleteFunc(codes, func(code string) bool { return !slices.Contains(k.Codes, code) })
		}
	}
	return codes
}

// fits reports whether an error may have a status by all that is known of it.
func fits(known []paths.Condition, status int) bool {
	return !slices.ContainsFunc(known, func(k paths.Condition) bool { return k.Status != nil && k.Status(status) != k.Is })
}

// found keeps what the paths of a function have found.
func (c *check) found(list map[ssa.CallInstruction]any) {
	n, ok := list[nil].(*notes)
	if !ok {
		return
	}
	for at, s := range n.sites {
		p := placeOf(at)
		c.open[p] = s.may[0]
		if s.may[1] {
			s.never = nil
		}
		if s.may[0] {
			s.always = nil
		}
		if s.never != nil || s.always != nil {
			c.sites[p] = s
		}
	}
}

// A place is where a condition stands.
type place struct {
	pos    token.Pos
	isCall bool
}

func (p place) compare(pos token.Pos) int { return cmp.Compare(p.pos, pos) }

func placeOf(at ssa.Value) place {
	_, isCall := at.(*ssa.Call)
	return place{at.Pos(), isCall}
}
