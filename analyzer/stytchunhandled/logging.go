package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// logs reports whether a function that is not in view logs, or counts, or renders.
func logs(fn *types.Func) bool {
	return library.Of(fn).Is(library.Logs|library.Prints|library.Counts|library.Renders) || library.LooksLikeLog(fn)
}
