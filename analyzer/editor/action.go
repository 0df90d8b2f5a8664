package editor

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// An Action is a change that can be made at a position.
type Action struct {
	Title string // imperative
	Edits []analysis.TextEdit
}

// AddCases returns the action that adds, to the switch over a code around a position,
// the codes that the call in view is known to end with, false where there is none to
// add or it is not known which call that is.
func (f *Flow) AddCases(token.Pos) (*Action, bool) { return nil, false }
