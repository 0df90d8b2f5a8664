package stytchunhandled

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// signsOut reports whether a call ends a session, or has the browser forget it.
func signsOut(p *paths.Path, call *paths.Call) bool {
	if call.Fn == nil {
		return false
	}
	if params, ok := sdk.ParamsOf(call.Fn); ok && revoking[sdk.Key(params)] {
		return true
	}
	row := library.Of(call.Fn)
	switch row.Does {
	case library.SignsOut:
		return true
	case library.SetsCookie:
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

// hasFailed reports whether a call that proves who somebody is has failed on a path:
// the browser is to forget what was refused, and nobody signs out.
func hasFailed(p *paths.Path) bool {
	return slices.ContainsFunc(p.Events(), func(e paths.Event) bool {
		_, ok := proof(&e)
		return ok && p.Ending(&e) == paths.Failed
	})
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
