package stytchstatus

import (
	"fmt"
	"go/token"
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
	status := c.status(a.code)
	if status == 0 || a.op == token.NEQ && want {
		return false
	}
	for i, t := range known.tests {
		if t.holds(status) {
			continue
		}
		d := analysis.Diagnostic{
			Pos:      a.expr.Pos(),
			End:      a.expr.End(),
			Category: "never",
			Message:  fmt.Sprintf("%q always comes with status %d, so this is never true together with %s", a.code, status, t),
		}
		if a.op == token.NEQ {
			d.Category = "always"
			d.Message = fmt.Sprintf("%q always comes with status %d, so this is always true together with %s", a.code, status, t)
		} else if a.chain != nil && t.chain == a.chain && othersHold(known.tests, i, status) {
			d.SuggestedFixes = c.replace(t.value, status)
		}
		c.report.Report(d, true)
		return true
	}
	return false
}

// othersHold reports whether a status passes all tests but the one with the
// given index.
func othersHold(tests []test, index, status int) bool {
	for i, t := range tests {
		if i != index && !t.holds(status) {
			return false
		}
	}
	return true
}

// judgeStatus judges a comparison with a status, where codes are known.
func (c *check) judgeStatus(a atom, known facts, want bool) bool {
	if len(known.codes) == 0 {
		return false
	}
	t := test{op: a.op, values: []int{a.status}}
	never, always := true, a.op == token.NEQ && !want
	for _, code := range known.codes {
		status := c.status(code)
		if status == 0 {
			return false
		}
		if t.holds(status) {
			never = false
		} else {
			always = false
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
		if status := c.status(known.codes[0]); othersHold(known.tests, -1, status) {
			d.SuggestedFixes = c.replace(a.value, status)
		}
	}
	c.report.Report(d, true)
	return true
}

// explain tells the statuses of codes.
func (c *check) explain(codes []string) string {
	var b strings.Builder
	for i, code := range codes {
		switch i {
		case 0:
			fmt.Fprintf(&b, "%q always comes with status %d", code, c.status(code))
		default:
			fmt.Fprintf(&b, " and %q with %d", code, c.status(code))
		}
	}
	return b.String()
}
