package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// logs reports whether a function that is not in view logs, or counts. Those of
// loggers that are not known can be told by their form: they take any number of
// values of any type and have no result.
func logs(fn *types.Func) bool {
	if library.Of(fn).Is(library.Logs | library.Prints | library.Counts | library.Renders) {
		return true
	}
	return fn.Pkg() != nil && fn.Signature().Results().Len() == 0 && takesAnything(fn.Signature())
}

// takesAnything reports whether a function takes any number of values of any
// type.
func takesAnything(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return false
	}
	i, ok := types.Unalias(last.Elem()).Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}
