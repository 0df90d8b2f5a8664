package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// counts reports whether a function counts: one of those packages, or a method
// that is not in view and has the form of theirs. What it counts is for people.
func (c *check) counts(fn *types.Func) bool {
	return c.decls[fn] == nil && (library.Of(fn).Is(library.Counts) || library.LooksLikeCount(fn))
}

// logs reports whether a function logs, or counts. So do those of loggers that are not
// known, which can be told by their form.
func (c *check) logs(fn *types.Func) bool {
	return library.Of(fn).Is(library.Logs|library.Prints) || c.decls[fn] == nil && library.LooksLikeLog(fn) || c.counts(fn)
}
