package stytchstatus

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// An objection says why a condition does not hold.
type objection struct {
	codes []string  // that the error has, or is asked for
	with  statusSet // what is known of its status, all paths taken together; empty if the status is asked for

	status, code paths.Value // the questions for the status that is to be another one, and for the code; 0 for the condition itself
	want         []int       // the statuses that the code comes with, if one of them may be written
}

// tell adds what tests say of the status.
func (o *objection) tell(c *check, tests []paths.Condition) {
	left := all
	for _, t := range tests {
		left = left.and(c.statusesOf(t))
	}
	o.with = o.with.or(left)
}

// join adds what another path says.
func (o *objection) join(other *objection) {
	for _, code := range other.codes {
		if !slices.Contains(o.codes, code) {
			o.codes = append(o.codes, code)
		}
	}
	o.with = o.with.or(other.with)
	if o.want == nil {
		o.status, o.code, o.want = other.status, other.code, other.want
	}
}

// telling returns what is known of a status in the order in which a reader wants
// to know of it: that it is a certain one, and what else, the last question before
// a position first.
func (c *check) telling(n *notes, at token.Pos, known []paths.Condition) []paths.Condition {
	tests := slices.DeleteFunc(slices.Clone(known), func(k paths.Condition) bool { return k.Status == nil })
	if n == nil {
		return tests // nobody is told
	}
	rank := func(k paths.Condition) int {
		if c.statusesOf(k).isExact() {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(tests, func(a, b paths.Condition) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(n.last(b, at), n.last(a, at)))
	})
	return tests
}

// contradict returns the tests that none of the statuses passes all of, as few as
// say so; none if one of the statuses passes all.
func contradict(tests []paths.Condition, statuses []int) []paths.Condition {
	var against []paths.Condition
	left := statuses
	for _, t := range tests {
		passed := slices.DeleteFunc(slices.Clone(left), func(s int) bool { return t.Status(s) != t.Is })
		if len(passed) < len(left) {
			against = append(against, t)
		}
		left = passed
	}
	if len(left) > 0 {
		return nil
	}
	return against
}

// codeAsked returns the question for the code that an error has.
func codeAsked(known []paths.Condition) paths.Value {
	for _, k := range known {
		if k.Codes != nil && k.Is {
			return k.Asks
		}
	}
	return 0
}

// explain tells the statuses of codes.
func (c *check) explain(codes []string) string {
	var b strings.Builder
	for i, code := range codes {
		switch statuses := c.statuses(code); i {
		case 0:
			b.WriteString(comesWith(code, statuses))
		default:
			fmt.Fprintf(&b, " and %q with %s", code, either(statuses))
		}
	}
	return b.String()
}

// comesWith tells the statuses of one code.
func comesWith(code string, statuses []int) string {
	always := "always "
	if len(statuses) > 1 {
		always = ""
	}
	return fmt.Sprintf("%q %scomes with status %s", code, always, either(statuses))
}

// either returns statuses with "or" between them.
func either(statuses []int) string {
	names := make([]string, len(statuses))
	for i, s := range statuses {
		names[i] = strconv.Itoa(s)
	}
	return strings.Join(names, " or ")
}
