// Package limits has a name for a code that nobody else sees.
package limits

const reached = "too_many_requests"

func Reached(text string) bool { return text == reached }
