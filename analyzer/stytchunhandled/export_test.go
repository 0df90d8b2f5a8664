package stytchunhandled

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
