package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// replyOf returns how a function of a library answers, nil if it does not.
func (c *check) replyOf(fn *types.Func) *library.Row {
	r, ok := c.replies[fn]
	if !ok {
		if row := library.Of(fn); row.Answers() {
			r = &row
		}
		c.replies[fn] = r
	}
	return r
}

// keyOf returns what the tables list a function under.
func keyOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	if recv := fn.Signature().Recv(); recv != nil {
		return library.Type(recv.Type())
	}
	return library.Path(fn.Pkg().Path())
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }

// isErrorValue reports whether t is error or implements it.
func isErrorValue(t types.Type) bool {
	return t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && types.Implements(t, errorInterface)
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
