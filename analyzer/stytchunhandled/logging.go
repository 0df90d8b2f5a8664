package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// counts reports whether a function counts: one of those packages, or a method
// that is not in view and has the form of theirs. What it counts is for people.
func (c *check) counts(fn *types.Func) bool {
	if fn.Pkg() == nil || c.decls[fn] != nil {
		return false
	}
	if library.Of(fn).Is(library.Counts) {
		return true
	}
	sig := fn.Signature()
	if sig.Recv() == nil || fn.Pkg().Path() == "sync" || sig.Results().Len() > 0 {
		return false
	}
	switch fn.Name() {
	case "Inc", "Incr", "Increment":
		return sig.Params().Len() == 0
	case "Add", "Observe":
		if sig.Params().Len() != 1 {
			return false
		}
		b, ok := sig.Params().At(0).Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsNumeric != 0
	}
	return false
}

// logs reports whether a function logs, or counts. So do those of loggers that are not
// known, which can be told by their form: they take any number of values of any
// type and have no result.
func (c *check) logs(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if library.Of(fn).Is(library.Logs | library.Prints) {
		return true
	}
	sig := fn.Signature()
	return c.decls[fn] == nil && sig.Results().Len() == 0 && takesAnything(sig) || c.counts(fn)
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

// formats reports whether a function only renders what it is given.
func formats(fn *types.Func) bool {
	if !library.Of(fn).Is(library.Renders) {
		return false
	}
	for r := range fn.Signature().Results().Variables() {
		if b, ok := r.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
			return false // it searches, compares or counts
		}
	}
	return true
}
