package stytchunhandled

import (
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// ends reports whether a call ends a session, or has the browser forget it.
func (c *check) ends(p *paths.Path, call *paths.Call) bool {
	if call.Fn == nil {
		return false
	}
	row := p.Rule(call.Fn)
	switch {
	case row.Does == library.SignsOut, c.request(call.Fn).revokes:
		return true
	case row.Does == library.SetsCookie:
		age, ok := p.Number(call.Arg(row.Arg))
		return ok && age < 0
	}
	for _, r := range call.Instr.Common().Args {
		if library.KindOf(paths.TypeBeneath(r)).Is(library.Cookie) && forgets(p, r) {
			return true
		}
	}
	return false
}

// forgets reports whether a cookie is set to one that is gone: with an age below zero,
// or without a value, if it expires or had one.
func forgets(p *paths.Path, cookie ssa.Value) bool {
	at := p.Value(cookie)
	if age, ok := p.Number(p.Field(at, "MaxAge")); ok && age < 0 {
		return true
	}
	parts, all := p.Parts(p.All(at))
	expires := !all
	for _, part := range parts {
		switch part.Name {
		case "Expires", "MaxAge":
			expires = true
		}
	}
	return expires && p.IsEmpty(p.Field(at, "Value"))
}
