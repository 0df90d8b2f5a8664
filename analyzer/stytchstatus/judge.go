package stytchstatus

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// judge reports an atom that can never be true beside what is known of the
// error or, where that is what matters, never be false.
func (c *check) judge(a atom, known facts, want bool) bool {
	if a.field == errfield.Code {
		return c.judgeCode(a, known, want)
	}
	return c.judgeStatus(a, known, want)
}

// judgeCode judges a comparison with a code, where statuses are known.
func (c *check) judgeCode(a atom, known facts, want bool) bool {
	statuses := c.statuses(a.code)
	if len(statuses) == 0 || a.op == token.NEQ && want {
		return false
	}
	against := contradict(known.tests, statuses)
	if len(against) == 0 {
		return false
	}
	names := make([]string, len(against))
	for i, t := range against {
		names[i] = t.String()
	}
	d := analysis.Diagnostic{
		Pos:      a.expr.Pos(),
		End:      a.expr.End(),
		Category: "never",
		Message:  fmt.Sprintf("%s, so this is never true together with %s", comesWith(a.code, statuses), strings.Join(names, " and ")),
	}
	if a.op == token.NEQ {
		d.Category = "always"
		d.Message = fmt.Sprintf("%s, so this is always true together with %s", comesWith(a.code, statuses), strings.Join(names, " and "))
	} else if t := against[0]; a.chain != nil && t.chain == a.chain && othersHold(known.tests, t.value, statuses[0]) {
		d.SuggestedFixes = c.replace(t.value, statuses)
	}
	c.report.Report(d, true)
	return true
}

// contradict returns the tests that none of the statuses passes all of, as few as
// say so and the most telling first; none if one of the statuses passes all.
func contradict(tests []test, statuses []int) []test {
	if slices.ContainsFunc(statuses, func(s int) bool { return othersHold(tests, nil, s) }) {
		return nil
	}
	var against []test
	left := statuses
	for _, t := range telling(tests) {
		passed := slices.DeleteFunc(slices.Clone(left), func(s int) bool { return !t.holds(s) })
		if len(passed) < len(left) {
			against = append(against, t)
		}
		left = passed
	}
	return against
}

// telling returns tests in the order in which a reader wants to know of them: that
// the status is a certain one, that it is one of several, and what else is known.
// Of several values, those are left out that the other tests leave out.
func telling(tests []test) []test {
	sorted := slices.Clone(tests)
	for i, t := range sorted {
		if t.op != token.ILLEGAL {
			continue
		}
		values := slices.DeleteFunc(slices.Clone(t.values), func(v int) bool {
			return slices.ContainsFunc(tests, func(other test) bool { return !other.holds(v) })
		})
		if len(values) > 0 {
			sorted[i].values = values
		}
	}
	rank := func(t test) int {
		switch t.op {
		case token.EQL:
			return 0
		case token.ILLEGAL:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(sorted, func(a, b test) int { return cmp.Compare(rank(a), rank(b)) })
	return sorted
}

// othersHold reports whether a status passes all tests but the one that is written
// at a place.
func othersHold(tests []test, but ast.Expr, status int) bool {
	return !slices.ContainsFunc(tests, func(t test) bool {
		return (but == nil || t.value != but) && !t.holds(status)
	})
}

// judgeStatus judges a comparison with a status, where codes are known.
func (c *check) judgeStatus(a atom, known facts, want bool) bool {
	if len(known.codes) == 0 {
		return false
	}
	t := test{op: a.op, values: []int{a.status}}
	never, always := true, a.op == token.NEQ && !want
	for _, code := range known.codes {
		statuses := c.statuses(code)
		if len(statuses) == 0 {
			return false
		}
		for _, status := range statuses {
			if t.holds(status) {
				never = false
			} else {
				always = false
			}
		}
	}
	if !never && !always {
		return false
	}
	d := analysis.Diagnostic{
		Pos:      a.expr.Pos(),
		End:      a.expr.End(),
		Category: "never",
		Message:  c.explain(known.codes) + ", so this is never true",
	}
	if always {
		d.Category = "always"
		d.Message = c.explain(known.codes) + ", so this is always true"
	} else if a.op == token.EQL && a.chain != nil && known.chain == a.chain && len(known.codes) == 1 {
		if statuses := c.statuses(known.codes[0]); othersHold(known.tests, nil, statuses[0]) {
			d.SuggestedFixes = c.replace(a.value, statuses)
		}
	}
	c.report.Report(d, true)
	return true
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
