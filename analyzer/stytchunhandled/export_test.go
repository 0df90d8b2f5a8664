package stytchunhandled

import "github.com/stytchlint/stytchlint/catalog"

// HasAdvice reports whether there is advice for an outcome.
func HasAdvice(outcome string) bool { return outcomes[outcome].status != 0 }

// Outcomes returns the outcomes for which there is advice.
func Outcomes() []string {
	var list []string
	for outcome := range outcomes {
		list = append(list, outcome)
	}
	return list
}

// Failure returns what a message says of the failure of an operation.
func Failure(op catalog.Operation) string { return failureOf(op) }

// Handled returns the codes that the fix handles after an operation; none if
// there is no fix.
func Handled(op catalog.Operation) []string {
	return codesOf([]string{op.Name})
}
