package onpaths

import "github.com/stytchlint/stytchlint/analyzer/internal/paths"

// A letIn is what a function does after a call has failed as after it has not.
type letIn struct{}

// acts is told of each call of a function that is named, and of those of which
// nothing is known.
func (c *check) acts(p *paths.Path, call *paths.Call) {}

// lets is told of what a function returns.
func (c *check) lets(p *paths.Path, results []paths.Value) {}

// join returns what two looks at a call have found.
func (l *letIn) join(o *letIn) *letIn {
	if l == nil {
		return o
	}
	return l
}
